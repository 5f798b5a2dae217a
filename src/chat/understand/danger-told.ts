import { isStaff } from "../../domain/issue/issue.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { RAISING } from "./while-open.ts";
import { isDanger, tellsItIsOver } from "./zh-cn-danger.ts";

/** Whom to call is said before everything else, wherever a company's words tell of danger. */

/** The same, behind whom to call when it tells of danger; of a new issue whoever files it says so. `more`: what it goes on about. */
export function warnedOf(understood: Understood, text: string, situation: Situation, more = ""): Understood {
  const warns = tellsOfDanger(understood, text, situation) || (more !== "" && isDanger(more) && !tellsItIsOver(text));
  if (!warns || understood.steps.some((step) => step.kind === "danger")) return understood;
  return { ...understood, steps: [{ kind: "danger" }, ...understood.steps] };
}

/** 灭了灭了, said to danger that is shown to be filed: nobody is alarmed again, and it is filed by its word alone. */
export function endOfShown(question: Firm, text: string): Understood | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [];
  if (doing?.command !== "submit" || more.length > 0) return null;
  if (!isDanger(doing.rest) || !tellsItIsOver(text)) return null;
  const shown = { ...doing, rest: `${doing.rest}\n${text.trim()}` };
  return { steps: [{ kind: "over", shown }], why: ["over"], answers: true };
}

/** What is said of an issue may tell of danger, too, what is offered, and what nothing else is made of. */
function tellsOfDanger({ steps }: Understood, text: string, { who, question }: Situation): boolean {
  const offers = steps.flatMap((step) => (step.kind === "offer" && RAISING.has(step.doing.command) ? [step] : []));
  // What is shown once more beside another matter was warned of before.
  const before = question?.ask === "offer" ? question.doings : [];
  const fresh = offers.filter(({ doing }) => !before.includes(doing));
  if ((fresh.length > 0 ? fresh : offers).some(inDanger)) return true;
  const isCompanysText = !isStaff(who) && isDanger(text);
  if (isCompanysText && steps.some(isNothingElse)) return true;
  const ofIssues = steps.filter(isCompanys);
  return ofIssues.length > 0 && (isCompanysText || ofIssues.some(inDanger));
}

/** 冒烟了，打谁电话: whom to call was asked, or nothing was understood. */
function isNothingElse(step: Step): boolean {
  return step.kind === "unknown" || (step.kind === "do" && step.doing.command === "human");
}

function inDanger(step: Step): boolean {
  return "doing" in step && isDanger(step.doing.rest);
}

function isCompanys(step: Step): boolean {
  return step.kind !== "decline" && "doing" in step && WITH_ITS_TEXT.has(step.doing.command);
}

/** What a company says of an issue that goes on. */
const WITH_ITS_TEXT: ReadonlySet<string> = new Set(["supplement", "unsolved", "reopen", "urge", "join"]);
