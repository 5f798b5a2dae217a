import builtIn from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { ChaxuError } from "../../shared/errors.ts";
import type { Holidays } from "./org.ts";

/**
 * Why a date is worked or not: an ordinary weekday, a day worked although it would be off (调休上班),
 * an ordinary weekend, or a day off by a list.
 */
export type DayKind = "workday" | "makeup" | "weekend" | "holiday";

/** Which dates are worked. Dates are `YYYY-MM-DD`; nothing here knows of hours or zones. */
export interface Workdays {
  kindOf(date: string): DayKind;
  /** The Chinese name of the holiday that a holiday or make-up day belongs to, when the built-in list has it. */
  nameOf(date: string): string | undefined;
  /** The years that have a list, rising. */
  readonly knownYears: readonly number[];
}

const DAY_MS = 86_400_000;
export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const builtInOff: ReadonlyMap<string, string> = new Map(Object.entries(builtIn.holidays));
const builtInOn: ReadonlyMap<string, string> = new Map(Object.entries(builtIn.workdays));

/**
 * Joins the State Council's lists (chinese-days, 2004 to 2026 in version 1.5) with the park's own dates, which
 * win. A date that the park lists both as off and on is off. A year is known when the built-in list has a date
 * of it before December (December dates may belong to the next year's list), or when the park gives any date of it.
 */
export function createWorkdays(holidays: Holidays): Workdays {
  const off = new Set(holidays.off);
  const on = new Set(holidays.on);
  for (const date of [...off, ...on]) dayNumber(date);

  const years = new Set<number>();
  for (const date of [...builtInOff.keys(), ...builtInOn.keys()]) {
    if (date.slice(5, 7) !== "12") years.add(yearOf(date));
  }
  for (const date of [...off, ...on]) years.add(yearOf(date));

  return {
    knownYears: [...years].sort((a, b) => a - b),
    kindOf(date) {
      const weekend = isWeekend(date);
      if (off.has(date)) return "holiday";
      if (on.has(date)) return weekend || builtInOff.has(date) ? "makeup" : "workday";
      if (builtInOn.has(date)) return "makeup";
      if (builtInOff.has(date)) return "holiday";
      return weekend ? "weekend" : "workday";
    },
    nameOf(date) {
      // An entry is "English name,Chinese name,number of days off".
      return (builtInOn.get(date) ?? builtInOff.get(date))?.split(",")[1];
    },
  };
}

export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "sunday";
}

/** Days since 1970-01-01. Throws a ChaxuError when there is no such date. */
export function dayNumber(date: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 2026-02-30 for 2026-03-02.
  if (Number.isNaN(at) || dateOfDay(at / DAY_MS) !== date) {
    throw new ChaxuError("calendar-date", `"${date}" is no date; write YYYY-MM-DD, for example 2026-10-10.`);
  }
  return at / DAY_MS;
}

/** The date of a day number: the reverse of dayNumber. From the year 10000 on it has six digits and a sign. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().replace(/T.*$/, "");
}

/** The year of a date. */
export function yearOf(date: string): number {
  return Number.parseInt(date, 10);
}

function isWeekend(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday === "sunday" || weekday === "saturday";
}
