import type { Policy } from "../park/org.ts";
import type { Issue } from "./issue.ts";

/** How long is known whom to call about an issue that is over. */

const DAY_MS = 24 * 3_600_000;
const DEFAULT_DAYS = 180;

/** What was over before this moment has no contact data any more. */
export function contactsUntil({ contactDays = DEFAULT_DAYS }: Policy, now: Date): Date {
  return new Date(now.getTime() - contactDays * DAY_MS);
}

/** When that is so of what is over since then. */
export function contactsOverAt({ contactDays = DEFAULT_DAYS }: Policy, since: Date): Date {
  return new Date(since.getTime() + contactDays * DAY_MS);
}

/** Whether whom to call about it is not told any more, as far as it says since when it is over. */
export function isContactOver({ closedAt, withdrawnAt }: Issue, policy: Policy, now: Date): boolean {
  const since = closedAt ?? withdrawnAt;
  return since !== null && since < contactsUntil(policy, now);
}
