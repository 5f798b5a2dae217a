import { digitsIn } from "./parse.ts";
import { describedIn, issueIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import * as said from "./zh-cn-answers.ts";
import { placeNumber, placesSaid, referencesIn } from "./zh-cn-numbers.ts";
import { isNumbersOnly } from "./zh-cn-pieces.ts";

/** Which of several issues a short answer means. */

/** Of those that were listed: by number or words, by place, all, the urgent one, the first. */
export function chosenIn(plain: string, among: readonly number[], situation: Situation): readonly number[] {
  const issues = among.flatMap((number) => issueIn(situation, number) ?? []);
  const byNumber = numbersChosen(plain, among);
  if (byNumber.length > 0) return byNumber;
  const place = said.PLACE.exec(plain)?.[1];
  const byPlace = place === undefined ? undefined : among[placeNumber(place) - 1];
  if (byPlace !== undefined) return [byPlace];
  if (said.ALL.test(plain)) return among;
  const described = describedAlone(plain, issues);
  if (described !== undefined) return [described];
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

/** The one that the words fit, where they fit no other. */
export function describedAlone(plain: string, issues: readonly InSight[]): number | undefined {
  const [only, ...others] = describedIn(plain, issues);
  return others.length === 0 ? only?.number : undefined;
}
