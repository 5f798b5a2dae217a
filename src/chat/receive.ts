import { setTimeout as sleep } from "node:timers/promises";
import { type Card, isCard, say } from "../messages/card.ts";
import type { InboundMessage, PassiveReply, Received } from "../platforms/platform.ts";
import type { Db } from "../store/client.ts";
import {
  type InboundKey,
  insertInbound,
  readInbound,
  readInboundByStream,
  type StoredInbound,
  takeNonce,
} from "../store/inbound.ts";
import { isId, toStored } from "./to-stored.ts";
import { type DispatchParts, dispatch } from "./work-off.ts";

/** Store, acknowledge, work: what a verified callback is answered with. */

export type Received200 = Extract<Received, { kind: "message" | "refresh" }>;

export type Acknowledgement =
  | { readonly status: 200; readonly body: string }
  | { readonly status: 400 | 401; readonly reason: string };

/** How long a reply in the platform's own request may take, storing included; after that the platform is asked to come again. */
const REPLY_WITHIN_MS = 3_500;
const POLL_MS = 100;
const NO_ID = { status: 400, reason: "an id is longer than any id, or holds characters that no id has" } as const;
/** WeCom says that a nonce does not come twice within two hours (docs, path 101033). */
const NONCE_MS = 2 * 3_600_000;
/** When another process may take a message up, should this one die over it. While it lives, it holds the row's lock. */
export const TAKE_OVER_MS = 10_000;

export async function receive(parts: DispatchParts, received: Received200): Promise<Acknowledgement> {
  return received.kind === "refresh"
    ? refresh(parts.db, received.passive)
    : accept(parts, received.message, received.passive);
}

async function accept(
  parts: DispatchParts,
  message: InboundMessage,
  passive: PassiveReply | undefined,
): Promise<Acknowledgement> {
  const { db, clock } = parts;
  const began = performance.now();
  const stored = toStored(message);
  if (stored === null) return NO_ID;
  const key: InboundKey = { platform: message.platform, messageId: message.messageId };
  const now = clock.now();
  if (message.nonce !== undefined) {
    const since = new Date(now.getTime() - NONCE_MS);
    const free = await takeNonce(db, key, { nonce: message.nonce, now, since });
    if (!free) return { status: 401, reason: "the nonce came with another message" };
  }
  const isNew = await insertInbound(db, {
    ...key,
    streamId: passive?.streamId ?? null,
    message: stored,
    receivedAt: now,
    retryAt: new Date(now.getTime() + TAKE_OVER_MS),
  });
  const working = isNew ? dispatch(parts, key) : Promise.resolve();
  if (passive === undefined) return { status: 200, body: "" };
  const left = Math.max(0, REPLY_WITHIN_MS - (performance.now() - began));
  await Promise.race([working, sleep(left, undefined, { ref: false })]);
  const row = isNew ? await readInbound(db, key) : await waitForReply(db, key, left);
  return encode(row, passive);
}

/** A repeat may come while the first is worked on. */
async function waitForReply(db: Db, key: InboundKey, milliseconds: number): Promise<StoredInbound | null> {
  const began = performance.now();
  for (;;) {
    const row = await readInbound(db, key);
    if (row?.doneAt != null || performance.now() - began >= milliseconds) return row;
    await sleep(POLL_MS, undefined, { ref: false });
  }
}

async function refresh(db: Db, passive: PassiveReply): Promise<Acknowledgement> {
  if (!isId(passive.streamId)) return NO_ID;
  const row = await readInboundByStream(db, "wecom", passive.streamId);
  if (row !== null && row.doneAt === null) return { status: 200, body: passive.encode(null, false) };
  // The bubble is open already: silence, and a stream that nobody knows, end it with a mark, or it would wait for ever.
  return { status: 200, body: passive.encode(cardOf(row?.reply ?? null) ?? say("✓"), true) };
}

function encode(row: StoredInbound | null, passive: PassiveReply): Acknowledgement {
  if (row?.doneAt == null) return { status: 200, body: passive.encode(null, false) };
  return { status: 200, body: passive.encode(cardOf(row.reply), true) };
}

function cardOf(reply: Record<string, unknown> | null): Card | null {
  const card = reply?.["card"];
  return isCard(card) ? card : null;
}
