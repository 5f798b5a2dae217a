import { type Conversation, type Reply, reply, sentence } from "../chat/conversation.ts";
import { findDossier, notHere } from "../chat/find.ts";
import type { Calendar } from "../domain/calendar.ts";
import { type CountedBasis, changedDays, countBasis, type DueBasis, readBasis } from "../domain/due-basis.ts";
import type { Issue } from "../domain/issue.ts";
import type { ParkView } from "../domain/park-view.ts";
import { weekdayOf } from "../domain/workdays.ts";
import { dayReason, WEEKDAY_WORDS } from "../messages/zh-cn/calendar.ts";
import { momentText, shortMoment } from "../messages/zh-cn/dates.ts";
import { limitText, workingTime } from "../messages/zh-cn/terms.ts";
import { eventsOf, type StoredEvent } from "../store/events.ts";

/** 期限 12: line by line how the due date came to be. */
export async function explainDue(conversation: Conversation, id: number): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { park, now, db } = conversation.work;
  const items = dueLines(dossier.issue, await eventsOf(db, id), park, now);
  if (items === null) return sentence(`#${id} 还没有派单，答复期限从派单起算。`, id);
  const title = { kind: "title" as const, text: `#${id} 的答复期限` };
  return reply({ blocks: [title, { kind: "list", items }] }, id);
}

/** What an issue's events say of its due date; null while no clock has started. */
export function dueLines(
  issue: Issue,
  events: readonly StoredEvent[],
  { calendar }: Pick<ParkView, "calendar">,
  now: Date,
): readonly string[] | null {
  const started = events.findLast(startsClock);
  if (issue.due === null || started === undefined) return null;
  const zone = calendar.timeZone;
  const basis = readBasis(started.data["basis"]) ?? recounted(issue, started, calendar);
  const left = workingTime(issue.leftMinutes ?? 0, calendar.minutesPerDay);
  return [
    `${started.action === "reopen" ? "重开" : "派单"}：${momentText(started.at, zone, now)}，开始计时`,
    ...basisLines(basis, calendar),
    ...(issue.firstDue === null ? [] : [`最初期限：${momentText(issue.firstDue, zone, now)}`]),
    ...changesAfter(started, events, zone),
    ...(issue.pausedAt === null ? [] : [`${shortMoment(issue.pausedAt, zone)} 起停表，还剩 ${left}`]),
    `现在的期限：${momentText(issue.due, zone, now)}`,
    ...unlistedLines(basis, calendar, calendar.missingYears(started.at, issue.due)),
  ];
}

/** An event of an earlier version did not keep how it counted: today's calendar explains it where it comes to the same. */
function recounted({ limit, limitMinutes }: Issue, started: StoredEvent, calendar: Calendar): CountedBasis | null {
  if (limit === null || limitMinutes === null) return null;
  const due = calendar.add(started.at, limitMinutes).getTime();
  return due === dueOf(started)?.getTime()
    ? countBasis(started.at, { text: limit, minutes: limitMinutes }, calendar)
    : null;
}

function basisLines(basis: DueBasis | null, calendar: Calendar): string[] {
  if (basis === null) return ["时限：派单时的日历没有保存，不能逐日说明"];
  if (basis.kind === "named") return ["时限：派单时指定了日期"];
  return [
    `时限：${limitText(basis.limit)}（每天 ${basis.workingHours.join("、")}）`,
    ...basis.days.map(dayLine),
    ...laterLines(basis, calendar),
  ];
}

function dayLine({ date, minutes, why, name }: CountedBasis["days"][number]): string {
  const reason = dayReason(why, name);
  const counted = minutes === 0 ? "不计" : `计 ${Math.round(minutes / 6) / 10} 小时`;
  return `${monthDay(date)} ${WEEKDAY_WORDS[weekdayOf(date)]}${reason === "" ? "" : ` ${reason}`}：${counted}`;
}

/** 2026-11-30 as 11-30. */
function monthDay(date: string): string {
  return date.slice("2026-".length);
}

/** What another calendar has come to say since. */
function laterLines(basis: CountedBasis, calendar: Calendar): string[] {
  const hours = calendar.workingHours.join("、");
  const days = changedDays(basis, calendar).map(({ date, worked }) => `${monthDay(date)} ${worked ? "上班" : "放假"}`);
  return [
    ...(hours === basis.workingHours.join("、") ? [] : [`工作时间后来改为每天 ${hours}，这个期限仍按当时的算`]),
    ...(days.length === 0 ? [] : [`放假安排后来有变：${days.join("、")}，这个期限仍按当时的算`]),
  ];
}

/** Years without a list: those that had none when it was counted, and those that have none now. */
function unlistedLines(basis: DueBasis | null, calendar: Calendar, missing: readonly number[]): string[] {
  const then = basis?.kind === "counted" ? basis.unlisted : [];
  const published = then.filter((year) => calendar.knownYears().includes(year));
  return [
    ...(published.length === 0 ? [] : [`当时 ${published.join("、")} 年放假安排还没有公布，按周一至周五计算`]),
    ...(missing.length === 0 ? [] : [`${missing.join("、")} 年放假安排尚未公布，按周一至周五计算`]),
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
function changesAfter(started: StoredEvent, events: readonly StoredEvent[], zone: string): string[] {
  let due = dueOf(started);
  return events
    .filter((event) => event.version > started.version)
    .flatMap((event) => {
      const before = due;
      due = dueOf(event) ?? due;
      return changeLine(event, due?.getTime() === before?.getTime(), zone);
    });
}

function changeLine(event: StoredEvent, sameDue: boolean, zone: string): string[] {
  const at = shortMoment(event.at, zone);
  const named = dueOf(event);
  const due = named === null ? "" : `，期限 ${shortMoment(named, zone)}`;
  switch (event.action) {
    case "ask":
      return [`${at} 请企业补充，停表`];
    case "supplement":
      return event.fromState === "waiting" ? [`${at} 企业已补充，继续计时`] : [];
    case "answer":
      return [`${at} 已答复，停表`];
    case "unsolved":
      return [`${at} 企业反馈未解决，继续计时${due}`];
    case "resume":
      return [`${at} 挂账恢复，继续计时${due}`];
    case "approve":
      if (event.toState === "on_hold") return [`${at} 挂账，停表`];
      return event.data["request"] === "extend" ? [`${at} 同意延期${due}`] : [];
    case "dispatch":
      return [`${at} 转派${sameDue ? "，期限不变" : due}`];
    default:
      return [];
  }
}
