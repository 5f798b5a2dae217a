import { type Issue, isOverdue, type RequestKind } from "./issue.ts";

/** What somebody should have done by now and has not: which limit is over since when, or which decision is waited for. */
export interface Stuck {
  readonly by: "undispatched" | "unsigned" | "overdue" | RequestKind;
  readonly since: Date;
}

/** Of one issue everything that it is stuck by at a moment. `asked`: a request that waits for a decision. */
export function stuckBy(
  issue: Pick<Issue, "state" | "dispatchDue" | "signDue" | "due">,
  asked: { readonly kind: RequestKind; readonly at: Date } | undefined,
  now: Date,
): readonly Stuck[] {
  const { state, dispatchDue, signDue, due } = issue;
  const found: Stuck[] = [];
  if (state === "submitted" && dispatchDue <= now) found.push({ by: "undispatched", since: dispatchDue });
  if (state === "dispatched" && signDue !== null && signDue <= now) found.push({ by: "unsigned", since: signDue });
  if (due !== null && isOverdue(issue, now)) found.push({ by: "overdue", since: due });
  if (asked !== undefined) found.push({ by: asked.kind, since: asked.at });
  return found;
}

/** The earliest moment since which it is stuck. */
export function stuckSince(stuck: readonly Stuck[]): Date {
  return new Date(Math.min(...stuck.map(({ since }) => since.getTime())));
}
