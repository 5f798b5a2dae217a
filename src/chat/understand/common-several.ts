import { isStaff } from "../../domain/issue/issue.ts";
import { freeCommon, isToldOfIssue } from "./common-meant.ts";
import type { Situation } from "./situation.ts";
import { carriesAText, commonStrictly } from "./zh-cn-common.ts";
import { severalSaid } from "./zh-cn-common-several.ts";

/**
 * G1和G3别搞混了，G3的时限12月9号: what names several common problems, each as its command says it. "unsure": it cannot be known of which of
 * them it is said. Null: fewer are named, or nothing is said of any.
 */
export function severalNamed(text: string, situation: Situation): readonly string[] | "unsure" | null {
  const { who, question } = situation;
  const isAsked = question?.ask === "need" || question?.ask === "which";
  if (!isStaff(who) || isAsked || isToldOfIssue(text, situation)) return null;
  return severalSaid(text, (one) => {
    const strict = commonStrictly(one);
    return strict !== null && carriesAText(strict) ? strict : (freeCommon(one, situation) ?? strict);
  });
}
