import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { ChaxuError } from "../shared/errors.ts";
import { makePglite, openPglite } from "./embedded.ts";
import { guardFolder } from "./guard.ts";
import { connectTo, KEEP_PLANS, LastingPool, reasonOf, withSchema } from "./pool.ts";
import * as schema from "./schema.ts";

/** The database, or a transaction of it: what every store function runs on. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Database {
  readonly db: Db;
  readonly kind: "embedded" | "postgresql";
  close(): Promise<void>;
}

/** The number that stands for «Chaxu migrates» among PostgreSQL's advisory locks. */
const MIGRATION_LOCK = 7_264_101;
/** Where it is noted what was migrated: in a schema of its own there, else where drizzle keeps it by itself. */
export interface NoteOfMigrations {
  readonly schema: string;
  readonly table: string;
}

export function noteOfMigrations(own: string | undefined): NoteOfMigrations {
  return own === undefined
    ? { schema: "drizzle", table: "__drizzle_migrations" }
    : { schema: own, table: "migrations" };
}

const CONNECT_TIMEOUT_MS = 30_000;
const RETRY_MS = 1_000;

/** Migrations are named for what they do, in the order of `meta/_journal.json`. */
export interface OpenOptions {
  readonly databaseUrl?: string | undefined;
  /** Everything is in this schema, which is made where there is none; without it, in the user's first. */
  readonly databaseSchema?: string | undefined;
  readonly dataDir: string;
  readonly migrationsFolder: string;
  /** What has to be so before anything is asked; it may take long, and of several that start together each waits for it. */
  readonly prepare?: (db: Db) => Promise<void>;
  /** A connection that is in use and finishes nothing for so long is cut, in milliseconds; a running program's own unless told. */
  readonly stallMs?: number;
}

/** Opens the database and brings it up to date. Throws a ChaxuError that names what to do, without the password. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.databaseUrl === undefined ? openEmbedded(options) : openPostgres(options.databaseUrl, options);
}

async function openEmbedded({ dataDir, migrationsFolder, prepare }: OpenOptions): Promise<Database> {
  await makeFolder(dataDir);
  const folder = join(dataDir, "db");
  const guard = await guardFolder(folder);
  try {
    await makePglite(folder);
    const client = await openPglite(folder);
    const db = drizzlePglite(client, { schema });
    await migratePglite(db, { migrationsFolder });
    await prepare?.(db);
    await client.exec(KEEP_PLANS);
    return {
      db,
      kind: "embedded",
      close: async () => {
        await client.close();
        await guard.release();
      },
    };
  } catch (error) {
    await guard.release();
    throw error;
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new ChaxuError(
      "data-dir",
      `DATA_DIR: ${path} cannot be used (${code}). Name a folder that this user may write to.`,
    );
  }
}

async function openPostgres(address: string, options: OpenOptions): Promise<Database> {
  const url = withSchema(address, options.databaseSchema);
  const pool = new LastingPool(url, options.stallMs);
  try {
    await reach(pool, url);
    await migrateUnderLock(url, options);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: drizzlePostgres(pool, { schema }), kind: "postgresql", close: () => pool.end() };
}

/** Waits for the server for a while: in a compose start the database comes up after the program. */
async function reach(pool: LastingPool, url: string): Promise<void> {
  const tries = CONNECT_TIMEOUT_MS / RETRY_MS;
  const started = performance.now();
  for (let attempt = 1; ; attempt++) {
    const failure = await Promise.race([
      pool.query("select 1").then(() => null, reasonOf),
      new Promise<string>((resolve) => {
        setTimeout(resolve, CONNECT_TIMEOUT_MS - (performance.now() - started), "no answer").unref();
      }),
    ]);
    if (failure === null) return;
    const wrongCredentials = failure.includes("password") || failure.includes("does not exist");
    if (wrongCredentials || attempt >= tries || performance.now() - started > CONNECT_TIMEOUT_MS - RETRY_MS) {
      throw unusable(url, failure);
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/**
 * One connection of its own holds the lock while it migrates, so that replicas that start together wait for one; those of
 * another schema do not.
 */
async function migrateUnderLock(
  url: string,
  { migrationsFolder, databaseSchema: own, prepare }: OpenOptions,
): Promise<void> {
  const single = await connectTo(url);
  try {
    await single.query("select pg_advisory_lock($1, hashtext($2))", [MIGRATION_LOCK, own ?? ""]);
    if (own !== undefined) await single.query(`create schema if not exists "${own}"`);
    const { schema: migrationsSchema, table: migrationsTable } = noteOfMigrations(own);
    const db = drizzlePostgres(single, { schema });
    await migratePostgres(db, { migrationsFolder, migrationsSchema, migrationsTable });
    await prepare?.(db);
  } finally {
    await single.end();
  }
}

/** The error that names the database and why it cannot be used, without its password. */
export function unusable(url: string, failure: string): ChaxuError {
  return new ChaxuError(
    "database-unreachable",
    `DATABASE_URL: ${nameOf(url)} cannot be used (${failure.replaceAll(passwordOf(url), "***")}). ` +
      "Check that PostgreSQL runs there and that user, password and database name are right.",
  );
}

function nameOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || "5432"}${pathname}`;
}

/** Never the empty string, which would be replaced everywhere. */
function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password) || "\u0000";
}
