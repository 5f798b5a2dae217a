import { narrow } from "./parse.ts";

/** 第2页 behind a command that answers with a list: the part of it that is wanted. */

const PAGE = /(?:^|\s)(?:第\s*(\d{1,4})\s*页|page\s*(\d{1,4}))\s*$/iu;

/** What stands before the page, and its number: 1 when none is named. */
export function pageIn(text: string): { readonly rest: string; readonly page: number } {
  const match = PAGE.exec(narrow(text));
  if (match === null) return { rest: text, page: 1 };
  return { rest: text.slice(0, match.index).trim(), page: Math.max(1, Number(match[1] ?? match[2])) };
}
