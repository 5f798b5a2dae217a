import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { parse } from "dotenv";
import { z } from "zod";
import { BOT_NAME, DINGTALK_CREDENTIALS, WECOM_BOT } from "./messages/zh-cn/operator.ts";
import { checkAddress } from "./platforms/address.ts";
import { ChaxuError } from "./shared/errors.ts";

/** What the program was told by its environment, checked. Secrets are inside: never log it. */
export interface Config {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Absent: the sample park. */
  readonly orgFile?: string;
  readonly sandbox: boolean;
  readonly logLevel: string;
  readonly wecom: {
    readonly botName: string;
    readonly bot?: { readonly token: string; readonly encodingAesKey: string };
    readonly apiBase: string;
  };
  readonly dingtalk: {
    readonly botName: string;
    readonly app?: { readonly clientId: string; readonly clientSecret: string; readonly robotCode: string };
    readonly apiBase: string;
    readonly oapiBase: string;
  };
  /** Sentences for the operator about what is set and has no effect. */
  readonly warnings: readonly string[];
}

/** Names and values, as the process or a test has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** One name: absent, or a text that passes. Values never appear in a message, because some are secrets. */
function setting(passes: (value: string) => boolean | string, expected: string, example: string) {
  return z
    .string()
    .trim()
    .optional()
    .superRefine((value, context) => {
      if (value === undefined) return;
      const verdict = value !== "" && passes(value);
      if (verdict === true) return;
      const found = value === "" ? " but it is set and empty" : typeof verdict === "string" ? ` (${verdict})` : "";
      context.addIssue({ code: "custom", message: `expected ${expected}${found}, for example ${example}` });
    });
}

const oneOf = (...words: string[]) => setting((value) => words.includes(value), words.join(" or "), words[0] ?? "");
const secret = (expected: string, example: string) =>
  setting((value) => /^[\x21-\x7e]+$/.test(value), expected, example);
const text = (expected: string, example: string) => setting((value) => !/\p{Cc}/u.test(value), expected, example);
const apiBase = (example: string) => setting(isApiBase, "the address of the platform's API", example);

/** What a DingTalk secret looks like, without showing one. */
const LONG_SECRET = `the long text on ${DINGTALK_CREDENTIALS}`;

/** A name of the contract that this version reads only to say that it has no effect. */
const unused = setting(() => true, "nothing, because this version does not use it", "no line at all");
const unusedNames = {
  SESSION_SECRET: unused,
  WECOM_BOT_ID: unused,
  WECOM_BOT_SECRET: unused,
  WECOM_WS_URL: unused,
  WECOM_CORP_ID: unused,
  WECOM_AGENT_ID: unused,
  WECOM_APP_SECRET: unused,
  WECOM_APP_TOKEN: unused,
  WECOM_APP_ENCODING_AES_KEY: unused,
  DINGTALK_CARD_SECRET: unused,
};

