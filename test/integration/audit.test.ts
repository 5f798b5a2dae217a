import { fileURLToPath } from "node:url";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit as auditCommand } from "../../src/cli/audit.ts";
import { audit } from "../../src/issues/audit.ts";
import type { Sealed } from "../../src/issues/audit-chain.ts";
import { type Block, blocksFrom } from "../../src/store/blocks.ts";
import type { Database } from "../../src/store/client.ts";
import { openDatabase } from "../../src/store/client.ts";
import { CHAIN_START, digestOf, eventsAfter, linkOf, type StoredEvent } from "../../src/store/events.ts";
import { events } from "../../src/store/schema-record.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";

const MIGRATIONS = fileURLToPath(new URL("../../drizzle", import.meta.url));
const NOW = new Date("2026-12-31T00:00:00Z");

/** Undoes what a test did to the database. */
class Undone extends Error {}

const anotherEvent = sql`insert into events select 12, issue_id, version + 1, action, from_state, to_state, actor, platform, message_id, at, data, digest, previous, hash from events where seq = 11`;

/** One more block, over the event that was recorded first. */
function another(id: number): SQL {
  return sql`insert into blocks select ${id}, (select hash from blocks where id = ${id - 1}), encode(sha256(convert_to((select hash from blocks where id = ${id - 1}) || E'\\n1 ' || (select hash from events where seq = 1), 'UTF8')), 'hex'), 1, '[1]', now()`;
}

/** All events up to this one in one block, as the program would have sealed them. */
function sealedAnew(upTo: number): SQL {
  const lines = sql`(select string_agg(E'\\n' || seq || ' ' || hash, '' order by seq) from events where seq <= ${upTo})`;
  const seqs = sql`(select jsonb_agg(seq order by seq) from events where seq <= ${upTo})`;
  return sql`with gone as (delete from blocks where id > 1)
    update blocks set hash = encode(sha256(convert_to(previous || ${lines}, 'UTF8')), 'hex'), count = ${upTo}, seqs = ${seqs} where id = 1`;
}

