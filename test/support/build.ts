import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { guardFolder } from "../../src/store/guard.ts";

/** Builds `dist` for tests that run the real program, unless it is made from these sources already. */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WAIT_MS = 250;
const TRIES = 480;

/** Test files run side by side: one builds, the others wait for it. */
export async function build(): Promise<void> {
  const release = await takeTurn();
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, "src/cli/build.js")]);
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
