import { minuteOf, stillDue } from "../../domain/issue/due.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { ladderStep } from "../../domain/issue/ladder.ts";
import type { Missed } from "../../domain/notice/notice.ts";
import type { StepName } from "../../domain/park/org.ts";
import { actionsText, type NextStep, SEE_ONE } from "../../messages/actions.ts";
import type { Block, Card } from "../../messages/card.ts";
import { fieldsOf, issueTitle, lightMark } from "../../messages/issue-card.ts";
import type { IssueView, Reader } from "../../messages/reader.ts";
import { withoutContent } from "../../messages/without-content.ts";
import { LAST_ANSWER, marks } from "../../messages/zh-cn/issues.ts";
import { relayText } from "../../messages/zh-cn/places.ts";
import {
  asSentences,
  REMINDER_SENTENCES,
  reminderLine,
  remindersTitle,
  reminderTitle,
  withoutStop,
} from "../../messages/zh-cn/reminders.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { assistsOfIssues, readIssues } from "../../store/issues.ts";

/** One reminder: a step of the ladder for an issue, a department where it is one's own, and the deadline it was given for. */
export interface ReminderItem {
  readonly issueId: number;
  readonly rung: StepName;
  readonly about: string;
  readonly deadline: string;
  readonly instead?: Missed | string | undefined;
}

/** Several reminders for one place at one time are one message. */
interface RemindersBody {
  readonly kind: "reminders";
  readonly items: readonly ReminderItem[];
}

/** A reminder that still holds, and its issue as it is now. */
export interface Holding {
  readonly item: ReminderItem;
  readonly issue: Issue;
}

interface Fresh {
  readonly holding: readonly Holding[];
  /** That there is something, where none of it may be spoken of. */
  readonly elsewhere: Card | null;
}

/** Reminders as they stand when they go: what was done meanwhile is left out. */
export const remindersNotice = noticeKind<RemindersBody, Fresh>("reminders", {
  keepsHours: true,
  lookAgain: async ({ items }, { db, park }, reader) => {
    const ids = [...new Set(items.map((item) => item.issueId))];
    const [issues, assists] = [await readIssues(db, ids), await assistsOfIssues(db, ids)];
    const due = items.flatMap((item) => {
      const issue = issues.find((one) => one.id === item.issueId);
      if (issue === undefined) return [];
      const helping = assists.filter((one) => one.issueId === item.issueId);
      const told = { ...item, deadline: new Date(item.deadline) };
      const helpers = helping.map((one) => one.department);
      return stillDue(told, { issue, assists: helping }, park) ? [{ item, issue, helpers }] : [];
    });
    const holding = due.filter(({ issue, helpers }) => reader.may(issue, helpers));
    const elsewhere = due.flatMap(({ issue }) => withoutContent(issue, reader) ?? [])[0] ?? null;
    return holding.length === 0 && elsewhere === null ? null : { holding, elsewhere };
  },
  card: ({ holding, elsewhere }, reader) => (holding.length === 0 ? elsewhere : remindersCard(holding, reader)),
  apart: ({ kind, items }) =>
    [...new Set(items.map((item) => item.issueId))].map((issueId) => ({
      issueId,
      body: { kind, items: items.filter((item) => item.issueId === issueId) },
    })),
  passedOn: ({ kind, items }, { missed }) => ({ kind, items: items.map((item) => ({ ...item, instead: missed })) }),
});

/** One issue as a card of its own, several as a list. */
export function remindersCard(holding: readonly Holding[], reader: Reader): Card {
  const reminders = holding.map((one) => viewOf(one, reader));
  const [first] = reminders;
  const ids = [...new Set(reminders.map(({ issue }) => issue.id))];
  if (first !== undefined && ids.length === 1) return singleCard(first, reminders, reader);
  const ofIssue = (id: number) => reminders.filter(({ issue }) => issue.id === id);
  return {
    blocks: [
      { kind: "title", text: remindersTitle(ids.length) },
      { kind: "list", items: ids.flatMap((id) => line(ofIssue(id), reader)) },
      {
        kind: "actions",
        steps: [SEE_ONE, { command: "todo", label: "see-all" }],
      },
    ],
  };
}

interface ReminderView {
  readonly issue: IssueView;
  readonly sentence: string;
  /** The one who should have been told: pass it on. */
  readonly relay: string | null;
  readonly next: readonly NextStep[];
}

/** More time must be asked for a working day ahead; with less than this beside it, it is too late by the time it is read. */
const ROOM_MINUTES = 60;

function viewOf({ item, issue }: Holding, reader: Reader): ReminderView {
  const { park, now } = reader;
  const { calendar, org } = park;
  const deadline = new Date(item.deadline);
  // What comes again and again is late against the answer's date, not against its own.
  const against = minuteOf(item.rung === "answer-again" ? (issue.due ?? deadline) : deadline);
  const minutes = against < now ? calendar.between(against, now) : calendar.between(now, against);
  const own = ladderStep(item.rung, org.policy).text;
  const told = {
    deadline: reader.dateTime(deadline),
    distance: reader.distance(minutes),
    isOver: against <= now,
    heard: issue.heardAt !== null,
    silent: reader.since(issue.lastReplyAt ?? issue.signedAt ?? issue.submittedAt),
    helper: item.about === "" ? null : reader.department(item.about),
  };
  const mayExtend = against > now && minutes > calendar.minutesPerDay + ROOM_MINUTES;
  return {
    issue: reader.issue(issue),
    sentence: own === undefined ? REMINDER_SENTENCES[item.rung](told) : withoutStop(own),
    relay: item.instead === undefined ? null : relayText(item.instead, park.directory),
    next: nextOf(item, reader)(issue, mayExtend),
  };
}

