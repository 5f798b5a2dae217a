import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { GROUPS, misspelled, names, type Values } from "./config-names.ts";
import { platformIsConfigured, sandboxIsOn, warnings } from "./config-warnings.ts";
import type { S3Settings } from "./features/files/s3-shelf.ts";
import { SANDBOX_BY_ITSELF, SANDBOX_SET, TWO_ROADS } from "./messages/english/settings.ts";
import type { Said } from "./messages/operator-words.ts";
import { BOT_NAME } from "./messages/zh-cn/operator.ts";
import { type Fault, faultText } from "./messages/zh-cn/settings.ts";
import { ChaxuError } from "./shared/errors.ts";

/** What the program was told by its environment, checked. Secrets are inside: never log it. */
export interface Config {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Whether somebody has said so; else it is this machine's own. */
  readonly hasPublicUrl: boolean;
  /** How many proxies stand before the program, whose word of where a request comes from counts. */
  readonly proxies: number;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  /** Of PostgreSQL: everything is in this one. */
  readonly databaseSchema?: string;
  readonly dataDir: string;
  /** Signs the fingerprints of the record; absent: a key that is made and kept in `dataDir`. */
  readonly auditKeyFile?: string;
  /** Absent: the sample park. */
  readonly orgFile?: string;
  readonly sandbox: boolean;
  /** How the simulated platforms are heard: by connections that the program opens, or at its own address. */
  readonly sandboxRoads: "connection" | "callback";
  readonly logLevel: string;
  readonly wecom: {
    readonly botName: string;
    /** The bot by callback, or by long connection: never both. */
    readonly bot?: { readonly token: string; readonly encodingAesKey: string };
    /** Whether a reply by callback brings its buttons with it. */
    readonly replyCards: boolean;
    readonly socket?: { readonly botId: string; readonly secret: string; readonly url: string };
    readonly app?: {
      readonly corpId: string;
      readonly agentId: string;
      readonly secret: string;
      /** Without it the app sends and hears nothing. */
      readonly callback?: { readonly token: string; readonly encodingAesKey: string };
    };
    readonly apiBase: string;
  };
  readonly dingtalk: {
    readonly botName: string;
    readonly app?: { readonly clientId: string; readonly clientSecret: string; readonly robotCode: string };
    /** How messages come in: to an address, or by a connection that the program opens. */
    readonly mode: "callback" | "stream";
    /** Signs what is pressed on cards, where that comes to an address. */
    readonly cardSecret?: string;
    readonly cards?: { readonly templateId: string; readonly callbackUrl: string };
    readonly apiBase: string;
    readonly oapiBase: string;
  };
  /** Where WeCom makes a bot by one scan. */
  readonly connectBase: string;
  /** Where the bytes of pictures and files are; absent: in `dataDir`. */
  readonly s3?: S3Settings;
  /** Signs who is signed in at the board; absent: one that is made and kept in the database. */
  readonly sessionSecret?: string;
  /** Whether companies may raise something by the form, without an account. */
  readonly reportForm: boolean;
  /** Whether anybody may read the figures without names. */
  readonly publicPage: boolean;
  /** Sentences for the operator about what is set and has no effect. */
  readonly warnings: readonly Said[];
}

/** Names and values, as the process or a test has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const schema = names.superRefine((values, context) => {
  const complain = (name: string, message: string, fault: Fault) =>
    context.addIssue({ code: "custom", path: [name], message, params: { fault } });
  for (const { names: group, also = [] } of GROUPS) {
    // One that is set and empty is an error of its own.
    const given = [...group.map(([name]) => name), ...also].find((name) => Boolean(values[name]));
    for (const [name, example] of group) {
      if (given === undefined || values[name] !== undefined) continue;
      const message = `expected a value because ${given} is set, for example ${example}; or remove ${given}`;
      complain(name, message, { kind: "half", given, example });
    }
  }
  if (values.WECOM_BOT_ID && values.WECOM_BOT_TOKEN) complain("WECOM_BOT_ID", TWO_ROADS, { kind: "two-roads" });
  if (values.DINGTALK_MODE === "stream" && values.DINGTALK_CLIENT_ID === undefined) {
    const message = "expected DINGTALK_CLIENT_ID beside stream, for example dingabcdefghijklmnop";
    complain("DINGTALK_MODE", message, { kind: "stream-alone" });
  }
  if (values.NODE_ENV === "production" && sandboxIsOn(values) && values.SANDBOX_IN_PRODUCTION !== "yes") {
    if (values.SANDBOX === "on") complain("SANDBOX", SANDBOX_SET, { kind: "sandbox-set" });
    else complain("SANDBOX", SANDBOX_BY_ITSELF, { kind: "sandbox-by-itself" });
  }
});

/** Every name that has a meaning, for the test that compares it with `.env.example`. */
export const CONFIG_NAMES: readonly string[] = Object.keys(names.shape);

/**
 * Checks the environment. Either a whole configuration, or every error at once: name, what was expected, an example.
 * `said` has the same errors in both languages.
 */
