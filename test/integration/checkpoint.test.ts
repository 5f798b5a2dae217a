import { generateKeyPairSync } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Audited, audit, auditFrom } from "../../src/issues/audit.ts";
import { type Signed, signed, standing } from "../../src/issues/checkpoint.ts";
import type { Db } from "../../src/store/client.ts";
import { digestOf, linkOf, movesOf } from "../../src/store/events.ts";
import { KINDS } from "../support/databases.ts";
import { file, move, sealed } from "../support/recorded.ts";
import { useStore } from "../support/use-store.ts";

const NOW = new Date("2026-12-31T00:00:00Z");
const OWN = generateKeyPairSync("ed25519");

/** Undoes what a test did to the database. */
class Undone extends Error {}

async function checkpointOf(db: Db, from?: Signed): Promise<Signed> {
  const verified = await (from === undefined ? audit(db, NOW) : auditFrom(db, NOW, { checkpoint: from, whole: false }));
  if (!("sealed" in verified)) throw new Error("the record is not sound");
  return signed(verified.sealed, NOW, OWN.privateKey);
}

describe.each(KINDS)("an audit from a checkpoint on %s", (kind) => {
  const store = useStore(kind);
  /** Of blocks 1 to 3, with five events; issue 1 moves on behind it, and the others do not. */
  let checkpoint: Signed;

  beforeAll(async () => {
    const { db } = store;
    await sealed(
      db,
      () => file(db),
      () => file(db).then(() => file(db)),
      () => move(db, 1, "王建国").then(() => move(db, 2, "王建国")),
    );
    checkpoint = await checkpointOf(db);
    await sealed(
      db,
      () => move(db, 1, "刘洋"),
      () => file(db),
    );
    await move(db, 1, "何静");
  });

  /** What is found after these statements, with every trigger and key switched off. */
  async function auditAfter(statements: readonly SQL[], whole = false): Promise<Audited | undefined> {
    let result: Audited | undefined;
    const tampering = store.db.transaction(async (db) => {
      for (const table of ["events", "issues", "blocks"])
        await db.execute(sql.raw(`alter table ${table} disable trigger all`));
      for (const statement of statements) await db.execute(statement);
      result = await auditFrom(db, NOW, { checkpoint, whole });
      throw new Undone();
    });
    await expect(tampering).rejects.toThrow(Undone);
    return result;
  }

  it("recomputes what came behind it and every issue that moved since, and says what it left", async () => {
    expect(await auditAfter([])).toMatchObject({
      sealed: { events: 8, block: 5, waiting: 1, beginning: checkpoint.beginning },
      issues: 2,
      others: 2,
    });
    expect(checkpoint).toMatchObject({ block: 3, events: 5, chained: 0 });
  });

  it("recomputes everything where that is asked for, as without one", async () => {
    expect(await auditAfter([], true)).toMatchObject({ sealed: { events: 8 }, issues: 4, figures: {} });
    expect(await auditAfter([sql`update issues set handler = 'x' where id = 3`], true)).toMatchObject({
      fault: { issue: 3 },
    });
  });

  it("is the beginning of the next one", async () => {
    const next = await checkpointOf(store.db, checkpoint);
    expect(next).toMatchObject({ block: 5, events: 7, beginning: checkpoint.beginning });
    expect(next).toEqual(await checkpointOf(store.db));
    expect(standing(next, OWN.publicKey)).toBe("sound");
    expect(await auditFrom(store.db, NOW, { checkpoint: next, whole: false })).toMatchObject({ issues: 1, others: 3 });
  });

  /** The first event of an issue with other words, and what follows of it before the checkpoint made anew. */
  async function lifeAnew(issue: number): Promise<readonly SQL[]> {
    let previous: string | null = null;
    const statements: SQL[] = [];
    for (const event of (await movesOf(store.db, issue)).filter(({ seq }) => seq <= checkpoint.events)) {
      const data = previous === null ? { ...event.data, text: "all is well" } : event.data;
      const digest = digestOf({ ...event, data });
      const before: string = previous ?? event.previous;
      previous = linkOf(before, digest);
      statements.push(
        sql`update events set data = ${JSON.stringify(data)}::jsonb, digest = ${digest}, previous = ${before}, hash = ${previous} where seq = ${event.seq}`,
      );
    }
    return statements;
  }

  /** One more event of an issue, as the program would have written it, and its row with it. */
  async function oneMore(issue: number): Promise<readonly SQL[]> {
    const last = (await movesOf(store.db, issue)).at(-1);
    if (last === undefined) throw new Error("no event to continue");
    const event = { ...last, version: last.version + 1, data: {}, veils: null };
    const digest = digestOf(event);
    return [
      sql`insert into events select -1, issue_id, ${event.version}, action, from_state, to_state, actor, platform, message_id, at, '{}', ${digest}, hash, ${linkOf(last.hash, digest)} from events where seq = ${last.seq}`,
      sql`update issues set version = version + 1 where id = ${issue}`,
    ];
  }

  it.each<[string, readonly SQL[], object]>([
    [
      "a changed event behind it",
      [sql`update events set message_id = 'x' where seq = 6`],
      { seq: 6, issue: 1, what: "its content is not what was recorded" },
    ],
    ["a removed event behind it", [sql`delete from events where seq = 7`], { seq: 7, what: "it is missing" }],
    ["a changed event that waits", [sql`update events set action = 'x' where seq = 8`], { seq: 8, issue: 1 }],
    [
      "a changed block behind it",
      [sql`update blocks set hash = 'x' where id = 5`],
      { what: expect.stringContaining("block 5") },
    ],
    [
      "an event before it, of an issue that moved since",
      [sql`update events set message_id = 'x' where seq = 1`],
      { seq: 1, issue: 1, what: "its content is not what was recorded" },
    ],
    [
      "the row of an issue that moved since",
      [sql`update issues set measure = 'x' where id = 1`],
      { issue: 1, what: expect.stringContaining("measure") },
    ],
    [
      "an event removed before it",
      [sql`delete from events where seq = 3`],
      { seq: null, what: "up to the checkpoint there are 4 events, and were 5 when it was signed" },
    ],
    [
      "an event inserted before it",
      [
        sql`insert into events select -1, issue_id, 2, action, from_state, to_state, actor, platform, message_id, at, data, digest, previous, hash from events where seq = 3`,
      ],
      { what: "up to the checkpoint there are 6 events, and were 5 when it was signed" },
    ],
    [
      "an event of one issue in the place of another's",
      [sql`update events set issue_id = 3, version = 2 where seq = 5`],
      { issue: 2, what: "the ledger has 2 moves of this issue, the record 1" },
    ],
    [
      "an issue out of nothing",
      [sql`insert into issues select (jsonb_populate_record(i, '{"id": 9}')).* from issues i where id = 3`],
      { issue: 9, what: "it is in the ledger and in no event" },
    ],
    ["a removed issue", [sql`delete from issues where id = 3`], { issue: 3, what: "its issue is not in the ledger" }],
    ["a block that is gone", [sql`delete from blocks where id = 3`], { what: "block 3 of its seals is missing" }],
  ])("finds %s", async (_what, statements, fault) => {
    expect(await auditAfter(statements)).toMatchObject({ fault });
  });

  it("finds a life that was made anew, by the first event that was sealed since", async () => {
    const what = "it does not continue the event of its issue before";
    expect(await auditAfter(await lifeAnew(1))).toEqual({ fault: { seq: 6, issue: 1, what } });
  });

  it("finds an event that was put behind those of an issue that moved since, though the number is right", async () => {
    const exchanged = [
      ...(await oneMore(1)),
      sql`delete from events where seq = 5`,
      sql`update issues set version = 1 where id = 2`,
    ];
    expect(await auditAfter(exchanged)).toEqual({ fault: { seq: -1, issue: 1, what: "it is in no block" } });
  });

  it("does not find what was changed of an issue in which nothing happened since; the whole does", async () => {
    const unseen = [...(await lifeAnew(3)), sql`update issues set measure = 'x' where id = 3`];
    expect(await auditAfter(unseen)).toMatchObject({ issues: 2, others: 2 });
    expect(await auditAfter(unseen, true)).toMatchObject({ fault: { seq: 2 } });
  });

  it("names a database that was set back", async () => {
    const back = [sql`delete from blocks where id > 2`, sql`delete from events where seq > 3`];
    expect(await auditAfter(back)).toMatchObject({ misfit: { kind: "set-back", last: 2 } });
    expect(await auditAfter([...back, sql`delete from blocks where id > 0`])).toMatchObject({
      misfit: { kind: "set-back", last: 0 },
    });
  });

  it("names one that was set back and went on, and one that began otherwise, also when the whole is recomputed", async () => {
    for (const whole of [false, true]) {
      expect(await auditAfter([sql`update blocks set hash = 'x' where id = 3`], whole)).toMatchObject({
        misfit: { kind: "went-another-way", last: 5 },
      });
      expect(await auditAfter([sql`update blocks set hash = 'x' where id = 1`], whole)).toMatchObject({
        misfit: { kind: "another" },
      });
    }
  });

  it("is taken from nobody but who has the key, and in no other form", () => {
    expect(standing(checkpoint, OWN.publicKey)).toBe("sound");
    expect(standing(checkpoint, generateKeyPairSync("ed25519").publicKey)).toBe("another-key");
    const changes: Partial<Signed>[] = [
      { at: "2026-12-31T00:00:01.000Z" },
      { block: 2 },
      { hash: checkpoint.beginning },
      { beginning: checkpoint.hash },
      { events: 4 },
      { chained: 5 },
      { signature: "" },
    ];
    for (const change of changes) expect(standing({ ...checkpoint, ...change }, OWN.publicKey)).toBe("changed");
  });
});
