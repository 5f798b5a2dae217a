import { plainOf } from "../../domain/plain.ts";
import { aboutIssues } from "./free.ts";
import { handingSaid, suggestionTaken } from "./handing-said.ts";
import type { Doing, Firm, Missing, Step, Understood } from "./outcome.ts";
import { read } from "./reading.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { referencesIn } from "./zh-cn-numbers.ts";

/** A full order, with its own number, is no answer to what was asked of another one: 派 40 给住建局, asked into which #41 goes. */
export function otherOrder(question: Firm, text: string, situation: Situation): Understood | null {
  if (question.ask === "offer") return null;
  const { doing } = question;
  const reading = read(text, { ...situation, question: null, quote: null });
  // 14 1, asked which one is to be dispatched.
  const taken = doing.command === "dispatch" ? suggestionTaken(reading) : null;
  if (taken !== null) return { ...taken, answers: true };
  const isNamed = reading.referred.length > 0 || reading.units.length > 0;
  if (!isNamed && question.ask !== "which") return null;
  // A text may tell of other issues, and a day be written like a number: who gives an issue away begins with it.
  const isTold = question.ask === "need" && TOLD.has(question.what);
  const handed = handingSaid(reading);
  const steps = handed ?? (isTold ? null : aboutIssues(reading));
  if (steps === null || steps.length === 0) return null;
  // 33好了，35没好: of each that is named something is said.
  const isOfEach = steps.length >= reading.referred.length;
  if (question.ask === "which" && isOfEach && steps.every((step) => isOtherOfThem(step, question, isNamed)))
    return { steps, why: ["other-order"] };
  if (!isNamed) return null;
  if (!steps.every((step) => isOther(step, doing) || (handed !== null && isOfOther(step, doing)))) return null;
  return { steps, why: ["other-order"] };
}

const TOLD: ReadonlySet<Missing> = new Set(["text", "reason", "date"]);

/** It is whole, and of another kind, of another issue, or says itself what it is about. */
function isOther(step: Step, asked: Doing): boolean {
  if ((step.kind !== "do" && step.kind !== "decline") || !isAction(step.doing.command) || step.doing.number === null)
    return false;
  const { command, number, rest } = step.doing;
  if (command !== asked.command) return true;
  return rest !== "" && (asked.number === null ? asked.rest !== rest : number !== asked.number);
}

/** 25撤掉, 空调那个撤了吧, asked to which of them it is to be added: what shall be done with it is said, and it is no choice. */
function isOtherOfThem(step: Step, { doing, among }: Extract<Firm, { ask: "which" }>, isNamed: boolean): boolean {
  if (step.kind !== "offer" || step.doing.number === null || !among.includes(step.doing.number)) return false;
  const { command } = step.doing;
  return command !== doing.command && (isNamed ? isAction(command) : BY_THEIR_WORDS.has(command));
}

/** What is said of one that is called by its words, and not by a number. */
const BY_THEIR_WORDS: ReadonlySet<string> = new Set(["withdraw", "urge"]);

/** 37给经发局, asked who shall have #33: that it is shown first makes it no answer. */
function isOfOther(step: Step, asked: Doing): boolean {
  return step.kind === "offer" && asked.number !== null && step.doing.number !== asked.number;
}

/** 错了，是9号: the same of another issue. */
export function otherNumber(question: Firm, rest: string, situation: Situation): Step | null {
  const [doing] = question.ask === "offer" ? question.doings : [];
  const [other] = referencesIn(plainOf(rest), isKnownIn(situation));
  if (
    doing?.number == null ||
    other === undefined ||
    other.number === doing.number ||
    [...rest].length > LONGEST_NUMBER
  )
    return null;
  return { kind: "offer", doing: { ...doing, number: other.number } };
}

/** More than a number says more. */
const LONGEST_NUMBER = 8;
