import { plainOf } from "../../domain/plain.ts";
import { merelyLeavesOut } from "./left-out.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsCalled, unitsIn } from "./units.ts";
import { GIVES_UP } from "./zh-cn-answers.ts";
import { withoutDropping } from "./zh-cn-left-out.ts";
import { referencesIn } from "./zh-cn-numbers.ts";

/** 算了不给社会局, while it is offered that this unit shall have it: a no, which names no other unit and no other issue. */

/** Null: nothing is said but that a unit is not to have it, or another unit than the one in question. */
export function unitDeclined(question: Firm, text: string, situation: Situation): Understood | null {
  const doings = question.ask === "offer" ? question.doings : [question.doing];
  const plain = plainOf(text);
  const numbers = referencesIn(plain, isKnownIn(situation));
  if (numbers.some(({ number }) => doings.every((one) => one.number !== number))) return null;
  const behind = withoutDropping(plain.slice(numbers.at(-1)?.end ?? 0));
  if (!merelyLeavesOut(behind, situation)) return null;
  const left = unitsCalled(behind, situation.park).map(({ found }) => found.code);
  const offered = doings.flatMap(
    ({ unit, rest }) => unit ?? unitsIn(plainOf(rest), situation.park)[0]?.found.code ?? [],
  );
  if (offered.some((code) => left.includes(code)) || (isOfUnit(question) && GIVES_UP.test(plain)))
    return { steps: [{ kind: "silence" }], why: ["no"], answers: true };
  return offered.length === 0 && !isOfUnit(question) ? null : askedAgain(question);
}

/** 别给社会局, asked who shall have it, or where another unit is shown: the same is asked once more. */
function askedAgain(question: Firm): Understood {
  return { steps: again(question), why: ["answer"], answers: true };
}

function again(question: Firm): readonly Step[] {
  switch (question.ask) {
    case "offer":
      return question.doings.map((doing) => ({ kind: "offer", doing }));
    case "which":
      return [{ kind: "which", doing: question.doing, among: question.among }];
    case "need":
      return [{ kind: "need", doing: question.doing, what: question.what }];
  }
}

function isOfUnit(question: Firm): question is Extract<Firm, { ask: "need" }> {
  return question.ask === "need" && question.what === "unit";
}
