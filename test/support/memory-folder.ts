import { mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/**
 * A run writes hundreds of databases and throws them away. Where the system has a folder in memory with room for them,
 * it becomes the folder for temporary files: a slow disk made a run take twice as long.
 */

const MEMORY = "/dev/shm";
/** A run has seldom more than a tenth of it in use. */
const ROOM_BYTES = 2 ** 31;
const PREFIX = "chaxu-tests-";

/** Sets TMPDIR for this process and those that it starts, where there is such a folder. It goes with this process. */
export function useMemoryFolder(): void {
  if (!hasRoom()) return;
  const folder = join(MEMORY, `${PREFIX}${process.pid}`);
  clearWhatDeadRunsLeft();
  // The embedded server runs as another user when the tests run as root, and must be able to enter.
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  process.env["TMPDIR"] = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/** A run that was killed takes nothing away, and memory does not empty itself. What cannot be taken away now stays for the next run. */
function clearWhatDeadRunsLeft(): void {
  for (const name of readdirSync(MEMORY)) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    try {
      rmSync(join(MEMORY, name), { recursive: true, force: true });
    } catch {}
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
