import { DateTime } from "luxon";
import type { Calendar } from "../../../domain/park/calendar.ts";
import { zoneOf } from "../../../domain/park/zone.ts";
import type { Value } from "../../../org/list/workbook.ts";
import { ofSerial } from "../serial.ts";
import type { RowProblem } from "./row.ts";
import { dayIn, isNoDate, plainDay, type WrittenDay } from "./zh-cn-values.ts";

/** When something was or is to be, as a cell says it. */

/** `beginning`: since then, so that a day is its first moment. `end`: by then, so that a day is its last working moment. */
export type Reach = "beginning" | "end";

/** Days as Excel counts them: 1954 to 2119. */
const SERIALS = { from: 20_000, to: 80_000 };

interface Read {
  readonly reach: Reach;
  /** Of a date that says none. Null: nobody knows. */
  readonly year: number | null;
  /** A date without a year is the first such date that is not before this one. */
  readonly since?: Date | null;
}

/** A moment; null: the cell names none, and says so. */
export function momentIn(value: Value, read: Read, calendar: Calendar): Date | null | RowProblem {
  const { timeZone } = calendar;
  if (value instanceof Date) return ofWall(value, read.reach, calendar);
  const said = String(value).trim();
  // In a cell that is a text the number of a day is one as well.
  const serial = /^\d{5}(?:\.\d+)?$/u.test(said) ? Number(said) : Number.NaN;
  if (serial >= SERIALS.from && serial < SERIALS.to) {
    return ofWall(ofSerial(serial), read.reach, calendar);
  }
  const text = plainDay(said);
  if (isNoDate(text)) return null;
  const day = dayIn(text);
  if (day === null) return { kind: "no-date", said };
  const { since = null } = read;
  const year = day.year ?? (since === null ? read.year : yearFrom(since, day, timeZone));
  if (year === null) return { kind: "no-year", said };
  const date = dateIn({ ...day, year }, read.reach);
  return date === null ? { kind: "no-date", said } : atDay(date, day.time, read.reach, calendar);
}

/** The year in which this day comes first, from a moment on. */
function yearFrom(since: Date, { month, day }: WrittenDay, timeZone: string): number {
  const from = DateTime.fromJSDate(since, { zone: zoneOf(timeZone) });
  const isLater = (month ?? 12) > from.month || (month === from.month && (day ?? 31) >= from.day);
  return isLater ? from.year : from.year + 1;
}

/** 2026-02-28; null: there is no such day. */
function dateIn({ year, month, day }: WrittenDay & { readonly year: number }, reach: Reach): string | null {
  const first = DateTime.utc(year, month ?? (reach === "end" ? 12 : 1), 1);
  const date = day !== null ? first.set({ day }) : reach === "end" ? first.endOf("month") : first;
  const isThere = date.isValid && first.isValid && (day === null || (date.day === day && date.month === first.month));
  return isThere && year >= 1990 && year < 2100 ? date.toFormat("yyyy-MM-dd") : null;
}

function atDay(date: string, time: string | null, reach: Reach, calendar: Calendar): Date | RowProblem {
  if (time === null) return reach === "end" ? calendar.endOfDay(date) : startOf(date, calendar.timeZone);
  const at = DateTime.fromISO(`${date}T${time}`, { zone: zoneOf(calendar.timeZone) });
  return at.isValid ? at.toJSDate() : { kind: "no-date", said: `${date} ${time}` };
}

function startOf(date: string, timeZone: string): Date {
  return DateTime.fromISO(date, { zone: zoneOf(timeZone) }).toJSDate();
}

/** What a cell holds is what a clock on the wall shows, to the second; midnight is a day without a time. */
function ofWall(wall: Date, reach: Reach, calendar: Calendar): Date | RowProblem {
  const whole = DateTime.fromMillis(Math.round(wall.getTime() / 1_000) * 1_000, { zone: "utc" });
  if (!whole.isValid || whole.year < 1990 || whole.year >= 2100) return { kind: "no-date", said: wall.toISOString() };
  if (whole.toFormat("HH:mm:ss") === "00:00:00") return atDay(whole.toFormat("yyyy-MM-dd"), null, reach, calendar);
  return whole.setZone(zoneOf(calendar.timeZone), { keepLocalTime: true }).toJSDate();
}
