import { startOfMonth, startOfWeek } from "./moments.ts";

/** A span of time that people name. `always`: since the beginning. */
export const PERIODS = ["always", "this-week", "last-week", "this-month", "last-month"] as const;
export type PeriodName = (typeof PERIODS)[number];

/** From when until when, as far as it has gone; without a beginning `from` is null. */
export function spanOf(
  period: PeriodName,
  now: Date,
  timeZone: string,
): { readonly from: Date | null; readonly to: Date } {
  switch (period) {
    case "always":
      return { from: null, to: now };
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
