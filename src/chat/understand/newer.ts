import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { question as asking } from "./make.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import { read } from "./reading.ts";
import type { Situation } from "./situation.ts";
import { beginsVaguely, behindYes, isMereNo, isVagueYes, isYesAlone, YES } from "./zh-cn-answers.ts";
import { saysItIsWell } from "./zh-cn-results.ts";

/** Since something was offered, an own issue was answered, or its unit asked something: 好的 may be to that, which was told last. */

type Meant = (text: string, situation: Situation) => Understood;

/** 好的，谢谢，信号好多了: what is said to the newer; of 好的 alone both are shown. Null: it is said to the offer, or nothing is newer. */
export function saidOfNewer(question: Firm, text: string, situation: Situation, meant: Meant): Understood | null {
  const numbers = newerThan(question, situation);
  const plain = plainOf(text);
  if (question.ask !== "offer" || numbers.length === 0 || !mayBeToThem(plain)) return null;
  if (!isVagueYes(plain)) {
    const understood = meant(text, { ...situation, question: null, quote: { by: "bot", numbers } });
    if (understood.steps.some((step) => isOf(step, numbers))) return { ...understood, why: [...understood.why, NEWER] };
  }
  const reading = read(text, situation);
  const shown = numbers.map((number) => asking("status", reading, number));
  const again: readonly Step[] = question.doings.map((doing) => ({ kind: "offer", doing }));
  return { steps: [...shown, ...again], why: [NEWER, "both"], answers: true };
}

const NEWER = "newer";

function newerThan(question: Firm, { issues, who, quote }: Situation): readonly number[] {
  if (question.ask !== "offer" || isStaff(who) || quote !== null) return [];
  const offered = question.doings.map(({ number }) => number);
  return issues.flatMap(({ number, newer }) => (newer === true && !offered.includes(number) ? [number] : []));
}

/** A vague yes with more or without it, or that all is well; 好的，不用了 is a no to what was offered. */
function mayBeToThem(plain: string): boolean {
  if (isVagueYes(plain) || saysItIsWell(plain)) return true;
  if (isYesAlone(plain)) return false;
  const yes = YES.exec(plain)?.[0] ?? "";
  return beginsVaguely(plain) && !isMereNo(behindYes(plain.slice(yes.length)));
}

function isOf(step: Step, numbers: readonly number[]): boolean {
  if (!("doing" in step)) return false;
  return step.kind === "which" || numbers.some((number) => number === step.doing.number);
}
