import { createHash } from "node:crypto";
import type { Clock } from "../../shared/clock.ts";
import { createLogger, type Logger } from "../../shared/logger.ts";
import { isLoopbackHost } from "../address.ts";
import type { HttpClient } from "../http-client.ts";
import {
  type Address,
  type Attachment,
  type Budget,
  type Delivery,
  gaveUp,
  type Part,
  type PassiveReply,
  type Platform,
  type RawRequest,
  type Received,
  type WayTaken,
} from "../platform.ts";
import { examineBase } from "../reachable.ts";
import { sendByWebhook, WEBHOOK_PER_MINUTE } from "./client.ts";
import { parseCallback } from "./parse.ts";
import { renderForGroup, renderForSocket, streamContent, webhookTexts } from "./render.ts";
import { isSignedBy, open, sealedReply } from "./signature.ts";
import type { SocketKeys } from "./socket.ts";
import { callbackIn, conversationOf, goesBySocket, type Reply } from "./socket-address.ts";
import { examineSocket } from "./socket-examine.ts";
import type { SocketSender } from "./socket-send.ts";
import type { SocketTimes } from "./socket-times.ts";
import { createSocketWay } from "./socket-way.ts";
import { streamIdOf } from "./stream-id.ts";

export interface WecomOptions {
  /** The bot's display name, as mentions show it. */
  readonly botName: string;
  /** The 智能机器人's callback. Without it nothing is received. */
  readonly bot?: { readonly token: string; readonly encodingAesKey: string };
  /** The same bot by long connection, in place of the callback. */
  readonly socket?: SocketKeys & { readonly times?: Partial<SocketTimes> };
  /** Its being on loopback allows webhooks on loopback. */
  readonly apiBase: string;
  readonly clock: Clock;
  readonly http: HttpClient;
  /** Hears of what goes wrong on the long connection. */
  readonly logger?: Logger;
}

/** Tries in a minute and in an hour for one conversation: the platform allows 30 and 1,000, replies included (101463). */
const SOCKET_BUDGET = { perMinute: 28, perHour: 950 };
/** The robot of what goes over the connection. */
const SOCKET_ROBOT = "wecom:socket";

const MAX_CLOCK_DIFFERENCE_S = 3600;

export function createWecom(options: WecomOptions): Platform {
  const { bot, socket, logger = createLogger("silent") } = options;
  const way = socket === undefined ? null : createSocketWay({ ...options, ...socket, logger });
  const ways = { ...options, sender: way?.sender ?? null };
  const bySocket = (address: Address) => way !== null && goesBySocket(address);
  return {
    name: "wecom",
    receive: (request) => receive(options, request),
    render: (address, card) => (bySocket(address) ? renderForSocket(card) : renderForGroup(card)),
    send: (address, part) => send(ways, address, part),
    carries: (address, kind) => bySocket(address) || carries(address, kind),
    budget: (address) => (bySocket(address) ? socketBudget(address) : budget(address)),
    // Each webhook is a robot of its own.
    robot: (address) => (bySocket(address) ? SOCKET_ROBOT : budget(address).key),
    doors: bot === undefined ? [] : ["bot"],
    ...(way !== null && { connection: way.connection }),
    reaches: () => false,
    posts: ({ webhook }) => webhook !== undefined || way !== null,
    async examine({ webhooks }) {
      const form = { right: true, text: "the token and the EncodingAESKey have the right form" };
      // A bot by callback answers in the response: only webhooks need a way out.
      const purpose = "nothing is posted to the groups";
      const base = { base: options.apiBase, variable: "WECOM_API_BASE", purpose };
      return [
        ...(bot === undefined ? [] : [form]),
        ...(socket === undefined ? [] : [await examineSocket(socket.url)]),
        ...(webhooks ? [await examineBase(options.http, base)] : []),
      ];
    },
  };
}

function receive(options: WecomOptions, request: RawRequest): Received {
  const { bot, clock } = options;
  if (!bot) return refused(401, "no bot is configured");
  const { msg_signature: signature, timestamp, nonce } = request.query;
  if (!signature || !timestamp || !nonce) return refused(401, "signature, timestamp or nonce is missing");
  const encrypted = request.method === "GET" ? request.query["echostr"] : encryptedOf(request.body);
  if (!encrypted) return refused(401, "nothing encrypted, so nothing is signed");
  // A space was a plus sign that some proxy decoded once too often.
  const signed = { timestamp, nonce, encrypted: encrypted.replaceAll(" ", "+") };
  if (!isSignedBy(bot.token, signed, signature)) return refused(401, "the signature is wrong");
  if (!isRecent(timestamp, clock.now())) return refused(401, "the timestamp is not within one hour");
  const opened = open(bot.encodingAesKey, signed.encrypted);
  if (opened === null) return refused(400, "the content cannot be decrypted");
  if (opened.receiveId !== "") return refused(401, "the content is meant for another receiveid");
  if (request.method === "GET") return { kind: "handshake", body: opened.text };
  return understand({ ...options, bot }, opened.text, nonce);
}

