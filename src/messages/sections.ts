import type { Block } from "./card.ts";
import { countedHead, ISSUES_COUNTED, leftText, pageAsked, rangeText } from "./zh-cn/lists.ts";

/** Lists under a heading with their count, a page at a time. */

/** Which part of a long list is shown. The whole list comes here: what is counted is what this reader may see. */
export interface Cut {
  /** From 1. */
  readonly page: number;
  /** Lines on a page. */
  readonly size: number;
  /** What is counted: 件 unless it is something else than issues. */
  readonly unit?: string;
  /** How to see what stands behind a page: 请发：待办 第2页 */
  readonly rest: (next: number) => string;
}

/** The first page, of which the rest is seen by these words. */
export function firstOf(size: number, rest: string): Cut {
  return { page: 1, size, rest: () => rest };
}

/** The page of what a command answers; the next one is asked for by the same words: 我的 第2页. */
export function pageOf(command: string, page: number, size: number): Cut {
  return { page, size, rest: (next) => pageAsked(command, next) };
}

/**
 * The lines of a page, then how many are left and how to see them; a page behind the list is empty. `range`: of a later
 * page the places that it shows.
 * `total`: where the list itself ends with the page, how many there are in all.
 */
export function listed<T>(
  list: readonly T[],
  line: (one: T) => string,
  cut: Cut,
  total = list.length,
): { readonly range: string; readonly blocks: readonly Block[] } {
  const before = (cut.page - 1) * cut.size;
  const shown = list.slice(before, before + cut.size);
  const unit = cut.unit ?? ISSUES_COUNTED;
  const left = total - before - shown.length;
  const range = before === 0 || shown.length === 0 ? "" : rangeText(before + 1, before + shown.length, unit);
  const more: Block[] = left <= 0 ? [] : [{ kind: "text", text: leftText(left, unit, cut.rest(cut.page + 1)) }];
  const blocks: Block[] = shown.length === 0 ? [] : [{ kind: "list", items: shown.map(line) }, ...more];
  return { range, blocks };
}

/** A heading with the count and a line for each; nothing at all for an empty list, or a page that it does not reach. */
export function section<T>(head: string, list: readonly T[], line: (one: T) => string, cut: Cut): Block[] {
  const { range, blocks } = listed(list, line, cut);
  return blocks.length === 0 ? [] : [{ kind: "text", text: countedHead(head, list.length, range) }, ...blocks];
}
