import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG_NAMES } from "../../src/config.ts";
import { fencesOf, found, headingsOf, PAGES, proseOf, READMES, ROOT, read, TWINS, unique } from "../support/pages.ts";

/** The pages that an operator needs in both languages. */
const WANTED = ["buttons.md", "dingtalk.md", "operations.md", "org-file.md", "reports.md", "wecom.md"];

const twinned = PAGES.filter((page) => page.startsWith(`${TWINS}/`)).map((page) => page.slice(TWINS.length + 1));
const PAIRS = [READMES, ...twinned.map((name) => [`docs/${name}`, `${TWINS}/${name}`] as const)];

/** Without comments, which are in the page's language, and without the space in front. */
function codeOf(text: string): readonly (readonly [string, string])[] {
  return fencesOf(text).map(({ language, code }) => {
    const lines = code.split("\n").filter((line) => !/^\s*#/.test(line));
    return [language, lines.map((line) => line.trim().replace(/\s+# .*$/, "")).join("\n")] as const;
  });
}

/** How many lines each table has, in the order of the page. */
function tablesOf(text: string): readonly number[] {
  const tables = proseOf(text).match(/(?:^ *\|.*\n)+/gm) ?? [];
  return tables.map((table) => table.trim().split("\n").length);
}

/** How many steps and points each list has. */
function listsOf(text: string): readonly string[] {
  return found(proseOf(text), /^( *(?:\d+\.|-) )/gm);
}

/** What is the same word in every language: settings, commands, metrics, addresses of the program. */
function namesOf(text: string): readonly string[] {
  return unique([
    ...CONFIG_NAMES.filter((name) => new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`).test(text)),
    ...found(text, /(npm (?:ci\b|start\b|test\b|run [\w:]+(?: -- [\w-]+)*))/g),
    ...found(text, /\b(chaxu_[a-z_]+)/g),
    ...found(text, /`(\/[a-z/]+)`/g),
    ...found(text, /`([a-z0-9-]+(?:\.[a-z0-9-]+)+)`/g),
  ]);
}

describe.each(PAIRS)("%s and %s", (one, other) => {
  const [english, chinese] = [read(one), read(other)];

  it("have the same headings and lists in the same order", () => {
    const levels = (text: string) => headingsOf(text).map(({ level }) => level);
    expect(levels(chinese)).toEqual(levels(english));
    expect(listsOf(chinese)).toEqual(listsOf(english));
  });

  it("have the same code, but for its comments", () => {
    expect(codeOf(chinese)).toEqual(codeOf(english));
  });

  it("have tables of the same length", () => {
    expect(tablesOf(chinese)).toEqual(tablesOf(english));
  });

  it("name the same settings, commands, metrics and addresses", () => {
    expect(namesOf(chinese)).toEqual(namesOf(english));
  });

  it("lead to each other", () => {
    const links = (text: string) => found(text, /\]\(([^)#\s]+)\)/g).map((link) => link.split("/").at(-1));
    expect(links(english)).toContain(other.split("/").at(-1));
    expect(links(chinese)).toContain(one.split("/").at(-1));
  });
});

describe("the Chinese pages", () => {
  it("are there for what an operator needs, and each is of a page that there is", () => {
    expect(WANTED.filter((name) => !twinned.includes(name))).toEqual([]);
    expect(twinned.filter((name) => !existsSync(join(ROOT, "docs", name)))).toEqual([]);
  });
});
