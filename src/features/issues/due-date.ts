import { type Conversation, type Reply, type Said, withCard } from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { type CountedBasis, changedDays, countBasis, type DueBasis, readBasis } from "../../domain/issue/due-basis.ts";
import { type Issue, isOpen } from "../../domain/issue/issue.ts";
import type { Calendar } from "../../domain/park/calendar.ts";
import { deadlineAfter } from "../../domain/park/deadline-after.ts";
import { type Card, say } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/due-date.ts";
import { movesOf, type StoredEvent } from "../../store/events.ts";

/** 期限 12: line by line how the due date came to be. */
export async function explainDue(conversation: Conversation, { id }: Said): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  return withCard(dueCard(dossier.issue, await movesOf(conversation.ctx.db, id), conversation.reader), id);
}

/** The same of an issue with these moves. */
export function dueCard(issue: Issue, moves: readonly StoredEvent[], reader: Reader): Card {
  const items = dueLines(issue, moves, reader);
  if (items === null) return say(words.notDispatched(issue.id, !isOpen(issue)));
  return {
    blocks: [
      { kind: "title", text: words.dueTitle(issue.id) },
      { kind: "list", items },
    ],
  };
}

/** What an issue's events say of its due date; null while no clock has started. */
export function dueLines(issue: Issue, events: readonly StoredEvent[], reader: Reader): readonly string[] | null {
  const started = events.findLast(startsClock);
  if (issue.due === null || started === undefined) return null;
  const { calendar } = reader.park;
  const basis = readBasis(started.data["basis"]) ?? recounted(issue, started, calendar);
  const { firstDue, pausedAt } = issue;
  const left = reader.workingTime(issue.leftMinutes ?? 0);
  return [
    words.startedLine(started.action === "reopen" ? "reopen" : "dispatch", reader.dateTime(started.at)),
    ...basisLines(basis, calendar),
    ...(firstDue === null || firstDue.getTime() === issue.due.getTime()
      ? []
      : [words.firstDueLine(reader.dateTime(firstDue))]),
    ...changesAfter(started, events, reader),
    ...(pausedAt === null ? [] : [words.pausedLine(reader.dateTime(pausedAt), left)]),
    words.dueNowLine(reader.dateTime(issue.due)),
    ...unlistedLines(basis, calendar, calendar.missingYears(started.at, issue.due)),
  ];
}

/** An event of an earlier version did not keep how it counted: today's calendar explains it where it comes to the same. */
function recounted({ limit, limitMinutes }: Issue, started: StoredEvent, calendar: Calendar): CountedBasis | null {
  if (limit === null || limitMinutes === null) return null;
  const counted = { text: limit, minutes: limitMinutes };
  const due = deadlineAfter(started.at, counted, calendar).getTime();
  return due === dueOf(started)?.getTime() ? countBasis(started.at, counted, calendar) : null;
}

function basisLines(basis: DueBasis | null, calendar: Calendar): string[] {
  if (basis === null) return [words.LIMIT_UNKNOWN];
  if (basis.kind === "named") return [words.DATE_NAMED];
  const counted = basis.days.filter((day) => day.minutes > 0 || (day.why !== "workday" && day.why !== "makeup"));
  const told = basis.days.reduce((sum, day) => sum + day.minutes, 0);
  const rest = told < basis.minutes ? [words.REST_LEFT_OUT] : [];
  return [words.limitLine(basis), ...counted.map(words.dayLine), ...rest, ...laterLines(basis, calendar)];
}

/** What another calendar has come to say since. */
function laterLines(basis: CountedBasis, calendar: Calendar): string[] {
  const { workingHours } = calendar;
  const days = changedDays(basis, calendar);
  return [
    ...(workingHours.join() === basis.workingHours.join() ? [] : [words.hoursChangedLine(workingHours)]),
    ...(days.length === 0 ? [] : [words.daysChangedLine(days)]),
  ];
}

/** Years without a list: those that had none when it was counted, and those that have none now. */
function unlistedLines(basis: DueBasis | null, calendar: Calendar, missing: readonly number[]): string[] {
  const then = basis?.kind === "counted" ? basis.unlisted : [];
  const published = then.filter((year) => calendar.knownYears().includes(year));
  return [
    ...(published.length === 0 ? [] : [words.unlistedThenLine(published)]),
    ...(missing.length === 0 ? [] : [words.unlistedLine(missing)]),
  ];
}

/** A dispatch starts the clock, and so does reopening; a transfer from unit to unit does not. */
function startsClock({ action, fromState, toState }: StoredEvent): boolean {
  if (action === "reopen") return toState === "in_progress";
  return (action === "submit" || (action === "dispatch" && fromState === "submitted")) && toState === "dispatched";
}

function dueOf({ data }: StoredEvent): Date | null {
  return typeof data["due"] === "string" ? new Date(data["due"]) : null;
}

/** What changed the clock since it started: pauses, ends of pauses, new dates. */
function changesAfter(started: StoredEvent, events: readonly StoredEvent[], reader: Reader): string[] {
  let due = dueOf(started);
  return events
    .filter((event) => event.version > started.version)
    .flatMap((event) => {
      const before = due;
      const named = dueOf(event);
      due = named ?? due;
      const change = changeOf(event, due?.getTime() === before?.getTime());
      if (change === null) return [];
      return [words.changeLine(change, reader.dateTime(event.at), named && reader.dateTime(named))];
    });
}

function changeOf({ action, fromState, toState, data }: StoredEvent, sameDue: boolean): words.DueChange | null {
  switch (action) {
    case "ask":
    case "answer":
    case "unsolved":
    case "resume":
    case "withdraw":
    case "restore":
      return action;
    case "supplement":
      return fromState === "waiting" ? "supplement" : null;
    case "approve":
      if (toState === "on_hold") return "hold";
      return data["request"] === "extend" ? "extend" : null;
    case "dispatch":
      return sameDue ? "transfer" : "transfer-anew";
    default:
      return null;
  }
}
