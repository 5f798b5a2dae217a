import { setTimeout as sleep } from "node:timers/promises";
import { isCard, say } from "../messages/card.ts";
import type { Kept } from "../platforms/connection.ts";
import type { CardUpdate, PassiveReply, Received } from "../platforms/inbound.ts";
import type { Db } from "../store/client.ts";
import {
  acceptInbound,
  type InboundKey,
  readInbound,
  readInboundByStream,
  type StoredInbound,
} from "../store/inbound.ts";
import { endHold } from "../store/notices.ts";
import type { KeptReply } from "./reply.ts";
import { isId, toStored } from "./to-stored.ts";
import { type InboundDeps, TAKE_OVER_MS, takeIn } from "./work-off.ts";

/** Store, acknowledge, work: what a verified callback is answered with. */

/** What a callback brings that is verified and has an answer. */
export type Storable = Extract<Received, { kind: "message" | "refresh" }>;

export type Acknowledgement =
  | { readonly status: 200; readonly body: string }
  | { readonly status: 400 | 401; readonly reason: string };

/** How long a reply in the platform's own request may take, storing included; after that the platform is asked to come again. */
const REPLY_WITHIN_MS = 3_500;
const POLL_MS = 100;
const NO_ID = { status: 400, reason: "an id is longer than any id, or holds characters that no id has" } as const;
/** WeCom says that a nonce does not come twice within two hours (docs, path 101033). */
const NONCE_MS = 2 * 3_600_000;

export async function receive(deps: InboundDeps, received: Storable): Promise<Acknowledgement> {
  if (received.kind === "refresh") return refresh(deps.db, received.passive);
  const { passive, update } = received;
  const began = performance.now();
  const stored = await store(deps, received);
  if ("reason" in stored) return stored;
  const { key, worked } = stored;
  const left = (withinMs: number) => Math.max(0, withinMs - (performance.now() - began));
  const answered = (withinMs: number) =>
    worked === null ? waitForReply(deps.db, key, left(withinMs)) : within(worked, left(withinMs));
  if (update !== undefined) {
    const reply = await answered(update.withinMs);
    // Who waits no longer is told nothing: then what there is to say is said by itself.
    return left(update.withinMs) === 0 ? { status: 200, body: update.nothing } : changed(deps, reply, update);
  }
  if (passive !== undefined) return encode(await answered(REPLY_WITHIN_MS), passive);
  return { status: 200, body: "" };
}

/** Null as well when it takes longer; it goes on then. */
function within(working: Promise<KeptReply | null>, milliseconds: number): Promise<KeptReply | null> {
  return Promise.race([working, sleep(milliseconds, null, { ref: false })]);
}

/**
 * Keeps what came over a connection; of a press, it is worked on as well, and answered with how its card is changed. Of
 * what cannot be kept, the reason is for the log. Throws when the database is away.
 */
export async function keep(
  deps: InboundDeps,
  received: Extract<Received, { kind: "message" }>,
): Promise<Kept & { readonly refused?: string }> {
  if (received.update !== undefined) {
    const given = await receive(deps, received);
    if (given.status === 200) return { worked: Promise.resolve(), answer: given.body };
    return { worked: Promise.resolve(), refused: given.reason };
  }
  const stored = await store(deps, received);
  if ("reason" in stored) return { worked: Promise.resolve(), refused: stored.reason };
  return { worked: stored.worked ?? Promise.resolve() };
}

type Refused = Extract<Acknowledgement, { reason: string }>;

/** Keeps a message that did not come before, or says what is wrong with it. `worked`: it is new, and is being worked on. */
async function store(
  deps: InboundDeps,
  { message, passive, update }: Extract<Storable, { kind: "message" }>,
): Promise<{ readonly key: InboundKey; readonly worked: Promise<KeptReply | null> | null } | Refused> {
  const stored = toStored(message, update !== undefined);
  if (stored === null) return NO_ID;
  const key: InboundKey = { platform: message.platform, messageId: message.messageId };
  const now = deps.clock.now();
  const kept = {
    ...key,
    streamId: passive?.streamId ?? null,
    message: stored,
    receivedAt: now,
    retryAt: new Date(now.getTime() + TAKE_OVER_MS),
  };
  const inGroup = message.chat.kind === "group";
  const nonce = { nonce: message.nonce ?? null, since: new Date(now.getTime() - NONCE_MS) };
  const { accepted, worked } = takeIn(deps, { ...kept, doneAt: null, reply: null, attempts: 0 }, (db) =>
    acceptInbound(db, { ...kept, inGroup }, nonce),
  );
  switch (await accepted) {
    case "refused":
      return { status: 401, reason: "the nonce came with another message" };
    case "repeated":
      return { key, worked: null };
    case "new":
      return { key, worked };
  }
}

/** The pressed card as it is now. Without it what there is to say is said by itself. */
async function changed(
  { db, clock, onDone }: InboundDeps,
  reply: KeptReply | null,
  update: CardUpdate,
): Promise<Acknowledgement> {
  if (reply === null || reply.card === null || reply.held === undefined) return { status: 200, body: update.nothing };
  const { card, held } = reply;
  const said = update.tellsAll(card);
  await endHold(db, held, { now: clock.now(), said });
  if (!said) onDone(true);
  return { status: 200, body: update.encode(card) };
}

/** A repeat may come while the first is worked on. */
async function waitForReply(db: Db, key: InboundKey, milliseconds: number): Promise<KeptReply | null> {
  const began = performance.now();
  for (;;) {
    const reply = replyIn(await readInbound(db, key));
    if (reply !== null || performance.now() - began >= milliseconds) return reply;
    await sleep(POLL_MS, undefined, { ref: false });
  }
}

async function refresh(db: Db, passive: PassiveReply): Promise<Acknowledgement> {
  if (!isId(passive.streamId)) return NO_ID;
  const row = await readInboundByStream(db, "wecom", passive.streamId);
  if (row !== null && row.doneAt === null) return { status: 200, body: passive.encode(null, false) };
  // The bubble is open already: silence, and a stream that nobody knows, end it with a mark, or it would wait for ever.
  return { status: 200, body: passive.encode(replyIn(row)?.card ?? say("✓"), true) };
}

/** Null: it is not answered yet. */
function encode(reply: KeptReply | null, passive: PassiveReply): Acknowledgement {
  return { status: 200, body: reply === null ? passive.encode(null, false) : passive.encode(reply.card, true) };
}

/** What was kept of the reply to a message. Null: it is not done. */
function replyIn(row: StoredInbound | null): KeptReply | null {
  if (row?.doneAt == null) return null;
  const { card, held } = row.reply ?? {};
  return { card: isCard(card) ? card : null, issueId: null, ...(typeof held === "number" && { held }) };
}
