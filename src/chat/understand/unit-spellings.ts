import type { Department } from "../../domain/park/org.ts";
import { stemOf } from "../../domain/park/zh-cn-unit-names.ts";
import { plainOf } from "../../domain/plain.ts";
import {
  CALLS_A_UNIT,
  ENDS_A_SHORT_NAME,
  HAS_A_ROLE,
  JOINS_BEHIND,
  LOOKS_LIKE_A_UNIT,
  NAME_ALONE,
  NICKNAMES,
  ROLE,
} from "./zh-cn-units.ts";

/** By what a unit or a company may be called in a text: its names, what they begin with, and as people shorten them. */

export interface Named<T> {
  readonly found: T;
  readonly start: number;
  readonly end: number;
  /** Whether it is written as the org file writes it. */
  readonly exact: boolean;
}

interface Spelling {
  /** As they are compared. */
  readonly names: readonly string[];
  /** Each without its last word. */
  readonly stems: readonly string[];
}

const spellings = new WeakMap<object, Spelling>();

/** A long text asks for it at each of its places. */
function spellingOf(one: Pick<Department, "name" | "aliases">): Spelling {
  const before = spellings.get(one);
  if (before !== undefined) return before;
  const names = [one.name, ...one.aliases].map(plainOf);
  const made = { names, stems: names.map(stemOf).filter((part) => part.length >= 2) };
  spellings.set(one, made);
  return made;
}

/** So far is looked for what says something of a name. */
export const NEAR = 12;

export function namedIn<T extends Pick<Department, "name" | "aliases">>(
  plain: string,
  list: readonly T[],
): readonly Named<T>[] {
  const all = list.flatMap((one) =>
    spellingOf(one).names.flatMap((wanted) => {
      const start = plain.indexOf(wanted);
      return start < 0 ? [] : [{ found: one, start, end: start + wanted.length, exact: true }];
    }),
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter(
    (one, index) =>
      !all.some(
        (other, place) =>
          place !== index &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ) && all.findIndex((other) => other.found === one.found) === index,
  );
}

/** 建设局 for 建设管理局: its characters in their order, of one unit alone. */
export function shortened(plain: string, list: readonly Department[]): readonly Named<Department>[] {
  return [...plain.matchAll(LOOKS_LIKE_A_UNIT)].flatMap((match) => {
    for (let from = 0; from + 2 < match[0].length; from++) {
      const said = match[0].slice(from);
      const fitting = list.filter((one) => spellingOf(one).names.some((name) => isWithin(said, name)));
      const [found] = fitting;
      const start = match.index + from;
      if (fitting.length === 1 && found !== undefined)
        return [{ found, start, end: start + said.length, exact: false }];
    }
    return [];
  });
}

function isWithin(said: string, name: string): boolean {
  let at = -1;
  for (const character of said) {
    at = name.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return said.at(0) === name.at(0) && said.at(-1) === name.at(-1);
}

/** 转给供电, 住建配合: a unit's name without its last word, where somebody is named who shall have it. */
export function stems(plain: string, list: readonly Department[]): readonly Named<Department>[] {
  const behind = [...plain.matchAll(CALLS_A_UNIT)].map((match) => stemAt(plain, match.index + match[0].length, list));
  const before = [...plain.matchAll(HAS_A_ROLE)].map((match) => stemAt(plain, match.index, list));
  const joined = [...plain.matchAll(ROLE)].map((match) => stemBefore(plain, match.index, list));
  const alone = NAME_ALONE.exec(plain)?.[0];
  if (alone !== undefined) before.push(stemAt(plain, alone.length, list));
  before.push(stemJoined(plain, 0, list));
  return [...behind, ...before, ...joined].flatMap((one) => one ?? []);
}

/** 和自来水: behind what joins it to a name. */
export function stemJoined(plain: string, from: number, list: readonly Department[]): Named<Department> | null {
  const joint = JOINS_BEHIND.exec(plain.slice(from, from + NEAR))?.[0];
  const next = joint === undefined ? null : stemAt(plain, from + joint.length, list);
  return next !== null && ENDS_A_SHORT_NAME.test(plain.slice(next.end, next.end + NEAR)) ? next : null;
}

/** 招工人社也配合: the name's beginning that ends there, whatever stands before it. */
export function stemBefore(plain: string, end: number, list: readonly Department[]): Named<Department> | null {
  const ahead = plain.slice(Math.max(0, end - NEAR), end);
  const fitting = list.flatMap((found) => {
    const stem = spellingOf(found).stems.find((part) => ahead.endsWith(part));
    return stem === undefined ? [] : [{ found, start: end - stem.length, end, exact: false }];
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** So many characters call a unit where they are one's alone. */
const SHORT_NAME = 2;

export function stemAt(plain: string, start: number, list: readonly Department[]): Named<Department> | null {
  const called = (parts: (one: Department) => readonly string[]) =>
    list.flatMap((one) => {
      const stem = parts(one).find((part) => plain.startsWith(part, start));
      return stem === undefined ? [] : [{ found: one, start, end: start + stem.length, exact: false }];
    });
  const fitting = called((one) => spellingOf(one).stems);
  if (fitting.length > 0) return fitting.length === 1 ? (fitting[0] ?? null) : null;
  // 给财政吧 for 财政金融局: where the name is not the beginning of another word.
  if (!ENDS_A_SHORT_NAME.test(plain.slice(start + SHORT_NAME, start + SHORT_NAME + NEAR))) return null;
  const short = called((one) => spellingOf(one).names.map((name) => name.slice(0, SHORT_NAME)));
  return short.length === 1 ? (short[0] ?? null) : null;
}

/** 水司, of the one unit that is named after the water supply. */
export function nicknamed(plain: string, list: readonly Department[]): readonly Named<Department>[] {
  return NICKNAMES.flatMap(([said, named]) => {
    const match = said.exec(plain);
    const fitting = list.filter((one) => [one.name, ...one.aliases].some((name) => named.test(name)));
    const [found] = fitting;
    if (match === null || found === undefined || fitting.length > 1) return [];
    return [{ found, start: match.index, end: match.index + match[0].length, exact: false }];
  });
}
