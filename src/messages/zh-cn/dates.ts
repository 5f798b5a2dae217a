import { DateTime } from "luxon";
import { isFar, type PeriodName, yearIn } from "../../domain/park/instants.ts";
import { type DayKind, type Weekday, weekdayOf } from "../../domain/park/workdays.ts";
import { zoneOf } from "../../domain/park/zone.ts";

/** Instants as people in the park read them. */

/** 11月30日 周一 17:30: the one form of instants; with the year when it is not the year of `now`. */
export function dateTimeText(at: Date, timeZone: string, now: Date): string {
  const local = DateTime.fromJSDate(at, { zone: zoneOf(timeZone) });
  return `${dayText(at, timeZone, now)} ${local.toFormat("HH:mm")}`;
}

/** 11月30日 周一 */
export function dayText(at: Date, timeZone: string, now: Date): string {
  const local = DateTime.fromJSDate(at, { zone: zoneOf(timeZone) });
  const year = local.year === yearIn(now, timeZone) ? "" : `${local.year}年`;
  return `${year}${local.month}月${local.day}日 ${WEEKDAY_WORDS[weekdayOf(local.toFormat("yyyy-MM-dd"))]}`;
}

/** 2026-11-30 as 11月30日 周一. */
export function plainDay(date: string): string {
  return `${DateTime.fromISO(date, { zone: "utc" }).toFormat("M月d日")} ${WEEKDAY_WORDS[weekdayOf(date)]}`;
}

/** 2027年6月30日 */
export function wholeDate(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: zoneOf(timeZone) }).toFormat("yyyy年M月d日");
}

/** 12月10日: a day as somebody writes it, with the year where it would be read as another one, and the time where that is asked for. */
export function dayToWrite(
  at: Date,
  timeZone: string,
  { now, withTime }: { readonly now: Date; readonly withTime: boolean },
): string {
  const local = DateTime.fromJSDate(at, { zone: zoneOf(timeZone) });
  const isNear = local.year === yearIn(now, timeZone) && !isFar(at, now, timeZone);
  return local.toFormat(`${isNear ? "" : "yyyy年"}M月d日${withTime ? " HH:mm" : ""}`);
}

export const DATE_PAST = "该日期已过，请写以后的日期。";

export const PERIOD_WORDS: Readonly<Record<PeriodName, string>> = {
  always: "自开始以来",
  today: "今天",
  "this-week": "本周",
  "last-week": "上周",
  "this-month": "本月",
  "last-month": "上月",
};

const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  monday: "周一",
  tuesday: "周二",
  wednesday: "周三",
  thursday: "周四",
  friday: "周五",
  saturday: "周六",
  sunday: "周日",
};

const DAY_WORDS: Readonly<Record<DayKind, string>> = {
  workday: "",
  makeup: "调休上班",
  weekend: "周末",
  holiday: "放假",
};

/** Why a day is worked or not; empty of an ordinary one. `name`: the holiday's, when it is known. */
export function dayReason(why: DayKind, name: string | undefined): string {
  return why === "holiday" ? (name ?? DAY_WORDS.holiday) : DAY_WORDS[why];
}
