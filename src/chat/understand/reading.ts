import { isCoordinator, isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { route } from "../../domain/issue/routing.ts";
import { wallClock } from "../../domain/park/instants.ts";
import type { Company, Department } from "../../domain/park/org.ts";
import { plainOf } from "../../domain/plain.ts";
import { affirmedIn, helpersIn } from "./roles.ts";
import { isKnownIn, issueIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import type { Named } from "./unit-spellings.ts";
import { companiesIn, peopleIn, unitsHandedTo, unitsIn } from "./units.ts";
import { type Whose, whoseIn } from "./whose.ts";
import { PROMISES } from "./zh-cn-by-a-day.ts";
import { firstDate, type Place, type ReadDate } from "./zh-cn-dates.ts";
import { daysTold, FOR_OTHERS_TO_DO } from "./zh-cn-days-told.ts";
import { A_COMPANY, type Audience, audienceSaid } from "./zh-cn-for-company.ts";
import { placesSaid, referencesIn } from "./zh-cn-numbers.ts";
import { partLeftOut } from "./zh-cn-pieces.ts";
import {
  BEHIND_TODAY,
  BY_AN_HOUR,
  NOT_BY_THEN,
  PLANNED,
  plannedToday,
  SET_FOR,
  TODAY,
  WILL_BE_DONE,
} from "./zh-cn-planned.ts";
import { type Stranger, strangersIn } from "./zh-cn-strangers.ts";
import { hourOfToday, hourSaid } from "./zh-cn-times.ts";

/** One text with everything that is found in it, once, for all who ask. */
export interface Reading {
  readonly situation: Situation;
  readonly text: string;
  /** As it is compared: its beginning, place for place. */
  readonly plain: string;
  /** What tells the matter, place for place, without what is left out: of what staff say without the names of units and people, and days, which titles hold as well. */
  readonly matter: string;
  /** The codes of the units that are named, and of those whose people are. */
  readonly addressed: readonly string[];
  /** The issues whose numbers are written. */
  readonly referred: readonly InSight[];
  /** Numbers that are written like an issue's, and no issue in sight has. */
  readonly strangers: readonly Stranger[];
  /** The issues of the quoted message. */
  readonly quoted: readonly InSight[];
  /** Those that are named, and not denied. */
  readonly units: readonly Named<Department>[];
  /** Of those, the ones that shall help. */
  readonly helpers: readonly Named<Department>[];
  readonly companies: readonly Named<Company>[];
  /** Whose issue is meant, as far as a company is named. The situation has no others. */
  readonly whose: Whose;
  readonly date: ReadDate | null;
  /** How that day is called. */
  readonly day: string;
  /** The day that is promised in so many words: 12月3日前. */
  readonly promised: ReadDate | null;
  /** Whether a day is named by which something will be done. */
  readonly promises: boolean;
  /** Whether something is planned for the day that is named. */
  readonly plans: boolean;
  /** The text without the days on which something was done, place for place. */
  readonly undated: string;
  /** Whether something came to its end on such a day. */
  readonly endedThen: boolean;
  /** For whom an official says it. */
  readonly audience: Audience | null;
  /** Whether the duty table knows a word of it: then it has a matter of its own. */
  readonly hasMatter: boolean;
}

/** 第一和第二个, said to a list. */
function placesIn(plain: string, listed: readonly number[]): readonly number[] {
  if (listed.length < 2) return [];
  return placesSaid(plain, listed.length).flatMap((place) => listed[place - 1] ?? []);
}

/** Behind a quotation a bare 1 is no number of an issue. */
function isChoice(plain: string, { quote }: Situation): boolean {
  return (
    (quote?.numbers.length ?? 0) > 0 && /^\s*[1-5]\s*$/u.test(plain) && quote?.numbers.includes(Number(plain)) !== true
  );
}

const NEAR = 8;

/** 下午5点前弄好, 下午派人去疏通: of today, as long as it lasts. */
function todayIn(plain: string, { now, park }: Situation): ReadDate | null {
  const today = firstDate(TODAY, now, park.calendar);
  if (today?.kind !== "date" || today.at <= now) return null;
  const hour = BY_AN_HOUR.exec(plain);
  const end = hour === null ? 0 : hour.index + hour[0].length;
  if (hour !== null && (PROMISES.test(plain.slice(end)) || isDueThen(plain, { start: hour.index, end })))
    return { ...today, start: hour.index, end };
  const planned = plannedToday(plain, wallClock(now, park.calendar.timeZone).getUTCHours());
  return planned === null ? null : { ...today, ...planned };
}

function daysOf(...days: readonly (ReadDate | null)[]): readonly ReadDate[] {
  return days.flatMap((day) => day ?? []);
}

/** As long as it was, with this in the place of each of these characters. */
function without(
  text: string,
  places: readonly { readonly start: number; readonly end: number }[],
  filler: " " | "_",
): string {
  let left = text;
  for (const { start, end } of places) left = left.slice(0, start) + filler.repeat(end - start) + left.slice(end);
  return left;
}

/** 告诉光源一声: a company is one whatever it is called. */
function withoutNames(plain: string, companies: readonly Named<Company>[]): string {
  return companies.reduceRight((left, { start, end }) => left.slice(0, start) + A_COMPANY + left.slice(end), plain);
}

/** 除了排水沟，垃圾也没人收: what is left out tells no matter. */
function leftOutOf(plain: string): readonly { readonly start: number; readonly end: number }[] {
  const part = partLeftOut(plain);
  return part === null ? [] : [part];
}

/** What is said further on decides nothing, so that no text takes long. */
export const LOOKED_AT = 600;

export function read(text: string, said: Situation): Reading {
  const looked = text.slice(0, LOOKED_AT);
  const plain = plainOf(looked);
  const { park, now, quote } = said;
  const references = isChoice(plain, said) ? [] : referencesIn(plain, isKnownIn(said));
  const numbers = references.map((one) => one.number);
  const whose = whoseIn(plain, said, [...numbers, ...(quote?.numbers ?? [])]);
  const situation = whose.isOfThem ? { ...said, issues: whose.issues } : said;
  const inSight = (list: readonly number[]) => [...new Set(list)].flatMap((number) => issueIn(situation, number) ?? []);
  // 1号 电缆已修好: the number of an issue is no day.
  const dated = without(looked, references, "_");
  const { first: written, promised, done } = daysTold(dated, now, park.calendar);
  const date = written ?? todayIn(plain, situation);
  const named = isCoordinator(situation.who) ? unitsHandedTo(plain, park) : unitsIn(plain, park);
  const units = affirmedIn(plain, named);
  const routing = route(looked, park.directory);
  const people = isStaff(situation.who) ? peopleIn(plain, park) : [];
  const companies = companiesIn(plain, park);
  return {
    situation,
    text,
    plain,
    referred: inSight(numbers.length === 0 ? placesIn(plain, quote?.numbers ?? []) : numbers),
    strangers: strangersIn(plain, isKnownIn(said)),
    quoted: inSight(quote?.numbers ?? []),
    units,
    matter: without(
      whose.isOfThem ? whose.matter : plain,
      isStaff(situation.who) ? [...named, ...people, ...daysOf(date, promised)] : leftOutOf(plain),
      " ",
    ),
    addressed: [...units.map((one) => one.found.code), ...people.flatMap((one) => one.found?.department ?? [])],
    helpers: helpersIn(plain, units),
    companies,
    whose,
    undated: without(plain, done, " "),
    endedThen: done.some(({ ended }) => ended),
    audience: isOfficial(situation.who) ? audienceSaid(withoutNames(plain, companies)) : null,
    date,
    day: date === null ? TODAY : written === null ? dayOfToday(plain, date) : text.slice(date.start, date.end),
    promised,
    promises: promised !== null || (date !== null && (isPromise(plain.slice(date.end)) || isDueThen(plain, date))),
    plans: date?.kind === "date" && isPlan(plain, date),
    hasMatter: routing.kind === "sure" || routing.suggestions.length > 0,
  };
}

/** 今天晚上8点: with the hour by which it shall be done, where one is said. */
function dayOfToday(plain: string, { start, end }: ReadDate): string {
  const hour = hourOfToday(plain.slice(start, end));
  return hourSaid(hour) === null ? TODAY : `${TODAY}${hour}`;
}

/** 马上派人剪，今天四点前: what shall be done by then stands before it. */
function isDueThen(plain: string, { start, end }: Place): boolean {
  const isLast = /^[\s。.!！]*$/u.test(plain.slice(end).replace(BEHIND_TODAY, ""));
  return isLast && WILL_BE_DONE.test(plain.slice(0, start));
}

function isPromise(behind: string): boolean {
  return PROMISES.test(behind) && !FOR_OTHERS_TO_DO.test(behind) && !NOT_BY_THEN.test(behind);
}

function isPlan(plain: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return PLANNED.test(plain.slice(end)) || SET_FOR.test(plain.slice(Math.max(0, start - NEAR), start));
}
