import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../src/cli/audit.ts";
import { checkOrgFile } from "../../src/cli/examine/org-file.ts";
import { org } from "../../src/cli/org.ts";
import { storedOrg } from "../../src/org/apply.ts";
import { chooseOrg } from "../../src/org/choose.ts";
import { OrgDesk } from "../../src/org/desk.ts";
import { edited } from "../../src/org/edit.ts";
import { loadOrg } from "../../src/org/load.ts";
import { type Database, openDatabase } from "../../src/store/client.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";

const CONTRACT = new URL("../fixtures/org/contract.yaml", import.meta.url);
const MIGRATIONS = new URL("../../drizzle", import.meta.url).pathname;
const NAMES = {
  QIYE_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=one-key",
  DUBAN_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=another-key",
};
const AT = new Date("2026-11-16T01:00:00Z");

/** A file in force, and 李敏's telephone number changed on the board since. */
describe("an org file below what was changed on the board", () => {
  let database: TestDatabase;
  let opened: Database;
  let path: string;
  let text: string;

  beforeAll(async () => {
    database = await freshDatabase("postgresql");
    opened = await openDatabase({ ...database, migrationsFolder: MIGRATIONS });
    path = join(database.dataDir, "org.yaml");
    text = await readFile(CONTRACT, "utf8");
    await start(text);
    const desk = new OrgDesk({ load: (one) => loadOrg(one, NAMES), names: NAMES, follow: async () => {} });
    await opened.db.transaction(async (tx) => {
      const before = await desk.take(tx);
      const at = before.org.people.findIndex(({ name }) => name === "李敏");
      const next = edited(before.text, [
        { kind: "put", section: "people", at, fields: new Map([["phone", "668001"]]) },
      ]);
      const weighed = await desk.weigh(tx, before, next);
      if (!("org" in weighed)) throw new Error(JSON.stringify(weighed));
      await desk.put(tx, before, { text: next, org: weighed.org, doing: { by: "孙磊", place: "page", at: AT } });
    });
  });

  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  const start = (given: string) => chooseOrg(opened.db, { path: "org.yaml", text: given }, NAMES, AT);
  const phoneIn = (started: Awaited<ReturnType<typeof start>>) =>
    started.org.people.find(({ name }) => name === "李敏")?.phone;

  async function apply(given: string, ...options: readonly string[]) {
    await writeFile(path, given);
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const env = { LANG: "C.UTF-8", ...NAMES, DATABASE_URL: database.databaseUrl, DATA_DIR: database.dataDir };
    const code = await org({ words: ["apply", path, ...options], env, say, complain: say });
    return { code, text: lines.join("\n") };
  }

  it("does not undo it at a start, as it was and with other changes, and says so", async () => {
    for (const given of [text, text.replace("周长友", "周长有")]) {
      const started = await start(given);
      expect(phoneIn(started)).toBe("668001");
      expect(started.warnings[0]).toContain("What was changed on the board stays in force; org.yaml does not have it");
    }
    await writeFile(path, text);
    const { org: examined, findings } = await checkOrgFile(path, NAMES, {
      applied: await storedOrg(opened.db),
      used: null,
    });
    expect(examined?.people.find(({ name }) => name === "李敏")?.phone).toBe("668001");
    expect(findings.map((one) => one.text).join("\n")).toContain("what was changed on the board stays in force");
  });

  it("is refused by apply, which names what it would undo, and by no other word than --take-file", async () => {
    const refused = await apply(text);
    expect(refused).toEqual({ code: 1, text: expect.stringContaining("changed person 李敏: phone") });
    expect(refused.text).toContain("--take-file");
    expect((await apply(text, "--force")).code).toBe(2);
    expect(phoneIn(await start(text))).toBe("668001");
  });

  it("comes into force when it has the change, or when the change may go", async () => {
    const { text: inForce } = await storedOrg(opened.db);
    const merged = (inForce ?? "").replace("周长友", "周长有");
    const started = await start(merged);
    expect([phoneIn(started), started.org.people[0]?.name]).toEqual(["668001", "周长有"]);
    // From here on the file is what is in force, and the next one takes its place as ever.
    expect((await apply(text)).text).toContain("is in force now");
    expect(phoneIn(await start(text))).toBeUndefined();
  });

  it("stands in the record with everything else, which is verified with the ledger", async () => {
    const verify = async () => {
      const lines: string[] = [];
      const say = (line: string) => void lines.push(line);
      const env = { LANG: "C.UTF-8", ...NAMES, DATABASE_URL: database.databaseUrl, DATA_DIR: database.dataDir };
      return { code: await audit({ words: ["verify"], env, say, complain: say }), text: lines.join("\n") };
    };
    expect(await verify()).toEqual({
      code: 0,
      text: expect.stringContaining("The record of the org is sound: 4 changes"),
    });
    // Behind everybody's back.
    await writeSetting(opened.db, "org-file", text.replace("周长友", "别人"));
    expect(await verify()).toEqual({ code: 1, text: expect.stringContaining("The record of the org is not sound.") });
  });
});
