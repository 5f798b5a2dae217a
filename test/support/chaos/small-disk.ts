import { execFile } from "node:child_process";
import { chmod, mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const MEGABYTE = 2 ** 20;
/** What a database with some thousand messages and its log take, and as much again. */
const SIZE_MB = 384;
/** Not in the folder of the run, which is removed with everything in it: a file system that is mounted cannot be. */
const PLACE = "/var/tmp";
const PREFIX = "chaxu-small-disk-";

/** A file system of its own that can be filled up. Mounting needs rights that not every machine gives. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Null: this machine does not let the test mount one. */
  static async mount(): Promise<SmallDisk | null> {
    await unmountWhatDeadRunsLeft();
    const folder = join(PLACE, `${PREFIX}${process.pid}`);
    await mkdir(folder, { recursive: true });
    try {
      await run("mount", ["-t", "tmpfs", "-o", `size=${SIZE_MB}m,mode=755`, "tmpfs", folder]);
    } catch {
      await rm(folder, { recursive: true });
      return null;
    }
    await chmod(folder, 0o755);
    return new SmallDisk(folder);
  }

  /** Takes all that is left. */
  async fill(): Promise<void> {
    const file = await open(this.#ballast, "w");
    const some = Buffer.alloc(MEGABYTE, 1);
    try {
      for (;;) await file.write(some);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    } finally {
      await file.close();
    }
  }

  async free(): Promise<void> {
    await rm(this.#ballast, { force: true });
  }

  unmount(): Promise<void> {
    return unmount(this.folder);
  }

  get #ballast(): string {
    return join(this.folder, "ballast");
  }
}

async function unmount(folder: string): Promise<void> {
  await run("umount", ["-l", folder]).catch(() => {});
  await rm(folder, { recursive: true, force: true });
}

async function unmountWhatDeadRunsLeft(): Promise<void> {
  for (const name of await readdir(PLACE).catch(() => [])) {
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)))) await unmount(join(PLACE, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
