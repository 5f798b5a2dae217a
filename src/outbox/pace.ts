import { isTelling } from "../domain/notice/notice.ts";
import type { OwnReason } from "../messages/zh-cn/delivery.ts";
import { type Delivery, MOST_REQUESTS, MOST_REQUESTS_WITH_ATTACHMENT, REQUEST_MS } from "../platforms/platform.ts";
import type { Settlement, StoredNotice } from "../store/notices.ts";

/** When a message goes, when one that could not be sent is tried again, and when one gives up. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** In milliseconds, unless a platform names a longer one. */
export const LONGEST_PAUSE = 2 * HOUR;

/** Growing pauses after each failure; the last one repeats. */
const PAUSES = [5 * SECOND, 20 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, LONGEST_PAUSE] as const;

/** A little more than the day that is promised, so that the last try falls after it. */
const GIVE_UP_AFTER = 26 * HOUR;

/** So often in a row a code that nobody knows counts as passing; with the pauses in between some six minutes. */
const UNSURE_TRIES = 5;

/** What waits for a mended robot goes within this time of it, unless the platform names a longer one. */
const LONGEST_BAR_PAUSE = 10 * MINUTE;

/** After so many failures to make a message it is no passing failure of the database, and it holds up no other. */
const UNMADE_TRIES = 3;

/** The pause after this many failed tries, in milliseconds. The platform's own wish counts when it is longer. */
export function pauseAfter(failures: number, wished = 0): number {
  const index = Math.min(Math.max(failures, 1), PAUSES.length) - 1;
  return Math.max(PAUSES[index] ?? HOUR, wished);
}

/** A try that did not bring the message there; `unmade`: its text or picture could not even be made. */
export type Failure = Exclude<Delivery, { state: "sent" }> | { readonly state: "unmade"; readonly reason: OwnReason };

/**
 * What becomes of a message after a failed try: another try, or the end. The day of retries is the sum of its pauses, so
 * that no time counts in which nobody could have tried it: a weekend, an outage of ours, a jump of the clock.
 */
export function afterFailure(notice: StoredNotice, failure: Failure, now: Date): Settlement {
  const attempts = notice.attempts + 1;
  const unsure = failure.state === "unsure" ? notice.unsure + 1 : 0;
  const over = unsure >= UNSURE_TRIES || (failure.state !== "barred" && notice.retriedMs >= GIVE_UP_AFTER);
  const lastError = failure.reason;
  if (failure.state === "gave-up" || over) {
    const told = isTelling(notice.body) ? { toldAt: now } : {};
    return { state: "dead", settledAt: now, attempts, lastError, ...told };
  }
  const pause = pauseOf(failure, attempts, unsure);
  return {
    readyAt: new Date(now.getTime() + pause),
    attempts,
    unsure,
    retriedMs: notice.retriedMs + (failure.state === "barred" ? 0 : pause),
    lastError,
    ...(leavesLane(notice, failure, attempts) ? { lane: laneOfItsOwn(notice) } : {}),
  };
}

/** No answer may mean that it was sent. It goes again: a notice twice is better than a notice lost. */
function pauseOf(failure: Exclude<Failure, { state: "gave-up" }>, attempts: number, unsure: number): number {
  switch (failure.state) {
    case "unsure":
      return pauseAfter(unsure);
    case "barred":
      return Math.max(Math.min(pauseAfter(attempts), LONGEST_BAR_PAUSE), failure.afterMs ?? 0);
    case "later":
      return pauseAfter(attempts, failure.afterMs);
    case "unknown":
    case "unmade":
      return pauseAfter(attempts);
  }
}

/** Announcements of a chat keep their order. Answers to different messages do not wait for one that is being retried. */
function leavesLane({ body }: StoredNotice, { state }: Failure, attempts: number): boolean {
  return body.kind === "reply" || (state === "unmade" && attempts >= UNMADE_TRIES);
}

function laneOfItsOwn({ lane, id }: StoredNotice): string {
  const own = `#${id}`;
  return lane.endsWith(own) ? lane : `${lane}${own}`;
}

/**
 * How long the try of one part may take before another process may take the message over: longer than all its requests
 * when each is answered at the last moment, and what the database takes. Each part renews it. A chat of a killed process
 * is silent for this long.
 */
export const LEASE_MS = MOST_REQUESTS * REQUEST_MS + 10 * SECOND;

/** The same for a picture or document, which is drawn and uploaded first. */
export const ATTACHMENT_LEASE_MS = MOST_REQUESTS_WITH_ATTACHMENT * REQUEST_MS + 20 * SECOND;