const names = z.object({
  HOST: setting(isHost, "an address or host name to listen on", "127.0.0.1"),
  PORT: setting((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535, "a number from 0 to 65535", "3000"),
  PUBLIC_URL: setting(isBareUrl, "an http or https address without query", "https://chaxu.example.gov.cn"),
  DATABASE_URL: setting(isPostgresUrl, "a postgres:// address", "postgres://chaxu:PASSWORD@localhost:5432/chaxu"),
  DATA_DIR: text("a folder", "./data"),
  ORG_FILE: text("the path of an org file", "./org.yaml"),
  SANDBOX: oneOf("on", "off"),
  SANDBOX_IN_PRODUCTION: oneOf("yes", "no"),
  NODE_ENV: text("a word", "production"),
  LOG_LEVEL: setting((value) => LOG_LEVELS.includes(value), `one of ${LOG_LEVELS.join(", ")}`, "info"),
  WECOM_BOT_NAME: text("the bot's display name", BOT_NAME),
  WECOM_BOT_TOKEN: secret(`the callback token of the ${WECOM_BOT}, without spaces`, "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo"),
  WECOM_BOT_ENCODING_AES_KEY: setting(
    (value) => /^[A-Za-z0-9]{43}$/.test(value),
    "the EncodingAESKey, 43 letters and digits",
    "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt",
  ),
  WECOM_API_BASE: apiBase("https://qyapi.weixin.qq.com"),
  DINGTALK_BOT_NAME: text("the robot's display name", BOT_NAME),
  DINGTALK_CLIENT_ID: secret("the Client ID (AppKey) of the in-house app", "dingabcdefghijklmnop"),
  DINGTALK_CLIENT_SECRET: secret("the Client Secret (AppSecret) of the in-house app", LONG_SECRET),
  DINGTALK_ROBOT_CODE: secret("the robot code", "dingabcdefghijklmnop"),
  DINGTALK_MODE: setting(
    (value) => value === "callback" || (value === "stream" && "this version receives by callback, not by stream"),
    "callback",
    "callback",
  ),
  DINGTALK_API_BASE: apiBase("https://api.dingtalk.com"),
  DINGTALK_OAPI_BASE: apiBase("https://oapi.dingtalk.com"),
  ...unusedNames,
});
type Values = z.output<typeof names>;

/** Names that mean nothing without each other, each with an example. */
const GROUPS: readonly (readonly [keyof Values, string][])[] = [
  [
    ["WECOM_BOT_TOKEN", "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo"],
    ["WECOM_BOT_ENCODING_AES_KEY", "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt"],
  ],
  [
    ["DINGTALK_CLIENT_ID", "dingabcdefghijklmnop"],
    ["DINGTALK_CLIENT_SECRET", LONG_SECRET],
  ],
];

const schema = names.superRefine((values, context) => {
  const complain = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
  for (const group of GROUPS) {
    const partners = group.map(([name]) => name);
    if (partners.includes("DINGTALK_CLIENT_ID")) partners.push("DINGTALK_ROBOT_CODE");
    const given = partners.find((name) => values[name] !== undefined);
    for (const [name, example] of group) {
      if (given === undefined || values[name] !== undefined) continue;
      complain(name, `expected a value because ${given} is set, for example ${example}; or remove ${given}`);
    }
  }
  if (values.NODE_ENV === "production" && sandboxIsOn(values) && values.SANDBOX_IN_PRODUCTION !== "yes") {
    complain("SANDBOX", values.SANDBOX === "on" ? SANDBOX_SET : SANDBOX_BY_ITSELF);
  }
});

const SANDBOX_SET =
  "expected off, because NODE_ENV is production and in the sandbox everybody can speak as anybody; " +
  "for example SANDBOX=off, or SANDBOX_IN_PRODUCTION=yes when this is a demonstration";
const SANDBOX_BY_ITSELF =
  "no platform is configured, so the sandbox would be on, and NODE_ENV is production; expected a platform, " +
  "for example WECOM_BOT_TOKEN with WECOM_BOT_ENCODING_AES_KEY, or DINGTALK_CLIENT_ID with DINGTALK_CLIENT_SECRET; " +
  "or SANDBOX_IN_PRODUCTION=yes when this is a demonstration";

/** Every name that has a meaning, for the test that compares it with `.env.example`. */
export const CONFIG_NAMES: readonly string[] = Object.keys(names.shape);

/** Checks the environment. Either a whole configuration, or every error at once: name, what was expected, an example. */
export function readConfig(env: Environment): { config: Config } | { errors: string[] } {
  const result = schema.safeParse(env);
  if (!result.success) {
    return { errors: result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
  }
  return { config: build(result.data) };
}

/** The process's environment over the `.env` file of the working folder. Throws when the file is there but unreadable. */
export function loadEnv(): Environment {
  return { ...readEnvFile(".env"), ...process.env };
}

function readEnvFile(path: string): Environment {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") return {};
    throw new ChaxuError("env-file", `${path} cannot be read (${code}): make it a readable file, or remove it.`, {
      cause: error,
    });
  }
}

function build(values: Values): Config {
  const sandbox = sandboxIsOn(values);
  const port = Number(values.PORT ?? "3000");
  const { WECOM_BOT_TOKEN: token, WECOM_BOT_ENCODING_AES_KEY: encodingAesKey } = values;
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = values;
  return {
    host: values.HOST ?? (sandbox ? "127.0.0.1" : "0.0.0.0"),
    port,
    publicUrl: withoutSlash(values.PUBLIC_URL ?? `http://localhost:${port}`),
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    dataDir: values.DATA_DIR ?? "./data",
    ...(values.ORG_FILE !== undefined && { orgFile: values.ORG_FILE }),
    sandbox,
    logLevel: values.LOG_LEVEL ?? "info",
    wecom: {
      botName: values.WECOM_BOT_NAME ?? BOT_NAME,
      ...(token !== undefined && encodingAesKey !== undefined && { bot: { token, encodingAesKey } }),
      apiBase: withoutSlash(values.WECOM_API_BASE ?? "https://qyapi.weixin.qq.com"),
    },
    dingtalk: {
      botName: values.DINGTALK_BOT_NAME ?? BOT_NAME,
      ...(clientId !== undefined &&
        clientSecret !== undefined && {
          app: { clientId, clientSecret, robotCode: values.DINGTALK_ROBOT_CODE ?? clientId },
        }),
      apiBase: withoutSlash(values.DINGTALK_API_BASE ?? "https://api.dingtalk.com"),
      oapiBase: withoutSlash(values.DINGTALK_OAPI_BASE ?? "https://oapi.dingtalk.com"),
    },
    warnings: warnings(values),
  };
}

function warnings(values: Values): string[] {
  const given = Object.entries(values).filter(([name, value]) => name in unusedNames && value !== undefined);
  const found = given.map(([name]) => `${name} is not used by this version.`);
  if (!sandboxIsOn(values) && !platformIsConfigured(values)) {
    found.push("SANDBOX is off and no platform is configured: nothing can be received.");
  }
  return found;
}

/** Half a pair counts: it is an error of its own, and must not turn the sandbox on. */
function platformIsConfigured(values: Values): boolean {
  return GROUPS.flat().some(([name]) => values[name] !== undefined);
}

function sandboxIsOn(values: Values): boolean {
  return values.SANDBOX === undefined ? !platformIsConfigured(values) : values.SANDBOX === "on";
}

function isHost(value: string): boolean {
  return isIP(value) !== 0 || /^(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(value);
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value);
}

/** A base on the own machine is allowed, because then the operator has chosen a simulated platform. */
function isApiBase(value: string): boolean | string {
  return isBareUrl(value) && (checkAddress(value, true) ?? true);
}

/** A web address with nothing in it but the scheme, the host, the port and a path. */
function isBareUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username + password + search + hash === "";
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
