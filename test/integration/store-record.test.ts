import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import journal from "../../drizzle/meta/_journal.json" with { type: "json" };
import type { Issue } from "../../src/domain/issue/issue.ts";
import { walkChain } from "../../src/issues/audit-chain.ts";
import { seal } from "../../src/issues/seal.ts";
import { blocksFrom, unsealedAfter } from "../../src/store/blocks.ts";
import type { Database, Db } from "../../src/store/client.ts";
import { listUntold } from "../../src/store/dead-letters.ts";
import { lockDossier } from "../../src/store/dossier.ts";
import {
  appendEvent,
  CHAIN_START,
  canonicalJson,
  digestOf,
  eventsAfter,
  linkOf,
  movesOf,
  type NewEvent,
  sealOf,
} from "../../src/store/events.ts";
import { insertIssue, readIssue, updateIssue } from "../../src/store/issues.ts";
import { asRecord } from "../../src/store/record-json.ts";
import { issues } from "../../src/store/schema.ts";
import { events } from "../../src/store/schema-record.ts";
import { raiseSetting, readSetting, writeSetting } from "../../src/store/settings.ts";
import { emptyDatabase, freshDatabase, KINDS, type TestDatabase } from "../support/databases.ts";
import { foundBy } from "../support/found.ts";
import { newEvent, newIssue, openOlder, openStore } from "../support/store.ts";

const NOW = new Date("2025-11-17T01:00:00Z");

describe("three replicas that start together", () => {
  it("migrate one after the other, and once", async () => {
    const files = await emptyDatabase();
    const opened = await Promise.all([openStore(files), openStore(files), openStore(files)]);
    const [first] = opened;
    try {
      const heads = await first.db.execute(sql`select count(*)::int as heads from blocks`);
      const steps = await first.db.execute(sql`select count(*)::int as steps from drizzle.__drizzle_migrations`);
      expect([heads, steps]).toMatchObject([{ rows: [{ heads: 1 }] }, { rows: [{ steps: journal.entries.length }] }]);
    } finally {
      await Promise.all(opened.map((one) => one.close()));
      await files.drop();
    }
  });
});

describe("a ledger from before dead letters were marked as told", () => {
  it("has those marked alone that a message about them arrived for: the others are told after the upgrade", async () => {
    const files = await emptyDatabase();
    try {
      const before = await openOlder(files, "0003");
      const about = (notice: number) => ({ kind: "dead-letter", notice, place: "a", reason: "b" });
      const rows: [string, object][] = [
        ["dead", { kind: "reply", card: null }],
        ["dead", { kind: "reply", card: null }],
        ["dead", { kind: "reply", card: null }],
        ["sent", about(1)],
        ["dead", about(2)],
      ];
      for (const [state, body] of rows) {
        await before.db.execute(sql`insert into notices
          (lane, platform, target, audience, body, mention, express, state, created_at, ready_at, attempts, parts_sent, settled_at)
          values ('a', 'wecom', '{}', '{}', ${JSON.stringify(body)}, '[]', false, ${state}, now(), now(), 0, 0, now())`);
      }
      await before.close();
      const after = await openStore(files);
      expect((await listUntold(after.db, 10)).map(({ id }) => id)).toEqual([2, 3]);
      await after.close();
    } finally {
      await files.drop();
    }
  });
});

describe("a ledger whose events were chained one by one, as they were before there were seals", () => {
  it("verifies from its first event, goes on behind it, and shows what is changed on either side", async () => {
    const files = await emptyDatabase();
    try {
      const before = await openOlder(files, "0009");
      const id = await insertOldIssue(before.db, newIssue({ text: "三车间停电，UPS 告警" }));
      await chainOneByOne(before.db, [newEvent(id, 1), newEvent(id, 2), newEvent(id, 3)]);
      await before.close();

      const { db, close } = await openStore(files);
      expect(await walkChain(db)).toMatchObject({ events: 3, chained: 3, block: 0, waiting: 0 });
      for (const word of ["車間", "ups", "停电，"]) {
        const found = await foundBy(db, word);
        expect(found.map((one) => one.id)).toEqual([id]);
      }
      expect(await appendEvent(db, newEvent(id, 4))).toBe(4);
      expect(await walkChain(db)).toMatchObject({ events: 4, block: 0, waiting: 1 });
      expect(await seal(db, NOW)).toBe(1);
      expect(await walkChain(db)).toMatchObject({ events: 4, chained: 3, block: 1, waiting: 0 });
      await db.execute(sql`alter table events disable trigger all`);
      for (const seq of [4, 2]) {
        await db.execute(sql`update events set action = 'x' where seq = ${seq}`);
        expect(await walkChain(db)).toMatchObject({ fault: { seq, what: "its content is not what was recorded" } });
      }
      await db.execute(sql`delete from events where seq = 2`);
      expect(await walkChain(db)).toMatchObject({ fault: { seq: 2, what: "it is missing" } });
      await close();
    } finally {
      await files.drop();
    }
  });
});

