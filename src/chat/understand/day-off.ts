import type { Calendar } from "../../domain/park/calendar.ts";
import type { ReadDate } from "./zh-cn-dates.ts";

/** A day that was named as a limit and is no working day, and the moment that it counts to. */
export interface DayOff {
  readonly day: Date;
  readonly at: Date;
}

/** Undefined: no day is named, or it is worked on. */
export function dayOffIn(read: ReadDate | null, calendar: Calendar): DayOff | undefined {
  if (read?.kind !== "date" || calendar.dateOf(read.at) === read.day) return undefined;
  return { day: calendar.at(read.day, "12:00"), at: read.at };
}
