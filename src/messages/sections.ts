import { type Block, type Entry, paragraph } from "./card.ts";
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

/** A page of a list: what stands on it, of a later one its places, and how many are left and how to see them. */
export interface Page<T> {
  readonly shown: readonly T[];
  readonly range: string;
  readonly more: readonly Block[];
}

/** A page behind the list is empty. `total`: where the list itself ends with the page, how many there are in all. */
export function pageAt<T>(list: readonly T[], cut: Cut, total = list.length): Page<T> {
  const before = (cut.page - 1) * cut.size;
  const shown = list.slice(before, before + cut.size);
  const unit = cut.unit ?? ISSUES_COUNTED;
  const left = total - before - shown.length;
  const range = before === 0 || shown.length === 0 ? "" : rangeText(before + 1, before + shown.length, unit);
  return {
    shown,
    range,
    more: left <= 0 ? [] : [paragraph(leftText(left, unit, cut.rest(cut.page + 1)))],
  };
}

/** The lines of a page, then how many are left and how to see them; nothing for a page behind the list. */
export function listed<T>(
  list: readonly T[],
  line: (one: T) => Entry,
  cut: Cut,
  total = list.length,
): { readonly range: string; readonly blocks: readonly Block[] } {
  const { shown, range, more } = pageAt(list, cut, total);
  return { range, blocks: shown.length === 0 ? [] : [{ kind: "list", items: shown.map(line) }, ...more] };
}

/** A heading with the count and a line for each; nothing at all for an empty list, or a page that it does not reach. */
export function section<T>(head: string, list: readonly T[], line: (one: T) => Entry, cut: Cut): Block[] {
  const { range, blocks } = listed(list, line, cut);
  return blocks.length === 0 ? [] : [{ kind: "text", text: countedHead(head, list.length, range) }, ...blocks];
}
