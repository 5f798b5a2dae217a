import type { Calendar } from "../park/calendar.ts";
import { deadlineAfter } from "../park/deadline-after.ts";
import type { Situation } from "./decision.ts";
import type { Issue } from "./issue.ts";

/** The answer clock: it starts at dispatch, stands in `waiting`, `on_hold` and `answered`, and goes on with what was left. */

type ClockFields = Pick<Issue, "due" | "pausedAt" | "leftMinutes" | "pausedMinutes">;

/** Stops the clock. An overdue clock has nothing left, and its due date stays as it is. */
export function pause(issue: Issue, now: Date, calendar: Calendar): Partial<ClockFields> {
  if (issue.due === null || issue.pausedAt !== null) return {};
  return { pausedAt: now, leftMinutes: minutesLeft(now, issue.due, calendar) };
}

/** Gives the clock another due date; while it stands, with as much left as that date leaves. */
export function extendTo(issue: Issue, due: Date, calendar: Calendar): Partial<ClockFields> {
  return issue.pausedAt === null ? { due } : { due, leftMinutes: minutesLeft(issue.pausedAt, due, calendar) };
}

const HALF_MINUTE_MS = 30_000;

/** To the nearest minute: rounded down, every pause would take some seconds from the department. */
function minutesLeft(at: Date, due: Date, calendar: Calendar): number {
  return at < due ? calendar.between(new Date(at.getTime() - HALF_MINUTE_MS), due) : 0;
}

/** Lets the clock go on. `atLeast`: working minutes that are given even when less was left. */
export function resume(issue: Issue, now: Date, calendar: Calendar, atLeast = 0): Partial<ClockFields> {
  if (issue.pausedAt === null || issue.due === null) return {};
  const left = Math.max(issue.leftMinutes ?? 0, atLeast);
  return {
    pausedAt: null,
    leftMinutes: null,
    pausedMinutes: issue.pausedMinutes + calendar.between(issue.pausedAt, now),
    due: left > 0 ? calendar.add(now, left) : issue.due,
  };
}

/** While it is in hand, the company hears of it again within this time of the last word. `promised`: by a date that was named. */
export function stageClock({ now, calendar, limit }: Pick<Situation, "now" | "calendar" | "limit">, promised?: Date) {
  return { stageDue: promised ?? deadlineAfter(now, limit("stage"), calendar) };
}
