import { and, asc, eq, isNull, lt, lte, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import type { StoredMessage } from "./inbound-message.ts";
import { inbound, nonces } from "./schema.ts";

/** Messages as they were accepted. The key is the platform and its whole message id. */
export type StoredInbound = Omit<typeof inbound.$inferSelect, "inGroup">;

export interface InboundKey {
  readonly platform: PlatformName;
  readonly messageId: string;
}

export interface NewInbound extends InboundKey {
  readonly streamId: string | null;
  readonly message: StoredMessage;
  readonly receivedAt: Date;
  /** When somebody else may take it up, should this process die over it. */
  readonly retryAt: Date;
  readonly inGroup: boolean;
}

const keyIs = (key: InboundKey) => and(eq(inbound.platform, key.platform), eq(inbound.messageId, key.messageId));

/** Stores a message. False: it is already there. */
export async function insertInbound(db: Db, message: NewInbound): Promise<boolean> {
  const rows = await db
    .insert(inbound)
    .values({ ...message, attempts: 0 })
    .onConflictDoNothing()
    .returning({ messageId: inbound.messageId });
  return rows.length === 1;
}

/**
 * Takes a nonce for a message, in one statement, so that two processes cannot take it for two. False: it came with
 * another message since then.
 */
export async function takeNonce(
  db: Db,
  key: InboundKey,
  { nonce, now, since }: { readonly nonce: string; readonly now: Date; readonly since: Date },
): Promise<boolean> {
  const { platform, messageId } = key;
  const rows = await db
    .insert(nonces)
    .values({ platform, nonce, messageId, seenAt: now })
    .onConflictDoUpdate({
      target: [nonces.platform, nonces.nonce],
      set: { messageId, seenAt: now },
      setWhere: sql`${eq(nonces.messageId, messageId)} or ${lte(nonces.seenAt, since)}`,
    })
    .returning({ nonce: nonces.nonce });
  return rows.length === 1;
}

/** Makes everything unfinished due at once: for a start on a database that nobody else can be using. */
export async function takeUpAll(db: Db, now: Date): Promise<void> {
  await db.update(inbound).set({ retryAt: now }).where(isNull(inbound.doneAt));
}

export async function readInbound(db: Db, key: InboundKey): Promise<StoredInbound | null> {
  const [row] = await db.select().from(inbound).where(keyIs(key));
  return row ?? null;
}

export async function readInboundByStream(
  db: Db,
  platform: PlatformName,
  streamId: string,
): Promise<StoredInbound | null> {
  const where = and(eq(inbound.platform, platform), eq(inbound.streamId, streamId));
  const [row] = await db.select().from(inbound).where(where).limit(1);
  return row ?? null;
}

/** Locks a message that is still to be done. Null: it is done, whoever did it. */
export async function lockInbound(db: Db, key: InboundKey): Promise<StoredInbound | null> {
  const [row] = await db
    .select()
    .from(inbound)
    .where(and(keyIs(key), isNull(inbound.doneAt)))
    .for("update");
  return row ?? null;
}

/** Marks a message as done, with its reply, in the transaction of what it did. What was written is not kept here longer. */
export async function finishInbound(db: Db, key: InboundKey, doneAt: Date, reply: object | null): Promise<void> {
  await db
    .update(inbound)
    .set({ doneAt, reply: reply === null ? null : { ...reply }, message: null })
    .where(keyIs(key));
}

/** After a failure: when it is tried again. */
export async function postponeInbound(db: Db, key: InboundKey, retryAt: Date): Promise<void> {
  await db
    .update(inbound)
    .set({ retryAt, attempts: sql`${inbound.attempts} + 1` })
    .where(and(keyIs(key), isNull(inbound.doneAt)));
}

/**
 * Messages that were accepted and not done, and whose time has come again; each is taken until `retryAt`. Who waits
 * longest for a try comes first, so that one that fails each time keeps nobody from his turn.
 */
export async function takeForgotten(
  db: Db,
  now: Date,
  retryAt: Date,
  limit: number,
): Promise<readonly StoredInbound[]> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(inbound)
      .where(and(isNull(inbound.doneAt), lte(inbound.retryAt, now)))
      .orderBy(asc(inbound.retryAt), asc(inbound.receivedAt))
      .limit(limit)
      .for("update", { skipLocked: true });
    for (const row of rows) await postponeInbound(tx, row, retryAt);
    return rows;
  });
}

/** The earliest moment at which an unfinished message is taken up again. */
export async function nextInboundRetry(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: inbound.retryAt })
    .from(inbound)
    .where(isNull(inbound.doneAt))
    .orderBy(asc(inbound.retryAt))
    .limit(1);
  return row?.at ?? null;
}

/** Forgets messages received before a moment, done ones only, and the nonces of that time. */
export async function forgetInbound(db: Db, before: Date): Promise<void> {
  await db.delete(nonces).where(lt(nonces.seenAt, before));
  await db.delete(inbound).where(and(lt(inbound.receivedAt, before), sql`${inbound.doneAt} is not null`));
}
