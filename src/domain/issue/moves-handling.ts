import { deadlineAfter } from "../park/deadline-after.ts";
import { pause, resume, stageClock } from "./answer-clock.ts";
import type { Hearer, Rule, Situation } from "./decision.ts";
import { countBasis, type DueBasis, NAMED } from "./due-basis.ts";
import type { Issue } from "./issue.ts";
import { promiseOf } from "./promise.ts";

/** The moves of the coordinator and of the departments: from dispatch to answer. */

/** The clocks that start with a dispatch. The first due date is set once and kept over transfers. */
export function dispatchClocks(situation: Pick<Situation, "now" | "calendar" | "limit">, given?: Date) {
  const { now, calendar, limit } = situation;
  const answer = limit("answer");
  const due = given ?? deadlineAfter(now, answer, calendar);
  return {
    dispatchedAt: now,
    signDue: deadlineAfter(now, limit("sign"), calendar),
    contactDue: deadlineAfter(now, limit("contact"), calendar),
    limit: answer.text,
    limitMinutes: answer.minutes,
    due,
  };
}

/** As many departments without an answer raise an issue. */
const MOST_HANDOFFS = 2;

/** A department gives an issue up that it has never answered; the second time it is raised a level. */
export function givenUp(issue: Issue): { readonly patch: Partial<Issue>; readonly tell: readonly Hearer[] } {
  if (issue.department === null || issue.answeredAt !== null || issue.rework > 0) return { patch: {}, tell: [] };
  const handoffs = issue.handoffs + 1;
  if (handoffs !== MOST_HANDOFFS) return { patch: { handoffs }, tell: [] };
  return { patch: { handoffs, level: issue.level + 1 }, tell: [{ to: "supervision" }] };
}

const dispatch: Rule = (situation, input) => {
  const { issue, now } = situation;
  const { department, date, text } = input;
  if (department === undefined) return { refused: "needs", what: "department" };
  if (department === issue.department) return { refused: "same-department" };
  if (situation.directory.department(department) === undefined) return { refused: "unit-gone" };
  if (date !== undefined && date <= now) return { refused: "date-past" };
  const transfer = issue.department !== null && issue.due !== null;
  const there = { ...situation, ...situation.at(department) };
  const basis = basisOf(there, transfer, date);
  const lost = givenUp(issue);
  const clocks = dispatchClocks(there, date);
  const { due, limit, limitMinutes } = transfer && date === undefined ? issue : clocks;
  const firstDue = issue.firstDue ?? due;
  const given = { state: "dispatched", department, category: there.category } as const;
  // Who has it helps nobody with it any more.
  const helped = situation.assists.some((one) => one.department === department && one.doneAt === null);
  return {
    ...(helped ? { assisted: department } : {}),
    patch: { ...clocks, ...lost.patch, ...ANEW, ...given, limit, limitMinutes, due, firstDue },
    ...(basis === undefined ? {} : { basis }),
    facts: { department, previous: issue.department ?? undefined, due: due?.toISOString(), text },
    tell: [
      { to: "department" },
      ...(transfer ? [{ to: "unit" as const, department: issue.department ?? "" }] : []),
      { to: "company" },
      ...lost.tell,
    ],
  };
};

/** Another unit starts anew: its own contact, and nothing taken off its handling time for pauses before it. */
const ANEW = {
  signedAt: null,
  contactAt: null,
  stageDue: null,
  pausedMinutes: 0,
  handler: null,
  suggestions: [],
  // What the words said led elsewhere; now a person has decided.
  reason: null,
} as const;

/** A transfer keeps the due date, and with it how that was counted. */
function basisOf({ now, calendar, limit }: Situation, transfer: boolean, named?: Date): DueBasis | undefined {
  if (named !== undefined) return NAMED;
  return transfer ? undefined : countBasis(now, limit("answer"), calendar);
}