export function readConfig(env: Environment): { config: Config } | { errors: string[]; said: Required<Said>[] } {
  const result = schema.safeParse(env);
  if (result.success) return { config: build(result.data, env) };
  const said = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const text = `${name}: ${issue.message}`;
    const fault: Fault | undefined = issue.code === "custom" ? issue.params?.["fault"] : undefined;
    return { text, zh: fault !== undefined && isName(name) ? faultText(name, fault) : text };
  });
  return { errors: said.map(({ text }) => text), said };
}

/** Every name has words in Chinese. */
function isName(name: string): name is keyof Values {
  return Object.hasOwn(names.shape, name);
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

function build(values: Values, env: Environment): Config {
  const sandbox = sandboxIsOn(values);
  return {
    host: values.HOST ?? (sandbox ? "127.0.0.1" : "0.0.0.0"),
    port: portOf(values),
    publicUrl: publicUrlOf(values),
    hasPublicUrl: values.PUBLIC_URL !== undefined,
    proxies: Number(values.TRUST_PROXY ?? "0"),
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    ...(values.DATABASE_SCHEMA !== undefined && { databaseSchema: values.DATABASE_SCHEMA }),
    dataDir: values.DATA_DIR ?? "./data",
    ...(values.AUDIT_KEY_FILE !== undefined && { auditKeyFile: values.AUDIT_KEY_FILE }),
    ...(values.ORG_FILE !== undefined && { orgFile: values.ORG_FILE }),
    sandbox,
    sandboxRoads: values.SANDBOX_ROADS === "callback" ? "callback" : "connection",
    logLevel: values.LOG_LEVEL ?? "info",
    wecom: wecomOf(values),
    dingtalk: dingtalkOf(values),
    connectBase: withoutSlash(values.WECOM_CONNECT_BASE ?? "https://work.weixin.qq.com"),
    ...s3Of(values),
    ...(values.SESSION_SECRET !== undefined && { sessionSecret: values.SESSION_SECRET }),
    reportForm: values.REPORT_FORM === "on",
    publicPage: values.PUBLIC_PAGE === "on",
    warnings: [...misspelled(Object.keys(env)), ...warnings(values)],
  };
}

function s3Of(values: Values): Pick<Config, "s3"> {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region = "us-east-1" } = values;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey, S3_ADDRESSING } = values;
  if (endpoint === undefined || bucket === undefined) return {};
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  const addressing = S3_ADDRESSING === "host" ? "host" : "path";
  return { s3: { endpoint, bucket, accessKeyId, secretAccessKey, region, addressing } };
}

function portOf({ PORT }: Values): number {
  return Number(PORT ?? "3000");
}

function publicUrlOf(values: Values): string {
  return withoutSlash(values.PUBLIC_URL ?? `http://localhost:${portOf(values)}`);
}

function wecomOf(values: Values): Config["wecom"] {
  const { WECOM_BOT_ID: botId, WECOM_BOT_SECRET: secret } = values;
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_APP_SECRET: appSecret } = values;
  const bot = callbackOf(values.WECOM_BOT_TOKEN, values.WECOM_BOT_ENCODING_AES_KEY);
  const callback = callbackOf(values.WECOM_APP_TOKEN, values.WECOM_APP_ENCODING_AES_KEY);
  const hasApp = corpId !== undefined && agentId !== undefined && appSecret !== undefined;
  const url = withoutSlash(values.WECOM_WS_URL ?? "wss://openws.work.weixin.qq.com");
  return {
    botName: values.WECOM_BOT_NAME ?? BOT_NAME,
    ...(bot !== undefined && { bot }),
    // Without a platform of its own the simulated one has them.
    replyCards: (values.WECOM_BOT_CARDS ?? (platformIsConfigured(values) ? "off" : "on")) === "on",
    ...(botId !== undefined && secret !== undefined && { socket: { botId, secret, url } }),
    ...(hasApp && { app: { corpId, agentId, secret: appSecret, ...(callback !== undefined && { callback }) } }),
    apiBase: withoutSlash(values.WECOM_API_BASE ?? "https://qyapi.weixin.qq.com"),
  };
}

function callbackOf(token: string | undefined, encodingAesKey: string | undefined) {
  return token === undefined || encodingAesKey === undefined ? undefined : { token, encodingAesKey };
}

function dingtalkOf(values: Values): Config["dingtalk"] {
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = values;
  const { DINGTALK_CARD_TEMPLATE_ID: templateId, DINGTALK_CARD_SECRET: secret } = values;
  const callbackUrl = `${publicUrlOf(values)}/callbacks/dingtalk/card`;
  return {
    botName: values.DINGTALK_BOT_NAME ?? BOT_NAME,
    ...(clientId !== undefined &&
      clientSecret !== undefined && {
        app: { clientId, clientSecret, robotCode: values.DINGTALK_ROBOT_CODE ?? clientId },
      }),
    mode: values.DINGTALK_MODE === "stream" ? "stream" : "callback",
    ...(secret !== undefined && { cardSecret: secret }),
    ...(templateId !== undefined && { cards: { templateId, callbackUrl } }),
    apiBase: withoutSlash(values.DINGTALK_API_BASE ?? "https://api.dingtalk.com"),
    oapiBase: withoutSlash(values.DINGTALK_OAPI_BASE ?? "https://oapi.dingtalk.com"),
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
