import { DateTime, IANAZone } from "luxon";
import { ChaxuError } from "../../shared/errors.ts";
import { parseWorkingHours, type WallSpan } from "./limits.ts";
import type { Holidays } from "./org.ts";
import { createWorkdays, type DayKind, dateOfDay, dayNumber, type Workdays, yearOf } from "./workdays.ts";
import { zoneOf } from "./zone.ts";

/** One calendar day that a deadline passed: the working minutes it counted, and why. */
export interface DayCount {
  readonly date: string;
  readonly minutes: number;
  readonly why: DayKind;
  /** The holiday's Chinese name, of a holiday or a make-up day, when the built-in list has it. */
  readonly name?: string | undefined;
}

/** One date: when it begins, and its working spans as instants in milliseconds (none when it is not worked). */
interface Day {
  readonly date: string;
  readonly kind: DayKind;
  readonly begins: number;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Nothing is added further than twenty years: beyond it, it is a mistake. */
const FURTHEST_DAYS = 7_305;
/** Between two moments no more is counted than this: less than what may be added, so that it can be added again. */
const MOST_YEARS_BETWEEN = 10;
const MOST_DAYS_BETWEEN = 3_653;
/** From here on a December belongs to the next year's list as well. The earliest date ever so listed is the 29th. */
const NEXT_LIST_FROM = "12-25";

export interface CalendarOptions {
  /** IANA name. */
  readonly timeZone: string;
  /** The spans of one day, `HH:MM-HH:MM`. */
  readonly workingHours: readonly string[];
  readonly holidays: Holidays;
}

/**
 * Working time in the park's zone. Minutes that are told are whole, those that are begun do not count;
 * moments are exact to the millisecond.
 * A span is open from its first moment and closed at its last: at 17:30 the park is closed.
 * A string that is no date throws a ChaxuError `calendar-date`.
 */
export class Calendar {
  readonly timeZone: string;
  /** The spans of one day, `HH:MM-HH:MM`. */
  readonly workingHours: readonly string[];
  /** Working minutes of one day. */
  readonly minutesPerDay: number;
  readonly #hours: readonly WallSpan[];
  readonly #workdays: Workdays;
  readonly #days = new Map<number, Day>();

  /** Throws a ChaxuError on a bad zone, bad working hours or a bad date. */
  constructor({ timeZone, workingHours, holidays }: CalendarOptions) {
    if (!IANAZone.isValidZone(timeZone)) {
      throw new ChaxuError("calendar-zone", `"${timeZone}" is no time zone; write one such as Asia/Shanghai.`);
    }
    this.timeZone = timeZone;
    this.workingHours = workingHours;
    this.#hours = parseWorkingHours(workingHours);
    this.#workdays = createWorkdays(holidays);
    this.minutesPerDay = this.#hours.reduce((sum, span) => sum + span.end - span.start, 0);
  }

  /** Whether a date (`YYYY-MM-DD` in the park's zone) is worked. */
  isWorkday(date: string): boolean {
    return this.#day(dayNumber(date)).spans.length > 0;
  }

  /** The date in the park's zone, `YYYY-MM-DD`. */
  dateOf(at: Date): string {
    return this.#dayAt(at).date;
  }

  /** Whether a moment is inside working hours. */
  isOpen(at: Date): boolean {
    const moment = at.getTime();
    return this.#dayAt(at).spans.some((span) => span.start <= moment && moment < span.end);
  }