const assist: Rule = ({ issue, assists, now, calendar, directory, limit }, input) => {
  if (input.department === undefined) return { refused: "needs", what: "department" };
  if (input.department === issue.department) return { refused: "same-department" };
  if (assists.some((one) => one.department === input.department)) return { refused: "already-helps" };
  if (directory.department(input.department) === undefined) return { refused: "unit-gone" };
  const due = deadlineAfter(now, limit("assist"), calendar);
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

const sign: Rule = (situation) => {
  const { actor, now } = situation;
  return {
    patch: { ...stageClock(situation), state: "in_progress", signedAt: now, handler: actor.name },
    tell: [{ to: "company" }],
  };
};

/** Of a confidential issue the department cannot know whom it would have called. */
const contact: Rule = ({ issue, now }, input) => {
  if (issue.confidential) return { refused: "contact-hidden" };
  return { patch: { contactAt: issue.contactAt ?? now }, facts: { text: input.text }, tell: [] };
};

/** A measure without a date is under the promise that was made before. */
const measure: Rule = ({ issue, now }, input) => {
  if (input.date !== undefined && input.date <= now) return { refused: "date-past" };
  return {
    patch: { measure: input.text ?? null, measureAt: now, measureDue: input.date ?? promiseOf(issue) },
    facts: { text: input.text, date: input.date?.toISOString() },
    tell: [],
  };
};

const progress: Rule = (situation, input) => {
  const { issue, now } = situation;
  if (input.date !== undefined && input.date <= now) return { refused: "date-past" };
  return {
    patch: {
      ...stageClock(situation, input.date),
      lastReplyAt: now,
      contactAt: issue.contactAt ?? now,
      publicAnswer: input.text ?? null,
    },
    facts: { text: input.text, date: input.date?.toISOString() },
    tell: [{ to: "company" }],
  };
};

/** A note of an assisting department is its part. */
const note: Rule = ({ assists, actor }, input) => {
  const own = assists.find((one) => one.department === actor.department && one.doneAt === null);
  return {
    patch: {},
    facts: { text: input.text },
    tell: own === undefined ? [] : [{ to: "department" }],
    ...(own === undefined ? {} : { assisted: own.department }),
  };
};

const ask: Rule = ({ issue, now, calendar, limit }, input) => ({
  patch: {
    ...pause(issue, now, calendar),
    state: "waiting",
    lastReplyAt: now,
    contactAt: issue.contactAt ?? now,
    stageDue: null,
    supplementDue: deadlineAfter(now, limit("supplement"), calendar),
  },
  facts: { text: input.text },
  tell: [{ to: "company" }],
});

const answer: Rule = ({ issue, actor, parties, now, calendar, limit }, input) => {
  const started = issue.dispatchedAt ?? issue.submittedAt;
  return {
    patch: {
      ...pause(issue, now, calendar),
      state: "answered",
      answeredAt: now,
      answeredBy: actor.name,
      heardAt: null,
      confirmDue: deadlineAfter(now, limit("confirm"), calendar),
      stageDue: null,
      lastReplyAt: now,
      contactAt: issue.contactAt ?? now,
      publicAnswer: input.text ?? null,
      draftOf: input.draftOf ?? null,
      handlingMinutes: Math.max(0, calendar.between(started, now) - issue.pausedMinutes),
    },
    facts: { text: input.text },
    // Who has it need not be told of his own answer.
    tell: parties.includes("lead") ? [{ to: "company" }] : [{ to: "company" }, { to: "department" }],
  };
};

/**
 * Another public answer in place of the one that was wrong. When it was answered stays: in time is what was in time. So does
 * what the company said meanwhile, for only its own word ends the issue then.
 */
const correct: Rule = ({ issue, actor, now, calendar, limit }, input) => {
  const by = issue.answeredBy ?? issue.handler;
  if (actor.role !== "head" && actor.name !== by) return { refused: "not-answerer", by };
  return {
    patch: {
      answeredBy: actor.name,
      confirmDue: calendar.add(now, limit("confirm").minutes),
      lastReplyAt: now,
      publicAnswer: input.text ?? null,
    },
    facts: { text: input.text },
    tell: [{ to: "company" }, { to: "department" }],
  };
};

const resumeHold: Rule = (situation) => {
  const { issue, now, calendar } = situation;
  const clock = resume(issue, now, calendar);
  return {
    patch: { ...clock, ...stageClock(situation), state: "in_progress", reviewAt: null },
    facts: { due: (clock.due ?? issue.due)?.toISOString() },
    tell: [{ to: "department" }, { to: "company" }],
  };
};

const supervise: Rule = ({ issue }, input) => ({
  patch: { level: issue.level + 1 },
  supervise: { kind: input.instruction === true ? "instruct" : "supervise", text: input.text ?? "" },
  facts: { text: input.text, level: issue.level + 1 },
  tell: [{ to: "head" }],
});

/** The leader hears what comes of his word, be it 批示 or 督办. */
const feedback: Rule = ({ supervisions, directory }, input) => {
  if (supervisions.length === 0) return { refused: "no-supervision" };
  const isLeaders = supervisions.some(({ kind, by }) => kind === "instruct" || directory.person(by)?.role === "leader");
  return {
    patch: {},
    feedback: input.text ?? "",
    facts: { text: input.text },
    tell: isLeaders ? [{ to: "coordinator" }, { to: "leader" }] : [{ to: "coordinator" }],
  };
};

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
  correct,
  resume: resumeHold,
  supervise,
  feedback,
};
