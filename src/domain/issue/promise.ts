import type { Issue } from "./issue.ts";

/**
 * By when the unit has promised to be done: since it got the issue, or since that was reopened. What was promised before that, by
 * another unit or for an answer that the company has had, is over.
 */
export function promiseOf({
  measureAt,
  measureDue,
  dispatchedAt,
  reopenedAt,
}: Pick<Issue, "measureAt" | "measureDue" | "dispatchedAt" | "reopenedAt">): Date | null {
  const isBefore = (round: Date | null) => measureAt !== null && round !== null && measureAt < round;
  return isBefore(dispatchedAt) || isBefore(reopenedAt) ? null : measureDue;
}

/** Whether the unit that has it still owes what it promised for a day that is over. What waits for the company or is on hold owes nothing now. */
export function isPromisePast(
  issue: Pick<Issue, "state" | "measureAt" | "measureDue" | "dispatchedAt" | "reopenedAt">,
  now: Date,
): boolean {
  const promise = promiseOf(issue);
  return issue.state === "in_progress" && promise !== null && promise <= now;
}