/** As the program filed an issue before there was an index of its words. Gives its number. */
async function insertOldIssue(db: Db, { reporter, ...row }: Omit<Issue, "id">): Promise<number> {
  const {
    name: reporterName,
    platform: reporterPlatform,
    userId: reporterUserId,
    verified: reporterVerified,
  } = reporter;
  const record = asRecord(issues, { ...row, id: 1, reporterName, reporterPlatform, reporterUserId, reporterVerified });
  await db.execute(sql`insert into issues select * from jsonb_populate_record(null::issues, ${record}::jsonb)`);
  return 1;
}

/** As the program wrote events before there were seals. */
async function chainOneByOne(db: Db, all: readonly NewEvent[]): Promise<void> {
  let previous = CHAIN_START;
  for (const [index, event] of all.entries()) {
    const digest = digestOf(event);
    const hash = linkOf(previous, digest);
    const record = asRecord(events, { ...event, seq: index + 1, digest, previous, hash });
    await db.execute(sql`insert into events select * from jsonb_populate_record(null::events, ${record}::jsonb)`);
    await db.execute(sql`update chain_head set seq = ${index + 1}, hash = ${hash}, previous = ${previous}`);
    previous = hash;
  }
}

describe.each(KINDS)("the record on %s", (kind) => {
  let files: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    files = await freshDatabase(kind);
    database = await openStore(files);
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  it("outlives a second start, which migrates nothing", async () => {
    await writeSetting(database.db, "kept", { a: 1 });
    await database.close();
    database = await openStore(files);
    expect(await readSetting(database.db, "kept")).toEqual({ a: 1 });
    expect(await blocksFrom(database.db, 0, 10)).toMatchObject([{ id: 0, count: 0, hash: CHAIN_START }]);
  });

  it("numbers issues without a gap: a filing that is undone leaves its number to the next one", async () => {
    const { db } = database;
    const { id: first } = await insertIssue(db, newIssue());
    const undone = db.transaction(async (tx) => {
      expect((await insertIssue(tx, newIssue())).id).toBe(first + 1);
      expect((await insertIssue(tx, newIssue())).id).toBe(first + 2);
      throw new Error("the filing failed");
    });
    await expect(undone).rejects.toThrow("the filing failed");
    const failing = Array.from({ length: 20 }, (_, index) =>
      db.transaction(async (tx) => {
        const { id } = await insertIssue(tx, newIssue());
        if (index % 3 === 0) throw new Error("the filing failed");
        return id;
      }),
    );
    const given = (await Promise.allSettled(failing)).flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => first + 1 + index));
  });

  it("raises a number to the highest that ten write at once, and never lowers it", async () => {
    const { db } = database;
    const values = [3, 9, -4, 2.5, 86_400_000_001, 7, 0, 1, 5, 8];
    const stay = await Promise.all(values.map((value) => raiseSetting(db, "raised", value)));
    expect(Math.max(...stay)).toBe(86_400_000_001);
    expect(stay.every((one, index) => one >= (values[index] ?? 0))).toBe(true);
    expect(await readSetting(db, "raised")).toBe(86_400_000_001);
    expect(await raiseSetting(db, "raised", -1)).toBe(86_400_000_001);
  });

  it("links each event to its issue's one before, by the hash that anybody can compute from what is stored", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    for (let version = 1; version <= 3; version++) await appendEvent(db, newEvent(id, version));
    let previous = CHAIN_START;
    const stored = await movesOf(db, id);
    expect(stored).toHaveLength(3);
    for (const event of stored) {
      expect(digestOf(event)).toBe(event.digest);
      expect(event.previous).toBe(previous);
      previous = linkOf(previous, event.digest);
      expect(event.hash).toBe(previous);
    }
  });

  // The embedded database has one connection, on which everything waits.
  it.skipIf(kind === "embedded")(
    "keeps nobody waiting for another issue's event that is not committed yet",
    async () => {
      const { db } = database;
      const [{ id: slow }, { id: quick }] = [await insertIssue(db, newIssue()), await insertIssue(db, newIssue())];
      let release: () => void = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const held = db.transaction(async (tx) => {
        await appendEvent(tx, newEvent(slow, 1));
        await until;
      });
      await appendEvent(db, newEvent(quick, 1));
      expect(await movesOf(db, slow)).toEqual([]);
      release();
      await held;
      expect(await movesOf(db, slow)).toHaveLength(1);
    },
  );

  it("seals each event once, whoever seals and however late it is committed, in blocks that continue each other", async () => {
    const { db } = database;
    const append = () =>
      db.transaction(async (tx) => {
        const { id } = await insertIssue(tx, newIssue());
        await appendEvent(tx, newEvent(id, 1));
      });
    const sealing = async () => {
      for (let times = 0; times < 10; times++) await seal(db, NOW);
    };
    await Promise.all([...Array.from({ length: 40 }, append), sealing(), sealing()]);
    await seal(db, NOW);
    const [first, ...blocks] = await blocksFrom(db, 0, 1_000);
    const stored = new Map((await eventsAfter(db, 0, 10_000)).map((event) => [event.seq, event]));
    expect(blocks.flatMap(({ seqs }) => seqs).sort((a, b) => a - b)).toEqual([...stored.keys()]);
    let previous = first?.hash ?? "";
    for (const { seqs, hash, count, ...block } of blocks) {
      const sealed = seqs.flatMap((seq) => stored.get(seq) ?? []);
      expect([block.previous, count, hash]).toEqual([previous, seqs.length, sealOf(previous, sealed)]);
      previous = hash;
    }
    expect(await unsealedAfter(db, 0, 10)).toEqual([]);
    expect(await seal(db, NOW)).toBe(0);
  });

  it("keeps nothing of a transaction that is rolled back, neither the event nor its waiting to be sealed", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    const failing = db.transaction(async (tx) => {
      await appendEvent(tx, newEvent(id, 1));
      throw new Error("the move failed");
    });
    await expect(failing).rejects.toThrow("the move failed");
    expect([await movesOf(db, id), await unsealedAfter(db, 0, 10)]).toEqual([[], []]);
  });

  it("refuses to change, to delete or to empty what is written, and a second event of one version", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    await appendEvent(db, newEvent(id, 1));
    const refusal = (statement: Promise<unknown>) =>
      statement.then(
        () => "done",
        (error: Error) => String(error.cause ?? error),
      );
    expect(await refusal(db.execute(sql`update events set action = 'x' where issue_id = ${id}`))).toContain(
      "append-only",
    );
    expect(await refusal(db.execute(sql`delete from events where issue_id = ${id}`))).toContain("append-only");
    expect(await refusal(db.execute(sql`truncate events`))).toContain("append-only");
    expect(await refusal(db.execute(sql`update blocks set hash = 'x'`))).toContain("append-only");
    expect(await refusal(db.execute(sql`delete from blocks`))).toContain("append-only");
    expect(await refusal(db.execute(sql`truncate blocks`))).toContain("append-only");
    expect(await refusal(appendEvent(db, newEvent(id, 1)))).toContain("events_issue_version");
  });

  it("moves an issue on the version that was read, and not on an older one", async () => {
    const { db } = database;
    const filed = await insertIssue(db, newIssue({ suggestions: ["power", "water"] }));
    const signed = await updateIssue(db, filed, { state: "in_progress", handler: "王建国" });
    expect(signed).toEqual({ ...filed, state: "in_progress", handler: "王建国", version: 2 });
    expect(await updateIssue(db, filed, { handler: "刘洋" })).toBeNull();
    expect(await readIssue(db, filed.id)).toEqual(signed);
  });

  it("lets one of ten moves that were decided on the same version through", async () => {
    const { db } = database;
    const filed = await insertIssue(db, newIssue());
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => updateIssue(db, filed, { handler: `经办 ${index}` })),
    );
    expect(results.filter((one) => one !== null)).toHaveLength(1);
    expect((await readIssue(db, filed.id))?.version).toBe(2);
  });

  it("gives an issue's lock to one transaction at a time, the next one reading what the first wrote", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    const raise = () =>
      db.transaction(async (tx) => {
        const issue = (await lockDossier(tx, id))?.issue;
        if (issue !== undefined) await updateIssue(tx, issue, { level: issue.level + 1 });
      });
    await Promise.all(Array.from({ length: 8 }, raise));
    expect(await readIssue(db, id)).toMatchObject({ level: 8, version: 9 });
  });
});

describe("what an event's digest is taken over", () => {
  it("does not depend on the order of keys, and tells every value apart", () => {
    const event = newEvent(1, 1);
    expect(digestOf({ ...event, data: { b: 1, a: 2 } })).toBe(digestOf({ ...event, data: { a: 2, b: 1 } }));
    const others = [
      { ...event, data: { a: "1" } },
      { ...event, data: { a: 1 } },
      { ...event, data: { a: null } },
      { ...event, data: { a: [1] } },
      { ...event, data: {} },
      { ...event, at: new Date("2026-11-16T01:02:03.457Z") },
      { ...event, messageId: null },
      { ...event, version: 2 },
    ];
    expect(new Set(others.map(digestOf)).size).toBe(others.length);
    expect(canonicalJson({ b: [new Date(0)], a: undefined })).toBe('{"b":["1970-01-01T00:00:00.000Z"]}');
  });
});
