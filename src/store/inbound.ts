import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import type { StoredMessage } from "./inbound-message.ts";
import { prepared } from "./prepared.ts";
import { inbound } from "./schema.ts";

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

const value = sql.placeholder;

/** How a message was accepted: `refused`, because its nonce came with another message since then. */
export type Accepted = "new" | "repeated" | "refused";

const accepting = prepared<{ free: boolean; fresh: boolean }>("accept", () => {
  const { platform, messageId, nonce } = {
    platform: sql`${value("platform")}::text`,
    messageId: sql`${value("messageId")}::text`,
    nonce: sql`${value("nonce")}::text`,
  };
  const now = sql`${value("now")}::timestamptz`;
  return sql`with taken as (
      insert into nonces (platform, nonce, message_id, seen_at)
      select ${platform}, ${nonce}, ${messageId}, ${now} where ${nonce} is not null
      on conflict (platform, nonce) do update set message_id = excluded.message_id, seen_at = excluded.seen_at
        where nonces.message_id = excluded.message_id or nonces.seen_at <= ${value("since")}::timestamptz
      returning nonce
    ), free as (select ${nonce} is null or exists (select from taken) as yes), kept as (
      insert into inbound (platform, message_id, stream_id, message, received_at, attempts, retry_at, in_group)
      select ${platform}, ${messageId}, ${value("streamId")}::text, ${value("message")}::jsonb, ${now}, 0,
        ${value("retryAt")}::timestamptz, ${value("inGroup")}::boolean
      from free where yes
      on conflict (platform, message_id) do nothing
      returning message_id
    )
    select (select yes from free) as free, exists (select from kept) as fresh`;
});

/**
 * Stores a message, and takes its nonce for it where it has one, in one statement, so that two processes cannot take it
 * for two. `since`: what nonces came with before is forgotten.
 */
export async function acceptInbound(
  db: Db,
  { message, receivedAt, retryAt, ...rest }: NewInbound,
  { nonce, since }: { readonly nonce: string | null; readonly since: Date },
): Promise<Accepted> {
  const [row] = await accepting(db, {
    ...rest,
    message: JSON.stringify(message),
    now: receivedAt.toISOString(),
    retryAt: retryAt.toISOString(),
    nonce,
    since: since.toISOString(),
  });
  if (row?.free !== true) return "refused";
  return row.fresh ? "new" : "repeated";
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

const holding = prepared<{ messageId: string }>(
  "hold_inbound",
  () => sql`select message_id from inbound
    where platform = ${value("platform")}::text and message_id = ${value("messageId")}::text and done_at is null
    for update skip locked`,
);

/** Locks a message of which everything else is known. False: it is done, or somebody works on it. */
export async function holdInbound(db: Db, { platform, messageId }: InboundKey): Promise<boolean> {
  return (await holding(db, { platform, messageId })).length === 1;
}

/** Marks a message as done, with its reply, in the transaction of what it did. What was written is not kept here longer. */
export async function finishInbound(
  db: Db,
  { platform, messageId }: InboundKey,
  doneAt: Date,
  reply: object | null,
): Promise<void> {
  const kept = reply === null ? null : JSON.stringify(reply);
  await finishing(db, { platform, messageId, doneAt: doneAt.toISOString(), reply: kept });
}

const finishing = prepared(
  "finish_inbound",
  () => sql`update inbound set message = null, done_at = ${value("doneAt")}::timestamptz, reply = ${value("reply")}::jsonb
    where platform = ${value("platform")}::text and message_id = ${value("messageId")}::text`,
);

/** After a failure: when it is tried again. */
export async function postponeInbound(db: Db, key: InboundKey, retryAt: Date): Promise<void> {
  await db
    .update(inbound)
    .set({ retryAt, attempts: sql`${inbound.attempts} + 1` })
    .where(and(keyIs(key), isNull(inbound.doneAt)));
}

/**
 * No message waits longer for its next try. One whose try lies further ahead was kept by a process whose clock was ahead, and would
 * wait for hours when that process is gone; while it works on it, it holds the row's lock.
 */
const LONGEST_WAIT_MS = 5 * 60_000;

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
  const tooFar = new Date(now.getTime() + LONGEST_WAIT_MS);
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(inbound)
      .where(and(isNull(inbound.doneAt), or(lte(inbound.retryAt, now), gt(inbound.retryAt, tooFar))))
      .orderBy(asc(inbound.retryAt), asc(inbound.receivedAt))
      .limit(limit)
      .for("update", { skipLocked: true });
    for (const row of rows) {
      if (row.retryAt <= now) await postponeInbound(tx, row, retryAt);
      // Nobody has tried it: whose clock was wrong is not counted against it.
      else await tx.update(inbound).set({ retryAt }).where(keyIs(row));
    }
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
