import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { ChaxuError } from "../shared/errors.ts";

/**
 * Keeps a second process off an embedded database, which would corrupt it: PGlite does not look after that itself.
 * The guard is a listening socket, because the kernel closes it with its process however that ends: a guard that
 * a killed process left behind answers nobody and is taken over.
 */
export interface FolderGuard {
  release(): Promise<void>;
}

/** The longest path that a socket address holds on all systems (macOS: 104 bytes with the end mark). */
const MAX_SOCKET_PATH = 100;

export async function guardFolder(folder: string): Promise<FolderGuard> {
  await mkdir(dirname(folder), { recursive: true });
  const path = socketPath(folder);
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(path);
    if (server !== null) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    await clearIfDead(path, folder);
  }
  throw inUse(folder);
}

/** Made from the real path, so that a folder has one guard by whatever relative path or link it is named. */
function socketPath(folder: string): string {
  const beside = `${join(realpathSync(dirname(folder)), basename(folder))}.guard`;
  if (Buffer.byteLength(beside) <= MAX_SOCKET_PATH) return beside;
  const name = createHash("sha256").update(beside).digest("hex").slice(0, 24);
  return join(tmpdir(), `chaxu-${name}.guard`);
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

/** Moved aside before it is judged: so a guard that somebody took over meanwhile can be put back. */
async function clearIfDead(path: string, folder: string): Promise<void> {
  if (await answers(path)) throw inUse(folder);
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if (await answers(aside)) {
    await rename(aside, path);
    throw inUse(folder);
  }
  await rm(aside, { force: true });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function inUse(folder: string): ChaxuError {
  return new ChaxuError(
    "database-in-use",
    `The embedded database in ${folder} is in use by another Chaxu process. Stop that one first, or set DATABASE_URL to work with several processes on PostgreSQL.`,
  );
}
