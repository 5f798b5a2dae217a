import { isIP } from "node:net";
import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { ADDRESS_PROBLEMS, type AddressProblem } from "./messages/english/settings.ts";
import type { Said } from "./messages/operator-words.ts";
import { BOT_NAME, DINGTALK_CREDENTIALS, WECOM_BOT } from "./messages/zh-cn/operator.ts";
import { type Fault, misspelledText } from "./messages/zh-cn/settings.ts";
import { addressProblem } from "./platforms/address.ts";

/** Every name of the environment, each with what it may be: what names mean together stands in config.ts. */

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** One name: absent, or a text that passes. Values never appear in a message, because some are secrets. */
function setting(passes: (value: string) => boolean | AddressProblem, expected: string, example: string) {
  return z
    .string()
    .trim()
    .optional()
    .superRefine((value, context) => {
      if (value === undefined) return;
      const verdict = value !== "" && passes(value);
      if (verdict === true) return;
      const found = value === "" ? "empty" : typeof verdict === "string" ? verdict : null;
      const why =
        found === null ? "" : found === "empty" ? " but it is set and empty" : ` (${ADDRESS_PROBLEMS[found]})`;
      const fault: Fault = { kind: "form", example, found };
      const message = `expected ${expected}${why}, for example ${example}`;
      context.addIssue({ code: "custom", message, params: { fault } });
    });
}

const oneOf = (...words: string[]) => setting((value) => words.includes(value), words.join(" or "), words[0] ?? "");
const secret = (expected: string, example: string) =>
  setting((value) => /^[\x21-\x7e]+$/.test(value), expected, example);
const text = (expected: string, example: string) => setting((value) => !/\p{Cc}/u.test(value), expected, example);
const apiBase = (example: string) => setting(isApiBase, "the address of the platform's API", example);

/** What a DingTalk secret looks like, without showing one. */
const LONG_SECRET = `the long text on ${DINGTALK_CREDENTIALS}`;

const BOT_ID = "aibABCdefGHIjklMNOpqrSTUvwx";
const SHOWN_ONCE = "the long text that the console shows";

const aesKey = () =>
  setting((value) => /^[A-Za-z0-9]{43}$/.test(value), "the EncodingAESKey, 43 letters and digits", AES_KEY);
const TOKEN = "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo";
const AES_KEY = "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt";

export const names = z.object({
  HOST: setting(isHost, "an address or host name to listen on", "127.0.0.1"),
  PORT: setting((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535, "a number from 0 to 65535", "3000"),
  PUBLIC_URL: setting(isBareUrl, "an http or https address without query", "https://chaxu.example.gov.cn"),
  TRUST_PROXY: setting((value) => /^\d$/.test(value), "how many proxies stand before the program, 0 to 9", "1"),
  DATABASE_URL: setting(isPostgresUrl, "a postgres:// address", "postgres://chaxu:PASSWORD@localhost:5432/chaxu"),
  DATABASE_SCHEMA: setting(isSchema, "small letters, digits and _, beginning with a letter", "chaxu_yongzhou"),
  DATA_DIR: text("a folder", "./data"),
  AUDIT_KEY_FILE: text("the path of an Ed25519 private key (PEM)", "./auditor/audit-private.pem"),
  ORG_FILE: text("the path of an org file", "./org.yaml"),
  SANDBOX: oneOf("on", "off"),
  SANDBOX_ROADS: oneOf("connection", "callback"),
  SANDBOX_IN_PRODUCTION: oneOf("yes", "no"),
  NODE_ENV: text("a word", "production"),
  LOG_LEVEL: setting((value) => LOG_LEVELS.includes(value), `one of ${LOG_LEVELS.join(", ")}`, "info"),
  WECOM_BOT_NAME: text("the bot's display name", BOT_NAME),
  WECOM_BOT_TOKEN: secret(`the callback token of the ${WECOM_BOT}, without spaces`, TOKEN),
  WECOM_BOT_ENCODING_AES_KEY: aesKey(),
  WECOM_BOT_CARDS: oneOf("on", "off"),
  WECOM_BOT_ID: secret(`the Bot ID of the ${WECOM_BOT}'s long connection`, BOT_ID),
  WECOM_BOT_SECRET: secret(`the Secret of the ${WECOM_BOT}'s long connection`, SHOWN_ONCE),
  WECOM_WS_URL: setting(isSocketAddress, "the address of the long connection", "wss://openws.work.weixin.qq.com"),
  WECOM_CORP_ID: secret("the company's id (CorpID)", "ww0123456789abcdef"),
  WECOM_AGENT_ID: setting((value) => /^\d{1,12}$/.test(value), "the AgentId of the app, a number", "1000002"),
  WECOM_APP_SECRET: secret("the Secret of the app", SHOWN_ONCE),
  WECOM_APP_TOKEN: secret("the callback token of the app, without spaces", TOKEN),
  WECOM_APP_ENCODING_AES_KEY: aesKey(),
  WECOM_API_BASE: apiBase("https://qyapi.weixin.qq.com"),
  WECOM_CONNECT_BASE: setting(isApiBase, "the address that makes a bot by one scan", "https://work.weixin.qq.com"),
  DINGTALK_BOT_NAME: text("the robot's display name", BOT_NAME),
  DINGTALK_CLIENT_ID: secret("the Client ID (AppKey) of the in-house app", "dingabcdefghijklmnop"),
  DINGTALK_CLIENT_SECRET: secret("the Client Secret (AppSecret) of the in-house app", LONG_SECRET),
  DINGTALK_ROBOT_CODE: secret("the robot code", "dingabcdefghijklmnop"),
  DINGTALK_MODE: oneOf("callback", "stream"),
  DINGTALK_CARD_TEMPLATE_ID: secret("the id of the card template", "382e4302-551d-4880-bf29-a30acfab2e71.schema"),
  DINGTALK_CARD_SECRET: secret("a secret of your own that signs what is pressed on cards", SHOWN_ONCE),
  DINGTALK_API_BASE: apiBase("https://api.dingtalk.com"),
  DINGTALK_OAPI_BASE: apiBase("https://oapi.dingtalk.com"),
  REPORT_FORM: oneOf("on", "off"),
  PUBLIC_PAGE: oneOf("on", "off"),
  S3_ENDPOINT: setting(isBareUrl, "the address of a store that speaks S3", "https://s3.example.gov.cn"),
  S3_BUCKET: setting(isBucket, "the name of a bucket: small letters, digits, dots and -", "chaxu-files"),
  S3_ACCESS_KEY_ID: secret("the id of an access key of the store", "AKIAIOSFODNN7EXAMPLE"),
  S3_SECRET_ACCESS_KEY: secret("the secret of that access key", SHOWN_ONCE),
  S3_REGION: setting((value) => /^[A-Za-z0-9-]{1,40}$/.test(value), "the store's region", "us-east-1"),
  S3_ADDRESSING: oneOf("path", "host"),
  SESSION_SECRET: text("a long text that nobody can guess", "kV3xq7Zt0bWm5sRy2LhN"),
});
export type Values = z.output<typeof names>;

function isHost(value: string): boolean {
  return isIP(value) !== 0 || /^(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(value);
}

/** A name that needs no quotes in PostgreSQL, and is none of its own. */
function isSchema(value: string): boolean {
  return /^[a-z][a-z0-9_]{0,62}$/.test(value) && !/^(?:pg_|information_schema$)/.test(value);
}

function isBucket(value: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value);
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value);
}

