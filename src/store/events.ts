import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, gt, isNull, ne, notInArray, sql } from "drizzle-orm";
import { KEPT_FILES } from "../domain/issue/files.ts";
import type { Action } from "../domain/issue/lifecycle.ts";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { prepared } from "./prepared.ts";
import { asRecord, columnsOf, wholeRows } from "./record-json.ts";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";
import { type Veils, veiled, veilsFor } from "./veils.ts";

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

/** What stands in place of a hash where nothing is before. */
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

/** A digest of any value. */
export function sha256Of(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** Before a digest that hashes stand in for words in: whoever takes the veils away has to change it, and with it the chain. */
const VEILED = "v";

/** What an event says, as a digest: of what is under its veils their hashes. One of an earlier version has none. */
export function digestOf(event: NewEvent & { readonly veils?: Veils | null }): string {
  const { issueId, version, action, fromState, toState, actor, platform, messageId, at, data, veils = null } = event;
  const digest = sha256Of(
    veiled({ issueId, version, action, fromState, toState, actor, platform, messageId, at, data }, veils),
  );
  return veils === null ? digest : VEILED + digest;
}

/** Whether an event was recorded with veils. */
export function isVeiled({ digest }: Pick<StoredEvent, "digest">): boolean {
  return digest.startsWith(VEILED);
}

/** What an event says as it stands, each word of it. */
export function plainDigestOf(event: NewEvent): string {
  return digestOf({ ...event, veils: null });
}

/** What stands in an event that may have to be forgotten: who did it, and what was said. */
export function contentOf({ actor, data }: Pick<NewEvent, "actor" | "data">) {
  return { actor, data };
}

/** The hash of an event: of the hash of its issue's event before, and its digest. The SQL below computes the same. */
export function linkOf(previous: string, digest: string): string {
  return createHash("sha256")
    .update(previous + digest)
    .digest("hex");
}

/** What is sealed beside the events of issues: a look, or an event of a common problem. */
export interface SealedBeside {
  readonly id: number;
  readonly digest: string;
}

/** The hash of a block: of the one before, and of its events, looks and events of common problems in their order. */
export function sealOf(
  previous: string,
  sealed: readonly Pick<StoredEvent, "seq" | "hash">[],
  looks: readonly SealedBeside[] = [],
  commons: readonly SealedBeside[] = [],
): string {
  const hash = createHash("sha256").update(previous);
  for (const { seq, hash: own } of sealed) hash.update(`\n${seq} ${own}`);
  for (const { id, digest } of looks) hash.update(`\nlook ${id} ${digest}`);
  for (const { id, digest } of commons) hash.update(`\ncommon ${id} ${digest}`);
  return hash.digest("hex");
}

const appending = prepared<{ seq: string }>("append_event", () => {
  const columns = { without: ["seq", "previous", "hash"] } as const;
  return sql`with event as (
      select r.*, case when r.version = 1 then ${CHAIN_START}::text else coalesce(
          (select e.hash from events e where e.issue_id = r.issue_id and e.version = r.version - 1), ${CHAIN_START}::text
        ) end as before
      from jsonb_populate_record(null::events, ${sql.placeholder("record")}::jsonb) r
    ), appended as (
      insert into events (${columnsOf(events, columns)}, previous, hash)
      select ${columnsOf(events, columns)}, before, encode(sha256(convert_to(before || digest, 'UTF8')), 'hex') from event
      returning seq
    )
    insert into unsealed (seq) select seq from appended returning seq`;
});

/**
 * Appends an event. It continues the last one of its issue, which whoever moves an issue has locked; so moves of two issues
 * never wait for each other. Its place in the record as a whole it has when it is sealed (src/issues/seal.ts). Gives its number.
 */
export async function appendEvent(db: Db, event: NewEvent): Promise<number> {
  const covered = { ...event, veils: veilsFor(contentOf(event)) };
  const [appended] = await appending(db, { record: asRecord(events, { ...covered, digest: digestOf(covered) }) });
  if (appended === undefined) throw new Error("an event was not kept");
  return Number(appended.seq);
}

/** The moves of an issue, in their order: what the record holds beside them is nothing that somebody did. */
export async function movesOf(db: Db, issueId: number): Promise<readonly StoredEvent[]> {
  return wholeRows(
    db,
    events,
    db
      .select()
      .from(events)
      .where(and(eq(events.issueId, issueId), ne(events.action, KEPT_FILES)))
      .orderBy(asc(events.version)),
  );
}

/** So many numbers were given to transactions that run at once, at most: one may be committed behind later ones. */
const AT_ONCE = 50;

/** Differs as soon as anything was added to the record. */
export async function recordState(db: Db): Promise<string> {
  const rows = await db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(AT_ONCE);
  return rows.map(({ seq }) => seq).join();
}

/** What changes nothing that can be done with an issue. */
const NOTED: string[] = [KEPT_FILES, "respond" satisfies Action];

/** Whether since a version of an issue nothing has happened to it but what was kept or noted. */
export async function onlyNotedSince(db: Db, issueId: number, version: number): Promise<boolean> {
  const later = and(eq(events.issueId, issueId), gt(events.version, version));
  const rows = await db.select({ action: events.action }).from(events).where(later).limit(MOST_KEPT);
  return rows.length > 0 && rows.length < MOST_KEPT && rows.every(({ action }) => NOTED.includes(action));
}

/** More often nothing is kept while somebody looks at a page. */
const MOST_KEPT = 50;

/** The last move that was made of an issue. */
export async function lastMoveOf(db: Db, issueId: number): Promise<StoredEvent | null> {
  const own = and(eq(events.issueId, issueId), notInArray(events.action, NOTED));
  const [row] = await db.select().from(events).where(own).orderBy(desc(events.version)).limit(1);
  return row ?? null;
}

/** The events of several issues, issue by issue, each in its order. */
export async function eventsOfIssues(db: Db, ids: readonly number[]): Promise<readonly StoredEvent[]> {
  return wholeRows(
    db,
    events,
    db.select().from(events).where(oneOf(events.issueId, ids)).orderBy(asc(events.issueId), asc(events.version)),
  );
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

/** The first issue that has not as many events as moves, and how many there are of both. */
export async function unevenIssue(
  db: Db,
): Promise<{ readonly id: number; readonly moves: number; readonly recorded: number } | null> {
  const own = db
    .select({ issueId: events.issueId, count: count().as("count") })
    .from(events)
    .groupBy(events.issueId)
    .as("own");
  const recorded = sql<number>`coalesce(${own.count}, 0)::int`;
  const [row] = await db
    .select({ id: issues.id, moves: issues.version, recorded })
    .from(issues)
    .leftJoin(own, eq(own.issueId, issues.id))
    .where(ne(issues.version, recorded))
    .orderBy(asc(issues.id))
    .limit(1);
  return row ?? null;
}

/** The record by its numbers, a page after `seq`. */
export async function eventsAfter(db: Db, seq: number, limit: number): Promise<readonly StoredEvent[]> {
  return wholeRows(
    db,
    events,
    db.select().from(events).where(gt(events.seq, seq)).orderBy(asc(events.seq)).limit(limit),
  );
}
