import type { Calendar } from "../../domain/park/calendar.ts";
import { firstDate, type ReadDate } from "./zh-cn-dates.ts";

/** From when until when somebody is away, as people say it. */
export interface LeaveSpan {
  /** The first day (2026-12-01); null: from now on. */
  readonly from: string | null;
  /** The last day, or how many. */
  readonly until: ReadDate;
}

/** 8号的事: an issue, and no day. */
const ISSUE = /#?\d{1,6}号?(?=(?:的|那|这)(?:件|个|条)?(?:事|诉求|单|件|活|问题|$))/gu;
/** Between the first day and the last: 周四到周五, 周四、周五, 周四周五. */
const TO = /^\s*(?:到|至|[-–—~～]|[、和跟及])?\s*$/u;
const ENDS_WITH_TO = /(?:到|至|截至|截止)\s*$/u;
const BEGINS = /^\s*(?:就)?(?:起|开始|之后)/u;
const BEFORE = /^\s*[之以]?[前内]/u;
/** Between the first day and how many there are: 明天开始休假三天. */
const LONGEST_BETWEEN = 12;

/** 明天开始休假三天, 下周一到周三出差, 请三天假，从周四开始, 到周五; a day alone behind the command is the last one. Null: none is said. */
export function leaveSpan(said: string, now: Date, calendar: Calendar): LeaveSpan | null {
  const text = said.replace(ISSUE, (found) => " ".repeat(found.length));
  const first = firstDate(text, now, calendar);
  if (first === null) return null;
  const behind = text.slice(first.end);
  if (first.kind === "days") return { from: startBehind(behind, now, calendar), until: first };
  if (first.kind !== "date" || ENDS_WITH_TO.test(text.slice(0, first.start)) || BEFORE.test(behind))
    return { from: null, until: first };
  // 下周一到周三: the second is the first such day behind the first.
  const second = firstDate(behind, first.at, calendar);
  const between = behind.slice(0, second?.start ?? 0);
  const isLast = second?.kind === "date" ? TO.test(between) : between.length <= LONGEST_BETWEEN;
  if (second !== null && isLast) return { from: first.day, until: second };
  if (BEGINS.test(behind)) return null;
  const isAlone = text.trim() === text.slice(first.start, first.end).trim();
  return { from: isAlone ? null : first.day, until: first };
}

/** ，从下周一开始 */
function startBehind(behind: string, now: Date, calendar: Calendar): string | null {
  const date = firstDate(behind, now, calendar);
  if (date?.kind !== "date") return null;
  const isStart = /(?:从|自)\s*$/u.test(behind.slice(0, date.start)) || BEGINS.test(behind.slice(date.end));
  return isStart ? date.day : null;
}

/** 11月30日到12月2日, 12月1日起3天: as it is written behind the command. */
export function leaveText({ from, until }: LeaveSpan, text: string): string {
  const last = until.kind === "days" ? `${until.days}天` : until.kind === "date" ? dayText(until.day) : text;
  if (until.kind === "days") return from === null ? last : `${dayText(from)}起${last}`;
  return `${from === null ? "" : dayText(from)}到${last}`;
}

function dayText(day: string): string {
  const [, month, date] = day.split("-");
  return `${Number(month)}月${Number(date)}日`;
}
