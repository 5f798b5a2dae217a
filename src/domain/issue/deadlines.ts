import { deadlineAfter } from "../park/deadline-after.ts";
import type { ClockName } from "../park/org.ts";
import { limitFor, type Park } from "../park/park.ts";
import type { Assist, Issue } from "./issue.ts";
import type { LadderClock } from "./ladder.ts";
import { promiseOf } from "./promise.ts";

/** A clock that runs for an issue: until when, and for how long in all. */
export interface Deadline {
  readonly clock: LadderClock;
  /** The department whose clock it is; empty for one that is no department's. */
  readonly about: string;
  readonly at: Date;
  /** Working minutes from its start. */
  readonly minutes: number;
}

/** The clocks that run for an issue in its present state. None for what is over, and none on hold but the review date. */
export function deadlinesOf(issue: Issue, assists: readonly Assist[], park: Park): readonly Deadline[] {
  const about = issue.department ?? "";
  const limit = (clock: ClockName) => limitFor(park, issue, clock);
  const one = (clock: ClockName, at: Date | null, of = about): Deadline[] =>
    at === null ? [] : [{ clock, about: of, at, minutes: limit(clock).minutes }];
  const helping = () =>
    assists.flatMap((assist) => (assist.doneAt === null ? one("assist", assist.due, assist.department) : []));
  const promise = promiseOf(issue);
  const promised = () => (promise === null ? [] : [{ clock: "promise" as const, about, at: promise, minutes: 0 }]);
  const contact = () => (issue.contactAt === null ? one("contact", issue.contactDue) : []);
  // An issue of an earlier version has no deadline of its own here: then the limit in force now counts.
  const since = (given: Date | null, from: Date | null, clock: ClockName) =>
    given ?? (from === null ? null : deadlineAfter(from, limit(clock), park.calendar));

  switch (issue.state) {
    case "submitted":
      return [...one("dispatch", issue.dispatchDue, ""), ...helping()];
    case "dispatched":
      return [...one("sign", issue.signDue), ...contact(), ...answer(issue, park), ...helping()];
    case "in_progress":
      return [...contact(), ...answer(issue, park), ...promised(), ...one("stage", issue.stageDue), ...helping()];
    case "waiting":
      return [...one("supplement", since(issue.supplementDue, issue.pausedAt, "supplement"), ""), ...helping()];
    case "answered": {
      const confirm = one("confirm", since(issue.confirmDue, issue.answeredAt, "confirm"), "");
      // What the company has talked about does not close by itself: somebody must ask.
      const unsettled = confirm.map((deadline) => ({ ...deadline, clock: "unsettled" as const, about }));
      return issue.heardAt === null ? confirm : [...confirm, ...unsettled];
    }
    case "on_hold":
    case "closed":
    case "rejected":
    case "withdrawn":
    case "merged":
      return [];
  }
}

/** The answer clock. Its time is what lies between its start and the due date as it is now, without what it stood. */
function answer(issue: Issue, { calendar }: Park): Deadline[] {
  const { department, due, dispatchedAt, reopenedAt, limitMinutes, pausedMinutes } = issue;
  if (due === null || department === null) return [];
  if (reopenedAt !== null && (dispatchedAt === null || reopenedAt > dispatchedAt)) {
    const whole = calendar.between(reopenedAt, due);
    return [{ clock: "answer", about: department, at: due, minutes: Math.min(limitMinutes ?? whole, whole) }];
  }
  const whole = dispatchedAt === null ? (limitMinutes ?? 0) : calendar.between(dispatchedAt, due) - pausedMinutes;
  return [{ clock: "answer", about: department, at: due, minutes: Math.max(0, whole) }];
}