  /** `at` itself when open, else the next opening moment. */
  nextOpening(at: Date): Date {
    return new Date(this.#opening(at.getTime()));
  }

  /**
   * The deadline that many working minutes after `from`. It stands at the end of a span, never at the start of
   * the next (17:30, not 08:30). Zero minutes is `from` itself inside a span or on its edge, else the next
   * opening. Negative minutes count back, so that what was overdue before a pause is as overdue after it.
   */
  add(from: Date, minutes: number): Date {
    return new Date(this.#deadline(from.getTime(), minutes));
  }

  /** The end of the span before, for a moment that lies less than so many minutes behind the start of its own; else itself. */
  withoutTail(at: Date, minutes: number): Date {
    const moment = at.getTime();
    const span = this.#dayAt(at).spans.find(({ start, end }) => start <= moment && moment <= end);
    const tail = span === undefined ? Number.POSITIVE_INFINITY : moment - span.start;
    return tail < minutes * MINUTE_MS ? new Date(this.#backward(moment, tail)) : at;
  }

  /**
   * Whole working minutes from `a` to `b`; 0 when `b` is not later. What lies more than ten years behind `a` is not
   * counted, so that no date, however far, keeps the process busy.
   */
  between(a: Date, b: Date): number {
    const total = this.#passed(a.getTime(), b.getTime(), MOST_DAYS_BETWEEN).at(-1)?.total ?? 0;
    return Math.floor(total / MINUTE_MS);
  }

  /** The last working moment within a date: what is promised by a day off is due on the workday before. */
  endOfDay(date: string): Date {
    for (const { spans } of this.#daysFrom(this.#day(dayNumber(date)).begins, -1)) {
      const last = spans.at(-1);
      if (last) return new Date(last.end);
    }
    return new Date(Number.NaN);
  }

  /** A local wall time (`HH:MM`) as an instant. A time that a clock change skips moves forward by the change. */
  at(date: string, time: string): Date {
    const wall = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
    if (!wall) throw new ChaxuError("calendar-time", `"${time}" is no time of day; write HH:MM, for example 17:30.`);
    return new Date(this.#instant(dayNumber(date), Number(wall[1]) * 60 + Number(wall[2])));
  }

  /**
   * The years without a holiday list that a count from one moment to the other relies on: those it touches, and
   * the next one when it touches the last week of December, because the New Year's days of the next year's list
   * reach back into it (as in 2018-12-29 to 2019-01-01). Not more than ten years on.
   */
  missingYears(from: Date, to: Date): number[] {
    const [first, last] = from < to ? [from, to] : [to, from];
    const missing: number[] = [];
    const firstYear = yearOf(this.dateOf(first));
    const lastDate = this.dateOf(last);
    const lastYear = yearOf(lastDate) + (lastDate.slice(-5) >= NEXT_LIST_FROM ? 1 : 0);
    for (let year = firstYear; year <= Math.min(lastYear, firstYear + MOST_YEARS_BETWEEN); year++) {
      if (!this.#workdays.knownYears.includes(year)) missing.push(year);
    }
    return missing;
  }

  /** The years that have a holiday list, built-in or given, rising. */
  knownYears(): number[] {
    return [...this.#workdays.knownYears];
  }

  /**
   * How `add` counts: one entry for each calendar day from that of `from` to that of the deadline. The minutes
   * are whole and sum up to `minutes`.
   */
  explain(from: Date, minutes: number): DayCount[] {
    const start = from.getTime();
    let told = 0;
    return this.#passed(start, this.#deadline(start, Math.max(0, minutes)), FURTHEST_DAYS).map(({ day, total }) => {
      const counted = Math.floor(total / MINUTE_MS) - told;
      told += counted;
      const named = day.kind === "holiday" || day.kind === "makeup";
      return {
        date: day.date,
        minutes: counted,
        why: day.kind,
        name: named ? this.#workdays.nameOf(day.date) : undefined,
      };
    });
  }

  #instant(number: number, minuteOfDay: number): number {
    // 24:00 is midnight of the next date.
    const [year, month, day] = dateOfDay(number + Math.floor(minuteOfDay / 1440))
      .split("-")
      .map(Number);
    const minute = minuteOfDay % 1440;
    const wall = { year, month, day, hour: Math.floor(minute / 60), minute: minute % 60 };
    return DateTime.fromObject(wall, { zone: zoneOf(this.timeZone) }).toMillis();
  }

  #day(number: number): Day {
    const kept = this.#days.get(number);
    if (kept) return kept;
    const date = dateOfDay(number);
    const kind = this.#workdays.kindOf(date);
    const hours = kind === "workday" || kind === "makeup" ? this.#hours : [];
    const spanOf = ({ start, end }: WallSpan) => ({
      start: this.#instant(number, start),
      end: this.#instant(number, end),
    });
    const day: Day = { date, kind, begins: this.#instant(number, 0), spans: hours.map(spanOf) };
    this.#days.set(number, day);
    return day;
  }

  #dayAt(at: Date): Day {
    return this.#day(this.#numberAt(at.getTime()));
  }

  /** The number of the day that holds a moment. Days are kept, so this asks the zone's rules once a date. */
  #numberAt(at: number): number {
    if (Number.isNaN(at)) throw new ChaxuError("calendar-moment", "The moment to count from is no valid date.");
    let number = Math.floor(at / DAY_MS);
    while (at < this.#day(number).begins) number--;
    while (at >= this.#day(number + 1).begins) number++;
    return number;
  }

  *#daysFrom(at: number, step: 1 | -1): Generator<Day> {
    const first = this.#numberAt(at);
    for (let passed = 0; passed <= FURTHEST_DAYS; passed++) yield this.#day(first + passed * step);
    throw new ChaxuError(
      "calendar-far",
      "No such working time within twenty years; check the limit and the list of holidays.",
    );
  }

  #opening(at: number): number {
    for (const day of this.#daysFrom(at, 1)) {
      for (const span of day.spans) if (at < span.end) return Math.max(at, span.start);
    }
    return at;
  }

  #forward(from: number, milliseconds: number): number {
    let left = milliseconds;
    for (const day of this.#daysFrom(from, 1)) {
      for (const span of day.spans) {
        const start = Math.max(from, span.start);
        if (span.end <= start) continue;
        if (left <= span.end - start) return start + left;
        left -= span.end - start;
      }
    }
    return from;
  }

  #backward(from: number, milliseconds: number): number {
    let left = milliseconds;
    for (const day of this.#daysFrom(from, -1)) {
      for (const span of day.spans.toReversed()) {
        const end = Math.min(from, span.end);
        if (end <= span.start) continue;
        // Less than the whole piece: a result on the edge goes on to the end of the span before.
        if (left < end - span.start) return end - left;
        left -= end - span.start;
      }
    }
    return from;
  }

  #deadline(from: number, minutes: number): number {
    if (!Number.isFinite(minutes)) {
      throw new ChaxuError("calendar-minutes", "The working minutes to add are no number.");
    }
    const milliseconds = Math.round(minutes * MINUTE_MS);
    if (milliseconds > 0) return this.#forward(from, milliseconds);
    if (milliseconds < 0) return this.#backward(from, -milliseconds);
    // The moment before: a span may end at midnight, where the next day begins.
    const onEdge = this.#day(this.#numberAt(from - 1)).spans.some((span) => from === span.end);
    return onEdge ? from : this.#opening(from);
  }

  /** The days from one moment to another, each with the working milliseconds from `from` until its end. */
  #passed(from: number, to: number, most: number): { day: Day; total: number }[] {
    const list: { day: Day; total: number }[] = [];
    let total = 0;
    // A deadline at midnight belongs to the day that it ends.
    const first = this.#numberAt(from);
    const last = Math.min(this.#numberAt(Math.max(from, to - 1)), first + most);
    for (let number = first; number <= last; number++) {
      const day = this.#day(number);
      for (const span of day.spans) total += Math.max(0, Math.min(to, span.end) - Math.max(from, span.start));
      list.push({ day, total });
    }
    return list;
  }
}
