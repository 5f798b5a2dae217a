import { DateTime } from "luxon";
import type { Calendar } from "../../domain/park/calendar.ts";
import { areBeyond, dateOf, isBeyond, isFar, lastDayFrom } from "../../domain/park/instants.ts";
import { narrow, plainOf } from "../../domain/plain.ts";
import { numeralOf } from "../../domain/zh-cn-numerals.ts";
import { wholeDate } from "../../messages/zh-cn/dates.ts";
import { deniedAt, MAY_DENY_A_DAY, withoutDenial } from "./zh-cn-denied-day.ts";

/** Days as people write them: 11月30日前, 12-31, 明天, 下周五, 月底, 3天, 三个工作日, 两周. */

export type ReadDate = Place &
  (
    | /** The end of the working day of that date, and the date itself, which may be a day off. */ {
        readonly kind: "date";
        readonly at: Date;
        readonly day: string;
      }
    /** Working days. */
    | { readonly kind: "days"; readonly days: number }
    /** There is no such day, as 2月30日. */
    | { readonly kind: "impossible"; readonly words: string }
    /** It is over; `instead`: the same day of next year, when no year was said and that is not soon. */
    | { readonly kind: "past"; readonly words: string; readonly instead: string | null }
    /** A date without a year that lies more than six months ahead: better ask. */
    | { readonly kind: "far"; readonly words: string; readonly instead: string }
    /** A number of days that ends more than six months ahead; `last`: the last day that can be written. */
    | { readonly kind: "long"; readonly words: string; readonly last: string }
    /** Behind the last day that can be written, whatever the year. */
    | { readonly kind: "beyond"; readonly words: string; readonly last: string }
  );

/** Where the words stood. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What words mean: a number of working days, or a day. `guess`: its year is a guess, and whether it is next year's only
 * because this year's is over.
 */
type Meaning = { readonly days: number } | { readonly day: DateTime; readonly guess?: "this" | "over" };

interface Pattern {
  readonly words: RegExp;
  /** Null: these words are no date after all. */
  readonly read: (groups: readonly (string | undefined)[], today: DateTime) => Meaning | null;
}

const WORKDAYS_PER_WEEK = 5;
const DIGITS = "一二三四五六七八九";
const NUMBER = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
const MONTH = `${NUMBER}|[元正]`;
const YEAR_WORD = "(今年|本年|明年)?";

