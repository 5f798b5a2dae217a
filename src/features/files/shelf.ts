import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

/** Where the bytes of pictures and files are, each under the digest of what it is: the same twice is there once. */
export interface Shelf {
  /** For the doctor. */
  readonly name: string;
  /** Keeps it whole or not at all. Throws where it cannot. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Null: it is not there. Throws where that cannot be known. */
  get(key: string): Promise<Buffer | null>;
  /** What is not there is no failure. */
  remove(key: string): Promise<void>;
}

/** Other characters would lead out of the folder. */
const KEY = /^[a-z0-9][a-z0-9-]{2,100}$/;

/** On the machine's own disk, in a folder of DATA_DIR. */
export class FolderShelf implements Shelf {
  readonly name: string;
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "files");
    this.name = this.#folder;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.#path(key);
    const folder = join(path, "..");
    const fresh = join(this.#folder, `${PARTS}-${randomUUID()}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const file = await open(fresh, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      // Whole under its name, or not there: nobody reads half of one.
      await rename(fresh, path);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Buffer | null> {
    return readFile(this.#path(key)).catch(absent);
  }

  async remove(key: string): Promise<void> {
    await unlink(this.#path(key)).catch(absent);
  }

  /** Takes away what a process left half written when it was killed, before a moment. */
  async sweep(before: Date): Promise<void> {
    const names: readonly string[] = (await readdir(this.#folder).catch(absent)) ?? [];
    for (const name of names.filter((one) => one.startsWith(`${PARTS}-`))) {
      const path = join(this.#folder, name);
      const found = await stat(path).catch(absent);
      if (found !== null && found.mtime < before) await rm(path, { force: true });
    }
  }

  #path(key: string): string {
    if (!KEY.test(key)) throw new Error("that is no key of a file");
    return join(this.#folder, key.slice(0, 2), key);
  }
}

const PARTS = "part";

/** Null for what is not there; anything else is a failure. */
function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
