import type { Calendar } from "../park/calendar.ts";
import { deadlineAfter } from "../park/deadline-after.ts";
import { isBeyond, isFar } from "../park/instants.ts";
import { extendTo, pause, resume } from "./answer-clock.ts";
import type { Effect, Input, Refusal, Rule, Situation } from "./decision.ts";
import { OVERTAKEN } from "./decision.ts";
import type { Issue, Request, RequestKind } from "./issue.ts";
import { dispatchClocks, givenUp } from "./moves-handling.ts";

/** Requests of the department beside the state (退单, 延期, 挂账), and their decision. The clock does not stop meanwhile. */

const MAX_EXTENSIONS = 2;
export const MAX_HOLD_DAYS = 30;

function pendingOf(requests: readonly Request[]): Request | undefined {
  return requests.find((request) => request.state === "pending");
}

function approvedExtensions(requests: readonly Request[]): number {
  return requests.filter((request) => request.kind === "extend" && request.state === "approved").length;
}

/** The disputes about whose issue it is that were decided already. */
function decidedReturns(requests: readonly Request[]): number {
  return requests.filter((request) => request.kind === "return" && request.state !== "pending").length;
}

/** The second extension, every hold, and a second dispute about the same issue are the leader's to decide. */
export function leaderDecides(kind: RequestKind, requests: readonly Request[]): boolean {
  switch (kind) {
    case "hold":
      return true;
    case "extend":
      return approvedExtensions(requests) >= 1;
    case "return":
      return decidedReturns(requests) >= 1;
  }
}

function tellDecider(kind: RequestKind, requests: readonly Request[]) {
  return [{ to: leaderDecides(kind, requests) ? ("leader" as const) : ("coordinator" as const) }];
}

const askReturn: Rule = ({ issue, requests, now, calendar }, input) => {
  if (input.department !== undefined && input.department === issue.department) return { refused: "same-department" };
  const pending = pendingOf(requests);
  if (pending?.kind === "return" && input.department !== undefined) return propose(pending, requests, input.department);
  if (pending) return { refused: "request-pending", kind: pending.kind };
  // The second was the leader's, and is final.
  if (decidedReturns(requests) >= 2) return { refused: "return-final" };
  const dispatchedAt = issue.dispatchedAt ?? now;
  const askedBefore = requests.some(
    ({ kind, askedAt, decision }) => kind === "return" && askedAt >= dispatchedAt && decision !== OVERTAKEN,
  );
  if (askedBefore) return { refused: "return-twice" };
  if (calendar.between(dispatchedAt, now) > calendar.minutesPerDay) return { refused: "return-late" };
  return {
    patch: {},
    request: { kind: "return", reason: input.text ?? "", department: input.department ?? null, until: null },
    facts: { text: input.text, department: input.department, request: "return" },
    tell: tellDecider("return", requests),
  };
};

/** Whoever forgot to say which unit it should go to says it while that is not decided. */
function propose(
  { id, department: before }: Request,
  requests: readonly Request[],
  department: string,
): Effect | Refusal {
  if (department === before) return { refused: "request-pending", kind: "return" };
  return {
    patch: {},
    propose: { id, department },
    facts: { department, request: "return" },
    tell: tellDecider("return", requests),
  };
}

const askExtension: Rule = ({ issue, requests, now, calendar }, input) => {
  const pending = pendingOf(requests);
  if (pending) return { refused: "request-pending", kind: pending.kind };
  if (!input.text) return { refused: "needs", what: "text" };
  if (approvedExtensions(requests) >= MAX_EXTENSIONS) return { refused: "extend-often" };
  const due = issue.due ?? now;
  const isOver = now >= due;
  if (isOver || calendar.between(now, due) < calendar.minutesPerDay) {
    const latest = calendar.add(due, -calendar.minutesPerDay);
    if (latest > (issue.dispatchedAt ?? latest)) return { refused: "extend-late", at: latest };
    return isOver ? { refused: "extend-overdue", at: due } : { refused: "extend-never" };
  }
  const until = input.days === undefined ? input.date : calendar.add(due, input.days * calendar.minutesPerDay);
  if (until === undefined) return { refused: "needs", what: "date" };
  if (until <= due) return { refused: "extend-back", at: due };
  // Counted from the due date: only here is known where the days end.
  if (input.days !== undefined && isFar(until, now, calendar.timeZone)) return { refused: "date-far" };
  return {
    patch: {},
    request: { kind: "extend", reason: input.text, department: null, until },
    facts: { text: input.text, date: until.toISOString(), request: "extend" },
    tell: tellDecider("extend", requests),
  };
};

/** A review date is the day on which the issue is taken up again, so it begins with its opening. */
function reviewAt({ date, days }: Input, now: Date, calendar: Calendar): Date | undefined {
  if (days !== undefined) return calendar.add(now, days * calendar.minutesPerDay);
  return date && calendar.nextOpening(calendar.at(calendar.dateOf(date), "00:00"));
}

const askHold: Rule = ({ requests, now, calendar }, input) => {
  const pending = pendingOf(requests);
  if (pending) return { refused: "request-pending", kind: pending.kind };
  if (!input.text) return { refused: "needs", what: "text" };
  const until = reviewAt(input, now, calendar);
  if (until === undefined) return { refused: "needs", what: "date" };
  if (until <= now) return { refused: "date-past" };
  const most = MAX_HOLD_DAYS * calendar.minutesPerDay;
  if (calendar.between(now, until) > most) {
    // The end of a working day is as far ahead as the opening of the next.
    const last = calendar.nextOpening(new Date(calendar.add(now, most).getTime() + 1));
    return { refused: "hold-far", at: last };
  }
  return {
    patch: {},
    request: { kind: "hold", reason: input.text, department: null, until },
    facts: { text: input.text, date: until.toISOString(), request: "hold" },
    tell: tellDecider("hold", requests),
  };
};

