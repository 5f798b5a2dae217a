import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ROOT } from "../../support/build.ts";

/**
 * Stands in for the compiler: makes a `.js` of each `.ts`, and a line in `runs` each time. It refuses a source that holds
 * WRONG, and waits after its first file for as long as there is a file `wait`.
 */
const COMPILER = `
const { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const [, , , root, , out] = process.argv;
appendFileSync(join(root, "runs"), "run\\n");
for (const name of readdirSync(join(root, "src"), { recursive: true }).filter((one) => one.endsWith(".ts"))) {
  const text = readFileSync(join(root, "src", name), "utf8");
  if (text.includes("WRONG")) { console.error(name + " is wrong"); process.exit(2); }
  mkdirSync(dirname(join(out, name)), { recursive: true });
  writeFileSync(join(out, name.replace(/ts$/, "js")), "// made\\n" + text);
  while (existsSync(join(root, "wait"))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}
`;

const folders: string[] = [];
afterEach(async () => {
  for (const one of folders.splice(0)) await rm(one, { recursive: true, force: true });
});

async function project(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "chaxu-build-test-"));
  folders.push(root);
  await mkdir(join(root, "node_modules/typescript/bin"), { recursive: true });
  await mkdir(join(root, "src/cli"), { recursive: true });
  const files: Record<string, string> = {
    "node_modules/typescript/bin/tsc": COMPILER,
    "package.json": "{}",
    "package-lock.json": "{}",
    "tsconfig.json": "{}",
    "src/main.ts": "main",
    "src/cli/doctor.ts": "doctor",
    "src/page.css": "css",
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
  return root;
}

function start(root: string): ChildProcess {
  return spawn(process.execPath, [join(ROOT, "src/cli/build.js"), "--in", root], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function build(root: string): Promise<number> {
  const [code] = await once(start(root), "exit");
  return Number(code);
}

const runs = async (root: string) => (await readFile(join(root, "runs"), "utf8")).split("\n").length - 1;
const made = async (root: string) =>
  (await readdir(join(root, "dist"), { recursive: true }))
    .filter((one) => /\.\w+$/.test(one) && !one.includes("built"))
    .sort();

describe("the build before a start", () => {
  it("makes everything once, and nothing again while nothing is changed, whatever the times say", async () => {
    const root = await project();
    expect(await build(root)).toBe(0);
    expect(await made(root)).toEqual(["cli/doctor.js", "main.js", "page.css"]);
    await utimes(join(root, "src/main.ts"), new Date(), new Date());
    expect(await build(root)).toBe(0);
    expect(await runs(root)).toBe(1);
    expect((await readdir(root)).filter((one) => one.startsWith(".dist"))).toEqual([]);
  });

  it("makes it anew for a source that is changed, added or removed, the settings of the compiler and the lock file", async () => {
    const root = await project();
    const change = (path: string, text: string) => () => writeFile(join(root, path), text);
    const changes = [
      async () => {},
      change("src/main.ts", "niam"),
      change("src/added.ts", "added"),
      () => rm(join(root, "src/added.ts")),
      change("tsconfig.json", "{ }"),
      change("package-lock.json", "{ }"),
      () => rm(join(root, "dist/main.js")),
    ];
    for (const [index, one] of changes.entries()) {
      await one();
      expect(await build(root)).toBe(0);
      expect(await runs(root)).toBe(index + 1);
    }
    // What no source makes any more is gone.
    expect(await made(root)).toEqual(["cli/doctor.js", "main.js", "page.css"]);
    expect(await readFile(join(root, "dist/main.js"), "utf8")).toContain("niam");
  });

  it("ends with the compiler's code, leaves what was there, and tries again", async () => {
    const root = await project();
    await build(root);
    await writeFile(join(root, "src/main.ts"), "WRONG");
    expect([await build(root), await build(root)]).toEqual([2, 2]);
    expect(await readFile(join(root, "dist/main.js"), "utf8")).toContain("main");
    await writeFile(join(root, "src/main.ts"), "right");
    expect(await build(root)).toBe(0);
    expect(await readFile(join(root, "dist/main.js"), "utf8")).toContain("right");
  });

  it("takes no build that was killed for a good one, and clears up behind it", async () => {
    const root = await project();
    await writeFile(join(root, "wait"), "");
    const killed = start(root);
    while (
      !existsSync(join(root, `.dist-${killed.pid}/main.js`)) &&
      !existsSync(join(root, `.dist-${killed.pid}/cli`))
    ) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await rm(join(root, "wait"));
    expect(existsSync(join(root, "dist"))).toBe(false);
    expect(await build(root)).toBe(0);
    expect(existsSync(join(root, `.dist-${killed.pid}`))).toBe(false);
    expect(await made(root)).toEqual(["cli/doctor.js", "main.js", "page.css"]);
  });

  it("does not break another one that runs at the same time", async () => {
    const root = await project();
    expect(await Promise.all([build(root), build(root), build(root)])).toEqual([0, 0, 0]);
    expect(await made(root)).toEqual(["cli/doctor.js", "main.js", "page.css"]);
    const before = await stat(join(root, "dist/main.js"));
    expect(before.size).toBe("// made\nmain".length);
    // Whoever came last wrote the stamp of its own files, or it is made once more.
    expect(await build(root)).toBe(0);
    const settled = await runs(root);
    expect(await build(root)).toBe(0);
    expect(await runs(root)).toBe(settled);
  });

  it("says what is missing where there is no compiler", async () => {
    const root = await project();
    await rm(join(root, "node_modules"), { recursive: true });
    const child = start(root);
    let said = "";
    child.stderr?.on("data", (text) => {
      said += String(text);
    });
    const [code] = await once(child, "close");
    expect([code, said]).toEqual([1, expect.stringContaining("Run npm ci")]);
  });
});
