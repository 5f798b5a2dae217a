import type { Company, Department, Person } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { plainOf } from "../../domain/plain.ts";
import {
  type Named,
  NEAR,
  namedIn,
  nicknamed,
  shortened,
  stemAt,
  stemBefore,
  stemJoined,
  stems,
} from "./unit-spellings.ts";
import {
  CALLED_BY_GIVEN_NAME,
  CALLED_BY_NAME,
  CALLED_BY_SURNAME,
  CALLS_SOMEBODY,
  GIVES_TO_SOMEBODY,
  HANDED_TO,
  IS_A_ROAD,
  JOINS_BEFORE,
  SHALL_DO_IT,
} from "./zh-cn-units.ts";

/** Units and companies inside free words: by name and alias, and as people shorten them. */

/** The units named in a plain text, in its order; of names inside one another the longest. */
export function unitsIn(plain: string, { org }: Park): readonly Named<Department>[] {
  const exact = namedIn(plain, org.departments);
  const short = [
    ...[shortened, stems, nicknamed].flatMap((find) => find(plain, org.departments)),
    ...unitsOfPeople(plain, org),
  ];
  const all = [...exact, ...short].filter((one, index, list) =>
    list
      .slice(0, index)
      .every((other) => other.found !== one.found && (one.end <= other.start || one.start >= other.end)),
  );
  return withJoined(plain, all, org.departments);
}

