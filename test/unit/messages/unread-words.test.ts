import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../../../src", import.meta.url));

interface Source {
  readonly path: string;
  readonly text: string;
}

const SOURCES: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), "utf8") }));

/** A table of words, and the names of what it holds. */
interface Table {
  readonly name: string;
  readonly words: readonly string[];
}

function tablesIn({ text }: Source): readonly Table[] {
  return [...text.matchAll(/^export const (\w+)[^=\n]*= \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
    name,
    words: [...body.matchAll(/^ {2}(\w+)[:(,]/gm)].map(([, word = ""]) => word),
  }));
}

/** What a text asks of a table by this name there; null: of all of it, as one who goes by its keys does. */
function askedIn(text: string, name: string): readonly string[] | null {
  const asked: string[] = [];
  for (const { index } of text.matchAll(new RegExp(`\\b${name}\\b`, "g"))) {
    const [before, behind] = [text.slice(Math.max(0, index - 400), index), text.slice(index + name.length)];
    const word = /^\.(\w+)/.exec(behind)?.[1];
    const taken = /\{([^{}]*)\}\s*=\s*(?:\w+\.)?$/.exec(before)?.[1];
    const another = /const (\w+) = (?:\w+\.)?$/.exec(before)?.[1];
    if (word !== undefined) asked.push(word);
    else if (taken !== undefined) asked.push(...[...taken.matchAll(/(\w+)(?::\s*\w+)?/g)].map(([, one = ""]) => one));
    else if (another !== undefined && behind.startsWith(";")) {
      const more = askedIn(text.slice(index), another);
      if (more === null) return null;
      asked.push(...more);
    } else return null;
  }
  return asked;
}

/** The words of a table that nobody asks for. */
function unread({ name, words }: Table, home: Source): readonly string[] {
  const asked = SOURCES.filter(({ path, text }) => path === home.path || text.includes(`/${basename(home.path)}"`)).map(
    ({ text }) => {
      const called = new RegExp(`\\b${name} as (\\w+)`).exec(text)?.[1] ?? name;
      return askedIn(text.replace(/^import [^;]*;$/gm, "").replace(`export const ${name}`, ""), called);
    },
  );
  const isWhole = asked.some((one) => one === null);
  return isWhole ? [] : words.filter((word) => !asked.some((one) => one?.includes(word)));
}

describe("the tables of words", () => {
  it("hold none that nobody reads", () => {
    const homes = SOURCES.filter(({ path }) => path.startsWith(join("messages", "zh-cn")));
    const tables = homes.flatMap((home) => tablesIn(home).map((table) => ({ home, table })));
    expect(tables.length).toBeGreaterThan(80);
    const found = tables.flatMap(({ home, table }) =>
      unread(table, home).map((word) => `${home.path}: ${table.name}.${word}`),
    );
    expect(found).toEqual([]);
  });
});
