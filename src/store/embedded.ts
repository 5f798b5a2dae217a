import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { ChaxuError } from "../shared/errors.ts";

/** The embedded database's own cache: by itself it takes 128 MB, of which a small ledger fills all, and needs little. */
const CACHE = "32MB";

/** Opens the embedded database of a folder that has one. */
export function openPglite(folder: string): Promise<PGlite> {
  return PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${CACHE}`] });
}

/**
 * Makes the embedded database where there is none. In a process of its own: what that needs, half a gigabyte, is given back
 * with it. A folder has a whole database or none, however that process ends.
 */
export async function makePglite(folder: string): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const library = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const program = `require(process.argv[1]).PGlite.create(process.argv[2]).then((made) => made.close())`;
  try {
    await promisify(execFile)(process.execPath, ["--eval", program, library, half], { env: {} });
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new ChaxuError(
      "data-dir",
      `DATA_DIR: no database could be made in ${dirname(folder)} (${code}). See whether there is room on the disk and memory left (1 GB), and that this user may write there.`,
      { cause: error },
    );
  }
}
