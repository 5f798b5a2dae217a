import { drizzle } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient } from "pg";
import type { Db } from "./client.ts";
import * as schema from "./schema.ts";

const known = new WeakMap<PoolClient, Db>();

/**
 * Has one connection for a piece of work, so that what is asked before a transaction and in it goes to the server together, and
 * is done there in this order. Where there is but one connection, or a transaction already, that is the one.
 */
export async function onOneConnection<Result>(db: Db, work: (own: Db) => Promise<Result>): Promise<Result> {
  const pool = "$client" in db ? db.$client : undefined;
  if (!(pool instanceof Pool)) return work(db);
  const client = await pool.connect();
  try {
    const own = known.get(client) ?? drizzle(client, { schema });
    known.set(client, own);
    return await work(own);
  } finally {
    client.release();
  }
}
