import { plainOf } from "../../domain/plain.ts";
import { unitAsked } from "./handing-said.ts";
import type { Doing, Step, Understood } from "./outcome.ts";
import { isAction, issueIn, mayMove } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { GOES_BACK_ON_IT } from "./zh-cn-handing.ts";
import { figuresUncounted, numbersWritten, referencesIn } from "./zh-cn-numbers.ts";
import { partLeftOut } from "./zh-cn-pieces.ts";
import { LEAVES_OPEN } from "./zh-cn-put-right.ts";

/** Nothing is done at once to an issue that was only found, where a number may mean another one, or where it is confidential. */

/** The same, with what is not certain shown first, or asked. */
export function surelyOf(understood: Understood, text: string, situation: Situation): Understood {
  const steps = understood.steps.map((step) => {
    if (isThere(step, situation)) return { kind: "decline" as const, doing: step.doing };
    return isTakenBack(step) ? unitAskedOf(step, situation) : step;
  });
  if (understood.answers === true || !steps.some(isMoved)) return { ...understood, steps };
  const plain = plainOf(text);
  const written = new Set([...numbersIn(plain), ...(situation.quote?.numbers ?? [])]);
  const isFound = (step: Step): step is Done => isMoved(step) && !written.has(step.doing.number ?? 0);
  if (!steps.some(isFound)) return { ...understood, steps };
  return { ...understood, steps: steps.map((step) => (isFound(step) ? asked(step, plain, situation) : step)) };
}

/** 22给审批局，不对，我再看看: who shall have it is asked, and nothing is sent with that note. */
function isTakenBack(step: Step): step is Done {
  return step.kind === "do" && step.doing.command === "dispatch" && LEAVES_OPEN.test(plainOf(step.doing.rest));
}

function unitAskedOf({ doing: { number } }: Done, situation: Situation): Step {
  return number === null ? { kind: "unknown" } : unitAsked(number, situation);
}

/** 24给派出所, which has it already: it is said so, and nothing is shown that could not be done. */
function isThere(step: Step, situation: Situation): step is Extract<Step, { readonly kind: "offer" }> {
  if (step.kind !== "offer" || step.doing.command !== "dispatch" || step.doing.number === null) return false;
  const issue = issueIn(situation, step.doing.number);
  return issue?.department != null && issue.state !== "submitted" && issue.department === step.doing.unit;
}

type Done = Extract<Step, { readonly kind: "do" }>;

function isMoved(step: Step): step is Done {
  return step.kind === "do" && isAction(step.doing.command) && step.doing.number !== null;
}

/** Whatever may be an issue's number as it is written. */
function numbersIn(plain: string): readonly number[] {
  return [...numbersWritten(plain), ...referencesIn(plain, () => true).map((one) => one.number)];
}

/** The issues in sight whose numbers stand there, and count nothing. */
function numbersMeant(plain: string, situation: Situation): readonly InSight[] {
  // 除了44都签: of that one nothing is said.
  const out = partLeftOut(plain);
  const numbers = figuresUncounted(plain)
    .filter(({ start }) => out === null || start < out.start || start >= out.end)
    .map(({ number }) => number);
  return [...new Set(numbers)].flatMap((number) => issueIn(situation, number) ?? []);
}

/** 派错了，改给经发, where nothing was sent to whom it could be: it is shown, since another one may be meant. */
function asked({ doing }: Done, plain: string, situation: Situation): Step {
  const others = numbersMeant(plain, situation);
  const offered: Step = { kind: "offer", doing };
  const isShown = isOfConfidence(doing, situation) || (doing.command === "dispatch" && GOES_BACK_ON_IT.test(plain));
  if (others.length === 0) return isShown ? offered : { kind: "do", doing };
  const able = others.filter((one) => mayMove(doing.command, one)).map(({ number }) => number);
  if (able.length === 0) return offered;
  const among = [...able, doing.number ?? 0].sort((one, other) => one - other);
  return { kind: "which", doing: { ...doing, number: null }, among };
}

/** 红包那件给公安: who reads of it from then on is not told again by a mistake. */
function isOfConfidence({ command, number }: Doing, situation: Situation): boolean {
  const gives = command === "dispatch" || command === "assist";
  return gives && number !== null && issueIn(situation, number)?.confidential === true;
}
