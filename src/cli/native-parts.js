/**
 * Before everything else: whether the native parts of the installed packages are there. They are optional packages, one
 * for each system, and npm passes over one that it could not fetch, without a word; what needs it then ends in a stack
 * trace. Plain JavaScript without any package, because the compiler has such a part itself.
 *
 * Which packages have parts is read from package-lock.json. Looked at are those that the program needs, and of those for
 * development the ones that are named: `node native-parts.js typescript`, or all of them: `node native-parts.js --all`.
 * `--in FOLDER` looks at another project. Ends with 1 and one sentence when a part is missing.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ dev?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */

const words = process.argv.slice(2);
const place = words.indexOf("--in");
const folder = words[place < 0 ? -1 : place + 1] ?? fileURLToPath(new URL("../..", import.meta.url));
const missing = missingParts(folder, (path, entry) => {
  return entry.dev !== true || words.includes("--all") || words.includes(path.slice("node_modules/".length));
});
if (missing.length > 0) {
  const parts = missing.map(({ part, owner }) => `${part} (for ${owner})`).join(", ");
  process.stderr.write(`npm could not fetch what this system needs of some packages: ${parts}. Run npm ci again.\n`);
  process.exit(1);
}

/**
 * @param {string} root
 * @param {(path: string, entry: Entry) => boolean} isWanted
 */
function missingParts(root, isWanted) {
  const packages = lockedPackages(root);
  return Object.entries(packages).flatMap(([path, entry]) => {
    const parts = Object.keys(entry.optionalDependencies ?? {});
    if (parts.length === 0 || !isWanted(path, entry) || !isInstalled(root, path)) return [];
    return parts.flatMap((part) => {
      const found = placeOf(part, path, packages);
      const isLost = found !== undefined && isForHere(packages[found]) && !isInstalled(root, found);
      return isLost ? [{ part, owner: nameOf(path) }] : [];
    });
  });
}

/**
 * A project that came without its lock file, as in the image, was installed as a whole.
 * @param {string} root
 * @returns {Record<string, Entry>}
 */
function lockedPackages(root) {
  const path = join(root, "package-lock.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

/** @param {string} root @param {string} path */
function isInstalled(root, path) {
  return existsSync(join(root, path, "package.json"));
}

/**
 * Where npm puts a package that another one asks for: below that one, or below one of those around it.
 * @param {string} name @param {string} owner @param {Record<string, Entry>} packages
 */
function placeOf(name, owner, packages) {
  for (let around = owner; ; around = dirname(around)) {
    const path = around === "." ? `node_modules/${name}` : `${around}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (around === ".") return undefined;
  }
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

/**
 * Only a part says which systems it is for; anything else may rightly be left out.
 * @param {Entry | undefined} entry
 */
function isForHere({ os, cpu, libc } = {}) {
  if (os === undefined && cpu === undefined && libc === undefined) return false;
  return allows(os, process.platform) && allows(cpu, process.arch) && (libc === undefined || allows(libc, ownLibc()));
}

/** As npm reads it: a list of what is meant, or, with exclamation marks, of what is not. @param {string[] | undefined} list @param {string} own */
function allows(list, own) {
  if (list === undefined || list.includes("any")) return true;
  return list.includes(own) || (list.every((one) => one.startsWith("!")) && !list.includes(`!${own}`));
}

/** Node's own report names the C library where it is that of GNU. */
function ownLibc() {
  const report = process.report.getReport();
  const { header } = typeof report === "string" ? JSON.parse(report) : report;
  return header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}
