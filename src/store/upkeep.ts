import { is, sql } from "drizzle-orm";
import { PgliteDatabase } from "drizzle-orm/pglite";
import type { Db } from "./client.ts";

/** What a database does for itself, where it does not, or not soon enough. */

/** Makes room that is free again usable. PostgreSQL does so by itself; the embedded database does not. */
export async function tidy(db: Db): Promise<void> {
  if (is(db, PgliteDatabase)) await db.execute(sql`vacuum analyze`);
}

/** Has the database count what grows with each message: by that it chooses its ways to it. */
export async function countRows(db: Db): Promise<void> {
  await db.execute(sql`analyze issues, events, notices, inbound, checks`);
}
