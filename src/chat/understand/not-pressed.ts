import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import { PRESSING } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { isDeed } from "./waiting.ts";
import { NO } from "./zh-cn-answers.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { PRESSES, TURNS_IT, withoutPuttingOff } from "./zh-cn-not-pressed.ts";
import { TAKES_BACK_AN_ORDER } from "./zh-cn-orders.ts";
import { needsNothing, saysDone } from "./zh-cn-results.ts";
import { tellsOfTrouble } from "./zh-cn-talk.ts";
import { TAKES_BACK_AN_URGE, URGING } from "./zh-cn-urging.ts";

/** 信号那个先不急着催: nothing is pressed, taken back or raised by it, and it is said so. */

type Understand = (text: string, situation: Situation) => Understood;

/** Null: nobody says so. What else is said beside it is understood for itself. */
export function notPressed(text: string, situation: Situation, understand: Understand): Understood | null {
  const left = leftBeside(text, situation);
  if (left === null) return null;
  const told = answerIn(situation);
  if (!saysMore(plainOf(left))) return { steps: [told], why: ["urge-stands"] };
  const more = understand(left, situation);
  // 3号怎么样了，先别催: that is asked.
  const isAsked = more.steps.every((step) => step.kind === "do" && !isDeed(step.doing.command));
  if (isAsked || told.kind === "silence") return more;
  return { ...more, steps: [told, ...more.steps], why: ["urge-stands", ...more.why] };
}

/** What staff say in a group that nobody is to do, is said among people. */
function answerIn({ who, place }: Situation): Step {
  if (!isStaff(who)) return { kind: "tell", told: "urge-stands" };
  return place === "direct" ? { kind: "tell", told: "not-pressed" } : { kind: "silence" };
}

/** While something is asked: an offer to press is dropped by it, and whatever else waits for its answer waits on. */
export function notPressedNow(question: Firm, text: string, situation: Situation): Understood | null {
  const left = leftBeside(text, situation);
  if (left === null || saysMore(plainOf(left))) return null;
  const asked = question.ask === "offer" ? question.doings : [question.doing];
  const isOfPressing = asked.some(({ command }) => PRESSING.has(command));
  // 不催了: a no like any other.
  if (isOfPressing && NO.test(plainOf(text))) return null;
  const told = notPressed(text, situation, () => ({ steps: [], why: [] }));
  return told === null ? null : { ...told, ...(isOfPressing ? { answers: true } : { keepsQuestion: true }) };
}

function leftBeside(text: string, { who, quote }: Situation): string | null {
  if (isOfficial(who) || quote?.by === "person") return null;
  const plain = plainOf(text);
  if (isStaff(who)) return TAKES_BACK_AN_ORDER.test(plain) ? null : withoutPuttingOff(text);
  if (TAKES_BACK_AN_URGE.test(plain)) return "";
  const left = withoutPuttingOff(text);
  // 不想老催你们，但是都三天了: it is pressed all the same.
  return left !== null && TURNS_IT.test(left) && URGING.test(left) ? null : left;
}

/** Of why it is not pressed nothing is made: 老板说再等等. */
function saysMore(left: string): boolean {
  if ([...left].length > LONGEST_REASON) return true;
  return needsNothing(left) || PRESSES.test(left) || saysDone(left) || tellsOfTrouble(left) || asksSomething(left);
}

const LONGEST_REASON = 24;
