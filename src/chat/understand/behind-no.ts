import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { unitsIn } from "./units.ts";
import { PUTS_OFF, SAYS_WHOSE_IT_IS } from "./zh-cn-answers.ts";
import { merelyPostpones } from "./zh-cn-company.ts";

/** What is said behind a no: why, or something else. */

/** Behind a no so much is more than a word to it. */
export const LONGEST_REASON = 8;

/** Whether more is said behind a no than why, or that it comes later. */
export function saysMore(rest: string): boolean {
  const plain = plainOf(rest);
  return [...plain].length >= LONGEST_REASON && !PUTS_OFF.test(plain) && !merelyPostpones(plain);
}

/**
 * 不对，这个是教育局管的吧, behind what a company is about to raise: it is shown again with that, which whoever dispatches reads. Null: no
 * unit is named so, or nothing is raised.
 */
export function believedTheirs(question: Firm, text: string, { who, park }: Situation): Understood | null {
  const doings = question.ask === "offer" ? question.doings : [];
  const isRaising = doings.length > 0 && doings.every((one) => one.command === "submit" && one.rest !== "");
  const said = SAYS_WHOSE_IT_IS.exec(plainOf(text))?.groups?.said;
  if (isStaff(who) || !isRaising || said === undefined || unitsIn(said, park).length === 0) return null;
  const isOne = doings.length === 1;
  const steps = doings.map(
    (one): Step => ({ kind: "offer", doing: isOne ? { ...one, rest: `${one.rest}\n${said}` } : one }),
  );
  return { steps, why: ["no", "whose-it-is"], answers: true };
}
