import { and, asc, desc, eq, getTableColumns, gt, gte, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Issue } from "../domain/issue/issue.ts";
import type { Calibration } from "../domain/routing/calibrate.ts";
import type { Decided, Heard, Lesson } from "../domain/routing/experience.ts";
import type { Learned } from "../domain/routing/model.ts";
import { packed, unpacked } from "../domain/routing/packed.ts";
import type { Db } from "./client.ts";
import { valid } from "./figure-parts.ts";
import { readInOrder } from "./issues.ts";
import { oneOf } from "./one-of.ts";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";
import { lessons } from "./schema-routing.ts";
import { stateNotIn } from "./states.ts";

/** What was decided about issues, and what was learned from it. */

/**
 * The newest decisions, the oldest of them first: issues whose unit a person chose, or signed for. What was taken back or not accepted
 * belongs to nobody.
 */
export async function latestDecisions(db: Db, most: number): Promise<readonly Decided[]> {
  const rows = await db
    .select({ id: issues.id, text: issues.text, unit: issues.department })
    .from(issues)
    .where(DECIDED)
    .orderBy(desc(issues.id))
    .limit(most);
  return rows.flatMap(({ unit, ...one }) => (unit === null ? [] : [{ ...one, unit }])).toReversed();
}

const DECIDED = and(
  isNotNull(issues.department),
  or(isNull(issues.reason), isNotNull(issues.signedAt)),
  stateNotIn(issues.state, ["submitted", "withdrawn", "merged", "rejected"]),
);

/** Of these issues those about which something was decided, each with its unit. */
export async function decidedAmong(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .select({ id: issues.id, unit: issues.department })
    .from(issues)
    .where(and(oneOf(issues.id, ids), DECIDED));
  return new Map(rows.flatMap(({ id, unit }) => (unit === null ? [] : [[id, unit]])));
}

/** From a moment, and with it, to another one. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** How many issues `raisedAfter` gives of a span in all. */
export function countRaised(db: Db, { from, to }: Span): Promise<number> {
  return db.$count(issues, and(gte(issues.submittedAt, from), lt(issues.submittedAt, to), valid));
}

/** What was raised in a span and is still there, in the order of its numbers, a page after one. */
export async function raisedAfter(
  db: Db,
  { from, to }: Span,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Issue[]> {
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(gte(issues.submittedAt, from), lt(issues.submittedAt, to), gt(issues.id, after), valid))
    .orderBy(asc(issues.id))
    .limit(limit);
  return readInOrder(
    db,
    rows.map(({ id }) => id),
  );
}

/**
 * By these events it is decided whose an issue is, or what was decided counts no more, or again: what `latestDecisions` gives changes by
 * no other.
 */
const DECIDING = sql`(${events.action} in ('dispatch', 'sign', 'withdraw', 'void', 'restore', 'merge', 'reopen')
  or (${events.action} = 'approve' and ${events.data} ->> 'request' = 'return')
  or (${events.action} = 'submit' and ${events.data} ? 'takenOver'))`;

/** So many events are written at once, at most: one may be committed behind later ones. */
const AT_ONCE = 50;

/** What there is to hear behind what was heard, and the newest version of what was learned; null: nothing was heard yet. */
export async function heardSince(
  db: Db,
  before: Heard | null,
): Promise<{ readonly heard: Heard; readonly version: number }> {
  const newest = sql`coalesce((select max(${events.seq}) from ${events}), 0)`;
  const after = before === null ? sql`${newest} - ${AT_ONCE}` : sql`${before.upTo - AT_ONCE}`;
  const [row] = await db
    .select({
      upTo: sql<number>`coalesce(max(${events.seq}), ${before?.upTo ?? 0})::int`,
      deciding: sql<readonly number[]>`coalesce(array_agg(${events.seq}::int) filter (where ${DECIDING}), '{}')`,
      version: sql<number>`coalesce((select max(${lessons.version}) from ${lessons}), 0)`,
    })
    .from(events)
    .where(sql`${events.seq} > ${after}`);
  if (row === undefined) throw new Error("an aggregate without groups has one row");
  const { upTo, deciding, version } = row;
  return { heard: { upTo, deciding }, version };
}

/** The newest event behind another one by which something was decided; null: there is none. */
export async function newestDeciding(db: Db, after: number): Promise<number | null> {
  const [row] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(and(gt(events.seq, after), DECIDING))
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.seq ?? null;
}

/** The newest that was learned, where it is newer than this version; null: it is not. */
export async function newerLesson(db: Db, version: number): Promise<Lesson | null> {
  const [newest] = await db.select({ version: lessons.version }).from(lessons).orderBy(desc(lessons.version)).limit(1);
  if (newest === undefined || newest.version <= version) return null;
  const [row] = await db.select().from(lessons).where(eq(lessons.version, newest.version));
  const learned = row === undefined ? null : readable(row.learned);
  return row === undefined || learned === null ? null : { version: row.version, sureFrom: row.sureFrom, learned };
}

/** Null: it is damaged, or of a later version. Then the duty table and like issues decide, until something is learned anew. */
function readable(bytes: Uint8Array): Learned | null {
  try {
    return unpacked(bytes);
  } catch {
    return null;
  }
}

/** Up to which event the newest was learned, and how often it is to be right; null: nothing was. */
export async function newestLearning(db: Db): Promise<{ readonly upTo: number; readonly precision: number } | null> {
  const { upTo, precision } = lessons;
  const [row] = await db.select({ upTo, precision }).from(lessons).orderBy(desc(lessons.version)).limit(1);
  return row ?? null;
}

/** So many versions are kept. */
const KEPT = 5;

/** What is known of a version of what was learned, beside what it says. */
export type KeptLesson = Omit<typeof lessons.$inferSelect, "learned" | "upTo">;

/** The versions that are kept, the newest first. */
export function keptLessons(db: Db): Promise<readonly KeptLesson[]> {
  const { learned: _learned, upTo: _upTo, ...told } = getTableColumns(lessons);
  return db.select(told).from(lessons).orderBy(desc(lessons.version));
}

/** What came of learning, beside what was learned. */
export interface Learning extends Omit<KeptLesson, "version" | "learnedAt" | "decisions" | keyof Calibration> {
  readonly calibration: Calibration;
  /** The newest event of what it was learned from. */
  readonly upTo: number;
  readonly at: Date;
}

/**
 * Keeps what was learned up to an event, once however many processes have learned it. What was asked before, and is asked again, comes
 * into force again.
 */
export async function keepLesson(db: Db, learned: Learned, { calibration, at, ...said }: Learning): Promise<void> {
  const values = { ...calibration, ...said, learnedAt: at, decisions: learned.examples, learned: packed(learned) };
  const [kept] = await db
    .insert(lessons)
    .values(values)
    .onConflictDoUpdate({
      target: [lessons.upTo, lessons.precision],
      set: { ...values, version: sql`nextval(pg_get_serial_sequence('lessons', 'version'))` },
      setWhere: sql`${lessons.version} < (select max(version) from ${lessons})`,
    })
    .returning({ version: lessons.version });
  if (kept === undefined) return;
  // Numbers are used up also where nothing was kept.
  const oldest = db
    .select({ version: lessons.version })
    .from(lessons)
    .orderBy(desc(lessons.version))
    .limit(1)
    .offset(KEPT - 1);
  await db.delete(lessons).where(lt(lessons.version, oldest));
}
