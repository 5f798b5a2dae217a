import { sql } from "drizzle-orm";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";

/** A little more than the 60 seconds of the promise, since the platform counts arrivals and we count departures. */
const MINUTE_MS = 61_000;
/** The same of an hour. */
const HOUR_MS = 3_601_000;

/** At most so many tries in any 60 seconds, and in any hour where the platform counts those too. */
export interface Limits {
  readonly key: string;
  readonly perMinute: number;
  readonly perHour?: number;
}

/**
 * Takes one try from a send budget, for all replicas together. Null when it was granted, else the moment at which
 * the next one can be. One statement: two replicas cannot take the same place. A try that lies a little ahead counts
 * as well, because replicas' clocks differ; one that lies further ahead is of a clock that was set back since.
 */
export async function takeFromBudget(db: Db, { key, perMinute, perHour }: Limits, now: Date): Promise<Date | null> {
  const at = now.getTime();
  const until = at + MINUTE_MS;
  const since = (milliseconds: number) =>
    sql`array(select t from unnest(budgets.tries) as t where t > ${at - milliseconds}::bigint and t < ${until}::bigint)`;
  const ofMinute = since(MINUTE_MS);
  const counted = perHour === undefined ? ofMinute : since(HOUR_MS);
  const hourHasRoom = perHour === undefined ? sql`true` : sql`cardinality(${counted}) < ${perHour}`;
  const granted = await db.execute(sql`
    insert into budgets (key, tries) values (${key}, array[${at}::bigint])
    on conflict (key) do update set tries = ${counted} || ${at}::bigint
    where cardinality(${ofMinute}) < ${perMinute} and ${hourHasRoom}
    returning key`);
  if (answered(granted).length > 0) return null;
  return whenFree(db, { key, perMinute, perHour }, at);
}

/** When the next try can be taken from a budget, which is left as it is; null: now. */
export async function nextInBudget(db: Db, limits: Limits, now: Date): Promise<Date | null> {
  const next = await whenFree(db, limits, now.getTime());
  return next.getTime() <= now.getTime() + 1 ? null : next;
}

async function whenFree(
  db: Db,
  { key, perMinute, perHour }: Omit<Limits, "perHour"> & { readonly perHour?: number | undefined },
  at: number,
): Promise<Date> {
  const minute = await freeAfter(db, key, { at, milliseconds: MINUTE_MS, most: perMinute });
  if (perHour === undefined) return new Date(minute);
  const hour = await freeAfter(db, key, { at, milliseconds: HOUR_MS, most: perHour });
  return new Date(Math.max(minute, hour));
}

/** When a window of this length has room again, as a clock's milliseconds: when the oldest of those that fill it has left. */
async function freeAfter(
  db: Db,
  key: string,
  { at, milliseconds, most }: { readonly at: number; readonly milliseconds: number; readonly most: number },
): Promise<number> {
  const filling = await db.execute(sql`
    select t::text as first from budgets, unnest(budgets.tries) as t
    where key = ${key} and t > ${at - milliseconds}::bigint and t < ${at + MINUTE_MS}::bigint
    order by t desc offset ${most - 1} limit 1`);
  const first = answered<{ readonly first: string }>(filling)[0]?.first;
  return first === undefined ? at + 1 : Number(first) + milliseconds + 1;
}
