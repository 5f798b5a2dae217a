import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { ChaxuError } from "../../shared/errors.ts";
import { beforeSignal } from "../interrupt.ts";

/** For whoever writes it alone: what holds people's numbers. */
export const OWN_MODE = 0o600;

/**
 * Writes a file whole or not at all, Ctrl-C included: beside it first, then in its place. One that is there keeps its mode, and a link its aim.
 * `fresh`: the mode of a new one.
 */
export async function writeWhole(path: string, content: string | Uint8Array | Readable, fresh?: number): Promise<void> {
  const aim = await realpath(path).catch(() => path);
  const beside = `${aim}.${randomUUID()}.tmp`;
  const end = beforeSignal(() => rmSync(beside, { force: true }));
  try {
    const mode = await stat(aim).then(
      (found) => found.mode & 0o777,
      () => fresh,
    );
    await writeFile(beside, content, mode === undefined ? {} : { mode });
    await rename(beside, aim);
  } catch (error) {
    await rm(beside, { force: true });
    // What is wrong is where it comes from, and not the file.
    if (content instanceof Readable && content.errored === error) throw error;
    throw new ChaxuError("write", `${path} cannot be written (${codeOf(error)}).`, { cause: error });
  } finally {
    end();
  }
}

/** Whether there is a file of this name. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** ENOENT and its like, for a person at a terminal. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
