import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";

/** A database of a test's own; `drop` takes it away. */
export interface TestDatabase {
  readonly kind: "embedded" | "postgresql";
  /** For PostgreSQL. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  drop(): Promise<void>;
}

export const KINDS = ["embedded", "postgresql"] as const;

/** A copy of the migrated database: every table is there and nothing in them. */
export async function freshDatabase(kind: TestDatabase["kind"]): Promise<TestDatabase> {
  if (kind === "postgresql") return createDatabase(inject("postgresTemplate"));
  const place = await createFolder();
  await cp(inject("embeddedTemplate"), place.dataDir, { recursive: true });
  return { kind, ...place };
}

/** A copy of a PostgreSQL database that nobody is connected to, and of its folder. */
export async function copyOf({ databaseUrl = "", dataDir }: TestDatabase): Promise<TestDatabase> {
  const copy = await createDatabase(new URL(databaseUrl).pathname.slice(1));
  await cp(dataDir, copy.dataDir, { recursive: true });
  return copy;
}

/** A PostgreSQL database in which nothing was made yet, for what is about migrating. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase("template1");
}

let making: Promise<Client> | undefined;

/** Runs a statement that belongs to no database, by the one connection that a worker has for these. */
async function onWorkersOwn(statement: string): Promise<void> {
  making ??= connect(inject("postgresUrl"));
  await (await making).query(statement);
}

async function connect(url: string): Promise<Client> {
  const client = new Client(url);
  // The server is stopped before the worker ends.
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const server = inject("postgresUrl");
  const name = `chaxu_${randomBytes(6).toString("hex")}`;
  await onWorkersOwn(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const place = await createFolder();
  const drop = async () => {
    await onWorkersOwn(`drop database ${name} with (force)`);
    await place.drop();
  };
  return { kind: "postgresql", databaseUrl: url.href, dataDir: place.dataDir, drop };
}

async function createFolder(): Promise<Pick<TestDatabase, "dataDir" | "drop">> {
  const dataDir = await mkdtemp(join(tmpdir(), "chaxu-test-"));
  return { dataDir, drop: () => rm(dataDir, { recursive: true, force: true }) };
}