/** 社会局和自来水, 电信、人社协办: beside a unit also by a name's beginning alone. */
function withJoined(
  plain: string,
  named: readonly Named<Department>[],
  list: readonly Department[],
): readonly Named<Department>[] {
  const found = [...named];
  const isNew = (one: Named<Department>) =>
    found.every((other) => other.found !== one.found && (one.end <= other.start || other.end <= one.start));
  const add = (one: Named<Department> | null) => (one !== null && isNew(one) ? found.push(one) : 0);
  for (const { start, end } of found) {
    add(stemJoined(plain, end, list));
    const before = JOINS_BEFORE.exec(plain.slice(Math.max(0, start - NEAR), start));
    if (before !== null) add(stemBefore(plain, start - before[0].length, list));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 派给曾敏, 15 曾敏: who works for a unit stands for it, where somebody is named who shall have it. */
function unitsOfPeople(plain: string, { people, departments }: Park["org"]): readonly Named<Department>[] {
  const starts = [...plain.matchAll(HANDED_TO)].map((match) => match.index + match[0].length);
  return starts.flatMap((start) => {
    const person = people.find(({ name, department }) => department !== undefined && plain.startsWith(name, start));
    const found = departments.find(({ code }) => code === person?.department);
    return found === undefined || person === undefined
      ? []
      : [{ found, start, end: start + person.name.length, exact: false }];
  });
}

/** A plain text with blanks for what names units or officials of theirs: these stand in many texts, and name no matter. */
export function withoutUnits(plain: string, park: Park): string {
  const officials = park.org.people.filter((one) => one.department !== undefined).map((one) => plainOf(one.name));
  const spans = [
    ...unitsIn(plain, park),
    ...officials.flatMap((name) => {
      const start = plain.indexOf(name);
      return start < 0 ? [] : [{ start, end: start + name.length }];
    }),
  ];
  return spans.reduce(
    (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    plain,
  );
}

export function companiesIn(plain: string, { org }: Park): readonly Named<Company>[] {
  const exact = namedIn(plain, org.enterprises);
  if (exact.length > 0) return exact;
  // 凌云 for 凌云机械: the first two characters of one alias alone.
  return org.enterprises.flatMap((one) => {
    const starts = one.aliases
      .map((alias) => plainOf(alias).slice(0, 2))
      .map((two) => (two.length === 2 ? plain.indexOf(two) : -1));
    const start = starts.find((at) => at >= 0 && !IS_A_ROAD.test(plain.slice(at + 2))) ?? -1;
    return start < 0 ? [] : [{ found: one, start, end: start + 2, exact: false }];
  });
}

/** 何静那家, 蒋总: the companies that are named, and those whose people are; of a surname that people of several have, none. */
export function companiesMeant(plain: string, park: Park): readonly Named<Company>[] {
  const named = companiesIn(plain, park);
  const people = [peopleIn, bySurname, byGivenName].flatMap((find) => find(plain, park));
  const theirs = people.flatMap(({ found: person, start, end }) => {
    const found = park.org.enterprises.find(({ code }) => code === person?.enterprise);
    return found === undefined ? [] : [{ found, start, end, exact: false }];
  });
  return [...named, ...theirs.filter((one) => named.every(({ start, end }) => one.end <= start || end <= one.start))];
}

function bySurname(plain: string, { org }: Park): ReturnType<typeof peopleIn> {
  return [...plain.matchAll(CALLED_BY_SURNAME)].map((match) => {
    const fitting = org.people.filter(
      (one) => one.enterprise !== undefined && plainNameOf(one).startsWith(match[1] ?? match[2] ?? ""),
    );
    const isOne = new Set(fitting.map(({ enterprise }) => enterprise)).size === 1;
    return { found: isOne ? fitting[0] : undefined, start: match.index, end: match.index + match[0].length };
  });
}

/** 晓燕那个: by the given name alone, of somebody of a company. */
function byGivenName(plain: string, { org }: Park): ReturnType<typeof peopleIn> {
  return org.people.flatMap((found) => {
    const name = plainNameOf(found);
    const given = name.length === 3 && found.enterprise !== undefined ? name.slice(1) : null;
    const start = given === null ? -1 : plain.indexOf(given);
    const end = start + 2;
    const isCalled = start >= 0 && !plain.includes(name) && CALLED_BY_GIVEN_NAME.test(plain.slice(end, end + NEAR));
    return isCalled ? [{ found, start, end }] : [];
  });
}

const plainNames = new WeakMap<Person, string>();

/** Everybody of a park is looked for in each clause. */
function plainNameOf(person: Person): string {
  const before = plainNames.get(person);
  if (before !== undefined) return before;
  const made = plainOf(person.name);
  plainNames.set(person, made);
  return made;
}

/** 王建国, 建国同志: people of the org file, and whoever is called so; `found` is undefined where nobody, or not one alone, can be meant. */
export function peopleIn(
  plain: string,
  { org }: Park,
): readonly { readonly found: Person | undefined; readonly start: number; readonly end: number }[] {
  const whole = org.people.flatMap((found) => {
    const name = plainNameOf(found);
    const start = plain.indexOf(name);
    return start < 0 ? [] : [{ found, start, end: start + name.length }];
  });
  const called = [...plain.matchAll(CALLED_BY_NAME)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (whole.some((one) => one.start < end && start < one.end)) return [];
    // 请建国同志: what stands before the name is not told apart from it, so the longest ending that somebody has counts.
    const ends = [3, 2].map((length) => match[0].slice(-length));
    const said =
      ends.find((one) => org.people.some((person) => plainNameOf(person).endsWith(one))) ?? match[0].slice(-2);
    const fitting = org.people.filter((person) => plainNameOf(person).endsWith(said));
    return [{ found: fitting.length === 1 ? fitting[0] : undefined, start: end - said.length, end }];
  });
  return [...whole, ...called];
}

/**
 * 派龙飞, 31是曾敏的事, 请秦海波那边看一下: who works for a unit stands for it, where a coordinator says that he shall have it, or shall look
 * at it.
 */
function unitsOfThose(plain: string, park: Park): readonly Named<Department>[] {
  return peopleIn(plain, park).flatMap(({ found: person, start, end }) => {
    const unit = park.org.departments.find(({ code }) => code === person?.department);
    if (unit === undefined) return [];
    const [before, behind] = [plain.slice(Math.max(0, start - NEAR), start), plain.slice(end, end + NEAR)];
    const isMeant = GIVES_TO_SOMEBODY.test(before) || (CALLS_SOMEBODY.test(before) && SHALL_DO_IT.test(behind));
    return isMeant ? [{ found: unit, start, end, exact: false }] : [];
  });
}

/** The units that are named where issues are given away, also by those who work for them. */
export function unitsHandedTo(plain: string, park: Park): readonly Named<Department>[] {
  const named = unitsIn(plain, park);
  const people = unitsOfThose(plain, park).filter((one) =>
    named.every((other) => one.end <= other.start || one.start >= other.end),
  );
  if (people.length === 0) return named;
  const all = [...named, ...people].sort((a, b) => a.start - b.start);
  return all.filter((one, index) => all.findIndex(({ found }) => found === one.found) === index);
}

/** 欧阳雪他们: the units that are named, else those of the people who are. */
export function unitsOrTheirs(plain: string, park: Park): readonly Department[] {
  const named = unitsIn(plain, park).map(({ found }) => found);
  const codes = new Set(peopleIn(plain, park).flatMap(({ found }) => found?.department ?? []));
  return named.length > 0 ? named : park.org.departments.filter(({ code }) => codes.has(code));
}

/** 供电不用了, 别让财政知道: also by a name's beginning alone, where nothing but units is looked for. */
export function unitsCalled(plain: string, park: Park): readonly Named<Department>[] {
  const named = unitsHandedTo(plain, park);
  const isNew = ({ found, start, end }: Named<Department>) =>
    named.every((other) => other.found !== found && (end <= other.start || start >= other.end));
  const called = [...plain].flatMap((_, start) => stemAt(plain, start, park.org.departments) ?? []).filter(isNew);
  const each = called.filter((one, index) => called.findIndex(({ found }) => found === one.found) === index);
  return [...named, ...each].sort((a, b) => a.start - b.start);
}
