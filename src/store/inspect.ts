import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { count, max, sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { bigint, pgSchema } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { within } from "../shared/clock.ts";
import { ChaxuError, messageOf } from "../shared/errors.ts";
import { type Db, type NoteOfMigrations, noteOfMigrations, type OpenOptions, unusable } from "./client.ts";
import { openPglite } from "./embedded.ts";
import { type FolderGuard, guardFolder } from "./guard.ts";
import { connectTo, reasonOf, withSchema } from "./pool.ts";
import * as schema from "./schema.ts";

/** Looks at a database as it is: nothing is made, migrated or waited for. */

/** `absent`: there is no embedded database yet. `held`: a running process has it, and a second one must not open it. */
export type Look<T> =
  | { readonly kind: "opened"; readonly result: T }
  | { readonly kind: "absent" }
  | { readonly kind: "held" };

const CONNECT_MS = 4_000;
/** For everything that is asked: a table may be locked by a migration. */
const WORK_MS = 8_000;
const CLOSE_MS = 1_000;

/** Throws a ChaxuError that names what to do, without the password. */
export function lookInto<T>(
  { databaseUrl, databaseSchema, dataDir }: Pick<OpenOptions, "databaseUrl" | "databaseSchema" | "dataDir">,
  work: (db: Db) => Promise<T>,
): Promise<Look<T>> {
  return databaseUrl === undefined
    ? lookIntoFolder(dataDir, work)
    : lookIntoServer(withSchema(databaseUrl, databaseSchema), work);
}

async function lookIntoServer<T>(url: string, work: (db: Db) => Promise<T>): Promise<Look<T>> {
  let close = async () => {};
  try {
    const client = await within(CONNECT_MS, connectTo(url, CONNECT_MS));
    close = () => within(CLOSE_MS, client.end()).catch(() => {});
    return { kind: "opened", result: await within(WORK_MS, work(drizzlePostgres(client, { schema }))) };
  } catch (error) {
    throw unusable(url, reasonOf(error));
  } finally {
    await close();
  }
}

async function lookIntoFolder<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<Look<T>> {
  if (!(await isFolder(dataDir))) return { kind: "absent" };
  const folder = join(dataDir, "db");
  const guard = await hold(dataDir, folder);
  if (guard === null) return { kind: "held" };
  try {
    // Where there is no database PGlite would make one.
    if ((await statOf(join(folder, "PG_VERSION"))) === null) return { kind: "absent" };
    const client = await openPglite(folder);
    try {
      return { kind: "opened", result: await work(drizzlePglite(client, { schema })) };
    } finally {
      await client.close();
    }
  } catch (error) {
    if (error instanceof ChaxuError) throw error;
    throw new ChaxuError(
      "database-damaged",
      `DATA_DIR: the embedded database in ${folder} does not open (${reasonOf(error)}). Put a backup back, or move the folder away to begin anew.`,
    );
  } finally {
    await guard.release();
  }
}

/** The guard, or null when another process has it. Only under it may the database be opened. */
async function hold(dataDir: string, folder: string): Promise<FolderGuard | null> {
  try {
    return await guardFolder(folder);
  } catch (error) {
    if (error instanceof ChaxuError && error.code === "database-in-use") return null;
    throw unwritable(dataDir, error);
  }
}

/** Whether the folder is there. Throws a ChaxuError when it is not and cannot be made, or is no folder. */
async function isFolder(path: string): Promise<boolean> {
  const found = await statOf(path);
  if (found?.isDirectory()) return true;
  if (found !== null) throw unwritable(path, new Error("it is a file"));
  let parent = dirname(resolve(path));
  while ((await statOf(parent)) === null) parent = dirname(parent);
  try {
    await access(parent, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
  return false;
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): ChaxuError {
  const reason = codeOf(error) ?? messageOf(error);
  return new ChaxuError(
    "data-dir",
    `DATA_DIR: ${path} cannot be used (${reason}). Name a folder that this user may write to.`,
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

export interface DatabaseFacts {
  readonly version: string;
  /** `UTF8` where Chinese can be stored. */
  readonly encoding: string;
  /** How many migrations the program has, and how many of them are applied. */
  readonly known: number;
  readonly applied: number;
  /** A later program has migrated it. */
  readonly isNewer: boolean;
  /** Whether this user may make drizzle's own schema and table, which each start asks for even when both are there. */
  readonly mayStart: boolean;
  /** Whether this user may create tables. */
  readonly mayCreateTables: boolean;
}

/** Where it is noted what was migrated. */
function migrationsIn({ schema, table }: NoteOfMigrations) {
  return pgSchema(schema).table(table, { madeAt: bigint("created_at", { mode: "number" }) });
}

/** What a start would find. Migrations are told apart as drizzle does it: by the moment at which each was made. */
export async function databaseFacts(
  db: Db,
  { migrationsFolder, databaseSchema }: Pick<OpenOptions, "migrationsFolder" | "databaseSchema">,
): Promise<DatabaseFacts> {
  const note = noteOfMigrations(databaseSchema);
  const [server] = await db
    .select({
      version: sql<string>`current_setting('server_version')`,
      encoding: sql<string>`current_setting('server_encoding')`,
      isMigrated: sql<boolean>`to_regclass(${`${note.schema}.${note.table}`}) is not null`,
      mayStart: sql<boolean>`has_database_privilege(current_database(), 'CREATE')
        and coalesce(has_schema_privilege(to_regnamespace(${note.schema}), 'CREATE'), true)`,
      // Of a schema that is still to be made its maker may.
      mayCreateTables: sql<boolean>`coalesce(has_schema_privilege(current_schema(), 'CREATE'), ${databaseSchema !== undefined})`,
    })
    .from(sql`(select 1) as one`);
  if (server === undefined) throw new Error("the database answers nothing");
  const { isMigrated, ...rest } = server;
  const migrations = migrationsIn(note);
  const [done] = isMigrated ? await db.select({ rows: count(), last: max(migrations.madeAt) }).from(migrations) : [];
  const last = done?.last ?? Number.NEGATIVE_INFINITY;
  const made = readMigrationFiles({ migrationsFolder }).map((one) => one.folderMillis);
  return {
    ...rest,
    known: made.length,
    applied: made.filter((at) => at <= last).length,
    isNewer: made.every((at) => at < last),
  };
}
