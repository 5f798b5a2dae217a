import { type Issue, isRunning } from "../../domain/issue.ts";
import type { Reader } from "../reader.ts";

/** Why an issue is on the agenda of the next theme day: what weighs most first. */
export function agendaReason(issue: Issue, reader: Reader): string {
  const reasons = [
    ...overdue(issue, reader),
    ...(issue.state === "on_hold" && issue.reviewAt !== null ? [`挂账到${reader.day(issue.reviewAt)}`] : []),
    ...(issue.level > 0 ? [`督办级别 ${issue.level}`] : []),
    ...(issue.reopenedAt === null ? [] : ["曾重开"]),
  ];
  return reasons.join("，");
}

function overdue(issue: Issue, { park: { calendar }, now }: Reader): string[] {
  const { due } = issue;
  if (!isRunning(issue) || due === null || due >= now) return [];
  const days = Math.floor(calendar.between(due, now) / calendar.minutesPerDay);
  return [days === 0 ? "已超期" : `已超期 ${days} 个工作日`];
}
