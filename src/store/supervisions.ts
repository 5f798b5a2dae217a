import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Supervision, VOID_STATES } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { issues } from "./schema.ts";
import { supervisions } from "./schema-supervision.ts";
import { stateNotIn } from "./states.ts";

/** 督办 and 批示, each with its number, open until the department answers. */

const fields = {
  id: supervisions.id,
  issueId: supervisions.issueId,
  kind: supervisions.kind,
  year: supervisions.year,
  number: supervisions.number,
  text: supervisions.text,
  by: supervisions.by,
  at: supervisions.at,
};

export async function insertSupervision(
  db: Db,
  supervision: Omit<Supervision, "id"> & { readonly department: string | null },
): Promise<void> {
  await db.insert(supervisions).values(supervision);
}

export interface AnsweredSupervision extends Supervision {
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
}

/** All that an issue ever had, oldest first, with what was answered. */
export function supervisionsOf(db: Db, issueId: number): Promise<readonly AnsweredSupervision[]> {
  const { answeredAt, answeredBy, answer } = supervisions;
  return db
    .select({ ...fields, answeredAt, answeredBy, answer })
    .from(supervisions)
    .where(eq(supervisions.issueId, issueId))
    .orderBy(asc(supervisions.id));
}

/**
 * Those that are not answered yet: about issues that these departments have now, or all; oldest first. What is void
 * leaves nothing to answer.
 */
export function openSupervisions(db: Db, departments: readonly string[] | null): Promise<readonly Supervision[]> {
  const theirs = departments === null ? undefined : inArray(issues.department, [...departments]);
  return db
    .select(fields)
    .from(supervisions)
    .innerJoin(issues, eq(issues.id, supervisions.issueId))
    .where(and(isNull(supervisions.answeredAt), stateNotIn(issues.state, VOID_STATES), theirs))
    .orderBy(asc(supervisions.id));
}

/** What one issue was pressed for goes on with the one that it was merged into. */
export async function moveSupervisions(db: Db, from: number, to: number): Promise<void> {
  await db
    .update(supervisions)
    .set({ issueId: to })
    .where(and(eq(supervisions.issueId, from), isNull(supervisions.answeredAt)));
}

export async function answerSupervisions(
  db: Db,
  issueId: number,
  answered: { readonly answeredAt: Date; readonly answeredBy: string; readonly answer: string },
): Promise<void> {
  await db
    .update(supervisions)
    .set(answered)
    .where(and(eq(supervisions.issueId, issueId), isNull(supervisions.answeredAt)));
}
