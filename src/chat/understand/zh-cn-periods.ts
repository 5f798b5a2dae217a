import type { PeriodName } from "../../domain/park/instants.ts";

/** What is asked for behind 统计, read from the text in half width, without spaces, in lower case. */
export type StatsAsked =
  | { readonly kind: "picture" }
  /** `month`: what is said of the month. */
  | { readonly kind: "report"; readonly month: MonthSaid | null }
  | { readonly kind: "figures"; readonly period: PeriodName | null };

/** A month: this or the last one, or one by its number (01 to 12 when it is right), in a year or in the last that fits. */
export type MonthSaid = "this-month" | "last-month" | { readonly year: string | null; readonly number: string };

const PICTURE = /^(?:趋势)?图$|^(?:chart|picture)$/u;
const REPORT = /^(?:月报|report)(.*)$/u;
const MONTH = /^(?:(20\d{2})[-/.年])?(\d{1,2})(月?)$/u;

const PERIODS: ReadonlyMap<string, PeriodName> = new Map([
  ["", "always"],
  ["本周", "this-week"],
  ["week", "this-week"],
  ["上周", "last-week"],
  ["本月", "this-month"],
  ["month", "this-month"],
  ["上月", "last-month"],
]);

export function statsAsked(text: string): StatsAsked {
  const month = REPORT.exec(text)?.[1];
  if (month !== undefined) return { kind: "report", month: readMonth(month) };
  if (PICTURE.test(text)) return { kind: "picture" };
  return { kind: "figures", period: PERIODS.get(text) ?? null };
}

/** 2026-10, 2026年10月, 10月, 本月, 上月 or nothing, which is the last one. */
function readMonth(text: string): MonthSaid | null {
  if (text === "") return "last-month";
  const named = PERIODS.get(text);
  if ((named === "this-month" || named === "last-month") && text !== "month") return named;
  const [, year = null, number, mark] = MONTH.exec(text) ?? [];
  if (number === undefined || (year === null && mark === "")) return null;
  return { year, number: number.padStart(2, "0") };
}
