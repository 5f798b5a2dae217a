import { getTableColumns, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";

/** Rows as JSON by the names of their columns, so that one prepared statement takes and gives whatever a row holds. */

/** What is given of a row, as the database reads it with `jsonb_populate_record`. Moments become strings by themselves. */
export function asRecord<Table extends PgTable>(table: Table, row: Partial<Table["$inferSelect"]>): string {
  return JSON.stringify(recordOf(table, row));
}

/** As `asRecord`, for several. */
export function asRecords<Table extends PgTable>(
  table: Table,
  rows: readonly Partial<Table["$inferSelect"]>[],
): string {
  return JSON.stringify(rows.map((row) => recordOf(table, row)));
}

/** By what the database does not know it leaves out. */
function recordOf(table: PgTable, row: object): Record<string, unknown> {
  const columns = getTableColumns(table);
  const record: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    const column = columns[key];
    if (column !== undefined) record[column.name] = value;
  }
  return record;
}

type RecordReader = (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const readers = new Map<PgTable, RecordReader>();

/** A row that came as JSON. */
export function fromRecord<Table extends PgTable>(table: Table, record: object): Table["$inferSelect"] {
  const known = readers.get(table) ?? readerOf(table);
  readers.set(table, known);
  return known({ ...record });
}

const MADE: Readonly<Record<string, (text: string) => unknown>> = { date: (text) => new Date(text), number: Number };

/** `only`: of these columns; else of all. */
function readerOf(table: PgTable, only?: readonly PropertyKey[]): RecordReader {
  const columns = Object.entries(getTableColumns(table)).flatMap(([key, column]) =>
    only !== undefined && !only.includes(key)
      ? []
      : // What the drivers give as a string, because they cannot know that it is a moment, or no larger than a number is exact.
        [{ key, name: column.name, make: MADE[column.dataType] }],
  );
  return (record) => {
    const row: Record<string, unknown> = {};
    for (const { key, name, make } of columns) {
      const value = record[name];
      row[key] = make !== undefined && typeof value === "string" ? make(value) : value;
    }
    return row;
  };
}

/**
 * The rows of a query that takes all columns of one table. Of many rows it takes a third of the time that drizzle takes, which
 * asks of each cell of each row what it is.
 */
export async function wholeRows<Table extends PgTable>(
  db: Db,
  table: Table,
  query: SQLWrapper,
): Promise<Table["$inferSelect"][]> {
  const rows = answered(await db.execute(query.getSQL()));
  return rows.map((row) => fromRecord(table, row));
}

/** Reads some columns of a table, as `wholeRows` does all: `rest` is the statement from its `where` on. */
export function columnsReader<Table extends PgTable, Key extends keyof Table["$inferSelect"]>(
  table: Table,
  keys: readonly Key[],
): (db: Db, rest: SQL) => Promise<Pick<Table["$inferSelect"], Key>[]> {
  const read = readerOf(table, keys);
  const names = Object.entries(getTableColumns(table)).flatMap(([key, { name }]) =>
    keys.some((one) => one === key) ? [sql.identifier(name)] : [],
  );
  return async (db, rest) => {
    const rows = answered<Record<string, unknown>>(
      await db.execute(sql`select ${sql.join(names, sql`, `)} from ${table} ${rest}`),
    );
    return rows.map((row) => read(row) as Pick<Table["$inferSelect"], Key>);
  };
}

/** The columns of a table but these, by name, as a list for SQL. `of`: before each. */
export function columnsOf<Table extends PgTable>(
  table: Table,
  { without = [], of = "" }: { readonly without?: readonly (keyof Table["$inferSelect"])[]; readonly of?: string },
): SQL {
  const names = Object.entries(getTableColumns(table)).flatMap(([key, { name }]) =>
    without.some((one) => one === key) ? [] : [`${of}"${name}"`],
  );
  return sql.raw(names.join(", "));
}
