import { and, asc, lte, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { ledBy } from "./issues.ts";
import { issues } from "./schema.ts";
import { stateIs } from "./states.ts";

/**
 * The numbers of those that their unit still has beyond the day that it promised, as `isPromisePast` says; the one that is over the longest
 * first. Of these units alone, or of all.
 */
export async function promisesPast(db: Db, now: Date, units: readonly string[] | null): Promise<readonly number[]> {
  const since = (round: typeof issues.dispatchedAt | typeof issues.reopenedAt) =>
    sql`coalesce(${issues.measureAt} >= ${round}, true)`;
  const promised = and(lte(issues.measureDue, now), since(issues.dispatchedAt), since(issues.reopenedAt));
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(stateIs(issues.state, "in_progress"), promised, ledBy(units)))
    .orderBy(asc(issues.measureDue), asc(issues.id));
  return rows.map(({ id }) => id);
}
