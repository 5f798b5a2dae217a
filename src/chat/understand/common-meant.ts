import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import type { Situation } from "./situation.ts";
import { commonSaid } from "./zh-cn-common.ts";
import { commonContinued } from "./zh-cn-common-continued.ts";
import { firstDate } from "./zh-cn-dates.ts";

/** What is said of a common problem by its own number, or right after one was spoken of, as its command says it. Null: nothing is. */
export function commonMeant(text: string, situation: Situation): string | null {
  const { who, question } = situation;
  // Where it is asked which one is meant, it is the answer; and to a company G1 is a building of its own.
  const isAsked = question?.ask === "need" || question?.ask === "which";
  if (!isStaff(who) || isAsked) return null;
  return commonSaid(text) ?? continued(text, situation);
}

function continued(text: string, { who, question, quote, now, park }: Situation): string | null {
  const spokenOf = question?.ask === "ways" ? question.common : undefined;
  if (spokenOf === undefined || quote !== null) return null;
  const date = firstDate(text.slice(0, LOOKED_AT), now, park.calendar);
  return commonContinued(text, spokenOf, { date, sets: isCoordinator(who) });
}

/** A day that stands further on is no deadline alone. */
const LOOKED_AT = 60;
