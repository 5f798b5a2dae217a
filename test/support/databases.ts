import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";

/** A fresh, empty database of one kind; `drop` takes it away. */
export interface TestDatabase {
  readonly kind: "embedded" | "postgresql";
  /** For PostgreSQL. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  drop(): Promise<void>;
}

export const KINDS = ["embedded", "postgresql"] as const;

export async function freshDatabase(kind: TestDatabase["kind"]): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "chaxu-test-"));
  const dropFolder = () => rm(dataDir, { recursive: true, force: true });
  if (kind === "embedded") return { kind, dataDir, drop: dropFolder };

  const name = `chaxu_${randomBytes(6).toString("hex")}`;
  const server = inject("postgresUrl");
  const run = async (statement: string) => {
    const sql = postgres(server, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement);
    await sql.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async () => {
    await run(`drop database ${name} with (force)`);
    await dropFolder();
  };
  return { kind, databaseUrl: url.href, dataDir, drop };
}
