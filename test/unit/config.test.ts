import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "dotenv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONFIG_NAMES, type Config, type Environment, loadEnv, readConfig } from "../../src/config.ts";

const AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const WECOM = { WECOM_BOT_TOKEN: "wecom-token-1", WECOM_BOT_ENCODING_AES_KEY: AES_KEY };
const SOCKET = { WECOM_BOT_ID: "aib1", WECOM_BOT_SECRET: "secret-1" };
const APP = { WECOM_CORP_ID: "ww1", WECOM_AGENT_ID: "1000002", WECOM_APP_SECRET: "app-secret-1" };
const CARDS = { DINGTALK_CLIENT_ID: "dingid", DINGTALK_CARD_TEMPLATE_ID: "x.schema" };
const DINGTALK = { DINGTALK_CLIENT_ID: "dingid", DINGTALK_CLIENT_SECRET: "ding-secret-1" };

function errorsOf(env: Environment): string[] {
  const result = readConfig(env);
  return "errors" in result ? result.errors : [];
}

function configOf(env: Environment): Config {
  const result = readConfig(env);
  if ("errors" in result) throw new Error(result.errors.join("\n"));
  return result.config;
}

describe("defaults", () => {
  it("starts with nothing set: the sandbox, on the own machine only", () => {
    expect(configOf({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      proxies: 0,
      reportForm: false,
      publicPage: false,
      publicUrl: "http://localhost:3000",
      hasPublicUrl: false,
      dataDir: "./data",
      sandbox: true,
      sandboxRoads: "connection",
      logLevel: "info",
      wecom: { botName: "茶叙", replyCards: true, apiBase: "https://qyapi.weixin.qq.com" },
      dingtalk: {
        botName: "茶叙",
        mode: "callback",
        apiBase: "https://api.dingtalk.com",
        oapiBase: "https://oapi.dingtalk.com",
      },
      connectBase: "https://work.weixin.qq.com",
      warnings: [],
    });
  });

  it("listens everywhere and leaves the sandbox off as soon as a platform is configured", () => {
    expect(configOf(WECOM)).toMatchObject({ host: "0.0.0.0", sandbox: false });
    expect(configOf(DINGTALK)).toMatchObject({ host: "0.0.0.0", sandbox: false });
    expect(configOf({ ...WECOM, SANDBOX: "on" })).toMatchObject({ host: "127.0.0.1", sandbox: true });
  });

  it("takes the client id for the robot code unless one is given", () => {
    expect(configOf(DINGTALK).dingtalk.app?.robotCode).toBe("dingid");
    expect(configOf({ ...DINGTALK, DINGTALK_ROBOT_CODE: "robot" }).dingtalk.app?.robotCode).toBe("robot");
  });

  it("keeps what was set, without spaces around it and without a slash at the end of an address", () => {
    const env = {
      ...WECOM,
      HOST: " :: ",
      PORT: "0",
      PUBLIC_URL: "https://chaxu.example.cn/park/",
      DATABASE_URL: "postgresql://u:p@db/chaxu",
      ORG_FILE: "/etc/园区.yaml",
      WECOM_API_BASE: "http://127.0.0.1:9000/",
      LOG_LEVEL: "silent",
    };
    expect(configOf(env)).toMatchObject({
      host: "::",
      port: 0,
      publicUrl: "https://chaxu.example.cn/park",
      databaseUrl: "postgresql://u:p@db/chaxu",
      orgFile: "/etc/园区.yaml",
      wecom: { apiBase: "http://127.0.0.1:9000", bot: { token: "wecom-token-1", encodingAesKey: AES_KEY } },
      logLevel: "silent",
    });
  });
});

describe("errors", () => {
  it.each<[string, Environment, string]>([
    ["a port above the range", { PORT: "65536" }, "PORT"],
    ["a port that is no number", { PORT: "3000a" }, "PORT"],
    ["a negative port", { PORT: "-1" }, "PORT"],
    ["a port in a spelling that JavaScript alone understands", { PORT: "1e3" }, "PORT"],
    ["a host with a scheme", { HOST: "http://0.0.0.0" }, "HOST"],
    ["a host with a port", { HOST: "localhost:3000" }, "HOST"],
    ["a public address without scheme", { PUBLIC_URL: "chaxu.example.cn" }, "PUBLIC_URL"],
    ["a public address of another scheme", { PUBLIC_URL: "ftp://chaxu.example.cn" }, "PUBLIC_URL"],
    ["a public address with a query", { PUBLIC_URL: "https://chaxu.example.cn/?a=1" }, "PUBLIC_URL"],
    ["another database", { DATABASE_URL: "mysql://u:p@h/db" }, "DATABASE_URL"],
    ["a database address that cannot be parsed", { DATABASE_URL: "postgres://u:p@h:port/db" }, "DATABASE_URL"],
    ["a database address with nothing in it", { DATABASE_URL: "postgres://" }, "DATABASE_URL"],
    ["an unknown word for the sandbox", { SANDBOX: "true" }, "SANDBOX"],
    ["an unknown word for its permission", { SANDBOX_IN_PRODUCTION: "1" }, "SANDBOX_IN_PRODUCTION"],
    ["an unknown log level", { LOG_LEVEL: "verbose" }, "LOG_LEVEL"],
    ["a control character in a name", { WECOM_BOT_NAME: "茶\u0000叙" }, "WECOM_BOT_NAME"],
    [
      "a key of 42 characters",
      { ...WECOM, WECOM_BOT_ENCODING_AES_KEY: AES_KEY.slice(1) },
      "WECOM_BOT_ENCODING_AES_KEY",
    ],
    ["a key of 44 characters", { ...WECOM, WECOM_BOT_ENCODING_AES_KEY: `${AES_KEY}=` }, "WECOM_BOT_ENCODING_AES_KEY"],
    ["a token with a space", { ...WECOM, WECOM_BOT_TOKEN: "two words" }, "WECOM_BOT_TOKEN"],
    ["a WeCom token without its key", { WECOM_BOT_TOKEN: "alone" }, "WECOM_BOT_ENCODING_AES_KEY"],
    ["a WeCom key without its token", { WECOM_BOT_ENCODING_AES_KEY: AES_KEY }, "WECOM_BOT_TOKEN"],
    ["a DingTalk id without its secret", { DINGTALK_CLIENT_ID: "alone" }, "DINGTALK_CLIENT_SECRET"],
    ["a DingTalk secret without its id", { DINGTALK_CLIENT_SECRET: "alone" }, "DINGTALK_CLIENT_ID"],
    ["an unknown mode", { ...DINGTALK, DINGTALK_MODE: "websocket" }, "DINGTALK_MODE"],
    ["the stream mode without an app", { DINGTALK_MODE: "stream" }, "DINGTALK_MODE"],
    ["a card template without the app's secret", CARDS, "DINGTALK_CLIENT_SECRET"],
    ["a bot id without its secret", { WECOM_BOT_ID: "aib1" }, "WECOM_BOT_SECRET"],
    ["both roads to one bot", { ...WECOM, WECOM_BOT_ID: "aib1", WECOM_BOT_SECRET: "s" }, "WECOM_BOT_ID"],
    ["a connection without TLS", { ...SOCKET, WECOM_WS_URL: "ws://openws.work.weixin.qq.com" }, "WECOM_WS_URL"],
    ["a connection by https", { ...SOCKET, WECOM_WS_URL: "https://openws.work.weixin.qq.com" }, "WECOM_WS_URL"],
    ["a company id without its app", { WECOM_CORP_ID: "ww1", WECOM_AGENT_ID: "1000002" }, "WECOM_APP_SECRET"],
    ["an app's id with letters", { ...APP, WECOM_AGENT_ID: "app" }, "WECOM_AGENT_ID"],
    ["an app's token without its key", { ...APP, WECOM_APP_TOKEN: "x" }, "WECOM_APP_ENCODING_AES_KEY"],
    ["an API base without TLS", { WECOM_API_BASE: "http://qyapi.weixin.qq.com" }, "WECOM_API_BASE"],
    ["an API base in a private network", { DINGTALK_API_BASE: "https://192.168.1.1" }, "DINGTALK_API_BASE"],
    ["an API base on the metadata address", { DINGTALK_OAPI_BASE: "http://169.254.169.254" }, "DINGTALK_OAPI_BASE"],
    ["an API base that is a WebSocket", { DINGTALK_OAPI_BASE: "wss://oapi.dingtalk.com" }, "DINGTALK_OAPI_BASE"],
    ["the sandbox in production", { ...WECOM, SANDBOX: "on", NODE_ENV: "production" }, "SANDBOX"],
    ["production without a platform", { NODE_ENV: "production" }, "SANDBOX"],
    ["a permission that says no", { NODE_ENV: "production", SANDBOX_IN_PRODUCTION: "no" }, "SANDBOX"],
  ])("refuses %s, with the name, what was expected and an example", (_what, env, name) => {
    const errors = errorsOf(env);
    expect(errors.map((error) => error.split(":")[0])).toEqual([name]);
    expect(errors[0]).toMatch(/expected .*for example /);
  });

  it.each(CONFIG_NAMES)("refuses %s when it is set and empty", (name) => {
    expect(errorsOf({ ...WECOM, ...DINGTALK, [name]: "  " })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: expected .* but it is set and empty, for example `)),
    ]);
  });

  it("tells every error at once, those between names included", () => {
    const env = { PORT: "x", LOG_LEVEL: "x", DATABASE_URL: "x", WECOM_BOT_TOKEN: "x", DINGTALK_ROBOT_CODE: "x" };
    const names = errorsOf(env).map((error) => error.split(":")[0]);
    expect(names.sort()).toEqual([
      "DATABASE_URL",
      "DINGTALK_CLIENT_ID",
      "DINGTALK_CLIENT_SECRET",
      "LOG_LEVEL",
      "PORT",
      "WECOM_BOT_ENCODING_AES_KEY",
    ]);
  });

  it("lets the sandbox into production only by its own permission", () => {
    const env = { NODE_ENV: "production", SANDBOX_IN_PRODUCTION: "yes" };
    expect(configOf(env).sandbox).toBe(true);
    expect(configOf({ ...WECOM, NODE_ENV: "production" }).sandbox).toBe(false);
  });

  it("never repeats a value, because any of them may be a secret", () => {
    // Long random words: a short one could stand in a message by chance.
    const value = fc.stringMatching(/^[A-Z0-9 /:@=-]{12,60}$/).filter((word) => /\S{12}/.test(word));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...CONFIG_NAMES), value, { minKeys: 1 }), (env) => {
        const result = readConfig(env);
        const said = "errors" in result ? JSON.stringify(result.said) : JSON.stringify(result.config.warnings);
        for (const word of Object.values(env)) expect(said).not.toContain(word.trim());
      }),
    );
  });

  it("never repeats a password of an address that is refused", () => {
    for (const name of ["DATABASE_URL", "PUBLIC_URL", "WECOM_API_BASE", "DINGTALK_API_BASE", "DINGTALK_OAPI_BASE"]) {
      const errors = errorsOf({ [name]: "mysql://user:Hunter2Hunter2@db.example.cn/x" });
      expect(errors).toHaveLength(1);
      expect(errors[0]).not.toMatch(/Hunter2|user|db\.example/);
    }
  });
});

describe("warnings", () => {
  it("names settings of buttons that have no effect alone", () => {
    const template = { DINGTALK_CARD_TEMPLATE_ID: "x.schema" };
    const secret = { DINGTALK_CARD_SECRET: "card-secret-1" };
    const warned = (env: Environment) => configOf(env).warnings.map(({ text }) => text);
    expect(warned({ ...DINGTALK, ...template })).toEqual([expect.stringContaining("without DINGTALK_CARD_SECRET")]);
    expect(warned({ ...DINGTALK, ...secret })).toEqual([expect.stringContaining("without DINGTALK_CARD_TEMPLATE_ID")]);
    expect(warned({ ...DINGTALK, ...template, ...secret })).toEqual([]);
    expect(warned({ ...DINGTALK, ...template, DINGTALK_MODE: "stream" })).toEqual([]);
    expect(warned({ ...APP, WECOM_BOT_CARDS: "on" })).toEqual([expect.stringContaining("WECOM_BOT_CARDS")]);
    expect(warned({ ...SOCKET, WECOM_BOT_CARDS: "on" })).toEqual([]);
    expect(warned({ ...WECOM, WECOM_BOT_CARDS: "on" })).toEqual([]);
  });

  it("brings buttons with the answers of a callback only where that is set, and in the sandbox", () => {
    const has = (env: Environment) => configOf(env).wecom.replyCards;
    expect([has({}), has(WECOM), has({ ...WECOM, WECOM_BOT_CARDS: "on" }), has({ WECOM_BOT_CARDS: "off" })]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("takes the road of the simulated platforms, and says where it has no effect", () => {
    const read = (env: Environment) => {
      const { sandboxRoads, warnings } = configOf(env);
      return [sandboxRoads, warnings.length];
    };
    expect(read({})).toEqual(["connection", 0]);
    expect(read({ SANDBOX_ROADS: "callback" })).toEqual(["callback", 0]);
    for (const env of [WECOM, { ...WECOM, SANDBOX: "on" }]) {
      const { warnings } = configOf({ ...env, SANDBOX_ROADS: "callback" });
      expect(warnings.map(({ text }) => text)).toEqual([expect.stringContaining("SANDBOX_ROADS has no effect")]);
    }
    expect(errorsOf({ SANDBOX_ROADS: "stream" })).toEqual([expect.stringContaining("connection or callback")]);
  });

  it("says that a secret is short which could be guessed, and takes it", () => {
    const { warnings, sessionSecret } = configOf({ SESSION_SECRET: "x" });
    expect(sessionSecret).toBe("x");
    expect(warnings).toMatchObject([
      { text: expect.stringContaining("fewer than 16"), zh: expect.stringContaining("SESSION_SECRET") },
    ]);
    expect(configOf({ SESSION_SECRET: "kV3xq7Zt0bWm5sRy2LhN" }).warnings).toEqual([]);
  });

  it.each([
    ["WECOM_BOT_IDD", "WECOM_BOT_ID"],
    ["WECOM_AGENT", "WECOM_AGENT_ID"],
    ["DATABSE_URL", "DATABASE_URL"],
    ["DINGTALK_CLIENTID", "DINGTALK_CLIENT_ID"],
  ])("asks whether %s is a mistake for %s", (name, meant) => {
    const read = readConfig({ [name]: "value-that-may-be-secret" });
    const warnings = "config" in read ? read.config.warnings : [];
    const text = `${name} is no name that Chaxu knows and has no effect: is ${meant} meant?`;
    expect(warnings).toEqual([{ text, zh: expect.stringContaining(meant) }]);
  });

  it.each(["PATH", "WECOM_WEBHOOK_QIYE", "POWER_WEBHOOK", "PORTS", "DINGTALK_WEBHOOK"])(
    "says nothing of %s, which may be the org file's or another program's",
    (name) => {
      const read = readConfig({ [name]: "x" });
      expect("config" in read ? read.config.warnings : read).toEqual([]);
    },
  );

  it("says that nothing can be received without sandbox and platform", () => {
    expect(configOf({ SANDBOX: "off" }).warnings).toMatchObject([
      { text: expect.stringContaining("nothing can be received") },
    ]);
    expect(configOf({ SANDBOX: "off", ...WECOM }).warnings).toEqual([]);
  });
});

describe("the .env file", () => {
  it("is read below the environment, which wins", () => {
    const before = process.cwd();
    process.chdir(mkdtempSync(join(tmpdir(), "chaxu-env-")));
    try {
      expect(loadEnv()).toEqual(process.env);
      writeFileSync(".env", "\uFEFFCHAXU_TEST='from the file' # comment\nPATH=/nowhere\n");
      expect(loadEnv()).toEqual({ ...process.env, CHAXU_TEST: "from the file" });
    } finally {
      process.chdir(before);
    }
  });

  it("has an example that documents every name that the program reads, and no other", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const names = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...CONFIG_NAMES].sort());
  });

  it("has an example whose every line, when it is taken, is accepted", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const taken = parse(example.replace(/^#(?=[A-Z][A-Z0-9_]+=)/gm, ""));
    expect(Object.keys(taken)).toHaveLength(CONFIG_NAMES.length);
    // The two roads to one bot exclude each other.
    for (const name of ["WECOM_BOT_ID", "WECOM_BOT_SECRET", "WECOM_WS_URL"]) delete taken[name];
    expect(errorsOf(taken)).toEqual([]);
  });
});
