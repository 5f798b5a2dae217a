import { z } from "zod";
import { OPEN_STATES, type State } from "../domain/issue/issue.ts";
import { URGENCIES } from "../domain/park/org.ts";
import { cleanText } from "../messages/escape.ts";
import { GROUPS } from "../messages/zh-cn/board.ts";
import type { Asked } from "../store/board-list.ts";
import { ORDERS, type Order, type Place } from "../store/board-pages.ts";

/** What a list page is asked for, as it stands in its address. */

export type Group = keyof typeof GROUPS;

const OTHER: readonly State[] = ["rejected", "withdrawn", "merged"];

/** The states of a group of the filter. */
export function statesOf(group: Group): readonly State[] {
  if (group === "open") return OPEN_STATES;
  return group === "other" ? OTHER : [group];
}

const text = (most: number) => z.string().max(most).transform(cleanText);
const LONGEST_WORDS = 100;
const MOST_VALUES = 100;
const MOST_NUMBER = 2_147_483_647;

/** A value, several, or "" for none, as forms send it. */
const several = <Value extends z.ZodType>(value: Value) =>
  z
    .preprocess(
      (given) => (Array.isArray(given) ? given : [given]).filter((one) => one !== ""),
      z.array(value).max(MOST_VALUES),
    )
    .transform((all) => (all.length === 0 ? undefined : [...new Set(all)]))
    .optional();
const code = several(text(64));
const switched = z
  .literal("1")
  .or(z.literal("").transform(() => undefined))
  .optional();

/**
 * A number where the newest stand first, else where an issue stands in the order: its stretch, by what, and its number. A company that
 * nobody listed is a stretch by its own name, in whatever letters; behind the last but one ~ there are digits alone.
 */
const BEFORE = /^(?:([^\p{Cc}\p{Cs}]{0,64})~(\d{1,13})~)?(\d{1,10})$/u;

/** What is found by words has one more: what fits best. */
export const SORTS = ["best", ...ORDERS] as const;
export type Sort = "best" | Order;

const ASKED = z.object({
  state: several(z.enum(Object.keys(GROUPS) as [Group, ...Group[]])),
  department: code,
  category: code,
  company: code,
  urgency: several(z.enum(URGENCIES)),
  themeDay: several(z.coerce.number().int().positive().max(MOST_NUMBER)),
  overdue: switched,
  held: switched,
  words: text(LONGEST_WORDS).optional(),
  sort: z.enum(SORTS).optional(),
  before: z
    .string()
    .regex(BEFORE)
    .refine((value) => placeAsked(value).id >= 1 && placeAsked(value).id <= MOST_NUMBER)
    .optional(),
});

export type ListAsked = z.infer<typeof ASKED>;

/** Null: something in the address is no filter. */
export function readAsked(query: unknown): ListAsked | null {
  const read = ASKED.safeParse(query);
  if (!read.success) return null;
  const { before } = read.data;
  // A place in another order is none in this.
  const isOfOrder = before === undefined || before.includes("~") === (sortOf(read.data) !== "newest");
  return isOfOrder ? read.data : null;
}

/** Whether anything is asked for by words. */
export function hasWords({ words = "" }: ListAsked): boolean {
  return words.trim() !== "";
}

/** The order in which the list stands where none is chosen. */
export function usualSort(asked: ListAsked): Sort {
  return hasWords(asked) ? "best" : "newest";
}

/** The order in which it stands. */
export function sortOf(asked: ListAsked): Sort {
  const { sort = usualSort(asked) } = asked;
  return sort === "best" ? usualSort(asked) : sort;
}

/** Where a page begins. */
export function placeAsked(before: string): Place {
  const [, stretch = "all", at = "0", id = "0"] = BEFORE.exec(before) ?? [];
  return { stretch, at: Number(at), id: Number(id) };
}

/** The same in an address. */
export function placeText(asked: ListAsked, { stretch, at, id }: Place): string {
  return sortOf(asked) === "newest" ? String(id) : `${stretch}~${at}~${id}`;
}

/** The same as the store asks for it. */
export function conditions(asked: ListAsked, now: Date): Omit<Asked, "hidesCompanies"> {
  const { state, department, category, company, urgency, themeDay, overdue, held } = asked;
  return {
    states: state === undefined ? undefined : [...new Set(state.flatMap(statesOf))],
    departments: department,
    categories: category,
    enterprises: company,
    urgencies: urgency,
    themeDays: themeDay,
    overdue: overdue !== undefined,
    held: held !== undefined,
    now,
  };
}

/** The address of the same list as a workbook, and of what is open in it as a list of duties. */
export function fileAddress(asked: ListAsked, form: "xlsx" | "docx"): string {
  return addressWith(asked, {}).replace("/issues", `/issues.${form}`);
}

type Change = Partial<Record<keyof ListAsked, string | undefined>>;

/** The address of the same list, but for what is changed in it. Another filter begins at the first. */
export function addressWith(asked: ListAsked, change: Change): string {
  const all = Object.entries({ ...asked, before: undefined, ...change });
  const query = new URLSearchParams(
    all.flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).flatMap((one) =>
        one === undefined || one === "" ? [] : [[name, String(one)]],
      ),
    ),
  );
  const text = query.toString();
  return text === "" ? "/issues" : `/issues?${text}`;
}
