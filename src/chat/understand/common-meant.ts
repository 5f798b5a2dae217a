import { isStaff } from "../../domain/issue/issue.ts";
import type { Situation } from "./situation.ts";
import { commonSaid } from "./zh-cn-common.ts";

/** What is said of a common problem by its own number, as its command says it. Null: nothing is. */
export function commonMeant(text: string, { who, question }: Situation): string | null {
  // Where it is asked which one is meant, it is the answer; and to a company G1 is a building of its own.
  const isAsked = question?.ask === "need" || question?.ask === "which";
  return isStaff(who) && !isAsked ? commonSaid(text) : null;
}
