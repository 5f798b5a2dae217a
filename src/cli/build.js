/**
 * Makes `dist/` from `src/`, unless it is made from these very sources already. Plain JavaScript, because it runs before
 * anything is compiled.
 *
 * `dist/.built.json` says what it was made from (a hash over tsconfig.json, the lock file and every source by name and
 * content) and what was made (each file with its size and time). It is written last and taken away first, so a build that
 * was broken off is not taken for a good one. The compiler writes into a folder of this process, and file after file moves
 * from there to its place: two builds at once do not disturb each other, and a program that is starting finds whole files.
 *
 * `node build.js --in FOLDER` builds another project. Ends with the compiler's code where it refuses.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ sources: string, made: Record<string, string> }} Stamp */

const words = process.argv.slice(2);
const place = words.indexOf("--in");
const root = words[place < 0 ? -1 : place + 1] ?? fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "src");
const dist = join(root, "dist");
const stampPath = join(dist, ".built.json");
const OWN_FOLDER = /^\.dist-(\d+)$/;

process.exitCode = isBuilt() ? 0 : build();

/** @returns {number} the exit code */
function build() {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  if (!existsSync(compiler)) {
    process.stderr.write("The program is not built, and the compiler is not installed. Run npm ci, then try again.\n");
    return 1;
  }
  removeLeftovers();
  const own = join(root, `.dist-${process.pid}`);
  try {
    // What is edited while it is compiled is not in it: the hash is of what was there before.
    const sources = hashOfSources();
    const { status } = spawnSync(process.execPath, [compiler, "-p", root, "--outDir", own], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (status !== 0) return status ?? 1;
    cpSync(source, own, { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });
    put(own, sources);
    return 0;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/**
 * Moves what was made to its place, and takes away what no source makes any more.
 * @param {string} own @param {string} sources
 */
function put(own, sources) {
  rmSync(stampPath, { force: true });
  const paths = filesIn(own);
  /** @type {Record<string, string>} */
  const made = {};
  for (const path of paths) {
    made[path] = traceOf(join(own, path));
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    renameSync(join(own, path), join(dist, path));
  }
  for (const path of filesIn(dist)) {
    if (made[path] === undefined) rmSync(join(dist, path), { force: true });
  }
  const draft = join(dist, `.built.${process.pid}.json`);
  writeFileSync(draft, JSON.stringify({ sources, made }));
  renameSync(draft, stampPath);
}

/** Whether what was made is all there, untouched, and of these sources. */
function isBuilt() {
  const stamp = readStamp();
  if (stamp === null || stamp.sources !== hashOfSources()) return false;
  return Object.entries(stamp.made).every(([path, trace]) => traceOf(join(dist, path)) === trace);
}

/** @returns {Stamp | null} */
function readStamp() {
  try {
    const stamp = JSON.parse(readFileSync(stampPath, "utf8"));
    const isWhole = typeof stamp.sources === "string" && typeof stamp.made === "object" && stamp.made !== null;
    return isWhole ? stamp : null;
  } catch {
    return null;
  }
}

function hashOfSources() {
  const hash = createHash("sha256");
  const paths = ["tsconfig.json", "package.json", "package-lock.json", ...filesIn(source).map((path) => `src/${path}`)];
  for (const path of paths) {
    const place = join(root, path);
    const content = existsSync(place) ? createHash("sha256").update(readFileSync(place)).digest("hex") : "";
    hash.update(`${path}\n${content}\n`);
  }
  return hash.digest("hex");
}

/**
 * Every file below a folder, by its path from there, sorted.
 * @param {string} folder @returns {string[]}
 */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => !one.isDirectory());
  return files
    .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(".built"))
    .sort();
}

/** Size and time of a file, or nothing where it is not. @param {string} path */
function traceOf(path) {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? "" : `${found.size} ${found.mtimeNs}`;
}

/** The folders of builds that were killed. */
function removeLeftovers() {
  for (const name of readdirSync(root)) {
    const [, pid] = OWN_FOLDER.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
