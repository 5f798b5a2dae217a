import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../src/cli/audit.ts";
import { checkAuditKey } from "../../src/cli/examine/audit-key.ts";
import { openAuditKey } from "../../src/issues/audit-key.ts";
import { fingerprintIn, keepFingerprint, readFingerprint, standing, textOf } from "../../src/issues/fingerprint.ts";
import { blocksFrom, eventsNumbered } from "../../src/store/blocks.ts";
import type { Db } from "../../src/store/client.ts";
import { sealOf } from "../../src/store/events.ts";
import { dropSetting } from "../../src/store/settings.ts";
import { copyOf, freshDatabase, type TestDatabase } from "../support/databases.ts";
import { file, move, sealed } from "../support/recorded.ts";
import { openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

const NOW = new Date("2026-11-01T00:00:00+08:00");

describe("the fingerprint of a month's record", () => {
  let place: TestDatabase;
  let folder: string;
  let line: string;
  let publicKey: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "chaxu-fingerprint-"));
    place = await freshDatabase("postgresql");
    publicKey = join(folder, "audit", "fingerprint-public.pem");
    await inStore(place, async (db) => {
      const [first, second] = [await keyIn(folder), await keyIn(folder)];
      expect(first.open).toBe(second.open);
      expect(await keepFingerprint(db, "2026-10", { now: NOW, key: first.own })).toBeNull();
      await sealed(
        db,
        () => file(db),
        () => move(db, 1, "王建国"),
      );
      await file(db);
      // Two processes at once, each with a key of its own: one fingerprint stays.
      const other = await keyIn(join(folder, "other"));
      const made = [];
      for (const key of [first.own, other.own]) made.push(await keepFingerprint(db, "2026-10", { now: NOW, key }));
      const [kept] = made;
      if (kept === null || kept === undefined) throw new Error("there is a record");
      expect(made).toEqual([kept, kept]);
      expect(kept).toMatchObject({ month: "2026-10", block: 3, events: 3, chained: 0, at: NOW.toISOString() });
      expect([standing(kept, first.own), standing(kept, other.own)]).toEqual(["sound", "another-key"]);
      expect(standing({ ...kept, events: 2 }, first.own)).toBe("changed");
      line = textOf(kept);
      await sealed(db, () => move(db, 2, "李四"));
    });
    expect((await stat(join(folder, "audit", "fingerprint-private.pem"))).mode & 0o777).toBe(0o600);
  });
  afterAll(async () => {
    await place.drop();
    await rm(folder, { recursive: true });
  });

  async function keyIn(dataDir: string) {
    const key = await openAuditKey({ dataDir }, (why) => {
      throw new Error(why);
    });
    if (key === null) throw new Error("there is a key");
    return key;
  }

  async function inStore(where: TestDatabase, work: (db: Db) => Promise<unknown>): Promise<void> {
    const database = await openStore(where);
    await work(database.db).finally(() => database.close());
  }

  async function verify(where: TestDatabase, ...words: readonly string[]) {
    const lines: string[] = [];
    const say = (one: string) => void lines.push(one.replaceAll(`${folder}/`, ""));
    const env = { LANG: "C.UTF-8", DATABASE_URL: where.databaseUrl, DATA_DIR: where.dataDir };
    const code = await audit({ words: ["verify", ...words], env, say, complain: say });
    return { code, text: lines.join("\n") };
  }

  /** What is found in a copy of the database with which this was done. */
  async function found(change: (db: Db) => Promise<unknown>) {
    const copy = await copyOf(place);
    try {
      await inStore(copy, change);
      return await verify(copy, "--fingerprint", line, "--key", publicKey);
    } finally {
      await copy.drop();
    }
  }

  it("is found again as a line, broken as a page breaks it, and in a file, by its key or without", async () => {
    const fits = await verify(place, "--fingerprint", line, "--key", publicKey);
    expect(fits.text).toContain("The fingerprint of 2026-10, made 2026-10-31T16:00:00.000Z, fits: up to block 3");
    expect(fits.text).toContain("the 3 events that it had then");
    expect(fits.text).toContain("4 event(s), in their order and unaltered");
    expect(fits.text).not.toContain("was not looked at");
    expect(fits.code).toBe(0);
    const page = join(folder, "page.txt");
    await writeFile(page, `记录指纹\n摘要 …\n${line.replaceAll(/(.{40})/g, "$1\n")}\n— 3 —\n`);
    const copied = await verify(place, "--fingerprint", page);
    expect(copied).toMatchObject({ code: 0, text: expect.stringContaining("Its signature was not looked at") });
    expect((await verify(place, "--fingerprint", line, "--lang", "zh")).text).toContain("与 2026-10 的记录指纹");
  });

  variant("shows what was changed, removed, inserted, rewritten as a whole, set back or exchanged", async () => {
    const free = sql`set session_replication_role = replica`;
    const changed = await found(async (db) => {
      await db.execute(free);
      await db.execute(sql`update events set data = '{"row":{"handler":"某人"}}' where seq = 2`);
    });
    expect(changed).toMatchObject({ code: 1, text: expect.stringContaining("event 2, issue #1: its content is not") });
    const removed = await found(async (db) => {
      await db.execute(free);
      await db.execute(sql`delete from events where seq = 2`);
    });
    expect(removed).toMatchObject({ code: 1, text: expect.stringContaining("event 2: it is missing") });
    const inserted = await found(async (db) => {
      await db.execute(free);
      await db.execute(sql`insert into events select (jsonb_populate_record(null::events, to_jsonb(e) ||
        '{"seq": 90, "version": 9}')).* from events e where seq = 2`);
    });
    expect(inserted).toMatchObject({ code: 1, text: expect.stringContaining("event 90") });
    // With the chain computed anew nothing is wrong in the database itself.
    const resealed = await found(async (db) => {
      const [second] = await blocksFrom(db, 2, 1);
      const hash = sealOf(second?.hash ?? "", await eventsNumbered(db, [4]));
      await db.execute(free);
      await db.execute(sql`update blocks set seqs = '[4]', hash = ${hash} where id = 3`);
    });
    expect(resealed).toMatchObject({ code: 1, text: expect.stringContaining("and the chain computed anew") });
    const back = await found(async (db) => {
      await db.execute(free);
      await db.execute(sql`delete from blocks where id > 2`);
    });
    expect(back).toMatchObject({ code: 1, text: expect.stringContaining("The database was set back") });
    const exchanged = await found(async (db) => {
      await db.execute(free);
      await db.execute(sql`update blocks set hash = repeat('0', 64) where id = 1`);
    });
    expect(exchanged).toMatchObject({ code: 1, text: expect.stringContaining("the whole database was exchanged") });
  });

  it("stays with who has it when the database forgets it, and what is none gets a sentence", async () => {
    const forgot = await found((db) => dropSetting(db, "fingerprint 2026-10"));
    expect(forgot.code).toBe(0);
    expect(await verify(place, "--fingerprint", line.slice(0, -1))).toEqual({
      code: 2,
      text: "That is no whole fingerprint: copy its line from the month report from chaxu-fingerprint-1 to its end, in quotes.",
    });
    const forged = line.replace(/;3;3;/, ";3;2;");
    expect(await verify(place, "--fingerprint", forged, "--key", publicKey)).toMatchObject({
      code: 1,
      text: "The fingerprint was changed after it was signed, or is not copied whole.",
    });
    const other = join(folder, "other", "audit", "fingerprint-public.pem");
    expect((await verify(place, "--fingerprint", line, "--key", other)).text).toContain("signed with another key");
    expect((await verify(place, "--fingerprint", join(folder, "nowhere.txt"))).code).toBe(2);
    expect((await verify(place, "--fingerprint", publicKey)).text).toContain("holds no fingerprint");
    expect((await verify(place, "--fingerprint", line, "--whole")).text).toContain("--whole does not go with");
    expect(fingerprintIn(await readFile(publicKey, "utf8"))).toBeNull();
    await inStore(place, async (db) => expect(await readFingerprint(db, "2026-09")).toBeNull());
  });

  it("is signed with the key that the operator names, and a file without one ends the start with a sentence", async () => {
    const unkept = () => {};
    await writeFile(join(folder, "none.pem"), "none");
    for (const [name, sentence] of [
      ["none.pem", /AUDIT_KEY_FILE: .*none\.pem is not an Ed25519 private key/],
      ["absent.pem", /AUDIT_KEY_FILE: .*absent\.pem cannot be read/],
      ["audit/fingerprint-public.pem", /is not an Ed25519 private key/],
    ] as const) {
      const auditKeyFile = join(folder, name);
      await expect(openAuditKey({ auditKeyFile, dataDir: folder }, unkept)).rejects.toThrow(sentence);
      // The doctor finds it before the start does.
      const [finding] = await checkAuditKey({ auditKeyFile, dataDir: folder });
      expect(finding).toMatchObject({ verdict: "fail", text: expect.stringMatching(sentence) });
      expect(finding?.zh).toMatch(/^AUDIT_KEY_FILE 指的文件不能用/);
    }
    expect(await checkAuditKey({ dataDir: "/nowhere" })).toEqual([]);
    const auditKeyFile = join(folder, "audit", "fingerprint-private.pem");
    expect((await openAuditKey({ auditKeyFile, dataDir: "/nowhere" }, unkept))?.open).toBe(
      await readFile(publicKey, "utf8"),
    );
    const reasons: string[] = [];
    expect(await openAuditKey({ dataDir: join(folder, "none.pem") }, (why) => reasons.push(why))).toBeNull();
    expect(reasons).toHaveLength(1);
  });
});
