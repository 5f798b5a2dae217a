import { DrizzleQueryError, is } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import { PgliteSession } from "drizzle-orm/pglite";
import { fillPlaceholders, type Query, type SQLWrapper } from "drizzle-orm/sql";
import type { Db } from "./client.ts";
import { codeOf } from "./pool.ts";
import * as schema from "./schema.ts";

/**
 * A statement that is needed for every message: its SQL is made once, and each connection parses and plans it once under its
 * name. `make` writes it with `sql.placeholder(name)` where a value goes, and its type behind that. Its rows come as the database
 * names and writes them, so a moment is a string; what it gives is the caller's to say. It is on its way when the call
 * returns, so whoever does not wait for it keeps the order of what is sent.
 */
export function prepared<Row extends object = Record<string, never>>(name: string, make: (db: Db) => SQLWrapper) {
  let query: Query | undefined;
  return async (db: Db, values: Readonly<Record<string, unknown>>): Promise<readonly Row[]> => {
    query ??= new PgDialect().sqlToQuery(make(drizzle.mock({ schema })).getSQL());
    const { session } = db._;
    if (is(session, PgliteSession)) return embedded<Row>(session as unknown as Embedded, { name, query, values });
    const asked = session.prepareQuery<{ execute: { rows: Row[] }; all: unknown; values: unknown }>(
      query,
      undefined,
      name,
      false,
    );
    return (await asked.execute({ ...values })).rows;
  };
}

/** The session of the embedded database, or of a transaction of it: what drizzle keeps to itself. */
interface Embedded {
  readonly client: { exec(text: string): Promise<readonly { readonly rows: unknown[] }[]> };
  /** The same for all of one database. */
  readonly dialect: PgDialect;
}

/** in_failed_sql_transaction */
const IN_FAILED_TRANSACTION = "25P02";
const namesIn = new WeakMap<PgDialect, Set<string>>();

/** By itself it would plan every time, which takes longer than the rest; PREPARE and EXECUTE are statements to it like others. */
async function embedded<Row>(
  { client, dialect }: Embedded,
  { name, query, values }: { name: string; query: Query; values: Readonly<Record<string, unknown>> },
): Promise<readonly Row[]> {
  const names = namesIn.get(dialect) ?? new Set();
  namesIn.set(dialect, names);
  const first = names.has(name) ? "" : `prepare ${name} as ${query.sql};`;
  names.add(name);
  const given = fillPlaceholders(query.params, { ...values }).map(literal);
  try {
    const answers = await client.exec(`${first}execute ${name}${given.length === 0 ? "" : `(${given.join(", ")})`}`);
    return (answers.at(-1)?.rows ?? []) as Row[];
  } catch (error) {
    // A transaction that has failed prepares nothing any more: the next one is asked to do it.
    if (first !== "" && codeOf(error) === IN_FAILED_TRANSACTION) names.delete(name);
    // The values are in the statement here, and what people wrote is in no error.
    if (error instanceof Error) Object.assign(error, { query: name, params: [] });
    throw new DrizzleQueryError(query.sql, [], error instanceof Error ? error : undefined);
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value))
    return quoted(`{${value.map((one) => `"${String(one).replace(/[\\"]/g, "\\$&")}"`).join(",")}}`);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : quoted(String(value));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
