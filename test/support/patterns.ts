import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAst } from "vitest/node";

/** Every regular expression of the program, found where it is written or made. */

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** The file, below `src`. */
  readonly file: string;
}

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** Those that are written as literals, and those that the modules of these folders make while they are loaded. */
export async function patternsIn(folders: readonly string[]): Promise<readonly Pattern[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(`${SRC}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${folder}/${file}`),
  );
  const made: Pattern[] = [];
  for (const file of files) made.push(...literalsOf(file), ...(await madeBy(file)));
  return [...new Map(made.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
}

function literalsOf(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  JSON.stringify(parseAst(readFileSync(`${SRC}${file}`, "utf8"), { lang: "ts" }), (key, value) => {
    if (key === "regex") found.push({ source: value.pattern, flags: value.flags, file });
    return value;
  });
  return found;
}

/** The module is loaded once more, under another name, with an eye on the constructor. */
async function madeBy(file: string): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const builtIn = globalThis.RegExp;
  globalThis.RegExp = new Proxy(builtIn, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = new target(source, flags);
      found.push({ source: made.source, flags: made.flags, file });
      return made;
    },
  });
  try {
    await import(/* @vite-ignore */ `${SRC}${file}?patterns`);
  } finally {
    globalThis.RegExp = builtIn;
  }
  return found;
}

/** The groups of a pattern that may be repeated without end, or nearly so; one inside another stands before it. */
export function repeatedGroups(source: string): readonly string[] {
  const found: string[] = [];
  const opened: number[] = [];
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const one = source[at];
    if (one === "\\") at++;
    else if (inClass) inClass = one !== "]";
    else if (one === "[") inClass = true;
    else if (one === "(") opened.push(at);
    else if (one === ")") {
      const start = opened.pop() ?? 0;
      if (/^(?:[*+]|\{\d+,\}|\{\d+,\d{2,}\})/u.test(source.slice(at + 1))) found.push(source.slice(start, at + 1));
    }
  }
  return found;
}

/** A pattern without what it looks at beside the words that it takes. */
export function withoutLooks(source: string): string {
  const look = /\(\?<?[=!]/u.exec(source);
  if (look === null) return source.replace(/\\b/gu, "");
  let depth = 0;
  let inClass = false;
  for (let at = look.index; at < source.length; at++) {
    const one = source[at];
    if (one === "\\") at++;
    else if (inClass) inClass = one !== "]";
    else if (one === "[") inClass = true;
    else if (one === "(") depth++;
    else if (one === ")" && --depth === 0) return withoutLooks(source.slice(0, look.index) + source.slice(at + 1));
  }
  return source;
}
