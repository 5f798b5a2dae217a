import { setTimeout as sleep } from "node:timers/promises";
import type { Card } from "../messages/card.ts";
import type { InboundMessage, PassiveReply, Received } from "../platforms/platform.ts";
import type { Db } from "../store/client.ts";
import {
  type InboundKey,
  insertInbound,
  nonceUsed,
  readInbound,
  readInboundByStream,
  type StoredInbound,
} from "../store/inbound.ts";
import { type DispatchParts, dispatch } from "./dispatch.ts";
import { toStored } from "./to-stored.ts";

/** Store, acknowledge, work: what a verified callback is answered with. */

export type Received200 = Extract<Received, { kind: "message" | "refresh" }>;

export type Acknowledgement =
  | { readonly status: 200; readonly body: string }
  | { readonly status: 401; readonly reason: string };

/** How long a reply in the platform's own request may take; after that the platform is asked to come again. */
const REPLY_WITHIN_MS = 3_500;
const POLL_MS = 100;
/** WeCom says that a nonce does not come twice within two hours (docs, path 101033). */
const NONCE_MS = 2 * 3_600_000;
/** When another process may take a message up, should this one die over it. */
const TAKE_OVER_MS = 60_000;

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
  const key: InboundKey = { platform: message.platform, messageId: message.messageId };
  const now = clock.now();
  if (message.nonce !== undefined) {
    const since = new Date(now.getTime() - NONCE_MS);
    if (await nonceUsed(db, key, message.nonce, since))
      return { status: 401, reason: "the nonce came with another message" };
  }
  const isNew = await insertInbound(db, {
    ...key,
    nonce: message.nonce ?? null,
    streamId: passive?.streamId ?? null,
    message: toStored(message),
    receivedAt: now,
    retryAt: new Date(now.getTime() + TAKE_OVER_MS),
  });
  const working = isNew ? dispatch(parts, key) : Promise.resolve();
  if (passive === undefined) return { status: 200, body: "" };
  await Promise.race([working, sleep(REPLY_WITHIN_MS, undefined, { ref: false })]);
  const row = isNew ? await readInbound(db, key) : await waitForReply(db, key);
  return encode(row, passive);
}

/** A repeat may come while the first is worked on. */
async function waitForReply(db: Db, key: InboundKey): Promise<StoredInbound | null> {
  for (let waited = 0; ; waited += POLL_MS) {
    const row = await readInbound(db, key);
    if (row?.doneAt != null || waited >= REPLY_WITHIN_MS) return row;
    await sleep(POLL_MS, undefined, { ref: false });
  }
}

async function refresh(db: Db, passive: PassiveReply): Promise<Acknowledgement> {
  const row = await readInboundByStream(db, "wecom", passive.streamId);
  // A stream that nobody knows would be asked for until its time is over.
  if (row === null) return { status: 200, body: passive.encode(null, true) };
  return encode(row, passive);
}

function encode(row: StoredInbound | null, passive: PassiveReply): Acknowledgement {
  if (row?.doneAt == null) return { status: 200, body: passive.encode(null, false) };
  return { status: 200, body: passive.encode(cardOf(row.reply), true) };
}

function cardOf(reply: Record<string, unknown> | null): Card | null {
  const card = reply?.["card"];
  return isCard(card) ? card : null;
}

function isCard(value: unknown): value is Card {
  return typeof value === "object" && value !== null && "blocks" in value;
}
