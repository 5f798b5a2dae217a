import { spawnSync } from "node:child_process";
import { dirname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Vite } from "vitest/node";

/**
 * Tests import the program's modules by their place in `src`, and get what is built of them in `dist`: what is tested is
 * what is started, and Node.js loads it many times faster than the test runner can load sources.
 */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCE = fileURLToPath(new URL("../../src", import.meta.url)) + sep;
const BUILT = fileURLToPath(new URL("../../dist", import.meta.url)) + sep;

/** The modules that the test runner leaves to Node.js, by path or address. */
export const BUILT_MODULES = new RegExp(`^(?:file://)?${BUILT.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** Builds what is not built yet. Throws with the compiler's words. */
function buildProgram(): void {
  const { status, stdout } = spawnSync(process.execPath, [`${ROOT}src/cli/build.js`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the program cannot be built:\n${stdout}`);
}

/** Leads every import of a source to what is built of it, and has it built before the first one. */
export function useBuiltProgram(): Vite.Plugin {
  let isBuilt = false;
  return {
    name: "built-program",
    enforce: "pre",
    // Not where this is merely read, as by a check of what is used.
    configureServer() {
      if (!isBuilt) buildProgram();
      isBuilt = true;
    },
    resolveId(path, importer) {
      const place = importer !== undefined && path.startsWith(".") ? resolve(dirname(importer), path) : path;
      if (!place.startsWith(SOURCE) || !/\.tsx?$/.test(place)) return undefined;
      return BUILT + place.slice(SOURCE.length).replace(/\.tsx?$/, ".js");
    },
  };
}
