import { minuteOf, stillDue } from "../domain/checks.ts";
import type { Assist, Issue } from "../domain/issue.ts";
import { rungOf } from "../domain/ladder.ts";
import type { KnownBody, ReminderItem } from "../domain/notice.ts";
import type { Reader } from "../messages/reader.ts";
import { type ReminderWords, reminderCard } from "../messages/reminder-card.ts";
import { missedText } from "../messages/zh-cn/places.ts";
import { assistsOfIssues, readIssues } from "../store/issues.ts";
import { noticeKind } from "./notice-kind.ts";

/** More time must be asked for a working day ahead; with less than this beside it, it is too late by the time it is read. */
const ROOM_MINUTES = 60;

/** Reminders as they stand when they go: what was done meanwhile is left out. */
export const remindersNotice = noticeKind<Extract<KnownBody, { kind: "reminders" }>, readonly ReminderWords[]>(
  "reminders",
  {
    lookAgain: async ({ items }, { db }, reader) => {
      const ids = [...new Set(items.map((item) => item.issueId))];
      const [issues, assists] = [await readIssues(db, ids), await assistsOfIssues(db, ids)];
      const words = items.flatMap((item): readonly ReminderWords[] => {
        const issue = issues.find((one) => one.id === item.issueId);
        const helping = assists.filter((one) => one.issueId === item.issueId);
        return issue === undefined ? [] : wordsOf(item, issue, helping, reader);
      });
      return words.length === 0 ? null : words;
    },
    card: reminderCard,
  },
);

function wordsOf(item: ReminderItem, issue: Issue, assists: readonly Assist[], reader: Reader): ReminderWords[] {
  const { audience, park, now } = reader;
  const deadline = new Date(item.deadline);
  if (!stillDue({ rung: item.rung, about: item.about, deadline }, { issue, assists }, park)) return [];
  const helpers = assists.map((one) => one.department);
  if (!reader.may(issue, helpers)) return [];
  const { calendar, org } = park;
  // What comes again and again is late against the answer's date, not against its own.
  const against = minuteOf(item.rung === "answer-again" ? (issue.due ?? deadline) : deadline);
  const minutes = against < now ? calendar.between(against, now) : calendar.between(now, against);
  return [
    {
      issue: reader.issue(issue),
      rung: item.rung,
      text: rungOf(item.rung, org.policy).text ?? null,
      deadline: reader.dateTime(deadline),
      distance: reader.distance(minutes),
      isOver: against <= now,
      helper: item.about === "" ? null : reader.department(item.about),
      instead: item.instead === undefined ? null : missedText(item.instead, park.directory),
      mayExtend: against > now && minutes > calendar.minutesPerDay + ROOM_MINUTES,
      toCompany: audience.kind === "company" || audience.kind === "enterprise",
    },
  ];
}
