import { plainOf } from "../../domain/plain.ts";
import { PUTS_OFF } from "./zh-cn-answers.ts";
import { merelyPostpones } from "./zh-cn-company.ts";

/** What is said behind a no: why, or something else. */

/** Behind a no so much is more than a word to it. */
export const LONGEST_REASON = 8;

/** Whether more is said behind a no than why, or that it comes later. */
export function saysMore(rest: string): boolean {
  const plain = plainOf(rest);
  return [...plain].length >= LONGEST_REASON && !PUTS_OFF.test(plain) && !merelyPostpones(plain);
}
