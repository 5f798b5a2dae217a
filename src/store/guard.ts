import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ChaxuError } from "../shared/errors.ts";

/**
 * Keeps a second process off an embedded database, which would corrupt it: PGlite does not look after that itself.
 * The guard is a listening socket, because the kernel closes it with its process however that ends: a guard that
 * a killed process left behind answers nobody and is taken over.
 */
export interface FolderGuard {
  release(): Promise<void>;
}

/** The longest path that a socket address holds on all systems (macOS: 104 bytes with the end mark), less a generation's. */
const MAX_SOCKET_PATH = 96;
const MOST_TRIES = 20;
/** One that is just being made does not answer yet. */
const SETTLE_MS = 50;

/**
 * A dead guard is not replaced, because between looking and replacing somebody else may do the same: the next one is
 * made beside it, under the next number, which the system gives to one process only.
 */
export async function guardFolder(folder: string): Promise<FolderGuard> {
  await mkdir(dirname(folder), { recursive: true });
  const base = socketPath(folder);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const last = (await generationsOf(base)).at(-1);
    if (last !== undefined && !(await isDead(base, last, folder))) continue;
    const own = last === undefined ? 0 : last + 1;
    const server = await listen(pathOf(base, own));
    // Somebody was faster.
    if (server === null) continue;
    const release = () => new Promise<void>((resolve) => server.close(() => resolve()));
    try {
      await clearOthers(base, own, folder);
    } catch (error) {
      await release();
      throw error;
    }
    return { release };
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

function pathOf(base: string, generation: number): string {
  return generation === 0 ? base : `${base}.${generation}`;
}

/** The numbers of the guards that are there, rising. */
async function generationsOf(base: string): Promise<readonly number[]> {
  const name = basename(base);
  const found = (await readdir(dirname(base))).flatMap((file) => {
    if (file === name) return [0];
    const number = file.startsWith(`${name}.`) ? file.slice(name.length + 1) : "";
    return /^[1-9]\d{0,8}$/.test(number) ? [Number(number)] : [];
  });
  return found.sort((a, b) => a - b);
}

/** Looked at twice. False: it has gone meanwhile. Throws when it answers. */
async function isDead(base: string, generation: number, folder: string): Promise<boolean> {
  const path = pathOf(base, generation);
  if (await answers(path)) throw inUse(folder);
  await sleep(SETTLE_MS);
  if (await answers(path)) throw inUse(folder);
  return (await generationsOf(base)).at(-1) === generation;
}

/** Takes away what dead processes left. Another one that lives came first. */
async function clearOthers(base: string, own: number, folder: string): Promise<void> {
  for (const other of await generationsOf(base)) {
    if (other === own) continue;
    if (await answers(pathOf(base, other))) throw inUse(folder);
    await rm(pathOf(base, other), { force: true });
  }
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    // Whoever asked may be gone before it is answered, which is no fault of this process.
    const server = createServer((socket) => socket.on("error", () => {}).end());
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
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
