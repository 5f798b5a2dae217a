import { and, asc, desc, gt, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type Issue, RUNNING_STATES } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { countParts, isLate, type Period, valid, within } from "./figure-parts.ts";
import { readInOrder } from "./issues.ts";
import { issues } from "./schema.ts";
import { stateIn, stateIs } from "./states.ts";

/** What a month report tells beside the figures that 统计 has. */

export interface Breakdown {
  /** The code of the department or category; null for issues that have none. */
  readonly code: string | null;
  /** Raised in the period. */
  readonly collected: number;
  /** Of those raised in the period the ones that wait for 派单. */
  readonly undispatched: number;
  /** Confirmed as solved in the period, whenever they were raised. */
  readonly solved: number;
  /** Raised up to the end of the period, and past their due date now: those of `delayedIssues` that are not on hold. */
  readonly overdue: number;
}

/**
 * A period's issues by department or category, the fullest first. The columns add up to the counts of the same period, and to
 * what is listed of it as overdue.
 */
export async function breakdownOf(
  db: Db,
  by: "department" | "category",
  period: Period,
  now: Date,
): Promise<readonly Breakdown[]> {
  const raised = within(issues.submittedAt, period);
  const { solved } = countParts(period);
  const late = and(isLate(now), lte(issues.submittedAt, period.to));
  const count = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const rows = await db
    .select({
      code: issues[by],
      collected: count(raised),
      undispatched: count(and(raised, stateIs(issues.state, "submitted"))),
      solved: count(solved),
      overdue: count(late),
    })
    .from(issues)
    .where(and(valid, or(raised, solved, late)))
    .groupBy(issues[by])
    .orderBy(asc(issues[by]));
  return rows.sort((a, b) => b.collected - a.collected || b.solved - a.solved || b.overdue - a.overdue);
}

/** How many issues were closed in a period, however that came. */
export function closedIn(db: Db, period: Period): Promise<number> {
  return db.$count(issues, and(stateIs(issues.state, "closed"), within(issues.closedAt, period)));
}

/**
 * Issues that stand for a period: raised or closed in it and not confidential; of each category the one that most companies
 * share, then the one that was pressed most from above, then a closed one, then the first.
 */
export async function typicalIssues(db: Db, period: Period, limit: number): Promise<readonly Issue[]> {
  const shared = sql<number>`jsonb_array_length(${issues.joined})`;
  const isClosed = sql<boolean>`${issues.state} = 'closed'`;
  const ranked = [desc(shared), desc(issues.level), desc(isClosed), asc(issues.id)];
  const touched = or(within(issues.submittedAt, period), within(issues.closedAt, period));
  const best = db
    .selectDistinctOn([issues.category], { id: issues.id })
    .from(issues)
    .where(and(valid, touched, sql`not ${issues.confidential}`))
    .orderBy(asc(issues.category), ...ranked);
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(inArray(issues.id, best))
    .orderBy(...ranked)
    .limit(limit);
  return readInOrder(
    db,
    rows.map(({ id }) => id),
  );
}

/** What is to be done next about the issues raised up to a moment, each kind with its most urgent first. */
export type NextStep = "undispatched" | "held" | "promised" | "answered";

/** Issues for which this is the next step; a review and a promise count where they fall into `soon`. */
export async function issuesToFollow(
  db: Db,
  raisedBy: Date,
  soon: { readonly from: Date; readonly to: Date },
): Promise<Readonly<Record<NextStep, readonly Issue[]>>> {
  const falls = (column: typeof issues.reviewAt | typeof issues.measureDue) =>
    and(isNotNull(column), gt(column, soon.from), lte(column, soon.to));
  const pick = async (where: SQL | undefined, by: typeof issues.dispatchDue | typeof issues.confirmDue) => {
    const rows = await db
      .select({ id: issues.id })
      .from(issues)
      .where(and(where, lte(issues.submittedAt, raisedBy)))
      .orderBy(asc(by), asc(issues.id));
    return readInOrder(
      db,
      rows.map(({ id }) => id),
    );
  };
  return {
    undispatched: await pick(stateIs(issues.state, "submitted"), issues.dispatchDue),
    held: await pick(and(stateIs(issues.state, "on_hold"), falls(issues.reviewAt)), issues.reviewAt),
    promised: await pick(
      and(stateIn(issues.state, [...RUNNING_STATES, "waiting"]), falls(issues.measureDue)),
      issues.measureDue,
    ),
    answered: await pick(stateIs(issues.state, "answered"), issues.confirmDue),
  };
}

/** Issues raised up to a moment that are past their due date now, or on hold: at most `limit`, how many there are, and how many on hold. */
export async function delayedIssues(
  db: Db,
  raisedBy: Date,
  now: Date,
  limit: number,
): Promise<{ readonly issues: readonly Issue[]; readonly count: number; readonly held: number }> {
  const delayed = and(or(isLate(now), stateIs(issues.state, "on_hold")), lte(issues.submittedAt, raisedBy));
  const rows = await db
    .select({ id: issues.id, state: issues.state })
    .from(issues)
    .where(delayed)
    .orderBy(asc(issues.due), asc(issues.id));
  const ids = rows.slice(0, limit).map((row) => row.id);
  const held = rows.filter(({ state }) => state === "on_hold").length;
  return { issues: await readInOrder(db, ids), count: rows.length, held };
}

/** When the first issue of the ledger was raised. Null: none was. */
export async function firstIssueAt(db: Db): Promise<Date | null> {
  const [row] = await db.select({ at: issues.submittedAt }).from(issues).orderBy(asc(issues.id)).limit(1);
  return row?.at ?? null;
}
