import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { valuesIn } from "../../src/cli/connect/env-file.ts";
import { openKeyboard } from "../../src/cli/connect/keyboard.ts";
import { connect } from "../../src/cli/connect.ts";
import { DingtalkServer } from "../../src/sandbox/dingtalk-server.ts";
import { World } from "../../src/sandbox/world.ts";
import { systemClock } from "../../src/shared/clock.ts";
import { build, ROOT } from "../support/build.ts";
import { SCANNED, ScanServer } from "../support/scan-server.ts";

const NOBODY = "http://127.0.0.1:1";
/** No address of the real platforms is asked. */
const AWAY = {
  LANG: "C.UTF-8",
  WECOM_CONNECT_BASE: NOBODY,
  WECOM_API_BASE: NOBODY,
  DINGTALK_API_BASE: NOBODY,
  DINGTALK_OAPI_BASE: NOBODY,
};
const BY_HAND = { botId: "aibTypedByHand0123", secret: "s3cret-typed-by-hand" };

let base: string;
let folder: string;
let scan: ScanServer;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "chaxu-connect-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(base, "park-"));
  scan = await ScanServer.start();
});
afterEach(() => scan.close());

const envText = () => readFile(join(folder, ".env"), "utf8");
const dotEnv = (text: string) => writeFile(join(folder, ".env"), text);

/** Answers what is asked, in this order, over a pipe. */
async function run(words: string[], answers: readonly string[], more: Record<string, string> = {}) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on("data", (chunk) => shown.push(String(chunk)));
  input.end(answers.map((one) => `${one}\n`).join(""));
  const keyboard = openKeyboard(input, output);
  const say = (line: string) => void shown.push(`${line}\n`);
  const text = existsSync(join(folder, ".env")) && (await stat(join(folder, ".env"))).isFile() ? await envText() : "";
  const env = { ...AWAY, DATA_DIR: join(folder, "data"), ...valuesIn(text), ...more };
  const times = { everyMs: 5, forMs: 200 };
  const code = await connect({ words, env, say, complain: say }, { keyboard, folder, scan: times });
  keyboard.close();
  return { code, output: shown.join("") };
}

const NO_SOCKET = { WECOM_WS_URL: "ws://127.0.0.1:1" };
const scanned = () => ({ WECOM_CONNECT_BASE: scan.url, ...NO_SOCKET });

