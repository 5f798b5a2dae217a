import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { guardFolder } from "../../src/store/guard.ts";

/** Builds `dist` for tests that run the real program, unless it is newer than the sources. */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STAMP = join(ROOT, "dist/.built-by-tests");
const WAIT_MS = 250;
const TRIES = 480;

/** Test files run side by side: one builds, the others wait for it. */
export async function build(): Promise<void> {
  const release = await takeTurn();
  try {
    if (isBuilt()) return;
    const started = new Date();
    await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: ROOT });
    writeFileSync(STAMP, "");
    // What was edited while it was built is not in it.
    utimesSync(STAMP, started, started);
  } finally {
    await release();
  }
}

/** The guard of the embedded database serves as well: it ends with its process, however that ends. */
async function takeTurn(): Promise<() => Promise<void>> {
  const name = createHash("sha256").update(ROOT).digest("hex").slice(0, 12);
  for (let tries = 1; ; tries++) {
    try {
      const guard = await guardFolder(join(tmpdir(), `chaxu-build-${name}`));
      return () => guard.release();
    } catch (error) {
      if (tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

function isBuilt(): boolean {
  if (!existsSync(STAMP) || !existsSync(join(ROOT, "dist/main.js"))) return false;
  const built = statSync(STAMP).mtimeMs;
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  return sources.every((path) => statSync(join(ROOT, "src", path)).mtimeMs < built);
}
