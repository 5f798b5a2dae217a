import { eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { answersShown } from "./schema-routing.ts";

/** Of an open issue: that answers of like ones were shown, and which was taken as a draft. With its answer that stands in the record. */

/** They were shown: what was taken before stays so. */
export async function noteShown(db: Db, issueId: number): Promise<void> {
  await db.insert(answersShown).values({ issueId, draftOf: 0 }).onConflictDoNothing({ target: answersShown.issueId });
}

/** One of them was taken. */
export async function noteTaken(db: Db, issueId: number, draftOf: number): Promise<void> {
  const set = { draftOf };
  await db
    .insert(answersShown)
    .values({ issueId, ...set })
    .onConflictDoUpdate({ target: answersShown.issueId, set });
}

/** Which was taken, or 0; null: none were shown. */
export async function takenFor(db: Db, issueId: number): Promise<number | null> {
  const [row] = await db.select().from(answersShown).where(eq(answersShown.issueId, issueId));
  return row?.draftOf ?? null;
}

/** Of these issues those for which they were shown. */
export async function shownAmong(db: Db, among: readonly number[]): Promise<readonly number[]> {
  if (among.length === 0) return [];
  const rows = await db
    .select({ id: answersShown.issueId })
    .from(answersShown)
    .where(oneOf(answersShown.issueId, among))
    .orderBy(answersShown.issueId);
  return rows.map(({ id }) => id);
}

/** It is answered. */
export async function endShown(db: Db, issueId: number): Promise<void> {
  await db.delete(answersShown).where(eq(answersShown.issueId, issueId));
}
