import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { calledFreely } from "./common-meant.ts";
import type { Step, Understood } from "./outcome.ts";
import { describedIn, numbersNamed, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { saysCommon } from "./zh-cn-common.ts";
import { saysNumberOfCommon } from "./zh-cn-common-free.ts";
import { calledOf, isDoneAtOnce, isOfItsMembers, type OfCalled, ofNumber } from "./zh-cn-common-offered.ts";

/** 停电那个…, where nothing else says that it is of a common problem: it is so where one is called so, which the ledger knows. Pure. */

/** The words by which a common problem is called, where it was taken for one because of them alone. */
export function merelyCalled({ steps }: Understood, text: string): string | null {
  if (saysCommon(text) || saysNumberOfCommon(text)) return null;
  for (const step of steps) {
    const called = "doing" in step && step.doing.command === "common" ? calledOf(step.doing.rest) : null;
    if (called !== null) return called.called;
  }
  return null;
}

/** What belongs to one, or who leads it, is said of nothing else. */
export function isOfMembers({ steps }: Understood): boolean {
  return steps.every((step) => "doing" in step && isOfItsMembers(step.doing.rest));
}

/** What may be said of one by words that were taken for nothing, or for something of an issue that nobody named. */
export function perhapsCalled({ steps, why }: Understood, text: string, situation: Situation): OfCalled | null {
  const { who, question, quote } = situation;
  const isAsked = question !== null && question.ask !== "ways";
  if (
    !isStaff(who) ||
    quote !== null ||
    isAsked ||
    why[0] === "command" ||
    (why[0] !== "told-them" && !steps.every(isLoose))
  )
    return null;
  if (numbersNamed(plainOf(text), situation).length > 0) return null;
  const meant = calledFreely(text, situation);
  const said = meant === null ? null : calledOf(meant.slice(meant.indexOf(" ") + 1));
  // Who merely asks how it stands may mean an issue.
  return said?.rest.startsWith("⟪") === false ? said : null;
}

/** Nothing would be done by it but a note. */
function isLoose(step: Step): boolean {
  if (step.kind === "unknown" || step.kind === "which" || step.kind === "tell") return true;
  return (step.kind === "need" && step.what === "number") || ("doing" in step && step.doing.command === "note");
}

/** The same of the one whose number is known: shown first where an issue is called so as well. */
export function ofTheCalled(said: OfCalled, id: number, text: string, { issues, commands }: Situation): Understood {
  const isOfIssue = describedIn(plainOf(text), issues, SURE_SCORE).length > 0;
  const shows = isOfIssue && isDoneAtOnce(said);
  const word = commands.find(({ name }) => name === "common")?.words[0] ?? "";
  const doing = { command: "common", word, number: null, rest: ofNumber(said, id, shows) };
  return { steps: [{ kind: shows ? "offer" : "do", doing }], why: ["of-common", "called"] };
}
