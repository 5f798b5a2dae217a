import { and, asc, gte, lte, or, sql } from "drizzle-orm";
import { VOID_STATES } from "../domain/issue/issue.ts";
import { startOfWeek } from "../domain/park/instants.ts";
import type { Db } from "./client.ts";
import { ledBy } from "./issues.ts";
import { issues } from "./schema.ts";
import { stateNotIn } from "./states.ts";

/** How many issues were collected and solved, week by week and by category: the figures of the trend picture. */
export interface TrendFigures {
  /** Every week of the span, oldest first; the last one is the week of `to`. `start`: its Monday, 00:00 in the park. */
  readonly weeks: readonly (Tally & { readonly start: Date })[];
  /** Over all these weeks, the fullest first. `category`: its code, null for issues without one. */
  readonly categories: readonly (Tally & { readonly category: string | null })[];
}

/** Whose issues are counted: those that these departments lead. Null: all. */
type Units = readonly string[] | null;

interface Tally {
  readonly collected: number;
  readonly solved: number;
}

/** Mondays of the `count` weeks that end with the week of `to`, oldest first. */
function weekStarts(to: Date, timeZone: string, count: number): readonly Date[] {
  const starts = [startOfWeek(to, timeZone)];
  while (starts.length < count) {
    const [oldest = to] = starts;
    starts.unshift(startOfWeek(new Date(oldest.getTime() - 1), timeZone));
  }
  return starts;
}

/** Up to and with `to`, as the ledger stands now: an issue that was reopened or became void since does not count. */
export async function trendOf(
  db: Db,
  to: Date,
  {
    timeZone,
    units = null,
    count = 12,
  }: { readonly timeZone: string; readonly units?: Units; readonly count?: number },
): Promise<TrendFigures> {
  const starts = weekStarts(to, timeZone, count);
  const [since = to] = starts;
  const instants = sql.join(
    starts.map((start) => sql`${start.toISOString()}::timestamptz`),
    sql`, `,
  );
  // The boundaries come as instants, so that the database needs to know nothing of zones.
  const weekOf = (column: Moment) => sql<number>`width_bucket(${column}, array[${instants}])`;
  const inSpan = (column: Moment) => and(gte(column, since), lte(column, to));
  const collected = inSpan(issues.submittedAt);
  const solved = and(sql`${issues.state} = 'closed' and ${issues.outcome} = 'solved'`, inSpan(issues.closedAt));
  const rows = await db
    .select({
      category: issues.category,
      collectedIn: sql<number | null>`case when ${collected} then ${weekOf(issues.submittedAt)} end`.as("collected_in"),
      solvedIn: sql<number | null>`case when ${solved} then ${weekOf(issues.closedAt)} end`.as("solved_in"),
      count: sql<number>`count(*)::int`,
    })
    .from(issues)
    .where(and(stateNotIn(issues.state, VOID_STATES), ledBy(units), or(collected, solved)))
    .groupBy(issues.category, sql`collected_in`, sql`solved_in`)
    .orderBy(asc(issues.category));
  const sum = (of: (row: (typeof rows)[number]) => boolean) =>
    rows.reduce((total, row) => (of(row) ? total + row.count : total), 0);
  const categories = [...new Set(rows.map((row) => row.category))].map((category) => ({
    category,
    collected: sum((row) => row.category === category && row.collectedIn !== null),
    solved: sum((row) => row.category === category && row.solvedIn !== null),
  }));
  return {
    weeks: starts.map((start, index) => ({
      start,
      collected: sum((row) => row.collectedIn === index + 1),
      solved: sum((row) => row.solvedIn === index + 1),
    })),
    categories: categories.sort((a, b) => b.collected - a.collected || b.solved - a.solved),
  };
}

type Moment = typeof issues.submittedAt | typeof issues.closedAt;
