import { type SQL, sql } from "drizzle-orm";

/**
 * A message on its way belongs to its process for a while. That is measured by the database's clock, the one clock that all processes
 * share: by its own, a process whose clock is wrong would take from others what they are sending, or keep what it left for hours.
 */

/** No lease is longer, in milliseconds. One that ends further ahead was written before the database's clock was set back. */
export const LONGEST_LEASE_MS = 5 * 60_000;

const milliseconds = (length: SQL) => sql`${length} * interval '1 millisecond'`;
const LONGEST = milliseconds(sql.raw(String(LONGEST_LEASE_MS)));

/** The end of a lease that begins now and lasts for so many milliseconds. */
export function leaseEnd(length: SQL): SQL {
  return sql`clock_timestamp() + ${milliseconds(sql`${length}::float8`)}`;
}

/** Whether a process has a lease that lasts, by the columns of its end. */
export function leaseLasts(end: SQL): SQL {
  return sql`(${end} > clock_timestamp() and ${end} <= clock_timestamp() + ${LONGEST})`;
}
