import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's pages, and what can be read in them. */

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const READMES = ["README.md", "README.zh-CN.md"] as const;
/** The pages that have a Chinese twin beside the README: `docs/zh-CN/X.md` of `docs/X.md`. */
export const TWINS = "docs/zh-CN";
export const PAGES = [
  ...READMES,
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...["docs", TWINS].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  ),
];

export const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
export const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, group]) => group ?? "");
export const unique = (words: readonly string[]) => [...new Set(words)].sort();

export interface Fence {
  readonly language: string;
  readonly code: string;
}

export function fencesOf(text: string): readonly Fence[] {
  return [...text.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, language = "", code = ""]) => ({
    language,
    code,
  }));
}

/** The heading levels and titles; lines in fences only look like headings. */
export function headingsOf(text: string): readonly { level: number; title: string }[] {
  return [...proseOf(text).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = "", title = ""]) => ({
    level: marks.length,
    title,
  }));
}

/** Without what stands in fences. */
export function proseOf(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```$/gm, "");
}
