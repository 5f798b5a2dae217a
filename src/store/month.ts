import { and, asc, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Issue, RUNNING_STATES, VOID_STATES } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import type { Period } from "./figure-parts.ts";
import { readIssues } from "./issues.ts";
import { issues } from "./schema.ts";
import { stateIn, stateIs, stateNotIn } from "./states.ts";

/** What a month report tells beside the figures that 统计 has. */

export interface Breakdown {
  /** The code of the department or category; null for issues that have none yet. */
  readonly code: string | null;
  /** Raised in the period. */
  readonly collected: number;
  /** Confirmed as solved in the period, whenever they were raised. */
  readonly solved: number;
  /** Of those raised in the period: answered too late, or past the present due date without an answer. */
  readonly overdue: number;
}

/** A period's issues by department or category, the fullest first. The columns add up to the counts of the same period. */
export async function breakdownOf(
  db: Db,
  by: "department" | "category",
  { from, to }: Period,
  now: Date,
): Promise<readonly Breakdown[]> {
  const within = (column: typeof issues.submittedAt | typeof issues.closedAt) =>
    and(lte(column, to), from === null ? undefined : gt(column, from));
  const raised = within(issues.submittedAt);
  const solved = and(sql`${issues.state} = 'closed' and ${issues.outcome} = 'solved'`, within(issues.closedAt));
  const unanswered = and(isNull(issues.answeredAt), lte(issues.due, now));
  const late = and(sql`${issues.state} <> 'on_hold'`, or(unanswered, sql`${issues.answeredAt} > ${issues.due}`));
  const count = (condition: ReturnType<typeof and>) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const rows = await db
    .select({
      code: issues[by],
      collected: count(raised),
      solved: count(solved),
      overdue: count(and(raised, late)),
    })
    .from(issues)
    .where(and(stateNotIn(issues.state, VOID_STATES), or(raised, solved)))
    .groupBy(issues[by])
    .orderBy(asc(issues[by]));
  return rows.sort((a, b) => b.collected - a.collected || b.solved - a.solved);
}

/** Issues raised up to a moment that are past their due date now, or on hold: at most `limit`, and how many there are. */
export async function delayedIssues(
  db: Db,
  raisedBy: Date,
  now: Date,
  limit: number,
): Promise<{ readonly issues: readonly Issue[]; readonly count: number }> {
  const overdue = and(stateIn(issues.state, RUNNING_STATES), lte(issues.due, now));
  const delayed = and(or(overdue, stateIs(issues.state, "on_hold")), lte(issues.submittedAt, raisedBy));
  const rows = await db.select({ id: issues.id }).from(issues).where(delayed).orderBy(asc(issues.due), asc(issues.id));
  const ids = rows.slice(0, limit).map((row) => row.id);
  return { issues: await readIssues(db, ids), count: rows.length };
}
