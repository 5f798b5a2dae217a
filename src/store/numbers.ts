import { type SQL, sql } from "drizzle-orm";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";

/** What people number: the next number is taken in the transaction that uses it, so that none is left out when that is undone. */

/** Takes the next number of a series: one row with `last`. Two at once wait for each other, until the first is done or undone. */
function takeNext(series: SQL): SQL {
  return sql`insert into numbers as n (series, last) values (${series}, 1)
    on conflict (series) do update set last = n.last + 1 returning last`;
}

/** Takes the number by which people speak of an issue, as a part of the statement that files it. */
export const takeIssueNumber = takeNext(sql.raw("'issue'"));

/** The next number of a series, in the transaction that uses it. */
export async function nextNumber(db: Db, series: string): Promise<number> {
  const [row] = answered<{ readonly last: number }>(await db.execute(takeNext(sql`${series}`)));
  if (row === undefined) throw new Error("a number was not given");
  return row.last;
}