/** The pending request, when this actor may decide it. */
function decidable({ requests, parties }: Situation): Request | { refused: "no-request" | "leader-decides" } {
  const pending = pendingOf(requests);
  if (pending === undefined) return { refused: "no-request" };
  if (leaderDecides(pending.kind, requests) && !parties.includes("leader")) return { refused: "leader-decides" };
  return pending;
}

/** A unit has it, whether or not it waits for what the company was asked. */
function isInHand({ state }: Issue): boolean {
  return state === "dispatched" || state === "in_progress" || state === "waiting";
}

const GIVEN_ANEW = { pausedMinutes: 0, suggestions: [], reason: null } as const;

/** Back to the coordinator; what the leader decides goes to the unit that he names, or that was proposed, at once. */
function approveReturn(situation: Situation, request: Request, input: Input): Effect | Refusal {
  const { issue, requests, now, calendar, limit } = situation;
  if (!isInHand(issue)) return { refused: "wrong-state" };
  const lost = givenUp(issue);
  const final = leaderDecides("return", requests);
  const unit = input.department ?? request.department;
  if (final && unit === issue.department) return { refused: "same-department" };
  if (unit !== null && situation.directory.department(unit) === undefined) return { refused: "unit-gone" };
  const effect = {
    settle: { id: request.id, state: "approved" as const, note: input.text ?? "" },
    facts: { text: request.reason, request: request.kind, department: unit ?? undefined },
    tell: [...(issue.department === null ? [] : [{ to: "unit" as const, department: issue.department }]), ...lost.tell],
  };
  // What it was asked of the company meanwhile waits no longer, and a clock that stood for that goes on.
  const clock = resume(issue, now, calendar);
  const stopped = { ...clock, supplementDue: null };
  const cleared = {
    ...lost.patch,
    ...stopped,
    handler: null,
    signedAt: null,
    contactAt: null,
    stageDue: null,
    returned: true,
  };
  if (final && unit !== null) {
    const clocks = dispatchClocks(situation);
    const kept = { due: clock.due ?? issue.due ?? clocks.due, limit: issue.limit, limitMinutes: issue.limitMinutes };
    return {
      ...effect,
      // Nothing is taken off the handling time of the next unit for pauses before it.
      patch: { ...clocks, ...cleared, ...kept, ...GIVEN_ANEW, state: "dispatched", department: unit },
      facts: { ...effect.facts, due: kept.due.toISOString(), previous: issue.department ?? undefined },
      tell: [...effect.tell, { to: "department" }, { to: "company" }, { to: "coordinator" }],
    };
  }
  return {
    ...effect,
    // When a leader grants it, the coordinator has it again without having done anything.
    tell: situation.parties.includes("coordinator") ? effect.tell : [...effect.tell, { to: "coordinator" as const }],
    patch: {
      ...cleared,
      state: "submitted",
      department: null,
      contactAt: issue.contactAt,
      dispatchedAt: null,
      signDue: null,
      contactDue: null,
      due: null,
      suggestions: unit === null ? [] : [unit],
      dispatchDue: deadlineAfter(now, limit("dispatch"), calendar),
    },
  };
}

/** Up to the day that was asked for, or up to the one that whoever decides names with it. */
function approveExtension({ issue, calendar }: Situation, request: Request, input: Input): Effect | Refusal {
  const until = input.date ?? request.until;
  // Waiting for the company may have moved the due date past what was asked for.
  if (until !== null && issue.due !== null && until <= issue.due) return { refused: "extend-back", at: issue.due };
  return {
    patch: until === null ? {} : extendTo(issue, until, calendar),
    settle: { id: request.id, state: "approved", note: input.text ?? "" },
    facts: { text: request.reason, request: request.kind, due: until?.toISOString() },
    tell: [{ to: "department" }, { to: "company" }],
  };
}

const approve: Rule = (situation, input) => {
  const { issue, now, calendar } = situation;
  const request = decidable(situation);
  if ("refused" in request) return request;
  // One that was asked for before there was a bound can only be refused.
  if (request.until !== null && isBeyond(request.until, now, calendar.timeZone)) return { refused: "date-beyond" };
  const settle = { id: request.id, state: "approved" as const, note: input.text ?? "" };
  const facts = { text: request.reason, request: request.kind };
  switch (request.kind) {
    case "return":
      return approveReturn(situation, request, input);
    case "extend":
      return approveExtension(situation, request, input);
    case "hold":
      if (!isInHand(issue)) return { refused: "wrong-state" };
      return {
        patch: { ...pause(issue, now, calendar), state: "on_hold", reviewAt: request.until, supplementDue: null },
        settle,
        facts: { ...facts, date: request.until?.toISOString() },
        tell: [{ to: "department" }, { to: "company" }],
      };
  }
};

const refuse: Rule = (situation, input) => {
  const request = decidable(situation);
  if ("refused" in request) return request;
  return {
    patch: {},
    settle: { id: request.id, state: "refused", note: input.text ?? "" },
    facts: { text: input.text, request: request.kind },
    tell: [{ to: "department" }],
  };
};

export const requestRules = { return: askReturn, extend: askExtension, hold: askHold, approve, refuse };