describe("npm run connect -- wecom", () => {
  it("goes from an empty folder to a written .env by one scan, in seconds, and ends with the doctor", async () => {
    await build();
    const began = performance.now();
    const { PATH } = process.env;
    const env = { PATH, ...AWAY, ...scanned() };
    const child = spawn(process.execPath, [join(ROOT, "dist/cli/connect.js"), "wecom"], { cwd: folder, env });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
    });
    scan.asksBefore = 0;
    child.stdin.end("茶小二\n");
    await once(child, "close");
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await envText()).toBe(
      `WECOM_BOT_ID=${SCANNED.botid}\nWECOM_BOT_SECRET=${SCANNED.secret}\nWECOM_BOT_NAME=茶小二\n`,
    );
    expect((await stat(join(folder, ".env"))).mode & 0o777).toBe(0o600);
    expect(output).toContain(scan.authUrl);
    expect(output).toMatch(/[▀▄█]{7}/);
    expect(output).toContain("npm run org -- template");
    expect(output).toMatch(/^ok +wecom +the bot is connected from here/m);
    expect(output).not.toContain(SCANNED.secret);
    const asked = scan.requests[0]?.searchParams;
    expect([asked?.get("source"), asked?.get("plat")]).toEqual(["chaxu", expect.stringMatching(/^\d$/)]);
  });

  it("waits for the scan, and keeps what stands in .env", async () => {
    const text = "# our park\r\nPORT=3001 # free\r\n#WECOM_BOT_ID=example\r\nQIYE_WEBHOOK='https://a/b?c'\r\n";
    await dotEnv(text);
    const { output } = await run(["wecom"], [""], scanned());
    expect(scan.asked("/ai/qc/query_result")).toBe(3);
    expect(await envText()).toBe(
      `${text.replace("#WECOM_BOT_ID=example", `WECOM_BOT_ID=${SCANNED.botid}`)}WECOM_BOT_SECRET=${SCANNED.secret}\r\n`,
    );
    expect(output).toContain(".env is written: WECOM_BOT_ID, WECOM_BOT_SECRET.");
  });

  it("offers an org.yaml that is there", async () => {
    await writeFile(join(folder, "org.yaml"), "park: { name: 园区 }\n");
    expect((await run(["wecom"], ["", "maybe", "y"], scanned())).output).toContain("answer y (yes) or n (no)");
    expect(await envText()).toContain("ORG_FILE=./org.yaml");
  });

  const wrongPlace = { body: { data: { scode: "a", auth_url: "http://evil.example.cn/x" } } };

  it.each<[string, Partial<Pick<ScanServer, "generate" | "result" | "asksBefore">>, RegExp]>([
    ["refused", { generate: { body: { errcode: 40058, errmsg: "no" } } }, /refused .*40058/],
    ["unknown", { generate: { body: "<html>" } }, /does not know/],
    ["forbidden", { generate: { status: 403, body: "" } }, /refused .*HTTP 403/],
    ["led elsewhere", { generate: wrongPlace }, /does not know/],
    ["late", { asksBefore: 1e6 }, /Nobody scanned it in time/],
    ["expired", { result: { body: { data: { status: "expired" } } } }, /refused .*expired/],
    ["without a secret", { result: { body: { data: { status: "success" } } } }, /does not know/],
    ["broken", { result: { status: 502, body: "" } }, /not possible from here: HTTP 502/],
  ])("goes on by hand when the scan is %s, with the console page", async (_what, answers, sentence) => {
    Object.assign(scan, answers);
    const { output } = await run(["wecom"], [BY_HAND.botId, BY_HAND.secret, ""], scanned());
    expect(output).toMatch(sentence);
    expect(output).toContain("管理后台 → 安全与管理 → 管理工具 → 智能机器人");
    expect(await envText()).toBe(`WECOM_BOT_ID=${BY_HAND.botId}\nWECOM_BOT_SECRET=${BY_HAND.secret}\n`);
  });

  it("asks again for what cannot be right, without a network too, and shows no secret", async () => {
    const answers = ["", "with a space", BY_HAND.botId, "", BY_HAND.secret, "x".repeat(65), "小茶"];
    const { output } = await run(["wecom"], answers, NO_SOCKET);
    expect(output).toMatch(/not possible from here: 127\.0\.0\.1:1: it refuses the connection \(ECONNREFUSED\)/);
    expect(output.match(/That is not right: WECOM_BOT_ID: expected/g)).toHaveLength(2);
    expect(output).toContain("1 to 64 characters");
    expect(valuesIn(await envText())).toMatchObject({ WECOM_BOT_ID: BY_HAND.botId, WECOM_BOT_NAME: "小茶" });
    expect(output).not.toContain(BY_HAND.secret);
  });

  it("asks before it replaces what is set, before a bot is made, and names no value", async () => {
    const text = "WECOM_BOT_ID=aibOld\nWECOM_BOT_SECRET=old-secret\n";
    await dotEnv(text);
    for (const answers of [["n"], [""], []]) {
      const { code, output } = await run(["wecom"], answers, scanned());
      expect([code, await envText()]).toEqual([1, text]);
      expect(output).toContain("Nothing was changed");
      expect(output).not.toMatch(/aibOld|old-secret/);
    }
    expect(scan.requests).toEqual([]);
    await run(["wecom"], ["y", ""], scanned());
    expect(valuesIn(await envText())).toEqual({ WECOM_BOT_ID: SCANNED.botid, WECOM_BOT_SECRET: SCANNED.secret });
  });

  it("makes comments of the callback's lines, because a bot has one road, when it may", async () => {
    await dotEnv("WECOM_BOT_TOKEN=abc\nWECOM_BOT_ENCODING_AES_KEY=def\n");
    const { output } = await run(["wecom"], ["y", ""], scanned());
    expect(await envText()).toMatch(/^#WECOM_BOT_TOKEN=abc\n#WECOM_BOT_ENCODING_AES_KEY=def\nWECOM_BOT_ID=/);
    expect(output).toMatch(/^ok +environment +every setting has the right form/m);
  });

  it("stops where the environment itself sets the names, which .env could not change", async () => {
    const { code, output } = await run(["wecom"], [""], { ...scanned(), WECOM_BOT_ID: "aibOutside" });
    expect([code, existsSync(join(folder, ".env"))]).toEqual([1, false]);
    expect(output).toContain("WECOM_BOT_ID is set in the environment itself");
  });

  it("leaves everything as it was when the input ends in the middle", async () => {
    const { code } = await run(["wecom", "--by-hand"], [BY_HAND.botId]);
    expect([code, existsSync(join(folder, ".env"))]).toEqual([1, false]);
  });

  it("does not begin where .env cannot be read", async () => {
    await mkdir(join(folder, ".env"));
    await expect(run(["wecom"], [])).rejects.toThrow(/\.env cannot be read \(EISDIR\)/);
  });

  it("says how it is used, and ends with 0, when that is asked for", async () => {
    for (const words of [["--help"], ["-h"], ["wecom", "--help"]]) {
      expect(await run(words, [])).toMatchObject({ code: 0, output: expect.stringMatching(/^How to use it:/) });
    }
    expect((await run(["--help", "--lang=zh"], [])).output).toMatch(/^用法：/);
  });

  it("names a platform that it does not know, and the two that there are", async () => {
    const { code, output } = await run(["weixin"], []);
    expect([code, output]).toEqual([2, expect.stringMatching(/^weixin is not known: it may be wecom or dingtalk\./)]);
    const chinese = await run(["--by-hand", "weixin", "--lang=zh"], []);
    expect(chinese.output).toMatch(/^不认识 weixin：可以写 wecom（企业微信）或 dingtalk（钉钉）。\n用法：/);
    expect((await run(["wecom", "x"], [])).output).toMatch(/^How to use it:/);
  });

  it("speaks Chinese, says how it is used, and refuses a base that is no public address", async () => {
    const { output } = await run(
      ["wecom", "--by-hand", "--lang=zh"],
      ["", BY_HAND.botId, BY_HAND.secret, ""],
      NO_SOCKET,
    );
    expect(output).toContain("不对：WECOM_BOT_ID 要填：智能机器人长连接的 Bot ID");
    expect(output).toContain("企业微信  机器人用长连接");
    for (const words of [[], ["feishu"], ["wecom", "x"], ["dingtalk", "--by-hand"], ["wecom", "--lang"]]) {
      expect(await run(words, [])).toMatchObject({
        code: 2,
        output: expect.stringContaining("npm run connect -- wecom"),
      });
    }
    expect(await run(["wecom"], [], { WECOM_CONNECT_BASE: "http://10.0.0.1" })).toMatchObject({ code: 1 });
  });
});

