import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/**
 * A little more than the 60 seconds of the promise, since the platform counts arrivals and we count departures.
 */
const WINDOW_MS = 61_000;

/**
 * Takes one try from a send budget, for all replicas together. Null when it was granted, else the moment at which
 * the next one can be. One statement: two replicas cannot take the same place. A try that lies a little ahead counts
 * as well, because replicas' clocks differ; one that lies further ahead is of a clock that was set back since.
 */
export async function takeFromBudget(db: Db, key: string, perMinute: number, now: Date): Promise<Date | null> {
  const at = now.getTime();
  const since = at - WINDOW_MS;
  const until = at + WINDOW_MS;
  const recent = sql`array(select t from unnest(budgets.tries) as t where t > ${since}::bigint and t < ${until}::bigint)`;
  const granted = await db.execute(sql`
    insert into budgets (key, tries) values (${key}, array[${at}::bigint])
    on conflict (key) do update set tries = ${recent} || ${at}::bigint
    where cardinality(${recent}) < ${perMinute}
    returning key`);
  if (rowsOf(granted).length > 0) return null;
  const oldest = await db.execute(sql`
    select min(t)::text as oldest from budgets, unnest(budgets.tries) as t
    where key = ${key} and t > ${since}::bigint`);
  const first = Number(rowsOf(oldest)[0]?.["oldest"] ?? at);
  return new Date(first + WINDOW_MS + 1);
}

/** Drizzle's common type does not say what `execute` answers; both drivers answer rows. */
function rowsOf(result: unknown): readonly Record<string, unknown>[] {
  const answered = typeof result === "object" && result !== null && "rows" in result ? result.rows : [];
  return Array.isArray(answered) ? answered : [];
}
