import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { org } from "../../src/cli/org.ts";
import type { Database } from "../../src/store/client.ts";
import { readRecognised, saveClaim } from "../../src/store/recognised.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { openStore } from "../support/store.ts";

const FILE = `# ours
park: { name: 永州经开区 }
departments:
  - { code: power, name: 供电公司 }
people:
  - { name: 李敏, role: coordinator, phone: "13800001111" } # the office
  - { name: 王建国, role: head, department: power }
  - { name: 刘洋, role: officer, department: power, dingtalk: "0254572" }
`;

describe("the accounts that people have told the bot", () => {
  let place: TestDatabase;
  let database: Database;
  let file: string;

  beforeAll(async () => {
    place = await freshDatabase("postgresql");
    database = await openStore(place);
    file = join(place.dataDir, "org.yaml");
    await writeFile(file, FILE);
    const claim = { platform: "dingtalk", at: new Date("2026-11-16T01:00:00Z") } as const;
    await saveClaim(database.db, { ...claim, userId: "0990001", name: "李敏", person: "李敏", phone: "138 0000 1111" });
    await saveClaim(database.db, {
      ...claim,
      userId: "0990002",
      name: "王建国",
      person: "王建国",
      phone: "13911112222",
    });
    await saveClaim(database.db, { ...claim, userId: "0990003", name: "王建国", person: "王建国", phone: null });
    await saveClaim(database.db, { ...claim, userId: "0990004", name: "刘洋", person: "刘洋", phone: null });
    await saveClaim(database.db, { ...claim, userId: "0990005", name: "某人", person: null, phone: null });
  });

  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  async function run(...words: readonly string[]) {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const database = { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir };
    const env = { LANG: "C.UTF-8", ...database, ORG_FILE: file, SANDBOX: "on" };
    const code = await org({ words, env, say, complain: say });
    return { code, lines };
  }

  it("are listed for the operator, without telephone numbers and without who has an account already", async () => {
    expect(await run("recognise")).toEqual({
      code: 0,
      lines: [
        "李敏 (coordinator): dingtalk 0990001, gave the telephone number of the list",
        "王建国 (head): dingtalk 0990002, gave not the telephone number of the list",
        "王建国 (head): dingtalk 0990003, gave no telephone number",
      ],
    });
  });

  it("are listed in Chinese, too", async () => {
    expect((await run("recognise", "--lang", "zh")).lines).toEqual([
      "李敏（营商办）：钉钉账号 0990001，给的是名单上的手机号",
      "王建国（负责人）：钉钉账号 0990002，给的不是名单上的手机号",
      "王建国（负责人）：钉钉账号 0990003，没有给手机号",
    ]);
    expect((await run("recognise", "赵某", "--lang=zh")).lines[0]).toContain("没有账号在等核实为赵某");
  });

  it("are recognised by the operator, for whom no coordinator can, one account at a time", async () => {
    expect((await run("recognise", "李敏")).lines[0]).toContain("dingtalk 0990001 is 李敏 (coordinator) from now on");
    expect((await run("recognise", "李敏")).lines[0]).toContain("No account waits to be recognised as 李敏");
    const several = await run("recognise", "王建国");
    expect([several.code, several.lines[0]]).toEqual([1, expect.stringContaining("2 accounts say to be 王建国")]);
    expect((await run("recognise", "王建国", "0990003")).code).toBe(0);
    expect(await readRecognised(database.db)).toMatchObject([
      { userId: "0990001", by: "operator" },
      { userId: "0990003", by: "operator" },
    ]);
  });

  it("are written into the org file, which keeps all else as it is", async () => {
    expect((await run("ids")).lines).toEqual(["李敏: dingtalk 0990001", "王建国: dingtalk 0990003"]);
    expect((await run("ids", "--into", file)).lines).toEqual([
      `${file} has 2 accounts more:`,
      "  李敏: dingtalk 0990001",
      "  王建国: dingtalk 0990003",
    ]);
    expect(await readFile(file, "utf8")).toBe(
      FILE.replace('"13800001111" }', '"13800001111", dingtalk: "0990001" }').replace(
        "role: head, department: power }",
        'role: head, department: power, dingtalk: "0990003" }',
      ),
    );
    expect((await run("ids")).lines).toEqual(["No account was recognised that the org file does not have."]);
  });
});