describe("npm run connect -- dingtalk", () => {
  const PAIR = { id: "dingconnect0123", secret: "dingtalk-s3cret-word" };
  let dingtalk: DingtalkServer;
  let bases: Record<string, string>;
  beforeAll(async () => {
    dingtalk = new DingtalkServer({
      world: new World(() => systemClock.now()),
      clock: systemClock,
      clientId: PAIR.id,
      clientSecret: PAIR.secret,
      robotCode: PAIR.id,
      botName: "茶叙",
      callbackUrl: () => NOBODY,
    });
    const address = await dingtalk.listen();
    bases = { DINGTALK_API_BASE: address, DINGTALK_OAPI_BASE: address };
  });
  afterAll(() => dingtalk.close());

  it("names each console page, checks the pair with the platform, and writes it with Stream mode", async () => {
    const { output } = await run(["dingtalk"], [PAIR.id, "wr0ng-secret", PAIR.id, PAIR.secret, ""], bases);
    for (const page of ["创建应用", "Stream 模式", "权限管理", "版本管理与发布", "凭证与基础信息"]) {
      expect(output).toContain(page);
    }
    expect(output).toMatch(/That is not right: .*invalidClientIdOrSecret/);
    expect(await envText()).toBe(
      `DINGTALK_CLIENT_ID=${PAIR.id}\nDINGTALK_CLIENT_SECRET=${PAIR.secret}\nDINGTALK_MODE=stream\n`,
    );
    expect(output).toMatch(/^ok +dingtalk +an access token came/m);
    expect(output).not.toMatch(/wr0ng-secret|dingtalk-s3cret/);
  });

  it("writes what could not be checked only when that is wanted", async () => {
    const { output } = await run(["dingtalk"], [PAIR.id, PAIR.secret, "n", PAIR.id, PAIR.secret, "y", ""]);
    expect(output).toMatch(/ECONNREFUSED.*Let this machine reach DINGTALK_API_BASE/);
    expect(valuesIn(await envText())).toMatchObject({ DINGTALK_MODE: "stream" });
  });

  it("asks before another mode is replaced", async () => {
    await dotEnv("DINGTALK_MODE=callback\n");
    const { code, output } = await run(["dingtalk"], ["n"], bases);
    expect([code, await envText()]).toEqual([1, "DINGTALK_MODE=callback\n"]);
    expect(output).toContain("DINGTALK_MODE is set already");
  });
});
