import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ROOT } from "../../support/build.ts";

const OWN = { os: [process.platform], cpu: [process.arch] };
const OTHER = { os: [`!${process.platform}`] };
const PACKAGES = {
  "": { dependencies: { painter: "1" }, devDependencies: { bundler: "1", compiler: "1" } },
  "node_modules/painter": { optionalDependencies: { "@painter/here": "1", "@painter/there": "1", extra: "1" } },
  "node_modules/@painter/here": OWN,
  "node_modules/@painter/there": OTHER,
  // Optional, and no part: npm may leave it out.
  "node_modules/extra": {},
  "node_modules/compiler": { dev: true, optionalDependencies: { "compiler-here": "1" } },
  "node_modules/compiler-here": { dev: true, ...OWN },
  "node_modules/bundler": { dev: true },
  "node_modules/bundler/node_modules/inner": { dev: true, optionalDependencies: { "@inner/here": "1" } },
  "node_modules/bundler/node_modules/@inner/here": { dev: true, ...OWN },
};
const ALL = Object.keys(PACKAGES).filter((path) => path !== "" && path !== "node_modules/@painter/there");

const folders: string[] = [];
afterEach(async () => {
  for (const one of folders.splice(0)) await rm(one, { recursive: true, force: true });
});

/** A project in which these packages are installed. */
async function project(installed: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "chaxu-parts-"));
  folders.push(folder);
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: PACKAGES }));
  for (const path of installed) {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, "package.json"), "{}");
  }
  return folder;
}

function check(folder: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const script = join(ROOT, "src/cli/native-parts.js");
  return new Promise((resolve) => {
    execFile(process.execPath, [script, "--in", folder, ...words], (error, _out, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), said }),
    );
  });
}

const without = (...missing: string[]) => project(ALL.filter((path) => !missing.includes(path)));
const FINE = { code: 0, said: "" };

describe("the look at native parts", () => {
  it("finds everything in a whole installation, and in one without the packages for development", async () => {
    expect(await check(await project(ALL), "--all")).toEqual(FINE);
    const production = await project(ALL.filter((path) => !/compiler|bundler/.test(path)));
    expect(await check(production, "typescript")).toEqual(FINE);
    expect(await check(production, "--all")).toEqual(FINE);
    expect(await check(await project([]), "--all")).toEqual(FINE);
  });

  it("says in one sentence which part of which package is missing, and what to do", async () => {
    expect(await check(await without("node_modules/@painter/here"))).toEqual({
      code: 1,
      said: "npm could not fetch what this system needs of some packages: @painter/here (for painter). Run npm ci again.\n",
    });
    const inner = "node_modules/bundler/node_modules/@inner/here";
    const { code, said } = await check(await without(inner, "node_modules/compiler-here"), "--all");
    expect([code, said]).toEqual([1, expect.stringContaining("compiler-here (for compiler), @inner/here (for inner)")]);
  });

  it("asks a start only for what it needs: the program's own parts and the compiler's", async () => {
    const folder = await without(
      "node_modules/compiler-here",
      "node_modules/extra",
      "node_modules/bundler/node_modules/@inner/here",
    );
    expect(await check(folder)).toEqual(FINE);
    expect(await check(folder, "compiler")).toMatchObject({ code: 1, said: expect.not.stringContaining("inner") });
  });

  it("finds nothing missing here", async () => {
    expect(await check(ROOT, "--all")).toEqual(FINE);
  });
});
