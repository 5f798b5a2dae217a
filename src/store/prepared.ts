import { drizzle } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Query, SQLWrapper } from "drizzle-orm/sql";
import type { Db } from "./client.ts";
import * as schema from "./schema.ts";

/**
 * A statement that is needed for every message: its SQL is made once, and each connection parses and plans it once under its
 * name. `make` writes it with `sql.placeholder(name)` where a value goes. Its rows come as the database names and writes
 * them, so a moment is a string; what it gives is the caller's to say. It is on its way when the call returns, so whoever
 * does not wait for it keeps the order of what is sent.
 */
export function prepared<Row extends object = Record<string, never>>(name: string, make: (db: Db) => SQLWrapper) {
  let query: Query | undefined;
  return async (db: Db, values: Readonly<Record<string, unknown>>): Promise<readonly Row[]> => {
    query ??= new PgDialect().sqlToQuery(make(drizzle.mock({ schema })).getSQL());
    const asked = db._.session.prepareQuery<{ execute: { rows: Row[] }; all: unknown; values: unknown }>(
      query,
      undefined,
      name,
      false,
    );
    return (await asked.execute({ ...values })).rows;
  };
}
