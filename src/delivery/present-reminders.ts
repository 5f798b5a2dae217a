import { type Audience, mayShow } from "../domain/audience.ts";
import { minuteOf, stillDue } from "../domain/checks.ts";
import type { Assist, Issue } from "../domain/issue.ts";
import { viewIssue } from "../domain/issue-view.ts";
import { rungOf } from "../domain/ladder.ts";
import { momentText } from "../domain/moments.ts";
import type { ReminderItem } from "../domain/notice.ts";
import { involvedIn, type ParkView } from "../domain/park-view.ts";
import type { Card, Mention } from "../messages/card.ts";
import { type ReminderWords, reminderCard } from "../messages/reminder-card.ts";
import { VEIL } from "../messages/veil.ts";
import { distanceText } from "../messages/zh-cn.ts";
import type { Db } from "../store/client.ts";
import { assistsOfIssues, readIssues } from "../store/issues.ts";

/** More time must be asked for a working day ahead; with less than this beside it, it is too late by the time it is read. */
const ROOM_MINUTES = 60;

/** Reminders as they stand when they go: what was done meanwhile is left out. Null: nothing is left. */
export async function presentReminders(
  db: Db,
  park: ParkView,
  items: readonly ReminderItem[],
  audience: Audience,
  mentions: readonly Mention[],
  now: Date,
): Promise<Card | null> {
  const ids = [...new Set(items.map((item) => item.issueId))];
  const [issues, assists] = [await readIssues(db, ids), await assistsOfIssues(db, ids)];
  const words = items.flatMap((item): ReminderWords[] => {
    const issue = issues.find((one) => one.id === item.issueId);
    const helping = assists.filter((one) => one.issueId === item.issueId);
    return issue === undefined ? [] : wordsOf(item, issue, helping, audience, park, now);
  });
  if (words.length === 0) return null;
  const card = reminderCard(words);
  return mentions.length === 0 ? card : { blocks: [...card.blocks, { kind: "mention", people: mentions }] };
}

function wordsOf(
  item: ReminderItem,
  issue: Issue,
  assists: readonly Assist[],
  audience: Audience,
  park: ParkView,
  now: Date,
): ReminderWords[] {
  const deadline = new Date(item.deadline);
  if (!stillDue(item.rung, item.about, deadline, { issue, assists }, park)) return [];
  const helpers = assists.map((one) => one.department);
  if (!mayShow(issue, audience, involvedIn(park, issue, helpers))) return [];
  const { calendar, directory, org } = park;
  // What comes again and again is late against the answer's date, not against its own.
  const against = minuteOf(item.rung === "answer-again" ? (issue.due ?? deadline) : deadline);
  const minutes = against < now ? calendar.between(against, now) : calendar.between(now, against);
  return [
    {
      issue: viewIssue(issue, audience, park, now, VEIL),
      rung: item.rung,
      text: rungOf(item.rung, org.policy).text ?? null,
      deadline: momentText(deadline, org.park.timeZone, now),
      distance: distanceText(minutes, calendar.minutesPerDay),
      isOver: against <= now,
      helper: item.about === "" ? null : directory.departmentName(item.about),
      instead: item.instead ?? null,
      mayExtend: against > now && minutes > calendar.minutesPerDay + ROOM_MINUTES,
      toCompany: audience.kind === "company" || audience.kind === "enterprise",
    },
  ];
}
