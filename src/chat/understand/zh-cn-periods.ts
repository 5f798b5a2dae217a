import type { PeriodName } from "../../domain/park/instants.ts";
import { placeNumber } from "./zh-cn-numbers.ts";

/** What is asked for behind 统计, read from the text in half width, without spaces, in lower case. */
export type StatsAsked =
  | { readonly kind: "picture" }
  /** `month`: what is said of the month. */
  | { readonly kind: "report"; readonly month: MonthSaid | null }
  | { readonly kind: "figures"; readonly period: PeriodName | NumberedMonth | null };

/** A month by its number (01 to 12 when it is right), in a year, in this or the last one, or in the last that fits. */
export interface NumberedMonth {
  readonly year: string | "this-year" | "last-year" | null;
  readonly number: string;
}

/** A month: this or the last one, or one by its number. */
export type MonthSaid = "this-month" | "last-month" | NumberedMonth;

const PICTURE = /^(?:趋势)?图$|^(?:chart|picture)$/u;
const REPORT = /^(?:月报|report)(.*)$/u;
const MONTH_NUMBER = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]";
const YEAR = "(20\\d{2})[-/.年]|(今年|本年|去年|上年)的?";
const MONTH = new RegExp(`^(?:${YEAR})?(\\d{1,2}|${MONTH_NUMBER})(月?份?)的?$`, "u");
/** A month inside a sentence; not 11月30日, 十月底. */
const NAMED_MONTH = new RegExp(
  `(?<![\\d.])(?:(20\\d{2})年|(今年|本年|去年|上年)的?)?(?:(?<![\\d.十])(${MONTH_NUMBER}))月(?:份|(?!份|\\d|[一二三四五六七八九十]{1,3}[日号]|底|初|中旬|上旬|下旬|末))`,
  "u",
);

const PERIODS: ReadonlyMap<string, PeriodName> = new Map([
  ["", "always"],
  ["今天", "today"],
  ["今日", "today"],
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
  return { kind: "figures", period: PERIODS.get(text) ?? numberedMonth(text) };
}

/** 2026-10, 2026年10月, 10月, 十月份, 去年11月, 本月, 上月 or nothing, which is the last one. */
function readMonth(text: string): MonthSaid | null {
  if (text === "") return "last-month";
  const named = PERIODS.get(text);
  if ((named === "this-month" || named === "last-month") && text !== "month") return named;
  return numberedMonth(text);
}

function numberedMonth(text: string): NumberedMonth | null {
  const [, year, relative, number, mark] = MONTH.exec(text) ?? [];
  if (number === undefined || (year === undefined && mark === "")) return null;
  return { year: year ?? yearOf(relative), number: monthNumber(number) };
}

function yearOf(relative: string | undefined): NumberedMonth["year"] {
  if (relative === undefined) return null;
  return relative === "今年" || relative === "本年" ? "this-year" : "last-year";
}

function monthNumber(said: string): string {
  return String(placeNumber(said)).padStart(2, "0");
}

/** Of words in a sentence, how each period is taught. */
const IN_A_SENTENCE: readonly { readonly words: RegExp; readonly word: string }[] = [
  { words: /上(?:个)?月/u, word: "上月" },
  { words: /(?:本|这(?:个)?|当)月/u, word: "本月" },
  { words: /上(?:个)?(?:周|星期|礼拜)/u, word: "上周" },
  { words: /(?:本|这(?:个)?)(?:周|星期|礼拜)/u, word: "本周" },
  { words: /今[天日](?![^,，。]{0,4}为止)/u, word: "今天" },
];

/** The period that a sentence names, as it is written behind a command: 上月, 11月, 去年3月; empty where it names none. */
export function periodSaid(plain: string): string {
  return IN_A_SENTENCE.find(({ words }) => words.test(plain))?.word ?? monthSaid(plain);
}

/** The same of a month alone. */
export function monthSaid(plain: string): string {
  const relative = IN_A_SENTENCE.slice(0, 2).find(({ words }) => words.test(plain))?.word;
  if (relative !== undefined) return relative;
  const [, year, ago = "", number] = NAMED_MONTH.exec(plain) ?? [];
  if (number === undefined) return "";
  return `${year === undefined ? ago : `${year}年`}${placeNumber(number)}月`;
}
