import { z } from "zod";
import { OPEN_STATES, type State } from "../domain/issue/issue.ts";
import { URGENCIES } from "../domain/park/org.ts";
import { cleanText } from "../messages/escape.ts";
import { GROUPS } from "../messages/zh-cn/board.ts";
import type { Asked } from "../store/board-list.ts";

/** What a list page is asked for, as it stands in its address. */

export type Group = keyof typeof GROUPS;

const OTHER: readonly State[] = ["rejected", "withdrawn", "merged"];

/** The states of a group of the filter. */
export function statesOf(group: Group): readonly State[] {
  if (group === "open") return OPEN_STATES;
  return group === "other" ? OTHER : [group];
}

const text = (most: number) => z.string().max(most).transform(cleanText);
const code = text(64);
const nothing = z.literal("").transform(() => undefined);
const LONGEST_WORDS = 100;

const ASKED = z.object({
  state: z
    .enum(Object.keys(GROUPS) as [Group, ...Group[]])
    .or(nothing)
    .optional(),
  department: nothing.or(code).optional(),
  category: nothing.or(code).optional(),
  company: nothing.or(code).optional(),
  urgency: z.enum(URGENCIES).or(nothing).optional(),
  overdue: z.literal("1").or(nothing).optional(),
  words: text(LONGEST_WORDS).optional(),
  before: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});

export type ListAsked = z.infer<typeof ASKED>;

/** Null: something in the address is no filter. */
export function readAsked(query: unknown): ListAsked | null {
  const read = ASKED.safeParse(query);
  return read.success ? read.data : null;
}

/** The same as the store asks for it. */
export function conditions(asked: ListAsked, now: Date): Asked {
  const { state, department, category, company: enterprise, urgency, overdue } = asked;
  return {
    states: state === undefined ? undefined : statesOf(state),
    department,
    category,
    enterprise,
    urgency,
    overdueAt: overdue === undefined ? undefined : now,
  };
}

/** The address of the same list as a workbook, and of what is open in it as a list of duties. */
export function fileAddress(asked: ListAsked, form: "xlsx" | "docx"): string {
  return addressWith(asked, {}).replace("/issues", `/issues.${form}`);
}

/** The address of the same list, but for what is changed in it. Another filter begins at the newest. */
export function addressWith(asked: ListAsked, change: Partial<Record<keyof ListAsked, string | undefined>>): string {
  const all = Object.entries({ ...asked, before: undefined, ...change });
  const query = new URLSearchParams(
    all.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)]])),
  );
  const text = query.toString();
  return text === "" ? "/issues" : `/issues?${text}`;
}
