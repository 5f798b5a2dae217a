import { DateTime } from "luxon";
import { zoneOf } from "./zone.ts";

/** What the calendar of the park makes of an instant. */

/** The first of these moments. Null: there is none. */
export function earliest(moments: readonly Date[]): Date | null {
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((one) => one.getTime())));
}

/** The year of a moment in the park. */
export function yearIn(at: Date, timeZone: string): number {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) }).year;
}

const FAR_MONTHS = 6;

/** Whether the day of a moment lies more than six months after that of `now`: somebody may have meant another one. */
export function isFar(at: Date, now: Date, timeZone: string): boolean {
  const day = (one: Date) => DateTime.fromJSDate(one, { zone: zoneOf(timeZone) }).startOf("day");
  return day(at) > day(now).plus({ months: FAR_MONTHS });
}

/** No date that people write lies further ahead. */
const MOST_YEARS = 2;
const DAYS_OF_YEAR = 366;

/** The last day, 00:00, that can be written now. */
export function lastDayFrom(now: Date, timeZone: string): Date {
  return DateTime.fromJSDate(now, { zone: zoneOf(timeZone) })
    .startOf("day")
    .plus({ years: MOST_YEARS })
    .toJSDate();
}

/** Whether the day of a moment lies behind the last that can be written: it is a slip, and nothing is counted to it. */
export function isBeyond(at: Date, now: Date, timeZone: string): boolean {
  return (
    DateTime.fromJSDate(at, { zone: zoneOf(timeZone) })
      .startOf("day")
      .toJSDate() > lastDayFrom(now, timeZone)
  );
}

/** Whether so many working days lead beyond that day, whatever the calendar; fewer are to be counted. */
export function areBeyond(days: number): boolean {
  return days > MOST_YEARS * DAYS_OF_YEAR;
}

/** The Monday, 00:00, of the week of a moment. */
export function startOfWeek(at: Date, timeZone: string): Date {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) })
    .startOf("week")
    .toJSDate();
}

/** The Monday, 00:00, of the week before that of a moment. */
export function startOfLastWeek(at: Date, timeZone: string): Date {
  return startOfWeek(new Date(startOfWeek(at, timeZone).getTime() - 1), timeZone);
}

/** 2026-11-25 */
export function dateOf(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) }).toFormat("yyyy-MM-dd");
}

/** 15:00 */
export function timeOf(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) }).toFormat("HH:mm");
}

/** What a clock on the wall of the park shows, as a date whose UTC fields say it: for what knows no zones. */
export function wallClock(at: Date, timeZone: string): Date {
  return new Date(at.getTime() + zoneOf(timeZone).offset(at.getTime()) * 60_000);
}

/** 2026-10 of a moment in October 2026. */
export function monthOf(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) }).toFormat("yyyy-MM");
}

/** A month as 2026-10, from its first 00:00 to that of the next. Null when there is no such month. */
export function monthSpan(month: string, timeZone: string): { readonly from: Date; readonly to: Date } | null {
  if (!/^\d{4}-\d{2}$/.test(month)) return null;
  const first = DateTime.fromISO(`${month}-01T00:00:00`, { zone: zoneOf(timeZone) });
  return first.isValid ? { from: first.toJSDate(), to: first.plus({ months: 1 }).toJSDate() } : null;
}

/** The first of the month, 00:00, `back` months before that of a moment. */
export function startOfMonth(at: Date, timeZone: string, back: number): Date {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) })
    .startOf("month")
    .minus({ months: back })
    .toJSDate();
}

/** Spans of time that are shown beside one another. `always`: since the beginning. */
export const PERIODS = ["always", "this-week", "last-week", "this-month", "last-month"] as const;
/** A span of time that people name. */
export type PeriodName = (typeof PERIODS)[number] | "today";
/** One that has a name, or a month, as 2026-10. */
export type Period = PeriodName | { readonly month: string };

/** From when until when, as far as it has gone; without a beginning `from` is null. Of a month that there is. */
export function spanOf(period: Period, now: Date, timeZone: string): { readonly from: Date | null; readonly to: Date } {
  if (typeof period === "object") {
    const span = monthSpan(period.month, timeZone);
    return span === null || span.to > now ? { from: span?.from ?? null, to: now } : span;
  }
  switch (period) {
    case "always":
      return { from: null, to: now };
    case "today":
      return {
        from: DateTime.fromJSDate(now, { zone: zoneOf(timeZone) })
          .startOf("day")
          .toJSDate(),
        to: now,
      };
    case "this-week":
      return { from: startOfWeek(now, timeZone), to: now };
    case "last-week": {
      const to = startOfWeek(now, timeZone);
      return { from: startOfWeek(new Date(to.getTime() - 1), timeZone), to };
    }
    case "this-month":
      return { from: startOfMonth(now, timeZone, 0), to: now };
    case "last-month":
      return { from: startOfMonth(now, timeZone, 1), to: startOfMonth(now, timeZone, 0) };
  }
}
