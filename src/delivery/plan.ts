import type { ParkView } from "../domain/park-view.ts";
import type { StoredNotice } from "../store/notices.ts";

/** When a message goes, when one that could not be sent is tried again, and when one gives up. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Growing pauses after each failure; the last one repeats. */
const PAUSES = [5 * SECOND, 20 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR] as const;

/** A little more than the day that is promised, so that the last try falls after it. */
const GIVE_UP_AFTER = 26 * HOUR;

/** The pause after this many failed tries, in milliseconds. The platform's own wish counts when it is longer. */
export function pauseAfter(failures: number, wished = 0): number {
  const index = Math.min(Math.max(failures, 1), PAUSES.length) - 1;
  return Math.max(PAUSES[index] ?? HOUR, wished);
}

/** Whether a message that was made at `since` has been tried long enough. */
export function triedEnough(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() > GIVE_UP_AFTER;
}

/**
 * How long the try of one part may take before another process may take the message over: longer than the time-outs
 * of a token and a send. Each part renews it. A chat of a killed process is silent for this long.
 */
export const LEASE_MS = 25 * SECOND;

/** The same for a picture or document, which is drawn and uploaded first: three requests, and a token again. */
export const ATTACHMENT_LEASE_MS = 60 * SECOND;

/** A reminder that could not go in time waits for the next opening like any other, unless it is urgent. Null: it may go. */
export function quietFor(
  notice: Pick<StoredNotice, "body" | "express">,
  { calendar }: ParkView,
  now: Date,
): Date | null {
  if (notice.body.kind !== "reminders" || notice.express || calendar.isOpen(now)) return null;
  return calendar.nextOpening(now);
}
