import { asFigures } from "../../domain/zh-cn-numerals.ts";

/** Times as they stand in a text that is sent: 明天中午十二点, 下午三点半, 周五上午. In plain text. */

const FIGURE = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})";
const DAY =
  "(?:(?:大?后|今|明|当|昨|前)[天日早晚]|(?:本|这|下|上)?个?(?:周|星期|礼拜)[一二三四五六日天末]|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[日号])";
const PART = "(?:凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|晚|早)";
const HOUR = `${FIGURE}(?:[点时](?:半|钟|${FIGURE}分?)?|:\\d{2})`;
const TIME = `(?:${DAY}\\s?${PART}?\\s?(?:${HOUR})?|${PART}\\s?(?:${HOUR})?|${HOUR})`;
const TIMES = new RegExp(TIME, "gu");
const HOUR_AT_END = new RegExp(`${HOUR}$`, "u");
const IS_TIME = new RegExp(`^${TIME}(?:左右|之前|以前|前)?$`, "u");
const BEGINS_WITH_DAY = new RegExp(`^${DAY}`, "u");
const BEGINS_WITH_PART = new RegExp(`^${PART}`, "u");
const DAY_AND_PART_AHEAD = new RegExp(`(?:${DAY}\\s?${PART}?|${PART}|[本这下上]个?)\\s?$`, "u");
const PART_AHEAD = new RegExp(`${PART}\\s?$`, "u");
const REST_OF_AN_HOUR = new RegExp(`^(?:半|${FIGURE}分)`, "u");
const ENDS_WITH_HOUR = /[点时]$/u;

/** 时间: the time that a text tells, whatever it is. */
export const THE_TIME = "时间";
const NAMES_THE_TIME = /^(?:[这那]个)?(?:具体|完成|恢复|答复|办结|上门)?(?:时间|日期|日子|钟点)点?$/u;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function namesTheTime(plain: string): boolean {
  return NAMES_THE_TIME.test(plain);
}

export function isTime(plain: string): boolean {
  return IS_TIME.test(plain);
}

export function timesIn(plain: string): readonly Span[] {
  return [...plain.matchAll(TIMES)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** Where this time stands, in figures or in characters: 3点 of 下午三点. */
export function placesOfTime(plain: string, time: string): readonly Span[] {
  if (!isTime(time)) return [];
  const wanted = asFigures(time);
  return timesIn(plain).flatMap(({ start, end }) => {
    const written = plain.slice(start, end);
    const figures = asFigures(written);
    const before = figures.slice(0, -wanted.length);
    if (!figures.endsWith(wanted) || /\d$/u.test(before)) return [];
    const hour = before === "" ? written : (HOUR_AT_END.exec(written)?.[0] ?? written);
    return [{ start: end - hour.length, end }];
  });
}

/** No day with a part of it is longer. */
const FAR = 10;

/** 三点 of 今天下午三点半, where 明早八点 takes its place: all of that time, so that no part of the old one stands beside the new. */
export function wholeTime(plain: string, { start, end }: Span, by: string): Span {
  const before = plain.slice(Math.max(0, start - FAR), start);
  const ahead = BEGINS_WITH_DAY.test(by) ? DAY_AND_PART_AHEAD : BEGINS_WITH_PART.test(by) ? PART_AHEAD : null;
  const more = ahead?.exec(before)?.[0].length ?? 0;
  const left = ENDS_WITH_HOUR.test(plain.slice(start, end)) ? REST_OF_AN_HOUR.exec(plain.slice(end))?.[0].length : 0;
  return { start: start - more, end: end + (left ?? 0) };
}

const HOUR_SAID = new RegExp(
  `^\\s*(?<part>${PART})?\\s*(?<hour>${FIGURE})(?:[点时](?<half>半)?(?:(?<minutes>\\d{1,2})分)?|:(?<clock>\\d{2}))`,
  "u",
);
const AFTER_NOON = /下午|傍晚|晚|夜/u;
const NOON = 12;
/** 今天四点前, without a part of the day: nobody promises what is done before seven in the morning. */
const EARLIEST = 7;

/** 晚上8点, right behind a day: by the clock, as 20:00; null: no hour is said there. */
export function hourSaid(behind: string): string | null {
  const { part, hour = "", half, minutes, clock } = HOUR_SAID.exec(behind)?.groups ?? {};
  const figure = Number(asFigures(hour).replace("两", "2"));
  const isLater =
    part === undefined ? figure < EARLIEST : AFTER_NOON.test(part) || (part === "中午" && figure < EARLIEST);
  const at = figure + (isLater && figure < NOON ? NOON : 0);
  const minute = half === undefined ? Number(clock ?? minutes ?? 0) : 30;
  if (hour === "" || !(at < 24) || minute > 59) return null;
  return `${String(at).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** 今晚8点前: the hour alone, of today. */
export function hourOfToday(written: string): string {
  return written.replace(/^(?:今[天日]?)/u, "").replace(/[之以]?前$/u, "");
}
