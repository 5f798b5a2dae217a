import { ChaxuError } from "../../shared/errors.ts";
import type { Category, ClockName, LimitText, Policy, Urgency } from "./org.ts";

/** The limits of lifecycle.md: what holds when the park's policy says nothing. */
export const DEFAULT_LIMITS: Readonly<Record<ClockName, Readonly<Record<Urgency, LimitText>>>> = {
  dispatch: { urgent: "1h", normal: "4h", complex: "4h" },
  sign: { urgent: "1h", normal: "4h", complex: "4h" },
  contact: { urgent: "2h", normal: "1d", complex: "1d" },
  answer: { urgent: "1d", normal: "7d", complex: "15d" },
  assist: { urgent: "4h", normal: "3d", complex: "3d" },
  stage: { urgent: "1d", normal: "5d", complex: "5d" },
  supplement: { urgent: "4h", normal: "2d", complex: "2d" },
  confirm: { urgent: "1d", normal: "3d", complex: "3d" },
};

/**
 * Reads `4h` or `7d`; `30m` is half an hour. Decimals and capitals are accepted.
 * Null for anything else, zero included.
 */
export function parseSpan(text: string): { amount: number; unit: "h" | "d" } | null {
  const found = /^(\d{1,5}(?:\.\d{1,2})?)([mhd])$/.exec(text.trim().toLowerCase());
  const amount = Number(found?.[1]);
  if (!found || amount === 0) return null;
  if (found[2] === "m") return { amount: amount / 60, unit: "h" };
  return { amount, unit: found[2] === "d" ? "d" : "h" };
}

/** The working minutes of a span; `minutesPerDay` is the park's working day. Throws a ChaxuError on bad text. */
export function spanMinutes(text: string, minutesPerDay: number): number {
  const span = parseSpan(text);
  if (!span) {
    throw new ChaxuError("limits-span", `"${text}" is no limit; write working hours or days, for example 4h or 7d.`);
  }
  return Math.max(1, Math.round(span.amount * (span.unit === "d" ? minutesPerDay : 60)));
}

/**
 * The limit of one clock, from the most special source that says anything: the policy for this category, the
 * category's `answerDays` (the normal answer only), the policy for all, the defaults.
 */
export function limitOf(clock: ClockName, urgency: Urgency, category: Category | undefined, policy: Policy): LimitText {
  return (
    (category && policy.categories[category.code]?.[clock]?.[urgency]) ??
    answerDays(clock, urgency, category) ??
    policy.limits[clock]?.[urgency] ??
    DEFAULT_LIMITS[clock][urgency]
  );
}

function answerDays(clock: ClockName, urgency: Urgency, category: Category | undefined): LimitText | undefined {
  if (clock !== "answer" || urgency !== "normal" || category?.answerDays === undefined) return undefined;
  return `${category.answerDays}d`;
}

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
