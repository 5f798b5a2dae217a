import { deadlineAfter } from "../park/deadline-after.ts";
import type { ClockName, Urgency } from "../park/org.ts";
import { limitFor, type Park } from "../park/park.ts";
import { titleOf } from "../zh-cn-title.ts";
import { pause, stageClock } from "./answer-clock.ts";
import { type Issue, isWithUnit, type Outcome, type Reporter, type State, UNTOUCHED } from "./issue.ts";
import type { Action } from "./lifecycle.ts";

import { MAX_HOLD_DAYS } from "./requests.ts";

/** Issues that are taken over from a list which says how they stand, and little of how it came to that. */

/** What a list says of an issue. */
export interface OldIssue {
  readonly text: string;
  readonly enterprise: string;
  readonly reporter: Reporter;
  readonly category: string | null;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly department: string | null;
  /** Units that the list names for what nobody has dispatched yet. */
  readonly suggestions: readonly string[];
  readonly handler: string | null;
  readonly measure: string | null;
  readonly measureDue: Date | null;
  readonly due: Date | null;
  readonly submittedAt: Date;
  readonly closedAt: Date | null;
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly voided: boolean;
  readonly mergedInto: number | null;
  readonly publicAnswer: string | null;
  readonly rating: number | null;
}

type Fields = Omit<Issue, "id" | "version">;

/**
 * The issue that it becomes. What a list does not say is not known: it counts for no rate. Of an open one the answer is due as the
 * list says, else by the policy from the day on which it was raised; the clocks of what is done here begin now.
 */
export function asIssue(old: OldIssue, park: Park, now: Date): Fields {
  const { state, submittedAt, department } = old;
  const limit = (clock: ClockName) => limitFor(park, old, clock);
  const from = (clock: ClockName, at = now) => deadlineAfter(at, limit(clock), park.calendar);
  const base: Fields = {
    pictures: 0,
    publicIn: null,
    reason: null,
    ...UNTOUCHED,
    ...old,
    title: titleOf(old.text),
    dispatchDue: from("dispatch", state === "submitted" ? now : submittedAt),
    firstDue: old.due,
    measureAt: old.measure === null ? null : submittedAt,
    ratedAt: old.rating === null ? null : old.closedAt,
  };
  if (state === "closed") return closedOnce(base);
  if (department === null || !isWithUnit({ state })) return base;
  const answer = limit("answer");
  const due = old.due ?? from("answer", submittedAt);
  const running: Fields = {
    ...base,
    dispatchedAt: submittedAt,
    limit: answer.text,
    limitMinutes: answer.minutes,
    due,
    firstDue: due,
  };
  return { ...running, ...clocksOf(running, park, now, from) };
}

/** Without the day on which it was done, nobody knows whether that was in time: then the date is what the unit had promised. */
function closedOnce(base: Fields): Fields {
  const { closedAt, due, submittedAt, measureDue } = base;
  if (closedAt !== null) return { ...base, answeredAt: closedAt };
  const about = due !== null && due > submittedAt ? due : submittedAt;
  return {
    ...base,
    due: null,
    firstDue: null,
    measureDue: measureDue ?? due,
    closedAt: about,
    ratedAt: base.rating === null ? null : about,
  };
}

function clocksOf(
  issue: Fields,
  { calendar, ...park }: Park,
  now: Date,
  from: (clock: ClockName) => Date,
): Partial<Fields> {
  const standing = pause({ ...issue, id: 0, version: 0 }, now, calendar);
  switch (issue.state) {
    case "dispatched":
      return { signDue: from("sign"), contactDue: from("contact") };
    case "in_progress":
      return stageClock({ now, calendar, limit: (clock) => limitFor({ calendar, ...park }, issue, clock) });
    case "waiting":
      return { ...standing, supplementDue: from("supplement") };
    case "on_hold": {
      const { due } = issue;
      const last = calendar.add(now, MAX_HOLD_DAYS * calendar.minutesPerDay);
      return { ...standing, reviewAt: due !== null && due > now && due < last ? due : last };
    }
    case "answered":
      return { ...standing, confirmDue: from("confirm") };
    default:
      return {};
  }
}

/** One step of a life as the record tells it. */
export interface LifeStep {
  readonly action: Action;
  readonly to: State;
  readonly at: Date;
  readonly text?: string;
  readonly rating?: number;
}

/**
 * The steps by which it must have come to how it stands: those that a list vouches for, in their order, none earlier than the
 * one before.
 */
export function lifeOf(issue: Fields): readonly LifeStep[] {
  const { department, state, submittedAt, rating } = issue;
  const first = state === "submitted" || department === null ? "submitted" : "dispatched";
  const steps: Omit<LifeStep, "at">[] = [{ action: "submit", to: first, text: issue.text }];
  const isSigned = ["in_progress", "waiting", "on_hold", "answered", "closed"].includes(state);
  if (isSigned) steps.push({ action: "sign", to: "in_progress" });
  const now = isSigned ? "in_progress" : first;
  if (issue.measureAt !== null) steps.push({ action: "measure", to: now, ...texted(issue.measure) });
  // The mark of an earlier end.
  if (rating !== null && state !== "closed") {
    steps.push({ action: "answer", to: "answered" }, { action: "solved", to: "closed" });
    steps.push({ action: "rate", to: "closed", rating }, { action: "reopen", to: now });
  }
  steps.push(...endOf(issue));
  let last = submittedAt;
  return steps.map((step) => {
    const known = momentOf(step.action, issue);
    last = known !== null && known > last ? known : last;
    return { ...step, at: last };
  });
}

const texted = (text: string | null) => (text === null ? {} : { text });

const CLOSED_BY = { solved: "solved", explained: "accept", unconfirmed: "lapse" } as const;

function endOf({ state, outcome, rating, voided, publicAnswer }: Fields): readonly Omit<LifeStep, "at">[] {
  const answer = { action: "answer", to: "answered", ...texted(publicAnswer) } as const;
  switch (state) {
    case "submitted":
    case "dispatched":
      return [];
    case "in_progress":
      return publicAnswer === null ? [] : [{ action: "progress", to: state, text: publicAnswer }];
    case "waiting":
      return [{ action: "ask", to: state }];
    case "on_hold":
      return [{ action: "approve", to: state }];
    case "answered":
      return [answer];
    case "closed":
      return [
        answer,
        { action: CLOSED_BY[outcome ?? "unconfirmed"], to: state },
        ...(rating === null ? [] : [{ action: "rate", to: state, rating } as const]),
      ];
    case "rejected":
      return [{ action: "reject", to: state, ...texted(publicAnswer) }];
    case "withdrawn":
      return [{ action: voided ? "void" : "withdraw", to: state }];
    case "merged":
      return [{ action: "merge", to: state }];
  }
}

function momentOf(action: Action, issue: Fields): Date | null {
  switch (action) {
    case "sign":
      return issue.signedAt;
    case "measure":
      return issue.measureAt;
    case "answer":
      return issue.answeredAt;
    case "solved":
    case "accept":
    case "lapse":
      return issue.closedAt;
    case "rate":
      return issue.ratedAt;
    case "reopen":
      return issue.reopenedAt;
    case "withdraw":
    case "void":
      return issue.withdrawnAt;
    default:
      return null;
  }
}
