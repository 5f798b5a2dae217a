import { deadlineAfter } from "../park/deadline-after.ts";
import { dayNumber } from "../park/workdays.ts";
import { resume, stageClock } from "./answer-clock.ts";
import { type Effect, type Input, type Rule, type Situation, whoHasIt } from "./decision.ts";
import { countBasis } from "./due-basis.ts";
import type { Issue, Outcome } from "./issue.ts";

/** The moves of the company: it alone says that an issue is solved. */

/** Calendar days after the day of closing in which the company may reopen. */
const REOPEN_DAYS = 30;

/** To an answer the company has said something, and whether it is solved is open: it is given its time once more. */
function heard({ issue, now, calendar, limit }: Situation): Partial<Issue> {
  if (issue.state !== "answered") return {};
  return { heardAt: now, confirmDue: calendar.add(now, limit("confirm").minutes) };
}

const supplement: Rule = (situation, input) => {
  const { issue, now, calendar } = situation;
  const patch =
    issue.state === "waiting"
      ? {
          ...resume(issue, now, calendar),
          ...stageClock(situation),
          state: "in_progress" as const,
          supplementDue: null,
        }
      : heard(situation);
  return { patch, facts: { text: input.text }, tell: [whoHasIt(situation)] };
};

/** The company was asked back what it meant, and is asked once more. */
const respond: Rule = (situation) => ({ patch: heard(situation), tell: [] });

function close(outcome: Outcome): Rule {
  return ({ now }, input) => ({
    patch: { state: "closed", outcome, closedAt: now },
    facts: { text: input.text },
    tell: [{ to: "department" }],
  });
}

/** Nobody said anything: closed, and counted apart. */
const lapse: Rule = ({ issue, now }) => {
  if (issue.heardAt !== null) return { refused: "wrong-state" };
  return {
    patch: { state: "closed", outcome: "unconfirmed", closedAt: now },
    tell: [{ to: "company" }, { to: "department" }],
  };
};

const unsolved: Rule = (situation, input) => {
  const { issue, now, calendar } = situation;
  const rework = issue.rework + 1;
  // What the company took to look at the answer is not the department's; and nobody is overdue by being sent back.
  const clock = resume(issue, now, calendar, calendar.minutesPerDay);
  const raised = rework === 2;
  return {
    patch: {
      ...clock,
      ...stageClock(situation),
      state: "in_progress",
      rework,
      answeredAt: null,
      confirmDue: null,
      heardAt: null,
      // A promise whose day has passed was for the answer that was no solution; nobody is to be reminded of it.
      ...(issue.measureDue !== null && issue.measureDue <= now && { measureDue: null }),
      level: issue.level + (raised ? 1 : 0),
    },
    facts: { text: input.text, due: (clock.due ?? issue.due)?.toISOString() },
    tell: raised ? [{ to: "department" }, { to: "supervision" }] : [{ to: "department" }],
  };
};

/** Whether the present closing has its mark. When an earlier version's was given is not known: then one more is taken. */
function isRated({ rating, ratedAt, closedAt, reopenedAt }: Issue): boolean {
  if (rating === null) return false;
  return ratedAt === null ? reopenedAt === null : closedAt === null || ratedAt >= closedAt;
}

const rate: Rule = ({ issue, now }, input) => {
  if (issue.rating !== null && isRated(issue)) return { refused: "rated", rating: issue.rating };
  if (input.rating === undefined) return { refused: "needs", what: "rating" };
  const facts = { rating: input.rating, text: input.text };
  return { patch: { rating: input.rating, ratedAt: now }, facts, tell: [{ to: "department" }] };
};

/** What was closed is open again, and presses more. */
function reopened({ level }: Issue, now: Date) {
  const anew = { outcome: null, closedAt: null, answeredAt: null, confirmDue: null, heardAt: null };
  return { ...anew, reopenedAt: now, level: level + 1 };
}

const reopen: Rule = (situation, input) => {
  const { issue, now, calendar, parties, limit } = situation;
  const days = dayNumber(calendar.dateOf(now)) - dayNumber(calendar.dateOf(issue.closedAt ?? now));
  if (days > REOPEN_DAYS && !parties.includes("coordinator")) return { refused: "reopen-late" };
  if (issue.department === null || situation.directory.department(issue.department) === undefined) {
    return reopenWithoutUnit(situation, input);
  }
  const answer = limit("answer");
  const due = deadlineAfter(now, answer, calendar);
  return {
    patch: {
      // Neither the company's look at the answer nor the time it was closed is handling time.
      ...resume(issue, now, calendar),
      ...stageClock(situation),
      state: "in_progress",
      ...reopened(issue, now),
      limit: answer.text,
      limitMinutes: answer.minutes,
      due,
    },
    basis: countBasis(now, answer, calendar),
    facts: { text: input.text, due: due.toISOString() },
    tell: [{ to: "department" }, { to: "company" }],
  };
};

/** Whose unit is dissolved: the coordinator gives it to another one, and its clocks start with that. */
function reopenWithoutUnit({ issue, now, calendar, limit }: Situation, { text }: Input): Effect {
  return {
    patch: {
      ...UNGIVEN,
      state: "submitted",
      ...reopened(issue, now),
      dispatchDue: deadlineAfter(now, limit("dispatch"), calendar),
    },
    facts: { text },
    tell: [{ to: "coordinator" }, { to: "company" }],
  };
}

/** As it is before a unit has it. */
const UNGIVEN = {
  department: null,
  handler: null,
  suggestions: [],
  reason: null,
  dispatchedAt: null,
  signDue: null,
  signedAt: null,
  contactDue: null,
  contactAt: null,
  stageDue: null,
  limit: null,
  limitMinutes: null,
  due: null,
  pausedAt: null,
  leftMinutes: null,
  pausedMinutes: 0,
} as const;

const urge: Rule = (situation, input) => {
  const { issue, now, calendar, parties } = situation;
  const byCompany = !parties.includes("coordinator");
  if (byCompany && issue.urgedAt && calendar.dateOf(issue.urgedAt) === calendar.dateOf(now)) {
    return { refused: "urged-today" };
  }
  return {
    patch: byCompany ? { urgedAt: now, ...heard(situation) } : {},
    facts: { text: input.text },
    tell: [whoHasIt(situation)],
  };
};

export const companyRules = {
  supplement,
  solved: close("solved"),
  accept: close("explained"),
  respond,
  lapse,
  unsolved,
  rate,
  reopen,
  urge,
};
