import type { Logger } from "../../shared/logger.ts";
import type { Address, Connection, Platform, RawRequest, Received } from "../platform.ts";
import { type ClientOptions, DingtalkClient, originsOf } from "./client.ts";
import { examineDingtalk } from "./examine.ts";
import { hasStaffId } from "./identity.ts";
import { type Parsed, parseMessage } from "./parse.ts";
import { renderCard } from "./render.ts";
import { digest, robotOf } from "./robot.ts";
import { distrust } from "./signature.ts";
import { createStream, type StreamTimes } from "./stream.ts";

export interface DingtalkOptions extends ClientOptions {
  readonly botName: string;
  /** How messages come in; to an address unless told. */
  readonly mode?: "callback" | "stream";
  /** Other times of the connection than DingTalk's. */
  readonly times?: Partial<StreamTimes>;
  readonly logger?: Logger | undefined;
}

/** DingTalk allows a custom robot 20 a minute and then blocks it for ten (custom-robots-send-group-messages). */
const WEBHOOK_PER_MINUTE = 18;
/** The app's own API: DingTalk allows 20 calls a second for all of it (call-frequency-limit); a share for each conversation. */
const API_PER_MINUTE = 300;

export function createDingtalk(options: DingtalkOptions): Platform {
  const { app, botName } = options;
  const client = new DingtalkClient(options);
  const connection = connectionOf(options);
  return {
    name: "dingtalk",
    receive: (request) => receive(options, request),
    render: (address, card) => renderCard(card, { botName, canMention: client.canMention(address) }),
    send: (address, part) => client.send(address, part),
    carries: (address) => client.carries(address),
    budget(address) {
      const key = budgetOf(client, address);
      const perMinute = key.startsWith("webhook:") ? WEBHOOK_PER_MINUTE : API_PER_MINUTE;
      const quota = /^(group|person):/.test(key) ? "dingtalk:api" : "dingtalk:webhook-stream";
      return { key: `dingtalk:${key}`, perMinute, quota };
    },
    robot(address) {
      if (address.kind !== "reply") return robotOf(address);
      const bySession = address.fallback === null || client.goesBySession(address);
      return bySession ? "dingtalk:session" : robotOf(address.fallback);
    },
    doors: app === undefined || connection !== undefined ? [] : ["robot"],
    ...(connection !== undefined && { connection }),
    reaches: (userId) => app !== undefined && hasStaffId(userId),
    posts: ({ webhook }) => app !== undefined || webhook !== undefined,
    examine: ({ webhooks }) => examineDingtalk(client, options, webhooks),
  };
}

function connectionOf(options: DingtalkOptions): Connection | undefined {
  const { app, mode } = options;
  if (app === undefined || mode !== "stream") return undefined;
  return createStream({ ...options, app, parse: (body) => parse(options, body) });
}

/** Each message that DingTalk pushes is a use of the month, a repeat too. */
function parse(options: DingtalkOptions, body: Buffer): Parsed {
  const { botName, clock, onUse } = options;
  const parsed = parseMessage(body, { botName, now: clock.now(), trustedOrigins: originsOf(options) });
  if (parsed.kind === "message") onUse?.("dingtalk:webhook-stream");
  return parsed;
}

function receive(options: DingtalkOptions, request: RawRequest): Received {
  const { app, clock } = options;
  if (app === undefined) return { kind: "refused", status: 401, reason: "DINGTALK_CLIENT_ID is not set" };
  if (request.method !== "POST") return { kind: "refused", status: 401, reason: "DingTalk only posts" };
  const doubt = distrust(request.headers, app.clientSecret, clock.now());
  if (doubt !== null) return { kind: "refused", status: 401, reason: doubt };
  const parsed = parse(options, request.body);
  return parsed.kind === "malformed" ? { kind: "refused", status: 400, reason: parsed.reason } : parsed;
}

function budgetOf(client: DingtalkClient, address: Address): string {
  switch (address.kind) {
    case "group":
      return address.webhook === undefined ? `group:${address.chatId}` : `webhook:${digest(address.webhook)}`;
    case "person":
      return `person:${address.userId}`;
    case "reply": {
      const { fallback } = address;
      if (fallback === null) return `reply:${digest(address.url)}`;
      if (!client.goesBySession(address)) return budgetOf(client, fallback);
      return fallback.kind === "group" ? `reply:group:${fallback.chatId}` : `reply:person:${fallback.userId}`;
    }
  }
}