type Configured = WecomOptions & { readonly bot: NonNullable<WecomOptions["bot"]> };

function understand(options: Configured, plain: string, nonce: string): Received {
  const parsed = parseCallback(plain, nonce, options.botName);
  switch (parsed.kind) {
    case "message": {
      const passive = replyOn(options, nonce, streamIdOf(parsed.message.messageId));
      return { kind: "message", message: parsed.message, passive };
    }
    case "refresh":
      return { kind: "refresh", streamId: parsed.streamId, passive: replyOn(options, nonce, parsed.streamId) };
    case "ignored":
      return parsed;
    case "unreadable":
      return refused(400, parsed.reason);
  }
}

function replyOn({ bot, clock }: Configured, nonce: string, streamId: string): PassiveReply {
  return {
    streamId,
    encode(card, finished) {
      if (card === null && finished) return "";
      const stream = { id: streamId, finish: finished, content: streamContent(card) };
      const timestamp = Math.floor(clock.now().getTime() / 1000);
      return sealedReply(bot, { text: JSON.stringify({ msgtype: "stream", stream }), nonce, timestamp });
    },
  };
}

interface Ways extends WecomOptions {
  /** Of the long connection. */
  readonly sender: SocketSender | null;
}

async function send(ways: Ways, address: Address, part: Part): Promise<Delivery & WayTaken> {
  const { sender } = ways;
  switch (address.kind) {
    case "group":
      if (address.webhook !== undefined) return toWebhook(ways, address.webhook, part);
      return sender === null ? gaveUp("no-webhook") : sender.post(address, part);
    case "person":
      return sender === null ? gaveUp("no-road-to-person") : sender.post(address, part);
    case "reply":
      if (sender !== null && callbackIn(address) !== null) return reply(ways, sender, address, part);
      return address.fallback ? send(ways, address.fallback, part) : gaveUp("reply-over");
  }
}

function toWebhook({ http, apiBase }: Ways, webhook: string, part: Part): Promise<Delivery> {
  return sendByWebhook(http, webhook, part, isLoopbackHost(new URL(apiBase).hostname));
}

/** What the connection takes neither as a reply nor as a message still goes by the group's webhook. */
async function reply(ways: Ways, sender: SocketSender, address: Reply, part: Part): Promise<Delivery & WayTaken> {
  const delivery = await sender.reply(address, part);
  const { fallback } = address;
  if (delivery.state !== "gave-up" || fallback?.kind !== "group" || fallback.webhook === undefined) return delivery;
  const robot = budget(fallback).key;
  let last: Delivery = delivery;
  for (const text of webhookTexts(part.text)) {
    last = await toWebhook(ways, fallback.webhook, { ...part, text });
    if (last.state !== "sent") break;
  }
  return { ...last, robot };
}

/** Webhooks take pictures and files (91770); a reply is text alone (101031). */
function carries(address: Address, kind: Attachment["kind"]): boolean {
  switch (address.kind) {
    case "group":
      return address.webhook !== undefined;
    case "person":
      return false;
    case "reply":
      return address.fallback !== null && carries(address.fallback, kind);
  }
}

/** Of a conversation, whether it is replied in or posted to. */
function socketBudget(address: Address): Budget {
  return { key: `wecom:chat:${hash(conversationOf(address))}`, ...SOCKET_BUDGET };
}

/** A group without a webhook, and a person, are never tried, so their budget is only a name. */
function budget(address: Address): Budget {
  switch (address.kind) {
    case "group":
      return { key: `wecom:${hash(address.webhook ?? address.chatId)}`, perMinute: WEBHOOK_PER_MINUTE };
    case "person":
      return { key: `wecom:${hash(address.userId)}`, perMinute: WEBHOOK_PER_MINUTE };
    case "reply":
      return address.fallback ? budget(address.fallback) : { key: "wecom:reply", perMinute: WEBHOOK_PER_MINUTE };
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function encryptedOf(body: Buffer): string | undefined {
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    const value = typeof json === "object" && json !== null && "encrypt" in json ? json.encrypt : undefined;
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecent(timestamp: string, now: Date): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= MAX_CLOCK_DIFFERENCE_S;
}

function refused(status: 400 | 401, reason: string): Received {
  return { kind: "refused", status, reason };
}
