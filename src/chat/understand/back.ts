import { plainOf } from "../../domain/plain.ts";
import type { Step, Told, Understood } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { ADDS_TO_ONE, GOES_BACK_TO_LAST, POINTS_TO_ONE, SAYS_NO_USE } from "./zh-cn-back.ts";
import { isDanger } from "./zh-cn-danger.ts";
import { figuresUncounted } from "./zh-cn-numbers.ts";
import { tellsOfTrouble } from "./zh-cn-talk.ts";

/** What is said in a group of an issue and not of which: it may be of one that nobody may speak of there. Pure. */

/** What a company does at any time to an issue that is there. */
const AT_ANY_TIME: ReadonlySet<string> = new Set(["supplement", "withdraw", "urge", "avoid", "resume", "merge"]);
/** What it says to an answer. */
const TO_AN_ANSWER: ReadonlySet<string> = new Set(["solved", "accept", "unsolved", "rate"]);
/** Nothing of this kind was found here. */
const NOT_FOUND: ReadonlySet<Told> = new Set(["raised-elsewhere", "not-filed"]);

/** How far what is said goes back. */
export interface Back {
  /** To what was said last. */
  readonly toLast: boolean;
  /** To what was answered. */
  readonly toAnswer: boolean;
  /** To an issue that is there, by its words. */
  readonly toOne: boolean;
}

/** Null: it is of an issue that is named by its number, of nothing that is there, or answers what was asked. */
export function goesBack(understood: Understood, text: string, { quote }: Situation): Back | null {
  const plain = plainOf(text);
  const steps = understood.steps.filter(({ kind }) => kind !== "danger");
  if (understood.answers === true || quote !== null || steps.length === 0) return null;
  // 有1张照片: what is counted names no issue.
  const written = figuresUncounted(plain).map(({ number }) => number);
  if (!steps.every((step) => isLeft(step, written))) return null;
  const does = (commands: ReadonlySet<string>) =>
    steps.some((step) => "doing" in step && commands.has(step.doing.command));
  const isMove = does(AT_ANY_TIME);
  const isRaised = does(RAISES);
  const toLast = isMove || GOES_BACK_TO_LAST.test(plain);
  const toAnswer = does(TO_AN_ANSWER) || SAYS_NO_USE.test(plain);
  // 门口那个路灯不亮 is something new, whatever else is there.
  const toOne = isMove || (isRaised ? ADDS_TO_ONE : POINTS_TO_ONE).test(plain);
  return toLast || toAnswer || toOne ? { toLast, toAnswer, toOne } : null;
}

/** Whether something has happened, and nobody says that it is of what was said before. */
export function tellsAnew(text: string): boolean {
  const plain = plainOf(text);
  if ([POINTS_TO_ONE, GOES_BACK_TO_LAST, SAYS_NO_USE].some((words) => words.test(plain))) return false;
  return tellsOfTrouble(plain) || isDanger(text);
}

const RAISES: ReadonlySet<string> = new Set(["submit"]);

/** Of no issue that is named, and nothing that is raised by its word. */
function isLeft(step: Step, written: readonly number[]): boolean {
  if (step.kind === "tell") return NOT_FOUND.has(step.told);
  if (!("doing" in step)) return step.kind === "unknown";
  const { command, number } = step.doing;
  if (number !== null && written.includes(number)) return false;
  if (RAISES.has(command)) return step.kind !== "do";
  return AT_ANY_TIME.has(command) || TO_AN_ANSWER.has(command) || command === "status";
}
