import type { Calendar } from "./calendar.ts";

/** A limit of the policy: its words, and the working minutes that it gives. */
export interface Limit {
  readonly text: string;
  readonly minutes: number;
}

/** A deadline counted in days does not go on into another span for less than this: who is dispatched to at 08:31 has until 17:30. */
const TAIL_MINUTES = 15;

/** When a limit that begins at a moment is over. One of hours ends to the minute, and so does one that is shorter than a day. */
export function deadlineAfter(from: Date, { text, minutes }: Limit, calendar: Calendar): Date {
  const at = calendar.add(from, minutes);
  const inDays = text.endsWith("d") && minutes >= calendar.minutesPerDay;
  const end = inDays ? calendar.withoutTail(at, TAIL_MINUTES) : at;
  return end > from ? end : at;
}
