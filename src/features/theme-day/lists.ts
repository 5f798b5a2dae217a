import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { type Issue, isOverdue } from "../../domain/issue/issue.ts";
import { SEE_ONE } from "../../messages/actions.ts";
import type { Block, Card } from "../../messages/card.ts";
import { lightMark } from "../../messages/issue-card.ts";
import type { Reader } from "../../messages/reader.ts";
import { pageOf, section } from "../../messages/sections.ts";
import { noPage } from "../../messages/zh-cn/lists.ts";
import * as words from "../../messages/zh-cn/theme-days.ts";
import { readInOrder, readIssues } from "../../store/issues.ts";
import { agendaIds, issueIdsOfThemeDay, lastEnded, runningThemeDay, type ThemeDay } from "../../store/theme-days.ts";
import { usageOf } from "./steps.ts";

/** 清单 and 议程: who does what until when, and what the next one should speak of. For the park's offices, at any time. */

/** Of the lists of a meeting, which are read there together. */
export const MEETING_LIST = 50;

/** The duty list of the running one, else of the last. */
export async function showDuties(conversation: Conversation, rest: string): Promise<Reply> {
  const { db } = conversation.ctx;
  const themeDay = (await runningThemeDay(db)) ?? (await lastEnded(db));
  if (themeDay === null) return sentence(words.NONE_HELD);
  const issues = await visible(conversation, await readIssues(db, await issueIdsOfThemeDay(db, themeDay.id)));
  return withCard(dutyListCard(themeDay, issues, pageIn(rest).page, conversation.reader));
}

export async function showAgenda(conversation: Conversation, rest: string): Promise<Reply> {
  const { db, now } = conversation.ctx;
  const ids = await agendaIds(db, now);
  const issues = await visible(conversation, await readInOrder(db, ids));
  return withCard(agendaCard(issues, pageIn(rest).page, conversation.reader));
}

export function dutyListCard({ at, theme }: ThemeDay, duties: readonly Issue[], page: number, reader: Reader): Card {
  const title: Block = { kind: "title", text: words.dutyListTitle(reader.dateTime(at), theme) };
  if (duties.length === 0) return { blocks: [title, { kind: "text", text: words.NO_DUTIES }] };
  const blocks = dutyBlocks(duties, page, reader);
  if (blocks.length === 0) return { blocks: [{ kind: "text", text: noPage(page, duties.length) }] };
  const measure = { command: "measure", id: "any", blank: "measure-and-date", label: "write-measure" } as const;
  return { blocks: [title, ...blocks, { kind: "actions", steps: [reader.offers("measure") ? measure : SEE_ONE] }] };
}

export function agendaCard(agenda: readonly Issue[], page: number, reader: Reader): Card {
  if (agenda.length === 0) return { blocks: [{ kind: "text", text: words.NOTHING_ON_AGENDA }] };
  const blocks = agendaBlocks(agenda, page, reader);
  if (blocks.length === 0) return { blocks: [{ kind: "text", text: noPage(page, agenda.length) }] };
  return { blocks: [{ kind: "title", text: words.AGENDA }, ...blocks, { kind: "actions", steps: [SEE_ONE] }] };
}

export function dutyBlocks(duties: readonly Issue[], page: number, reader: Reader): readonly Block[] {
  const line = (issue: Issue) => {
    const view = reader.issue(issue);
    return words.dutyLines(words.issueLine(view), view);
  };
  return section(words.DUTY_LIST, duties, line, pageOf(usageOf("duties"), page, MEETING_LIST));
}

export function agendaBlocks(agenda: readonly Issue[], page: number, reader: Reader): readonly Block[] {
  const line = (issue: Issue) => {
    const view = reader.issue(issue);
    const what = `${lightMark(view)}${words.issueLine(view)}`;
    return words.agendaLines(what, view.department, reasonsFor(issue, reader));
  };
  return section(words.AGENDA, agenda, line, pageOf(usageOf("agenda"), page, MEETING_LIST));
}

/** Why an issue is on the agenda of the next theme day: what weighs most first. */
export function reasonsFor(issue: Issue, reader: Reader): readonly string[] {
  const { calendar } = reader.park;
  const { due, state, reviewAt, level, reopenedAt } = issue;
  const { overdue, onHold, raised, reopened } = words.AGENDA_REASONS;
  return [
    ...(due !== null && isOverdue(issue, reader.now)
      ? [overdue(Math.floor(calendar.between(due, reader.now) / calendar.minutesPerDay))]
      : []),
    ...(state === "on_hold" && reviewAt !== null ? [onHold(reader.day(reviewAt))] : []),
    ...(level > 0 ? [raised(level)] : []),
    ...(reopenedAt === null ? [] : [reopened]),
  ];
}