type Next = (issue: Pick<Issue, "id" | "state" | "confidential">, mayExtend: boolean) => readonly NextStep[];

const assign: Next = ({ id }) => [{ command: "dispatch", id, blank: "department" }];
const sign: Next = ({ id }) => [
  { command: "sign", id },
  { command: "return", id, blank: "reason" },
];
const handle: Next = (issue, mayExtend) =>
  issue.state === "dispatched"
    ? sign(issue, mayExtend)
    : [
        { command: "progress", id: issue.id, blank: "text" },
        { command: "answer", id: issue.id, blank: "text" },
      ];
const see: Next = ({ id }) => [{ command: "status", id }];
const press: Next = ({ id }) => [
  { command: "status", id },
  { command: "supervise", id, blank: "text" },
];

/** What can be done about each step. */
const NEXT_STEPS: Readonly<Record<StepName, Next>> = {
  dispatch: assign,
  "dispatch-late": assign,
  sign,
  "sign-late": ({ id }) => [
    { command: "supervise", id, blank: "text" },
    { command: "dispatch", word: "transfer", id, blank: "department" },
  ],
  contact: ({ id, state, confidential }, mayExtend) =>
    // Whom it would call, the department cannot know: it signs, or writes by way of the bot.
    confidential ? handle({ id, state, confidential }, mayExtend) : [{ command: "contact", id, blank: "called" }],
  "answer-warning": ({ id, state }, mayExtend) =>
    state === "dispatched"
      ? [{ command: "sign", id }]
      : [
          { command: "answer", id, blank: "text" },
          ...(mayExtend ? [{ command: "extend", id, blank: "days-and-reason" } as const] : []),
        ],
  "answer-due": handle,
  "answer-late": press,
  "answer-supervision": press,
  "answer-leader": ({ id }) => [{ command: "supervise", word: "instruct", id, blank: "text" }],
  "answer-again": see,
  promise: handle,
  stage: ({ id }) => [{ command: "progress", id, blank: "text" }],
  assist: ({ id }) => [{ command: "note", id, blank: "opinion" }],
  "assist-late": press,
  supplement: ({ id }) => [
    { command: "supplement", id, blank: "text" },
    { command: "withdraw", id },
  ],
  "supplement-late": ({ id }) => [{ command: "contact", id, blank: "text" }],
  confirm: ({ id }) => [
    { command: "solved", id },
    { command: "accept", id },
    { command: "unsolved", id, blank: "reason" },
  ],
  "confirm-late": ({ id }) => [
    { command: "contact", id, blank: "called" },
    { command: "correct", id, blank: "text" },
    { command: "status", id },
  ],
};

/**
 * What these readers can do about it; where that is nothing, they look at it. Who is to pass it on is told what the other can do,
 * and whom a leader presses dispatches: a leader cannot.
 */
function nextOf({ rung, instead }: ReminderItem, reader: Reader): Next {
  const isLeader = reader.audience.kind === "supervision";
  const next = rung === "dispatch-late" && isLeader ? press : NEXT_STEPS[rung];
  if (instead !== undefined) return next;
  return (issue, mayExtend) => {
    const steps = next(issue, mayExtend).filter(({ command }) => reader.offers(command));
    return steps.length > 0 ? steps : see(issue, mayExtend);
  };
}

/** All about one issue: what can be done is that of the last, which weighs most. */
function singleCard({ issue, relay }: ReminderView, all: readonly ReminderView[], reader: Reader): Card {
  const internal = reader.seesInternal;
  const fields = fieldsOf({
    company: internal ? issue.company : null,
    department: issue.department,
    due: internal ? issue.due : null,
  });
  const answer: Block[] =
    internal || issue.publicAnswer === null ? [] : [{ kind: "said", by: LAST_ANSWER, text: issue.publicAnswer }];
  return {
    blocks: [
      { kind: "title", text: `${lightMark(issue)}${reminderTitle(issueTitle(issue))}` },
      { kind: "text", text: asSentences(all.map((one) => one.sentence)) },
      ...(fields.length === 0 ? [] : [{ kind: "fields" as const, fields }]),
      ...answer,
      ...(relay === null ? [] : [{ kind: "text" as const, text: relay }]),
      { kind: "actions", steps: all.at(-1)?.next ?? [] },
    ],
  };
}

/** All about one issue in a line, with what can be done: that of the last, which weighs most. */
function line(all: readonly ReminderView[], { seesInternal }: Reader): readonly string[] {
  const last = all.at(-1);
  if (last === undefined) return [];
  const { issue, next } = last;
  const { company, department } = issue;
  const names = seesInternal ? { company, department } : { company: null, department: null };
  const relay = all.find((one) => one.relay !== null)?.relay ?? null;
  const sentences = all.map(({ sentence }) => sentence);
  const said = reminderLine({ title: issue.title, ...names, sentences, relay, next: actionsText(next) });
  return [`${lightMark(issue)}#${issue.id} ${marks(issue)}${said}`];
}
