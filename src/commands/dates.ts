import { DateTime } from "luxon";
import type { Calendar } from "../domain/calendar.ts";
import { narrow } from "./parse.ts";

/** Days as people write them: 11月30日前, 12-31, 明天, 下周五, 3天, 3个工作日. */

export type ReadDate =
  /** The end of the working day of that date, and where the words stood. */
  | { readonly kind: "date"; readonly at: Date; readonly start: number; readonly end: number }
  | { readonly kind: "days"; readonly days: number; readonly start: number; readonly end: number }
  /** There is no such day, as 2月30日. */
  | { readonly kind: "impossible"; readonly words: string }
  /** Without a year and more than six months ahead: better ask. */
  | { readonly kind: "far"; readonly words: string };

const CHINESE_DIGITS = "零一二三四五六七八九十";
const DAYS = /(\d{1,3}|[一二三四五六七八九十两])\s*(?:个)?(?:工作)?(?:日|天)(?![\d月])/u;
const FULL = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?/u;
const SHORT = /(?<![\d.])(\d{1,2})\s*(?:月|[./-])\s*(\d{1,2})\s*[日号]?(?![\d.])/u;
const RELATIVE = /(今天|明天|后天|大后天|下?(?:周|星期|礼拜)([一二三四五六日天]))/u;
const FAR_MONTHS = 6;

/** The first day named in a text. */
export function readDate(text: string, now: Date, calendar: Calendar): ReadDate | null {
  const plain = narrow(text);
  const today = DateTime.fromJSDate(now, { zone: calendar.timeZone }).startOf("day");
  const full = FULL.exec(plain);
  if (full)
    return onDay(
      DateTime.fromObject(dateParts(full[1], full[2], full[3]), { zone: calendar.timeZone }),
      full,
      calendar,
    );
  const short = SHORT.exec(plain);
  if (short) return withoutYear(short, today, calendar);
  const relative = RELATIVE.exec(plain);
  if (relative) return onDay(relativeDay(relative[1] ?? "", relative[2], today), relative, calendar);
  const days = DAYS.exec(plain);
  if (days) return { kind: "days", days: amountOf(days[1] ?? ""), ...spanOf(days) };
  return null;
}

/** A date at the very start of a text, and what follows it. */
export function leadingDate(text: string, now: Date, calendar: Calendar): { date: ReadDate; rest: string } | null {
  const date = readDate(text, now, calendar);
  if (date === null) return null;
  if (date.kind === "impossible" || date.kind === "far") return { date, rest: "" };
  const before = text.slice(0, date.start).trim();
  if (before !== "" && !/^(?:至|到|延至|延期至|延|申请)$/u.test(before)) return null;
  const rest = text.slice(date.end).replace(/^\s*(?:之?前|止|为止|内)?[\s,，、:：]*/u, "");
  return { date, rest: rest.trim() };
}

/** A date by which something is promised: 11月30日前, or at the very end of the text. */
export function promisedDate(text: string, now: Date, calendar: Calendar): ReadDate | null {
  const date = readDate(text, now, calendar);
  if (date === null || date.kind === "impossible" || date.kind === "far") return date;
  const after = narrow(text.slice(date.end)).trim();
  return after === "" || /^(?:之?前|止|为止|内|底|完成|办结)/u.test(after) ? date : null;
}

function spanOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

function dateParts(year: string | undefined, month: string | undefined, day: string | undefined) {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function onDay(day: DateTime, match: RegExpExecArray, calendar: Calendar): ReadDate {
  const iso = day.isValid ? day.toISODate() : null;
  if (iso === null) return { kind: "impossible", words: match[0].trim() };
  return { kind: "date", at: calendar.endOfDay(iso), ...spanOf(match) };
}

/** The next such day; this year's, unless it is over. */
function withoutYear(match: RegExpExecArray, today: DateTime, calendar: Calendar): ReadDate {
  const inYear = (year: number) =>
    DateTime.fromObject(dateParts(String(year), match[1], match[2]), { zone: calendar.timeZone });
  const thisYear = inYear(today.year);
  const day = thisYear.isValid && thisYear >= today ? thisYear : inYear(today.year + 1);
  if (!day.isValid && !thisYear.isValid) return { kind: "impossible", words: match[0].trim() };
  if (day > today.plus({ months: FAR_MONTHS })) return { kind: "far", words: match[0].trim() };
  return onDay(day, match, calendar);
}

function relativeDay(word: string, weekday: string | undefined, today: DateTime): DateTime {
  if (weekday === undefined) return today.plus({ days: ["今天", "明天", "后天", "大后天"].indexOf(word) });
  const number = weekday === "日" || weekday === "天" ? 7 : CHINESE_DIGITS.indexOf(weekday);
  const monday = today.startOf("week");
  const inWeek = monday.plus({ days: number - 1 + (word.startsWith("下") ? 7 : 0) });
  return inWeek < today ? inWeek.plus({ days: 7 }) : inWeek;
}

function amountOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return text === "两" ? 2 : CHINESE_DIGITS.indexOf(text);
}