const PATTERNS: readonly Pattern[] = [
  {
    words: /(?<!\d)(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*[日号]?/gu,
    read: ([year, month, day], today) => ({ day: dayOf(today, Number(year), Number(month), Number(day)) }),
  },
  {
    words: new RegExp(`${YEAR_WORD}(?<!\\d)(${MONTH})\\s*月(?:份)?\\s*(${NUMBER})(?![\\d十])\\s*[日号]?`, "gu"),
    read: ([year, month, day], today) => inSomeYear(today, year, amountOf(month), amountOf(day)),
  },
  {
    // Figures that are no day of any month are no date: 0.4千伏, 99.5, 2-40车间; nor are spans: 3-5天.
    // With a point it is a measurement (电压调到 3.5), unless it begins the text or says that it is a day: 12.31前.
    words:
      /(?<![\d./:-])(1[0-2]|0?[1-9])(?:[/-]|(?<=^\s*\d+)\.|\.(?=\d+\s*(?:[日号]|[之以]?前|止|为止|完成|办结)))(3[01]|[12]\d|0?[1-9])(?![\d./:-])(?!\s*(?:天|个|小时|周|月|年))\s*[日号]?/gu,
    read: ([month, day], today) => inSomeYear(today, undefined, Number(month), Number(day)),
  },
  {
    words: new RegExp(`${YEAR_WORD}(?<!\\d)(${MONTH})\\s*月(?:底|末)`, "gu"),
    read: ([year, month], today) => endOfMonth(today, year, amountOf(month)),
  },
  {
    // 月中前, the fifteenth, is the next month's once this one's is over.
    words: /(?:本|这个|当|(下个?))?(?<![每\d一二三四五六七八九十])月(底|末|中(?=\s*(?:[之以]?前|[,，。.;]|$)))/gu,
    read: ([next, part], today) => {
      const month = today.plus({ months: next !== undefined || (part === "中" && today.day > 15) ? 1 : 0 });
      return { day: part === "中" ? month.set({ day: 15 }) : month.endOf("month") };
    },
  },
  {
    words: /([今本明])?年(?:底|末)/gu,
    read: ([year], today) => ({ day: today.plus({ years: year === "明" ? 1 : 0 }).endOf("year") }),
  },
  {
    words: new RegExp(`(本月|这个月|当月|下个?月)\\s*(${NUMBER})(?![\\d十])\\s*(?:[日号]|(?<=\\d\\s*))`, "gu"),
    read: ([month, day], today) => {
      const { year, month: number } = today.plus({ months: month?.startsWith("下") ? 1 : 0 });
      return { day: dayOf(today, year, number, amountOf(day) ?? 0) };
    },
  },
  {
    // 30号, 30日前: the next such day of a month. 30日 alone is a number of days.
    words: /(?<![\d月./-])(\d{1,2})(?:号(?=\s*(?:$|[之以]?前|[\s,.;。]))|日(?=\s*[之以]?前))/gu,
    read: ([day], today) => {
      const month = Number(day) >= today.day ? today : today.plus({ months: 1 });
      return { day: dayOf(today, month.year, month.month, Number(day)) };
    },
  },
  {
    words: /(今|明|大?后)[天日]/gu,
    read: ([day = ""], today) => ({ day: today.plus({ days: ["今", "明", "后", "大后"].indexOf(day) }) }),
  },
  {
    words: /(?<![上每个\d一二三四五六七八九十两])(?:本|这个?)?(下{0,2})个?(?:周|星期|礼拜)([一二三四五六日天])/gu,
    read: ([next = "", weekday = ""], today) => ({ day: inWeek(today, next.length, weekday) }),
  },
  {
    // 三天前 is past.
    words: new RegExp(
      `(?<![\\d.第/月-])(\\d{1,6}|[两${DIGITS}十]{1,3})\\s*个?(?:工作)?[日天](?!\\s*[之以]?前)(?![\\d月])`,
      "gu",
    ),
    read: ([amount]) => daysOf(amount, 1),
  },
  {
    words: new RegExp(
      `(?<![\\d.第/-])(\\d{1,6}|[两${DIGITS}])\\s*个?(?:周|星期|礼拜)(?![${DIGITS}日天末])(?!\\s*[之以]?前)`,
      "gu",
    ),
    read: ([amount]) => daysOf(amount, WORKDAYS_PER_WEEK),
  },
];

/** A time of day, as it may follow a date. */
export const TIME =
  "\\s*(?:(?:一?早上?|上午|中午|下午|傍晚|晚上?)?\\s*(?:\\d{1,2}(?::\\d{2}|[点时]半?)|[一二两三四五六七八九十]{1,3}[点时]半?))?\\s*";
const BEHIND = new RegExp(`^${TIME}(?:[之以]?前|止|为止|内)?[\\s,、:]*`, "u");
const UNTIL = /^(?:申请)?(?:延期|延长|推迟|再?延)?(?:至|到)?$/u;

/** What follows so many dates is no promise any more, and each takes its time to read. */
const MOST_DATES = 24;

/** Every day that is meant in a text, in its order: of 不是15号，改20号 the second alone. */
export function* daysIn(text: string, now: Date, calendar: Calendar): Generator<ReadDate, void> {
  if (!MAY_DENY_A_DAY.test(text)) return yield* daysNamed(text, now, calendar);
  const plain = plainOf(text);
  const named = [...daysNamed(text, now, calendar)].map((day) => ({
    day,
    denied: deniedAt(plain, day.start, day.end),
  }));
  const isInstead = named.some(({ denied }) => denied === null);
  for (const { day, denied } of named) {
    const not = named.find((one) => one.denied !== null && one.day.end <= day.start)?.day;
    if (denied === null) yield inItsMonth(day, not, text, calendar);
    else if (denied === "then" && !isInstead) yield day;
  }
}

/** 20号 of 不是1月15号，是20号 is one of the same month. */
function inItsMonth(day: ReadDate, not: ReadDate | undefined, text: string, calendar: Calendar): ReadDate {
  const words = text.slice(day.start, day.end);
  if (not?.kind !== "date" || !/^\d{1,2}[日号]$/u.test(narrow(words))) return day;
  const first = DateTime.fromISO(not.day, { zone: calendar.timeZone }).startOf("month").toJSDate();
  const [there] = daysNamed(words, first, calendar);
  if (there?.kind !== "date" || day.kind !== "date" || there.day < day.day) return day;
  return { ...there, start: day.start, end: day.end };
}

/**
 * Every day named in a text, in its order. Of two that overlap, the one that begins first, else the longer. Days are
 * reckoned in UTC: they are days of the park's own, and asking for its offset at each of them takes longer than all the rest.
 */
export function* daysNamed(text: string, now: Date, calendar: Calendar): Generator<ReadDate, void> {
  const plain = narrow(text);
  const matches = PATTERNS.flatMap(({ words, read }) => [...plain.matchAll(words)].map((match) => ({ match, read })));
  if (matches.length === 0) return;
  matches.sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
  const today = DateTime.fromISO(dateOf(now, calendar.timeZone), { zone: UTC });
  let end = 0;
  for (const { match, read } of matches.slice(0, MOST_DATES)) {
    const meaning = match.index < end ? null : read(match.slice(1), today);
    if (meaning === null) continue;
    end = match.index + match[0].length;
    yield readingOf(meaning, match, { now, calendar, today });
  }
}

const UTC = "utc";

/** A date at the very start of a text, and what follows it. */
export function leadingDate(text: string, now: Date, calendar: Calendar): { date: ReadDate; rest: string } | null {
  const date = firstDate(text, now, calendar);
  if (date === null || !UNTIL.test(withoutDenial(text.slice(0, date.start)).trim())) return null;
  const behind = BEHIND.exec(narrow(text.slice(date.end)))?.[0] ?? "";
  return { date, rest: text.slice(date.end + behind.length).trim() };
}

/** 下周一到周三: the last day of a span with which a text begins, or the day or number of days that it begins with. */
export function leadingSpan(text: string, now: Date, calendar: Calendar): ReadDate | null {
  const leading = leadingDate(text, now, calendar)?.date ?? null;
  if (leading?.kind !== "date") return leading;
  const behind = text.slice(leading.end);
  const joint = TO.exec(behind)?.[0] ?? null;
  if (joint === null) return leading;
  // 下周一到周三: the second is the first such day behind the first.
  const second = firstDate(behind.slice(joint.length), leading.at, calendar);
  return second?.start === 0 && (second.kind === "date" || second.kind === "days") ? second : leading;
}

const TO = /^\s*(?:到|至|[-–—~～])\s*/u;

/** The first day that a text names, or number of days. */
export function firstDate(text: string, now: Date, calendar: Calendar): ReadDate | null {
  const [first] = daysIn(text, now, calendar);
  return first ?? null;
}

/** Against what words are read. */
interface Present {
  readonly now: Date;
  readonly calendar: Calendar;
  /** The park's day, in UTC. */
  readonly today: DateTime;
}

function readingOf(meaning: Meaning, match: RegExpExecArray, { now, calendar, today }: Present): ReadDate {
  const place = { start: match.index, end: match.index + match[0].length };
  const words = match[0].trim();
  const from = today.toJSDate();
  const last = () => wholeDate(lastDayFrom(from, UTC), UTC);
  if ("days" in meaning) {
    const { days } = meaning;
    const isLong = areBeyond(days) || isFar(calendar.add(now, days * calendar.minutesPerDay), now, calendar.timeZone);
    return isLong ? { kind: "long", words, last: last(), ...place } : { kind: "days", days, ...place };
  }
  const { day, guess } = meaning;
  const iso = day.isValid ? day.toISODate() : null;
  if (iso === null) return { kind: "impossible", words, ...place };
  // Before anything is counted: the calendar is not to be asked of a day of another age.
  if (isBeyond(day.toJSDate(), from, UTC)) return { kind: "beyond", words, last: last(), ...place };
  if (day < today) return { kind: "past", words, instead: null, ...place };
  if (guess !== undefined && isFar(day.toJSDate(), from, UTC)) {
    const instead = wholeDate(day.toJSDate(), UTC);
    return { kind: guess === "over" ? "past" : "far", words, instead, ...place };
  }
  return { kind: "date", at: calendar.endOfDay(iso), day: iso, ...place };
}

function dayOf(today: DateTime, year: number, month: number, day: number): DateTime {
  return DateTime.fromObject({ year, month, day }, { zone: today.zone });
}

/** In the year that is said; else the next such day: this year's, unless it is over. */
function inSomeYear(
  today: DateTime,
  word: string | undefined,
  month: number | null,
  day: number | null,
): Meaning | null {
  if (month === null || day === null) return null;
  if (word !== undefined) return { day: dayOf(today, today.year + (word === "明年" ? 1 : 0), month, day) };
  const thisYear = dayOf(today, today.year, month, day);
  const next = dayOf(today, today.year + 1, month, day);
  if ((thisYear.isValid && thisYear >= today) || !next.isValid) return { day: thisYear, guess: "this" };
  return { day: next, guess: thisYear.isValid ? "over" : "this" };
}

function endOfMonth(today: DateTime, word: string | undefined, month: number | null): Meaning | null {
  const first = inSomeYear(today.startOf("month"), word, month, 1);
  return first === null || "days" in first ? first : { ...first, day: first.day.endOf("month").startOf("day") };
}

/** The weekday of this week, or of one of the next; one that is over is next week's. */
function inWeek(today: DateTime, weeks: number, weekday: string): DateTime {
  const number = weekday === "日" || weekday === "天" ? 7 : DIGITS.indexOf(weekday) + 1;
  const day = today.startOf("week").plus({ days: number - 1, weeks });
  return day < today ? day.plus({ weeks: 1 }) : day;
}

function daysOf(amount: string | undefined, each: number): Meaning | null {
  const count = amountOf(amount);
  return count === null ? null : { days: count * each };
}

/** 3, 三, 两, 十, 十五, 二十, 二十五; null for what is no number. */
function amountOf(text = ""): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "元" || text === "正") return 1;
  // 一二号 is the first or the second.
  return [...text].length > 1 && !text.includes("十") ? null : numeralOf(text);
}
