import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { org } from "../../src/cli/org.ts";
import { storedOrgText } from "../../src/org/apply.ts";
import { guardFolder } from "../../src/store/guard.ts";
import { build, ROOT } from "../support/build.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";
import { variant } from "../support/told.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/org", import.meta.url));
const CONTRACT = join(FIXTURES, "contract.yaml");
const MISTAKES = join(FIXTURES, "twenty-mistakes.yaml");
const HOOKS = {
  QIYE_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=one-key",
  DUBAN_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=another-key",
};

async function run(words: readonly string[], more: Record<string, string | undefined> = HOOKS) {
  const env = { LANG: "C.UTF-8", ...more };
  const said: string[] = [];
  const complained: string[] = [];
  const say = (line: string) => void said.push(line);
  const complain = (line: string) => void complained.push(line);
  const code = await org({ words, env, say, complain });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

describe("npm run org", () => {
  it("names what is wrong, says how it is used, and ends with 2, when the words are others", async () => {
    for (const words of [[], ["check"], ["apply"], ["chek", CONTRACT], ["check", CONTRACT, "more"]]) {
      expect(await run(words)).toEqual({ code: 2, said: "", complained: expect.stringContaining("check FILE") });
    }
    for (const [words, named] of [
      ["", "What is to be done is not said: check, apply"],
      ["chek org.yaml", "chek is not known here. There are: check, apply"],
      ["check", "check needs FILE as well"],
      ["check a.yaml b.yaml", "b.yaml is one word too many."],
      ["check a.yaml --force", "--force does not go with check."],
      ["apply a.yaml --take-file --yes", "--yes does not go with apply."],
      ["import a.xlsx --into b.yaml --yes", "--yes does not go with import."],
      ["export-company zhongsu", "export-company needs DIR as well"],
      ["import a.xlsx --onto b.yaml", "--onto is not known here. There are: --into, --force, --take-file, --yes."],
    ] as const) {
      const { code, complained } = await run([...words.split(" ").filter((word) => word !== ""), "--lang", "en"]);
      expect([code, complained.split("\n")[0]]).toEqual([2, expect.stringContaining(named)]);
    }
  });

  it("says how it is used, and ends with 0, when that is asked for, in the language that is asked for", async () => {
    for (const words of [["--help"], ["-h"], ["check", "--help"]]) {
      expect(await run(words)).toEqual({ code: 0, said: expect.stringContaining("check FILE"), complained: "" });
    }
    expect(await run(["--help", "--lang", "zh"])).toMatchObject({ code: 0, said: expect.stringContaining("用法：") });
    expect((await run(["--help"], { LANG: "zh_CN.UTF-8" })).said).toContain("用法：");
    const chinese = await run(["chek", "a", "--lang=zh"], {});
    expect(chinese).toEqual({ code: 2, said: "", complained: expect.stringMatching(/^没有 chek 这个写法.*\n用法：/) });
  });

  it("takes no other language, and does nothing then", async () => {
    const wrong = [["--lang"], ["--lang", "fr"], ["--lang=zh-CN"], ["--lang", "zh", "--lang", "en"]];
    for (const more of wrong) {
      expect(await run(["check", CONTRACT, ...more])).toMatchObject({
        code: 2,
        said: "",
        complained: expect.stringMatching(/npm run org -- check/),
      });
    }
  });

  it("names a file that is not there", async () => {
    await expect(run(["check", "/nowhere/org.yaml"])).rejects.toThrow(
      "The org file /nowhere/org.yaml cannot be read (ENOENT).",
    );
  });
});

describe("npm run org -- check", () => {
  it("says what is doubtful, and in one line what a file without mistakes holds", async () => {
    const { code, said, complained } = await run(["check", CONTRACT]);
    expect([code, complained]).toEqual([0, ""]);
    const lines = said.split("\n");
    expect(lines.pop()).toBe(
      `${CONTRACT} is fine: 永州经开区, 2 departments, 1 category, 1 enterprise, 3 people, 3 chats, 3 digests.`,
    );
    for (const line of lines) expect(line).toMatch(/^Note: line \d+, [\w.[\]]+: ./);
  });

  it("tells every mistake at once, each with line and path, and ends with 1", async () => {
    const { code, said, complained } = await run(["check", MISTAKES], {});
    expect(code).toBe(1);
    expect(said).toBe("");
    const [head, ...mistakes] = complained.split("\n");
    expect(head).toBe(`${MISTAKES} has ${mistakes.length} errors:`);
    expect(mistakes.length).toBeGreaterThan(20);
    for (const mistake of mistakes) expect(mistake).toMatch(/^ {2}line \d+, [\w.[\]]+: ./);
  });

  it("says all of it in Chinese where that is asked for, or spoken by the system", async () => {
    const { code, said, complained } = await run(["check", CONTRACT], { ...HOOKS, LANG: "zh_CN.UTF-8" });
    expect([code, complained]).toEqual([0, ""]);
    const lines = said.split("\n");
    expect(lines.pop()).toBe(
      `${CONTRACT} 没有错误：永州经开区，2 个单位，1 个诉求类别，1 家企业，3 人，3 个群，3 个汇报。`,
    );
    for (const line of lines) expect(line).toMatch(/^提示：第 \d+ 行，[\w.[\]]+：./);

    const wrong = await run(["--lang", "zh", "check", MISTAKES], {});
    const [head, ...mistakes] = wrong.complained.split("\n");
    expect(head).toBe(`${MISTAKES} 有 ${mistakes.length} 处错误：`);
    for (const mistake of mistakes) {
      expect(mistake).toMatch(/^ {2}第 \d+ 行，[\w.[\]]+：.*\p{Script=Han}/u);
      expect(mistake).not.toMatch(/英文|[a-z]+ [a-z]+ [a-z]+/);
    }
  });

  variant("says in Chinese, too, that a file cannot be read", async () => {
    await build();
    const words = [join(ROOT, "dist/cli/org.js"), "check", "/nowhere/org.yaml"];
    const env = { ...HOOKS, LANG: "zh_CN.UTF-8" };
    await expect(promisify(execFile)(process.execPath, words, { env })).rejects.toMatchObject({
      code: 1,
      stderr: "机构文件 /nowhere/org.yaml 读不了：没有这个文件或文件夹（ENOENT）。\n",
    });
    await expect(promisify(execFile)(process.execPath, [...words, "--lang=en"], { env })).rejects.toMatchObject({
      code: 1,
      stderr: "The org file /nowhere/org.yaml cannot be read (ENOENT).\n",
    });
  });

  it("needs neither a database nor a configuration without mistakes", async () => {
    const env = { ...HOOKS, PORT: "none", DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" };
    expect(await run(["check", CONTRACT], env)).toMatchObject({ code: 0 });
  });

  it("accepts the sample park, which asks for names that the program gives", async () => {
    const sample = fileURLToPath(new URL("../../src/org/sample-park.yaml", import.meta.url));
    expect(await run(["check", sample], {})).toMatchObject({ code: 0, complained: "" });
  });

  it("is what the package's script starts", async () => {
    await build();
    const started = promisify(execFile)(process.execPath, [
      join(ROOT, "dist/cli/org.js"),
      "check",
      MISTAKES,
      "--lang=en",
    ]);
    await expect(started).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(" errors:") });
  });

  variant("comes to its end when nobody reads on, as behind … | head", async () => {
    await build();
    const started = spawn(process.execPath, [join(ROOT, "dist/cli/org.js"), "check", CONTRACT], { env: HOOKS });
    started.stdout.destroy();
    expect(await Promise.all([text(started.stderr), once(started, "close")])).toEqual(["", [0, null]]);
  });
});

