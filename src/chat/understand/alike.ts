import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import { affirmedIn, helpersIn } from "./roles.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsCalled } from "./units.ts";
import { NUMBERS } from "./zh-cn-common-said.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { type Reference, referencesIn } from "./zh-cn-numbers.ts";
import * as said from "./zh-cn-put-right.ts";
import { HELPS_BEHIND } from "./zh-cn-roles.ts";

/** The units, numbers and days of a clause: what can be said again in place of another of its kind. */

export interface Thing {
  readonly kind: string;
  /** What it means, however it is written. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** As it is written into the other's place. */
  readonly written: string;
}

/** `alone`: a name that says by itself which unit is meant counts, too. */
export function thingsIn(text: string, situation: Situation, alone = false): readonly Thing[] {
  const plain = plainOf(text);
  const found = [...unitsSaid(plain, situation, alone), ...numbersAndDays(text, plain, situation, alone)];
  const counted = [...plain.matchAll(said.COUNTED)].map((match) => thing(`counted ${match[2]}`, match[0], match));
  const commons = [...plain.matchAll(said.COMMON)].map((match) => thing("common", match[0], match));
  return [...found, ...counted, ...commons].sort((a, b) => a.start - b.start);
}

function thing(kind: string, key: string, { index, 0: written }: RegExpExecArray): Thing {
  return { kind, key, start: index, end: index + written.length, written };
}

/** Who helps is both, so that another helper takes its place and another unit as well; behind what takes it back it is what it is called. */
function unitsSaid(plain: string, { park }: Situation, alone: boolean): readonly Thing[] {
  const named = unitsCalled(plain, park);
  const helpers = helpersIn(plain, named);
  return affirmedIn(plain, named).flatMap((one) => {
    const { found, start, end } = one;
    const isHelper = alone ? HELPS_BEHIND.test(plain.slice(end)) : helpers.includes(one);
    const kinds = isHelper ? (alone ? ["helper"] : ["helper", "unit"]) : ["unit"];
    return kinds.map((kind) => ({ kind, key: found.code, start, end, written: found.name }));
  });
}

/** G1里面23也加上: the issues that are named beside a common problem. */
function figuresOf(plain: string): readonly Reference[] {
  return [...plain.matchAll(NUMBERS)].flatMap(({ index, 0: written }) => {
    const [number, ...more] = figuresIn(written);
    return number === undefined || more.length > 0 ? [] : [{ number, start: index, end: index + written.length }];
  });
}

/** `alone`: a figure that may be either is both. */
function numbersAndDays(text: string, plain: string, situation: Situation, alone: boolean): readonly Thing[] {
  const { now, park } = situation;
  const behindWord = said.figuresBehindWord(plain);
  const isNumber = ({ start, end }: { readonly start: number; readonly end: number }) =>
    end > start && !said.isADay(plain.slice(0, start), plain.slice(end));
  const ofCommon = new RegExp(said.COMMON.source, "iu").test(plain) ? figuresOf(plain) : [];
  const numbers = [...behindWord, ...ofCommon, ...referencesIn(plain, () => true).filter(isNumber)]
    .filter((one, index, all) => all.findIndex(({ start }) => start === one.start) === index)
    .filter(({ number, start }) => alone || start === 0 || behindWord.length > 0 || isKnownIn(situation)(number));
  const blanked = alone
    ? text
    : numbers.reduce((left, { start, end }) => left.slice(0, start) + "_".repeat(end - start) + left.slice(end), text);
  const day = firstDate(blanked, now, park.calendar);
  return [
    ...numbers.map(({ number, start, end }) => ({
      kind: "number",
      key: String(number),
      start,
      end,
      written: text.slice(start, end).trim(),
    })),
    ...(day === null
      ? []
      : [
          {
            kind: "day",
            key: text.slice(day.start, day.end),
            start: day.start,
            end: day.end,
            written: text.slice(day.start, day.end),
          },
        ]),
  ];
}
