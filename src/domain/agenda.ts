import { type Issue, isRunning } from "./issue.ts";
import { dayText } from "./moments.ts";
import type { ParkView } from "./park-view.ts";

/** A meeting takes two hours, in milliseconds: another one may not lie nearer. */
export const MEETING_MS = 2 * 3_600_000;

/** Who plans the fixed theme day. */
export const RULE_NAME = "系统";

/** Why an issue is on the agenda of the next theme day, in words: what weighs most first. */
export function agendaReason(issue: Issue, { calendar, org }: ParkView, now: Date): string {
  const reasons = [
    ...overdue(issue, calendar, now),
    ...(issue.state === "on_hold" && issue.reviewAt !== null
      ? [`挂账到${dayText(issue.reviewAt, org.park.timeZone, now)}`]
      : []),
    ...(issue.level > 0 ? [`督办级别 ${issue.level}`] : []),
    ...(issue.reopenedAt === null ? [] : ["曾重开"]),
  ];
  return reasons.join("，");
}

function overdue(issue: Issue, calendar: ParkView["calendar"], now: Date): string[] {
  const { due } = issue;
  if (!isRunning(issue) || due === null || due >= now) return [];
  const days = Math.floor(calendar.between(due, now) / calendar.minutesPerDay);
  return [days === 0 ? "已超期" : `已超期 ${days} 个工作日`];
}