/** A base on the own machine is allowed, because then the operator has chosen a simulated platform. */
function isApiBase(value: string): boolean | AddressProblem {
  return isBareUrl(value) && (addressProblem(value, true) ?? true);
}

/** A connection on the own machine is allowed, as for the bases. */
function isSocketAddress(value: string): boolean | AddressProblem {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  if (!/^wss?:$/.test(protocol) || username + password + search + hash !== "") return false;
  return addressProblem(value, true) ?? true;
}

/** A web address with nothing in it but the scheme, the host, the port and a path. */
function isBareUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username + password + search + hash === "";
}

/**
 * Names that mean nothing without each other, each with an example. `also`: what is nothing without them; `platform`:
 * whether they bring one in.
 */
interface Group {
  readonly names: readonly (readonly [keyof Values, string])[];
  readonly also?: readonly (keyof Values)[];
  readonly platform?: false;
}

export const GROUPS: readonly Group[] = [
  {
    names: [
      ["WECOM_BOT_TOKEN", TOKEN],
      ["WECOM_BOT_ENCODING_AES_KEY", AES_KEY],
    ],
  },
  {
    names: [
      ["WECOM_BOT_ID", BOT_ID],
      ["WECOM_BOT_SECRET", SHOWN_ONCE],
    ],
    also: ["WECOM_WS_URL"],
  },
  {
    names: [
      ["WECOM_CORP_ID", "ww0123456789abcdef"],
      ["WECOM_AGENT_ID", "1000002"],
      ["WECOM_APP_SECRET", SHOWN_ONCE],
    ],
    also: ["WECOM_APP_TOKEN", "WECOM_APP_ENCODING_AES_KEY"],
  },
  {
    names: [
      ["WECOM_APP_TOKEN", TOKEN],
      ["WECOM_APP_ENCODING_AES_KEY", AES_KEY],
    ],
    platform: false,
  },
  {
    names: [
      ["DINGTALK_CLIENT_ID", "dingabcdefghijklmnop"],
      ["DINGTALK_CLIENT_SECRET", LONG_SECRET],
    ],
    also: ["DINGTALK_ROBOT_CODE", "DINGTALK_CARD_TEMPLATE_ID", "DINGTALK_CARD_SECRET"],
  },
  {
    names: [
      ["S3_ENDPOINT", "https://s3.example.gov.cn"],
      ["S3_BUCKET", "chaxu-files"],
      ["S3_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"],
      ["S3_SECRET_ACCESS_KEY", SHOWN_ONCE],
    ],
    also: ["S3_REGION", "S3_ADDRESSING"],
    platform: false,
  },
];

/** A name with so few changed letters is a mistake for another one. */
const CHANGED = 2;
const SHORTEST = 8;

/** Names that nobody reads and that look like one of these: what is set there has no effect. */
export function misspelled(given: readonly string[]): readonly Required<Said>[] {
  const known = Object.keys(names.shape);
  return given.flatMap((name) => {
    if (known.includes(name) || name.length < SHORTEST) return [];
    const meant = known.find((one) => distance(one, name) <= CHANGED || one.startsWith(`${name}_`));
    if (meant === undefined || given.includes(meant)) return [];
    return [
      {
        text: `${name} is no name that Chaxu knows and has no effect: is ${meant} meant?`,
        zh: misspelledText(name, meant),
      },
    ];
  });
}
