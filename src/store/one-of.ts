import { type Column, type SQL, sql } from "drizzle-orm";

/**
 * That a column is one of these numbers. They are one value, so that it is the same statement however many there are; as a
 * value each, a thousand of them take longer to write and to read than to find.
 */
export function oneOf(column: Column, numbers: readonly number[]): SQL {
  return sql`${column} = any(${`{${numbers.join(",")}}`}::bigint[])`;
}