describe("the audit", () => {
  let place: TestDatabase;
  let database: Database;
  /** The record as the program wrote it. */
  let written: readonly StoredEvent[];
  let last: Block;

  beforeAll(async () => {
    place = await freshDatabase("postgresql");
    const park = await startPark(place, "2026-11-16T09:00:00+08:00");
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次，影响交货");
    await park.say("王建国", "gongdian", "签收 1");
    await park.say("王建国", "gongdian", "措施 1 更换开关 11月18日前");
    await park.say("陈立新", "qiye", "诉求 厂门口积水，货车进不来");
    await park.at("2026-11-17T10:00:00+08:00");
    await park.say("王建国", "gongdian", "答复 1 开关已更换");
    await park.say("周长友", "qiye", "未解决 1 又停了一次");
    await park.say("王建国", "gongdian", "答复 1 备用线路已投用");
    await park.say("周长友", "qiye", "已解决 1");
    await park.say("周长友", "qiye", "评价 1 4");
    await park.say("何静", "qiye", "诉求 想换个窗帘");
    await park.say("何静", "qiye", "撤回 3");
    await park.close();
    database = await openDatabase({ ...place, migrationsFolder: MIGRATIONS });
    written = await eventsAfter(database.db, 0, 100);
    last = (await blocksFrom(database.db, 0, 100)).at(-1) ?? last;
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  /** What the audit finds after these statements, with every trigger and key of the tables switched off. */
  async function auditAfter(...statements: readonly SQL[]) {
    let result: Awaited<ReturnType<typeof audit>> | undefined;
    const tampering = database.db.transaction(async (db) => {
      for (const table of ["events", "issues", "blocks"])
        await db.execute(sql.raw(`alter table ${table} disable trigger all`));
      // However many seconds it took to write it.
      for (const statement of [sealedAnew(11), ...statements]) await db.execute(statement);
      result = await audit(db, NOW);
      throw new Undone();
    });
    await expect(tampering).rejects.toThrow(Undone);
    return result;
  }

  async function run(words: readonly string[]) {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const env = { LANG: "C.UTF-8", DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir };
    return { code: await auditCommand({ words, env, say, complain: say }), text: lines.join("\n") };
  }

  it("finds nothing in what the program wrote, and says the counts", async () => {
    expect(written).toHaveLength(11);
    expect(await audit(database.db, NOW)).toMatchObject({
      sealed: { events: 11, chained: 0, waiting: 0, hash: last.hash },
      issues: 3,
      figures: { counts: { collected: 2, measured: 1, solved: 1, open: 1 } },
    });
    const { code, text } = await run(["verify"]);
    expect(text).toContain("11 event(s)");
    expect(text).toContain("收集 2　有措施 1　已解决 1　未解决 1");
    expect(text).toContain(`block ${last.id}, 11 event(s): ${last.hash}`);
    expect(code).toBe(0);
  });

  it("agrees with the figures that people see, whatever the moment", async () => {
    for (const now of ["2026-11-16T02:00:00Z", "2026-11-24T00:00:00Z", "2027-06-01T00:00:00Z"]) {
      expect(await audit(database.db, new Date(now))).toMatchObject({ issues: 3 });
    }
  });

  it("counts what is due by the clock of the sandbox, as the chat does", async () => {
    const ahead = (moment: string) => Date.parse(moment) - Date.now();
    const figures = async (moment: string) => {
      await writeSetting(database.db, "clock-offset", ahead(moment));
      return (await run(["verify"])).text;
    };
    expect(await figures("2026-11-17T10:00:00+08:00")).toContain("按期办结率 1/1");
    expect(await figures("2036-01-07T10:00:00+08:00")).toContain("按期办结率 1/2");
  });

  it("ends with 1 and one sentence about the first bad event", async () => {
    await database.db.execute(sql`alter table events disable trigger all`);
    await database.db.execute(sql`update events set actor = '{"name": "somebody else"}' where seq = 5`);
    const { code, text } = await run(["verify"]);
    await database.db
      .update(events)
      .set({ actor: written[4]?.actor ?? {} })
      .where(sql`seq = 5`);
    await database.db.execute(sql`alter table events enable trigger all`);
    expect(code).toBe(1);
    expect(text).toBe(
      "The record and the ledger are not sound. event 5, issue #1: its content is not what was recorded.",
    );
  });

  it("says the same in Chinese", async () => {
    const zh = await run(["verify", "--lang", "zh"]);
    expect(zh.code).toBe(0);
    expect(zh.text).toContain("记录完好：11 条，");
    expect(zh.text).toContain("台账与记录一致：3 件诉求，");
    expect(zh.text).toContain(`第 ${last.id} 块，共 11 条：${last.hash}`);
    expect(zh.text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    await database.db.execute(sql`update issues set measure = measure || '!' where id = 1`);
    const unsound = await run(["--lang=zh", "verify"]);
    await database.db.execute(sql`update issues set measure = rtrim(measure, '!') where id = 1`);
    expect(unsound).toEqual({
      code: 1,
      text: "记录和台账有问题。第 3 条记录，诉求 #1：这件诉求的 measure 在台账里与记录不一样。",
    });
    expect(await run(["verify"])).toMatchObject({ code: 0 });
  });

  it("says how it is used, and ends with 0, when that is asked for; with 2 for another language", async () => {
    for (const words of [["--help"], ["-h"], ["verify", "--help"]]) {
      expect(await run(words)).toMatchObject({ code: 0, text: expect.stringContaining("npm run audit -- verify") });
    }
    expect((await run(["--help", "--lang", "zh"])).text).toContain("用法：");
    expect(await run(["verify", "--lang", "fr"])).toMatchObject({ code: 2 });
    expect(await run(["verify", "--lang"])).toMatchObject({ code: 2 });
  });

  it("says how it is used, and ends with 2, when the words are others", async () => {
    for (const words of [[], ["check"], ["verify", "more"]]) {
      expect(await run(words)).toMatchObject({ code: 2, text: expect.stringContaining("npm run audit -- verify") });
    }
  });

  it.each<[string, readonly SQL[], { seq: number | null; issue: number | null; what?: RegExp }]>([
    [
      "a changed word",
      [sql`update events set data = jsonb_set(data, '{text}', '"nothing"') where seq = 3`],
      { seq: 3, issue: 1, what: /content/ },
    ],
    ["a changed time", [sql`update events set at = at - interval '1 day' where seq = 2`], { seq: 2, issue: 1 }],
    ["a changed message id", [sql`update events set message_id = 'x' where seq = 2`], { seq: 2, issue: 1 }],
    [
      "a content with a new digest",
      [sql`update events set action = 'note', digest = ${"0".repeat(64)} where seq = 3`],
      { seq: 3, issue: 1 },
    ],
    ["a changed hash", [sql`update events set hash = ${"0".repeat(64)} where seq = 4`], { seq: 4, issue: 2 }],
    ["the first of two bad events", [sql`update events set action = 'note' where seq in (9, 7)`], { seq: 7, issue: 1 }],
    ["a removed event", [sql`delete from events where seq = 4`], { seq: 4, issue: null, what: /missing/ }],
    ["a removed first event", [sql`delete from events where seq = 1`], { seq: 1, issue: null, what: /missing/ }],
    ["a removed last event", [sql`delete from events where seq = 11`], { seq: 11, issue: null, what: /missing/ }],
    ["a removed record", [sql`delete from events`], { seq: 1, issue: null, what: /missing/ }],
    [
      "two events in the other order",
      [
        sql`update events set seq = -2 where seq = 2`,
        sql`update events set seq = 2 where seq = 3`,
        sql`update events set seq = 3 where seq = -2`,
      ],
      { seq: 1, issue: 1, what: /block/ },
    ],
    ["an added event", [anotherEvent], { seq: 12, issue: 3, what: /in no block/ }],
    [
      "an added event that waits for its block",
      [anotherEvent, sql`insert into unsealed values (12)`],
      { seq: 12, issue: 3, what: /content/ },
    ],
    [
      "another block",
      [sql`update blocks set hash = ${"0".repeat(64)} where id = 1`],
      { seq: 1, issue: 1, what: /block 1 / },
    ],
    [
      "a block that was made anew, for its own sake",
      [sql`update blocks set hash = ${"0".repeat(64)}, previous = ${"0".repeat(64)} where id = 1`],
      { seq: null, issue: null, what: /does not continue/ },
    ],
    ["a last block that is gone", [sql`delete from blocks where id = 1`], { seq: 1, issue: 1, what: /in no block/ }],
    [
      "a block that is gone amid others",
      [another(2), another(3), sql`delete from blocks where id = 2`],
      { seq: null, issue: null, what: /block 2 .* missing/ },
    ],
    ["all blocks gone", [sql`delete from blocks`], { seq: null, issue: null, what: /first block/ }],
    [
      "another beginning",
      [sql`update blocks set hash = 'x' where id = 0`],
      { seq: null, issue: null, what: /first block/ },
    ],
    ["an event that is sealed twice", [another(2)], { seq: null, issue: null, what: /twice/ }],
    [
      "an added event behind another one that waits though it is sealed, so that the number is right",
      [anotherEvent, sql`insert into unsealed values (1)`],
      { seq: null, issue: null, what: /twice/ },
    ],
    [
      "an event that waits and is gone",
      [sql`insert into unsealed values (99)`],
      { seq: 99, issue: null, what: /missing/ },
    ],
    [
      "a last event taken back together with its place in the seals",
      [sql`delete from events where seq = 11`, sealedAnew(10)],
      { seq: 10, issue: 3, what: /2 moves .* record 1/ },
    ],
    [
      "an event that continues another issue's",
      [
        sql`update events set previous = (select hash from events where seq = 4), hash = encode(sha256(convert_to((select hash from events where seq = 4) || digest, 'UTF8')), 'hex') where seq = 9`,
        sealedAnew(11),
      ],
      { seq: 9, issue: 1, what: /continue/ },
    ],
    [
      "another state",
      [sql`update issues set state = 'answered' where id = 1`],
      { seq: 8, issue: 1, what: /ledger's state/ },
    ],
    [
      "another outcome",
      [sql`update issues set outcome = 'explained' where id = 1`],
      { seq: 8, issue: 1, what: /outcome/ },
    ],
    ["a better rating", [sql`update issues set rating = 5 where id = 1`], { seq: 9, issue: 1, what: /rating/ }],
    [
      "another measure",
      [sql`update issues set measure = 'all new' where id = 1`],
      { seq: 3, issue: 1, what: /measure/ },
    ],
    ["a measure out of nothing", [sql`update issues set measure_at = now() where id = 2`], { seq: 4, issue: 2 }],
    [
      "a later due date",
      [sql`update issues set due = due + interval '30 days' where id = 1`],
      { seq: 6, issue: 1, what: /due/ },
    ],
    [
      "another department",
      [sql`update issues set department = 'economy' where id = 2`],
      { seq: 4, issue: 2, what: /department/ },
    ],
    ["another text", [sql`update issues set text = 'all is well' where id = 2`], { seq: 4, issue: 2, what: /text/ }],
    ["another reporter", [sql`update issues set reporter_user_id = 'x' where id = 2`], { seq: 4, issue: 2 }],
    ["a version set back", [sql`update issues set version = 3 where id = 1`], { seq: 9, issue: 1, what: /3 moves/ }],
    ["a removed issue", [sql`delete from issues where id = 2`], { seq: 4, issue: 2, what: /not in the ledger/ }],
    [
      "an issue out of nothing",
      [sql`insert into issues select (jsonb_populate_record(i, '{"id": 9}')).* from issues i where id = 2`],
      { seq: null, issue: 9, what: /in no event/ },
    ],
  ])("finds %s", async (_what, statements, { what = /./, ...where }) => {
    expect(await auditAfter(...statements)).toEqual({ fault: { ...where, what: expect.stringMatching(what) } });
  });

  it("never repeats what people wrote", async () => {
    const fault = JSON.stringify(
      await auditAfter(sql`update issues set text = 'secret words', title = 'secret' where id = 2`),
    );
    expect(fault).toContain("text");
    expect(fault).not.toMatch(/secret|积水/);
  });

  /** The whole record made anew, with some events otherwise, and sealed again. */
  function recordAnew(change: (event: StoredEvent) => StoredEvent): readonly SQL[] {
    const last = new Map<number, string>();
    const statements = written.map((event) => {
      const { seq, actor, data, messageId, ...others } = change(event);
      const digest = digestOf({ ...others, actor, data, messageId });
      const previous = last.get(event.issueId) ?? CHAIN_START;
      const hash = linkOf(previous, digest);
      last.set(event.issueId, hash);
      const said = sql`actor = ${JSON.stringify(actor)}::jsonb, data = ${JSON.stringify(data)}::jsonb, message_id = ${messageId}`;
      const links = sql`digest = ${digest}, previous = ${previous}, hash = ${hash}`;
      return sql`update events set ${said}, ${links} where seq = ${seq}`;
    });
    return [...statements, sealedAnew(11)];
  }

  async function whole(): Promise<Sealed> {
    const result = await auditAfter();
    if (result === undefined || "fault" in result) throw new Error("the record is not sound");
    return result.sealed;
  }

  it("cannot find a record that was made anew as a whole, for which the last hash is kept elsewhere", async () => {
    const result = await auditAfter(
      ...recordAnew((event) => (event.seq === 1 ? { ...event, messageId: "forged" } : event)),
    );
    expect(result).toMatchObject({ sealed: { events: 11 } });
    expect(result).not.toMatchObject({ sealed: { hash: (await whole()).hash } });
  });

  it("finds nothing in what an earlier version wrote: words where codes stand now", async () => {
    const words = { number: "督办〔2026〕1号", actor: "系统" };
    const earlier = recordAnew((event) => ({
      ...event,
      actor: { kind: "clock", name: "系统", role: null },
      data: { ...event.data, ...words },
    }));
    expect(await auditAfter(...earlier)).toMatchObject({ sealed: { events: 11 }, issues: 3 });
  });

  it("says since when something is not sealed, if that is longer than it takes a program that runs", async () => {
    const unseal = [sql`delete from blocks where id > 0`, sql`insert into unsealed select seq from events`];
    expect(await auditAfter(...unseal)).toMatchObject({
      sealed: { events: 11, block: 0, waiting: 11, waitingSince: written[0]?.at },
    });
  });

  it("takes vouching for a contact for no move", async () => {
    expect(await auditAfter(sql`update issues set reporter_verified = false where id = 2`)).toMatchObject({
      issues: 3,
    });
  });
});
