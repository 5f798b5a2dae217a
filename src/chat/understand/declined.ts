import { plainOf } from "../../domain/plain.ts";
import { merelyLeavesOut } from "./left-out.ts";
import { deed } from "./make.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import { isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsCalled, unitsIn } from "./units.ts";
import { GIVES_UP } from "./zh-cn-answers.ts";
import { withoutDropping } from "./zh-cn-left-out.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { clausesOf } from "./zh-cn-pieces.ts";
import { KNOWS_NO_UNIT } from "./zh-cn-requests.ts";

/** 算了不给社会局, while it is offered that this unit shall have it: a no, which names no other unit and no other issue. */

/** Null: nothing is said but that a unit is not to have it, or another unit than the one in question. */
export function unitDeclined(question: Firm, text: string, situation: Situation): Understood | null {
  const unknown = isOfUnit(question) && question.doing.command === "return" ? unitUnknown(text, situation) : null;
  if (unknown !== null) return unknown;
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

/** 我也不知道给谁，税务不在园区, of a return that waits: the office finds the unit, and why is kept for it. Null: a unit is not spoken of so. */
export function unitUnknown(text: string, situation: Situation): Understood | null {
  if (!KNOWS_NO_UNIT.test(plainOf(text))) return null;
  const [returned, ...more] = situation.issues.filter(
    ({ request, parties }) => request === "return" && parties.includes("lead"),
  );
  if (returned === undefined) return null;
  const told: Step = { kind: "tell", told: "unit-is-found" };
  const tellsWhy = more.length === 0 && clausesOf(text).length > 1;
  const noted: Step = { kind: "offer", doing: deed("note", situation, returned.number, text.trim()) };
  return { steps: tellsWhy ? [told, noted] : [told], why: ["no-unit"], answers: true };
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
