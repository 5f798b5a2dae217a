import { createHash } from "node:crypto";
import type { Clock } from "../../shared/clock.ts";
import { isLoopbackHost } from "../address.ts";
import type { HttpClient } from "../http-client.ts";
import {
  type Address,
  type Budget,
  type Delivery,
  gaveUp,
  type Part,
  type PassiveReply,
  type Platform,
  type RawRequest,
  type Received,
} from "../platform.ts";
import { examineBase } from "../reachable.ts";
import { sendByWebhook, WEBHOOK_PER_MINUTE } from "./client.ts";
import { parseCallback } from "./parse.ts";
import { renderForGroup, streamContent } from "./render.ts";
import { isSignedBy, open, sealedReply } from "./signature.ts";

export interface WecomOptions {
  /** The bot's display name, as mentions show it. */
  readonly botName: string;
  /** The 智能机器人's callback. Without it nothing is received. */
  readonly bot?: { readonly token: string; readonly encodingAesKey: string };
  /** Its being on loopback allows webhooks on loopback. */
  readonly apiBase: string;
  readonly clock: Clock;
  readonly http: HttpClient;
}

const MAX_CLOCK_DIFFERENCE_S = 3600;

export function createWecom(options: WecomOptions): Platform {
  const { bot } = options;
  return {
    name: "wecom",
    receive: (request) => receive(options, request),
    render: (_address, card) => renderForGroup(card),
    send: (address, part) => send(options, address, part),
    carries,
    budget,
    // Each webhook is a robot of its own.
    robot: (address) => budget(address).key,
    doors: bot === undefined ? [] : ["bot"],
    reaches: () => false,
    posts,
    async examine({ webhooks }) {
      const form = { right: true, text: "the token and the EncodingAESKey have the right form" };
      // A bot by callback answers in the response: only webhooks need a way out.
      const purpose = "nothing is posted to the groups";
      const way = { base: options.apiBase, variable: "WECOM_API_BASE", purpose };
      return [...(bot === undefined ? [] : [form]), ...(webhooks ? [await examineBase(options.http, way)] : [])];
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

async function send(options: WecomOptions, address: Address, part: Part): Promise<Delivery> {
  switch (address.kind) {
    case "group": {
      if (address.webhook === undefined) return gaveUp("no-webhook");
      const allowLoopback = isLoopbackHost(new URL(options.apiBase).hostname);
      return sendByWebhook(options.http, address.webhook, part, allowLoopback);
    }
    case "person":
      return gaveUp("no-road-to-person");
    case "reply":
      return address.fallback ? send(options, address.fallback, part) : gaveUp("reply-over");
  }
}

/** Into a group only by its webhook. */
function posts({ webhook }: { readonly webhook?: string | undefined }): boolean {
  return webhook !== undefined;
}

/** Webhooks take pictures and files (91770); a reply is text alone (101031). */
function carries(address: Address): boolean {
  switch (address.kind) {
    case "group":
      return posts(address);
    case "person":
      return false;
    case "reply":
      return address.fallback !== null && carries(address.fallback);
  }
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

/** Made from the message id, so that a repeat of the message continues the same bubble (101031). */
function streamIdOf(messageId: string): string {
  return createHash("sha256").update(`wecom stream ${messageId}`).digest("hex").slice(0, 32);
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
