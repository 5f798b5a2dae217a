import { ChaxuError } from "../shared/errors.ts";

/** A span of one day in minutes after midnight. */
export interface WallSpan {
  readonly start: number;
  readonly end: number;
}

/** Reads spans such as `08:30-12:00`, in order and apart; `24:00` may end a day. Throws a ChaxuError. */
export function parseWorkingHours(spans: readonly string[]): readonly WallSpan[] {
  const parsed = spans.map(parseSpanOfDay);
  if (parsed.length === 0) throw bad("there are none");
  parsed.forEach((span, index) => {
    const before = parsed[index - 1];
    if (before && span.start < before.end) throw bad(`${spans[index]} is not after ${spans[index - 1]}`);
  });
  return parsed;
}

function parseSpanOfDay(text: string): WallSpan {
  const [start, end, ...more] = text.trim().split("-").map(minuteOfDay);
  if (start === undefined || end === undefined || more.length > 0) throw bad(`"${text}" is no span`);
  // The comparison is false for what is no time.
  if (!(start < end)) throw bad(`"${text}" does not end after it starts`);
  return { start, end };
}

function minuteOfDay(text: string): number {
  const time = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
  const minute = time ? Number(time[1]) * 60 + Number(time[2]) : Number.NaN;
  return minute <= 1440 ? minute : Number.NaN;
}

function bad(reason: string): ChaxuError {
  return new ChaxuError(
    "calendar-hours",
    `The working hours cannot be used: ${reason}. Write spans in order, for example "08:30-12:00", "14:30-17:30".`,
  );
}
