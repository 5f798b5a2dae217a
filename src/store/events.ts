import { createHash } from "node:crypto";
import { asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { chainHead, disclosures, events, issues } from "./schema.ts";

/** One entry of the record. `actor` and `data` are plain JSON. */
export interface NewEvent {
  readonly issueId: number;
  readonly version: number;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly actor: Record<string, unknown>;
  readonly platform: string | null;
  readonly messageId: string | null;
  readonly at: Date;
  readonly data: Record<string, unknown>;
}

export type StoredEvent = typeof events.$inferSelect;

/** The word that the chain starts from, as the migration writes it. */
export const CHAIN_START = "chaxu";

/** JSON with sorted keys, because the database keeps no order of keys and the hash must not depend on it. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** What an event says, as a digest. */
export function digestOf(event: NewEvent): string {
  const { issueId, version, action, fromState, toState, actor, platform, messageId, at, data } = event;
  const said = { issueId, version, action, fromState, toState, actor, platform, messageId, at, data };
  return createHash("sha256").update(canonicalJson(said)).digest("hex");
}

/** The link of the chain: the hash before and the digest. The SQL below computes the same. */
export function linkOf(previous: string, digest: string): string {
  return createHash("sha256")
    .update(previous + digest)
    .digest("hex");
}

/**
 * Appends an event. The head's row is locked until the transaction ends, so the chain has one order whoever
 * writes; it is the last lock that a move takes, so two moves cannot wait for each other.
 */
export async function appendEvent(db: Db, event: NewEvent): Promise<number> {
  const digest = digestOf(event);
  const [head] = await db
    .update(chainHead)
    .set({
      seq: sql`${chainHead.seq} + 1`,
      previous: sql`${chainHead.hash}`,
      hash: sql`encode(sha256(convert_to(${chainHead.hash} || ${digest}::text, 'UTF8')), 'hex')`,
    })
    .where(eq(chainHead.id, 1))
    .returning();
  if (head === undefined) throw new Error("the event chain has no head: the migrations have not run");
  await db.insert(events).values({ ...event, seq: head.seq, digest, previous: head.previous, hash: head.hash });
  return head.seq;
}

export async function eventsOf(db: Db, issueId: number): Promise<readonly StoredEvent[]> {
  return db.select().from(events).where(eq(events.issueId, issueId)).orderBy(asc(events.version));
}

/** The last thing that happened to an issue. */
export async function lastEventOf(db: Db, issueId: number): Promise<StoredEvent | null> {
  const own = eq(events.issueId, issueId);
  const [row] = await db.select().from(events).where(own).orderBy(desc(events.version)).limit(1);
  return row ?? null;
}

/** The events of several issues, issue by issue, each in its order. */
export async function eventsOfIssues(db: Db, ids: readonly number[]): Promise<readonly StoredEvent[]> {
  return db
    .select()
    .from(events)
    .where(inArray(events.issueId, [...ids]))
    .orderBy(asc(events.issueId), asc(events.version));
}

/** The first event whose issue is gone. The database forbids that, unless somebody switched its checks off. */
export async function eventWithoutIssue(db: Db): Promise<StoredEvent | null> {
  const [row] = await db
    .select({ event: events })
    .from(events)
    .leftJoin(issues, eq(issues.id, events.issueId))
    .where(isNull(issues.id))
    .orderBy(asc(events.seq))
    .limit(1);
  return row?.event ?? null;
}

/** The record in its order, a page after `seq`. */
export async function eventsAfter(db: Db, seq: number, limit: number): Promise<readonly StoredEvent[]> {
  return db.select().from(events).where(gt(events.seq, seq)).orderBy(asc(events.seq)).limit(limit);
}

export async function readHead(db: Db): Promise<{ seq: number; hash: string }> {
  const [head] = await db.select().from(chainHead).where(eq(chainHead.id, 1));
  return head ?? { seq: 0, hash: CHAIN_START };
}

/** Notes that somebody was shown the company behind a confidential issue. */
export async function recordDisclosure(db: Db, disclosure: Omit<typeof disclosures.$inferInsert, "id">): Promise<void> {
  await db.insert(disclosures).values(disclosure);
}
