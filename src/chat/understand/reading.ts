import { isStaff } from "../../domain/issue/issue.ts";
import { route } from "../../domain/issue/routing.ts";
import type { Company, Department } from "../../domain/park/org.ts";
import { plainOf } from "./plain.ts";
import { isKnownIn, issueIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { companiesIn, type Named, peopleIn, unitsIn } from "./units.ts";
import { firstDate, PROMISES, promisedDate, type ReadDate } from "./zh-cn-dates.ts";
import { placesSaid, referencesIn } from "./zh-cn-numbers.ts";

/** One text with everything that is found in it, once, for all who ask. */
export interface Reading {
  readonly situation: Situation;
  readonly text: string;
  /** As it is compared: its beginning, place for place. */
  readonly plain: string;
  /** What tells the matter, place for place: of what staff say without the names of units and people, which titles hold as well. */
  readonly matter: string;
  /** The codes of the units that are named, and of those whose people are. */
  readonly addressed: readonly string[];
  /** The issues whose numbers are written. */
  readonly referred: readonly InSight[];
  /** The issues of the quoted message. */
  readonly quoted: readonly InSight[];
  readonly units: readonly Named<Department>[];
  readonly companies: readonly Named<Company>[];
  readonly date: ReadDate | null;
  /** Whether a day is named by which something will be done. */
  readonly promises: boolean;
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

/** With blanks in these places. */
function without(plain: string, names: readonly { readonly start: number; readonly end: number }[]): string {
  let left = plain;
  for (const { start, end } of names) left = left.slice(0, start) + " ".repeat(end - start) + left.slice(end);
  return left;
}

/** What is said further on decides nothing, so that no text takes long. */
export const LOOKED_AT = 600;

export function read(text: string, situation: Situation): Reading {
  const looked = text.slice(0, LOOKED_AT);
  const plain = plainOf(looked);
  const { park, now, quote } = situation;
  const numbers = isChoice(plain, situation) ? [] : referencesIn(plain, isKnownIn(situation)).map((one) => one.number);
  const inSight = (list: readonly number[]) => [...new Set(list)].flatMap((number) => issueIn(situation, number) ?? []);
  const date = firstDate(looked, now, park.calendar);
  const routing = route(looked, park.directory);
  const units = unitsIn(plain, park);
  const people = isStaff(situation.who) ? peopleIn(plain, park) : [];
  return {
    situation,
    text,
    plain,
    referred: inSight(numbers.length === 0 ? placesIn(plain, quote?.numbers ?? []) : numbers),
    quoted: inSight(quote?.numbers ?? []),
    units,
    matter: isStaff(situation.who) ? without(plain, [...units, ...people]) : plain,
    addressed: [...units.map((one) => one.found.code), ...people.flatMap((one) => one.found?.department ?? [])],
    companies: companiesIn(plain, park),
    date,
    promises:
      promisedDate(looked, now, park.calendar) !== null || (date !== null && PROMISES.test(plain.slice(date.end))),
    hasMatter: routing.kind === "sure" || routing.suggestions.length > 0,
  };
}