describe("npm run org -- apply", () => {
  let place: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    place = await freshDatabase("postgresql");
    folder = await mkdtemp(join(tmpdir(), "chaxu-org-"));
  });

  afterAll(async () => {
    await place.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const env = () => ({ ...HOOKS, DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir });

  it("prints what it changes, nothing the second time, and a running Chaxu follows", async () => {
    const park = await startPark(place, "2026-11-16T09:00:00+08:00", HOOKS);
    const first = await run(["apply", CONTRACT], env());
    expect(first).toMatchObject({ code: 0, complained: "" });
    expect(first.said).toContain("added department power 供电公司");
    const second = await run(["apply", CONTRACT], env());
    expect(second.code).toBe(0);
    expect(second.said.split("\n").at(-1)).toBe(`${CONTRACT} is in force; nothing changed.`);
    expect(await storedOrgText(park.app.db)).toContain("湖南中塑科技有限公司");
    const known = () => park.app.holder.park.org.enterprises.length;
    expect(known()).toBe(7);
    await park.app.holder.follow();
    expect(known()).toBe(1);
    await park.close();
  });

  it("prints the same in Chinese", async () => {
    const changed = join(folder, "changed.yaml");
    const text = await readFile(CONTRACT, "utf8");
    await writeFile(changed, text.replace("name: 供电公司", "name: 供电分公司"));
    const zh = { ...env(), ORG_FILE: CONTRACT };
    expect((await run(["apply", changed, "--lang", "zh"], zh)).said).toContain(
      `${changed} 已生效：\n  修改单位 power：名称\n提示：ORG_FILE 写的是 ${CONTRACT}，`,
    );
    expect((await run(["apply", CONTRACT, "--lang", "zh"], env())).said).toContain("  修改单位 power：名称");
    const again = await run(["apply", CONTRACT, "--lang", "zh"], env());
    expect(again.said.split("\n").at(-1)).toBe(`${CONTRACT} 已生效，没有变化。`);
    const wrong = await run(["apply", CONTRACT, "--lang", "zh"], { ...HOOKS, PORT: "x" });
    expect(wrong).toMatchObject({ code: 1, complained: expect.stringMatching(/^设置有误：\n {2}PORT 要填：/) });
  });

  it("changes nothing when the file has a mistake", async () => {
    expect(await run(["apply", MISTAKES], env())).toMatchObject({ code: 1, said: "" });
    expect(await run(["apply", CONTRACT], env())).toMatchObject({ code: 0, said: expect.stringContaining("nothing") });
  });

  it("says so when ORG_FILE will put another file in force at the next start", async () => {
    const other = join(folder, "other.yaml");
    await writeFile(other, "park: { name: 别的园区 }\n");
    expect((await run(["apply", CONTRACT], { ...env(), ORG_FILE: other })).said).toContain(`ORG_FILE is ${other}`);
    expect((await run(["apply", CONTRACT], { ...env(), ORG_FILE: CONTRACT })).said).not.toContain("ORG_FILE");
  });

  it("tells the mistakes of the configuration", async () => {
    const { code, complained } = await run(["apply", CONTRACT], { ...HOOKS, DATABASE_URL: "mysql://x", PORT: "x" });
    expect(code).toBe(1);
    expect(complained).toMatch(/DATABASE_URL: expected/);
    expect(complained).toMatch(/PORT: expected/);
  });

  it("is refused with a sentence while a program uses the embedded database", async () => {
    const dataDir = join(folder, "data");
    const guard = await guardFolder(join(dataDir, "db"));
    await expect(run(["apply", CONTRACT], { ...HOOKS, DATA_DIR: dataDir })).rejects.toThrow(
      /in use by another Chaxu process\. Stop that one first/,
    );
    await guard.release();
  });
});
