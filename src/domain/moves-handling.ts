import { pause, resume } from "./answer-clock.ts";
import type { Rule, Situation } from "./decision.ts";
import type { Issue } from "./issue.ts";

/** The moves of the coordinator and of the departments: from dispatch to answer. */

/** The clocks that start with a dispatch. The first due date is set once and kept over transfers. */
export function dispatchClocks(situation: Pick<Situation, "now" | "calendar" | "limit">, given?: Date) {
  const { now, calendar, limit } = situation;
  const answer = limit("answer");
  const due = given ?? calendar.add(now, answer.minutes);
  return {
    dispatchedAt: now,
    signDue: calendar.add(now, limit("sign").minutes),
    contactDue: calendar.add(now, limit("contact").minutes),
    limit: answer.text,
    limitMinutes: answer.minutes,
    due,
  };
}

const dispatch: Rule = (situation, input) => {
  const { issue, now } = situation;
  if (input.department === undefined) return { refused: "needs", what: "department" };
  if (input.department === issue.department) return { refused: "same-department" };
  if (input.date !== undefined && input.date <= now) return { refused: "date-past" };
  const clocks = dispatchClocks(situation, input.date);
  const transfer = issue.department !== null && issue.due !== null;
  const { due, limit, limitMinutes } = transfer && input.date === undefined ? issue : clocks;
  const patch: Partial<Issue> = {
    ...clocks,
    state: "dispatched",
    department: input.department,
    limit,
    limitMinutes,
    due,
    firstDue: issue.firstDue ?? due,
    // Another unit starts anew: its own contact, and nothing taken off its handling time for pauses before it.
    signedAt: null,
    contactAt: null,
    pausedMinutes: 0,
    handler: null,
    suggestions: [],
    // What the words said led elsewhere; now a person has decided.
    reason: null,
  };
  return {
    patch,
    facts: {
      department: input.department,
      previous: issue.department ?? undefined,
      due: due?.toISOString(),
      text: input.text,
    },
    tell: transfer
      ? [{ to: "department" }, { to: "unit", department: issue.department ?? "" }, { to: "company" }]
      : [{ to: "department" }, { to: "company" }],
  };
};

const assist: Rule = ({ issue, assists, now, calendar, limit }, input) => {
  if (input.department === undefined) return { refused: "needs", what: "department" };
  if (input.department === issue.department) return { refused: "same-department" };
  if (assists.some((one) => one.department === input.department)) return { refused: "already-helps" };
  const due = calendar.add(now, limit("assist").minutes);
  return {
    patch: {},
    assist: { department: input.department, askedAt: now, due, doneAt: null },
    facts: { department: input.department, due: due.toISOString(), text: input.text },
    tell: [{ to: "unit", department: input.department }, { to: "department" }],
  };
};

const reject: Rule = (_, input) => ({
  patch: { state: "rejected", publicAnswer: input.text ?? null },
  facts: { text: input.text },
  tell: [{ to: "company" }],
});

const sign: Rule = ({ actor, now }) => ({
  patch: { state: "in_progress", signedAt: now, handler: actor.name },
  tell: [{ to: "company" }],
});

const contact: Rule = ({ issue, now }, input) => ({
  patch: { contactAt: issue.contactAt ?? now },
  facts: { text: input.text },
  tell: [],
});

const measure: Rule = ({ now }, input) => {
  if (input.date !== undefined && input.date <= now) return { refused: "date-past" };
  return {
    patch: { measure: input.text ?? null, measureAt: now, measureDue: input.date ?? null },
    facts: { text: input.text, date: input.date?.toISOString() },
    tell: [],
  };
};

const progress: Rule = ({ issue, now }, input) => ({
  patch: { lastReplyAt: now, contactAt: issue.contactAt ?? now, publicAnswer: input.text ?? null },
  facts: { text: input.text, date: input.date?.toISOString() },
  tell: [{ to: "company" }],
});

const note: Rule = (_, input) => ({ patch: {}, facts: { text: input.text }, tell: [] });

const ask: Rule = ({ issue, now, calendar }, input) => ({
  patch: { ...pause(issue, now, calendar), state: "waiting", lastReplyAt: now, contactAt: issue.contactAt ?? now },
  facts: { text: input.text },
  tell: [{ to: "company" }],
});

const answer: Rule = ({ issue, now, calendar }, input) => {
  const started = issue.dispatchedAt ?? issue.submittedAt;
  return {
    patch: {
      ...pause(issue, now, calendar),
      state: "answered",
      answeredAt: now,
      lastReplyAt: now,
      contactAt: issue.contactAt ?? now,
      publicAnswer: input.text ?? null,
      handlingMinutes: Math.max(0, calendar.between(started, now) - issue.pausedMinutes),
    },
    facts: { text: input.text },
    tell: [{ to: "company" }],
  };
};

const resumeHold: Rule = ({ issue, now, calendar }) => {
  const clock = resume(issue, now, calendar);
  return {
    patch: { ...clock, state: "in_progress", reviewAt: null },
    facts: { due: (clock.due ?? issue.due)?.toISOString() },
    tell: [{ to: "department" }, { to: "company" }],
  };
};

const supervise: Rule = ({ issue }, input) => ({
  patch: { level: issue.level + 1 },
  facts: { text: input.text, level: issue.level + 1 },
  tell: [{ to: "head" }],
});

export const handlingRules = {
  dispatch,
  assist,
  reject,
  sign,
  contact,
  measure,
  progress,
  note,
  ask,
  answer,
  resume: resumeHold,
  supervise,
};
