import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { walkChain } from "../../src/issues/audit-chain.ts";
import { seal } from "../../src/issues/seal.ts";
import { answered } from "../../src/store/answered.ts";
import { type Database, openDatabase } from "../../src/store/client.ts";
import { appendEvent } from "../../src/store/events.ts";
import { databaseFacts, lookInto } from "../../src/store/inspect.ts";
import { insertIssue, readIssue } from "../../src/store/issues.ts";
import { claimNotices, insertNotices } from "../../src/store/notices.ts";
import { nextNumber } from "../../src/store/numbers.ts";
import { readSetting, writeSetting } from "../../src/store/settings.ts";
import { ROOT } from "../support/build.ts";
import { emptyDatabase, type TestDatabase } from "../support/databases.ts";
import { foundBy } from "../support/found.ts";
import { MIGRATIONS, newEvent, newIssue, newNotice, onServer } from "../support/store.ts";

/** Parks of one database, each in a schema of its own. */
const COUNT = inject("form") === "full" ? 50 : 4;
const NOW = new Date("2026-11-26T02:00:00Z");

describe("many parks in one database", () => {
  let files: TestDatabase;
  const parks: { readonly schema: string; readonly database: Database; readonly issueId: number }[] = [];
  const wordOf = (schema: string) => `只属于${schema}的事`;

  beforeAll(async () => {
    files = await emptyDatabase();
    for (let n = 1; n <= COUNT; n++) {
      const schema = `park_${n}`;
      const database = await openDatabase({ ...files, databaseSchema: schema, migrationsFolder: MIGRATIONS });
      const { db } = database;
      const { id } = await insertIssue(db, newIssue({ text: wordOf(schema) }));
      await appendEvent(db, newEvent(id, 1));
      await seal(db, NOW);
      await insertNotices(db, [newNotice(`lane-${schema}`, { readyAt: NOW })]);
      await writeSetting(db, "whose", schema);
      parks.push({ schema, database, issueId: id });
    }
  }, 600_000);
  afterAll(async () => {
    for (const { database } of parks) await database.close();
    await files.drop();
  });

  it("have nothing outside of their schemas, and the same tables in each", async () => {
    const client = new Client({ connectionString: files.databaseUrl });
    await client.connect();
    const { rows } = await client.query(`select n.nspname as schema, count(*)::int as count from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') group by n.nspname`);
    await client.end();
    expect(rows.map(({ schema }) => schema).toSorted()).toEqual(parks.map(({ schema }) => schema).toSorted());
    expect(new Set(rows.map(({ count }) => count)).size).toBe(1);
  });

  it("see, number, claim and seal their own alone", async () => {
    for (const { schema, database, issueId } of parks) {
      const { db } = database;
      expect(issueId).toBe(1);
      expect((await readIssue(db, 1))?.text).toBe(wordOf(schema));
      const found = await foundBy(db, "只属于");
      expect(found.map(({ text }) => text)).toEqual([wordOf(schema)]);
      expect(await readSetting(db, "whose")).toBe(schema);
      expect(await nextNumber(db, "supervise-2026")).toBe(1);
      expect(await walkChain(db)).toMatchObject({ events: 1, block: 1, waiting: 0 });
      const claim = { owner: schema, platform: "wecom" as const, now: NOW, leaseMs: 60_000 };
      expect((await claimNotices(db, { ...claim, limit: 10 })).map(({ lane }) => lane)).toEqual([`lane-${schema}`]);
    }
  });

  it("are looked at each by itself, before and after they are made", async () => {
    const facts = (databaseSchema: string) =>
      lookInto({ ...files, databaseSchema }, (db) =>
        databaseFacts(db, { migrationsFolder: MIGRATIONS, databaseSchema }),
      );
    const made = await facts("park_1");
    const absent = await facts("park_0");
    if (made.kind !== "opened" || absent.kind !== "opened") throw new Error("a server is opened");
    expect(made.result.applied).toBe(made.result.known);
    expect(absent.result).toMatchObject({ applied: 0, mayStart: true, mayCreateTables: true });
  });

  it("are migrated by replicas that start together, once each", async () => {
    const opened = await Promise.all(
      ["park_new", "park_new", "park_other"].map((databaseSchema) =>
        openDatabase({ ...files, databaseSchema, migrationsFolder: MIGRATIONS }),
      ),
    );
    for (const { db } of opened) {
      const rows = answered<{ count: number }>(await db.execute(sql`select count(*)::int as count from migrations`));
      const journal = await import("../../drizzle/meta/_journal.json", { with: { type: "json" } });
      expect(rows[0]?.count).toBe(journal.default.entries.length);
    }
    for (const one of opened) await one.close();
  });

  it("take in one that had a database of its own, as docs/databases.md says", async () => {
    const own = await emptyDatabase();
    const before = await openDatabase({ ...own, migrationsFolder: MIGRATIONS });
    await insertIssue(before.db, newIssue({ text: "以前的事" }));
    await before.close();
    const page = readFileSync(join(ROOT, "docs/databases.md"), "utf8");
    const [, commands = ""] = /```sql\n([^`]*)```/u.exec(page) ?? [];
    await onServer(own.databaseUrl ?? "", commands);
    const after = await openDatabase({ ...own, databaseSchema: "park_1", migrationsFolder: MIGRATIONS });
    expect((await readIssue(after.db, 1))?.text).toBe("以前的事");
    expect((await insertIssue(after.db, newIssue())).id).toBe(2);
    await after.close();
    await own.drop();
  });
});
