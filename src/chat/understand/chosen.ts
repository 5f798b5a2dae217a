import { plainOf } from "../../domain/plain.ts";
import { digitsIn } from "./parse.ts";
import { describedIn, issueIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { withoutUnits } from "./units.ts";
import * as said from "./zh-cn-answers.ts";
import { besideTitle, declinesIt, isNumberAndLittle, isPlaceAlone, namedByChoice } from "./zh-cn-choice.ts";
import { SENT_WRONGLY } from "./zh-cn-handing.ts";
import { placeNumber, placesSaid, referencesIn } from "./zh-cn-numbers.ts";
import { isNumbersOnly } from "./zh-cn-pieces.ts";

/** Which of several issues a short answer means. */

/** Of those that were listed: by number or words, by place, all, the urgent one, the first. More than that is no choice. */
export function chosenIn(plain: string, among: readonly number[], situation: Situation): readonly number[] {
  // 刚才派错了 speaks of what was sent before.
  if (declinesIt(plain) || SENT_WRONGLY.test(plain)) return [];
  const byNumber = numbersChosen(plain, among);
  if (byNumber.length > 0) return isNumberAndLittle(plain, titlesOf(byNumber, situation)) ? byNumber : [];
  const place = said.PLACE.exec(plain)?.[1];
  const byPlace = place === undefined ? undefined : among[placeNumber(place) - 1];
  if (byPlace !== undefined) return [byPlace];
  const issues = among.flatMap((number) => issueIn(situation, number) ?? []);
  if (isPlaceAlone(plain)) {
    const placed = placeIn(plain, among, issues);
    if (placed.length > 0) return placed;
  }
  const described = describedAlone(plain, issues, situation);
  return described === undefined ? [] : [described];
}

function titlesOf(numbers: readonly number[], situation: Situation): string {
  return numbers.map((number) => plainOf(issueIn(situation, number)?.title ?? "")).join("");
}

/** 都, 前面两个, 急的那个, 最后一个 */
function placeIn(plain: string, among: readonly number[], issues: readonly InSight[]): readonly number[] {
  if (said.ALL.test(plain)) return among;
  const places = placesSaid(plain, among.length);
  if (places.length > 1) return places.flatMap((one) => among[one - 1] ?? []);
  const urgent = issues.filter((one) => one.urgency === "urgent");
  if (said.URGENT_ONE.test(plain) && urgent.length === 1) return urgent.map((one) => one.number);
  if (said.FIRST_ONE.test(plain)) return among.slice(0, 1);
  return said.LAST_ONE.test(plain) ? among.slice(-1) : [];
}

/** Those of them whose numbers are written. */
export function numbersChosen(plain: string, among: readonly number[]): readonly number[] {
  const digits = isNumbersOnly(plain) ? digitsIn(plain) : [];
  if (digits.length > 0 && digits.every((one) => among.includes(one))) return digits;
  return [...new Set(referencesIn(plain, (number) => among.includes(number)).map((one) => one.number))].filter((one) =>
    among.includes(one),
  );
}

/**
 * The one that the words fit, where they fit no other and say nothing else. The name of a unit is in many titles, and a sentence
 * that has a word of one is a message of its own.
 */
export function describedAlone(
  plain: string,
  issues: readonly InSight[],
  { park }: Pick<Situation, "park">,
): number | undefined {
  const named = namedByChoice(withoutUnits(plain, park));
  if (named === null) return undefined;
  const [only, ...others] = describedIn(named, issues);
  if (only === undefined || others.length > 0) return undefined;
  const isNamed = [...named].length <= SHORT_NAME || besideTitle(named, plainOf(only.title)) <= FEW;
  return isNamed ? only.number : undefined;
}

/** 变压器, of a title with 电压. */
const SHORT_NAME = 4;
const FEW = 2;
