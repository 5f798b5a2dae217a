import { and, desc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Calibration } from "../domain/routing/calibrate.ts";
import type { Decided, Lesson } from "../domain/routing/experience.ts";
import type { Learned } from "../domain/routing/model.ts";
import { packed, unpacked } from "../domain/routing/packed.ts";
import type { Db } from "./client.ts";
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
    .where(
      and(
        isNotNull(issues.department),
        or(isNull(issues.reason), isNotNull(issues.signedAt)),
        stateNotIn(issues.state, ["submitted", "withdrawn", "merged", "rejected"]),
      ),
    )
    .orderBy(desc(issues.id))
    .limit(most);
  return rows.flatMap(({ unit, ...one }) => (unit === null ? [] : [{ ...one, unit }])).toReversed();
}

/** The newest event: what was decided before it is known to who knows it. */
export async function newestEvent(db: Db): Promise<number> {
  const [row] = await db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1);
  return row?.seq ?? 0;
}

/** The newest that was learned, where it is newer than this version; null: it is not. */
export async function newerLesson(db: Db, version: number): Promise<Lesson | null> {
  const [newest] = await db.select({ version: lessons.version }).from(lessons).orderBy(desc(lessons.version)).limit(1);
  if (newest === undefined || newest.version <= version) return null;
  const [row] = await db.select().from(lessons).where(eq(lessons.version, newest.version));
  return row === undefined ? null : { version: row.version, sureFrom: row.sureFrom, learned: unpacked(row.learned) };
}

/** Up to which event the newest was learned; null: nothing was. */
export async function learnedUpTo(db: Db): Promise<number | null> {
  const [row] = await db.select({ upTo: lessons.upTo }).from(lessons).orderBy(desc(lessons.version)).limit(1);
  return row?.upTo ?? null;
}

/** So many versions are kept. */
const KEPT = 5;

/** Keeps what was learned up to an event, once however many processes have learned it. */
export async function keepLesson(
  db: Db,
  learned: Learned,
  { calibration, upTo, at }: { readonly calibration: Calibration; readonly upTo: number; readonly at: Date },
): Promise<void> {
  const values = { ...calibration, learnedAt: at, decisions: learned.examples, upTo, learned: packed(learned) };
  const [kept] = await db
    .insert(lessons)
    .values(values)
    .onConflictDoNothing({ target: lessons.upTo })
    .returning({ version: lessons.version });
  if (kept === undefined) return;
  await db.delete(lessons).where(lte(lessons.version, kept.version - KEPT));
}
