import { and, asc, count, countDistinct, desc, eq, gt, gte, inArray, lte, min, notExists, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import type { StoredEvent } from "./events.ts";
import { oneOf } from "./one-of.ts";
import { wholeRows } from "./record-json.ts";
import { blocks, events, unsealed } from "./schema-record.ts";

/**
 * The seals of the record: each block names events by their numbers and holds a hash over theirs and the block before it. The
 * first one stands for what was chained event by event, before there were blocks.
 */
export type Block = typeof blocks.$inferSelect;

/** Has the seals for this transaction, and the last of them. Null: another process has them. */
export async function lockSeals(tx: Db): Promise<Block | null> {
  const first = eq(blocks.id, 0);
  const [free] = await tx.select({ id: blocks.id }).from(blocks).where(first).for("update", { skipLocked: true });
  if (free === undefined) return null;
  return lastBlock(tx);
}

export async function lastBlock(db: Db): Promise<Block | null> {
  const [last] = await db.select().from(blocks).orderBy(desc(blocks.id)).limit(1);
  return last ?? null;
}

/** Takes what is committed and in no block, the oldest first. */
export async function takeUnsealed(tx: Db, limit: number): Promise<readonly Pick<StoredEvent, "seq" | "hash">[]> {
  const next = tx.select({ seq: unsealed.seq }).from(unsealed).orderBy(asc(unsealed.seq)).limit(limit);
  const taken = await tx.delete(unsealed).where(inArray(unsealed.seq, next)).returning({ seq: unsealed.seq });
  const seqs = taken.map(({ seq }) => seq);
  if (seqs.length === 0) return [];
  return tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .where(oneOf(events.seq, seqs))
    .orderBy(asc(events.seq));
}

export async function insertBlock(tx: Db, block: Block): Promise<void> {
  await tx.insert(blocks).values(block);
}

/** Blocks in their order, a page from `id` on. */
export function blocksFrom(db: Db, id: number, limit: number): Promise<readonly Block[]> {
  return db.select().from(blocks).where(gte(blocks.id, id)).orderBy(asc(blocks.id)).limit(limit);
}

/** Events by their numbers. */
export async function eventsNumbered(db: Db, seqs: readonly number[]): Promise<readonly StoredEvent[]> {
  if (seqs.length === 0) return [];
  return wholeRows(db, events, db.select().from(events).where(oneOf(events.seq, seqs)).orderBy(asc(events.seq)));
}

/** Numbers of events that wait for their block, a page after `seq`. */
export async function unsealedAfter(db: Db, seq: number, limit: number): Promise<readonly number[]> {
  const rows = await db
    .select({ seq: unsealed.seq })
    .from(unsealed)
    .where(gt(unsealed.seq, seq))
    .orderBy(asc(unsealed.seq))
    .limit(limit);
  return rows.map((row) => row.seq);
}

/** When the oldest event was recorded that waits for its block. Null: none waits. */
export async function oldestUnsealed(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(events.at) })
    .from(unsealed)
    .innerJoin(events, eq(events.seq, unsealed.seq));
  return row?.at ?? null;
}

export async function countEvents(db: Db): Promise<number> {
  const [row] = await db.select({ all: count() }).from(events);
  return row?.all ?? 0;
}

/** How many numbers of events the seals hold or wait for, each counted once; the first `chained` are not named one by one. */
export async function countSealed(db: Db, chained: number): Promise<number> {
  const named = db
    .select({ seq: sql<number>`jsonb_array_elements(${blocks.seqs})::bigint`.as("seq") })
    .from(blocks)
    .where(gt(blocks.id, 0))
    .unionAll(db.select({ seq: unsealed.seq }).from(unsealed))
    .as("named");
  const [row] = await db
    .select({ all: countDistinct(named.seq) })
    .from(named)
    .where(gt(named.seq, chained));
  return chained + (row?.all ?? 0);
}

/** The first event behind `chained` that is in no block and does not wait for one. */
export async function strayEvent(db: Db, chained: number): Promise<StoredEvent | null> {
  const waits = db.select().from(unsealed).where(eq(unsealed.seq, events.seq));
  const isIn = sql`${blocks.seqs} @> to_jsonb(${events.seq})`;
  const sealed = db.select().from(blocks).where(isIn);
  const [row] = await db
    .select()
    .from(events)
    .where(and(gt(events.seq, chained), notExists(waits), notExists(sealed)))
    .orderBy(asc(events.seq))
    .limit(1);
  return row ?? null;
}

/** Events of the time before there were blocks, a page after `seq`. */
export function chainedAfter(
  db: Db,
  seq: number,
  { chained, limit }: { readonly chained: number; readonly limit: number },
): Promise<readonly StoredEvent[]> {
  return wholeRows(
    db,
    events,
    db
      .select()
      .from(events)
      .where(and(gt(events.seq, seq), lte(events.seq, chained)))
      .orderBy(asc(events.seq))
      .limit(limit),
  );
}

/** How many events the blocks up to this one seal, and how many of them were chained one by one. */
export async function sealedUpTo(
  db: Db,
  block: number,
): Promise<{ readonly events: number; readonly chained: number }> {
  const [row] = await db
    .select({
      events: sql<number>`coalesce(sum(${blocks.count}), 0)::bigint`.mapWith(Number),
      chained: sql<number>`coalesce(sum(${blocks.count}) filter (where ${blocks.id} = 0), 0)::bigint`.mapWith(Number),
    })
    .from(blocks)
    .where(lte(blocks.id, block));
  return row ?? { events: 0, chained: 0 };
}
