import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Question, Step, Understood } from "./outcome.ts";
import { commandsIn } from "./several.ts";
import { isAction, numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { commonSaid, saysCommon } from "./zh-cn-common.ts";
import { commonContinued, commonTold } from "./zh-cn-common-continued.ts";
import { commonInWords, saysNumberOfCommon } from "./zh-cn-common-free.ts";
import { PROPOSAL, proposalMeant } from "./zh-cn-common-proposed.ts";
import { AGREES, saysNothing } from "./zh-cn-courtesy.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { BARE_YES } from "./zh-cn-work.ts";

/** What is said of a common problem by its own number, by words, or right after one was spoken of, as its command says it. Null: nothing is. */
export function commonMeant(text: string, situation: Situation): string | null {
  const { who, question } = situation;
  // Where it is asked which one is meant, it is the answer; and to a company G1 is a building of its own.
  const isAsked = question?.ask === "need" || question?.ask === "which";
  if (!isStaff(who)) return null;
  // G2 到哪步了 answers no question which issue is meant, or when.
  if (isAsked)
    return question.doing.command === "common" || ASKS_FOR_WORDS.has(whatOf(question)) ? null : commonSaid(text);
  const ofProposal = situation.quote === null ? proposalMeant(text, question) : null;
  return ofProposal ?? commonSaid(text) ?? inWords(text, situation) ?? continued(text, situation);
}

function whatOf(question: Extract<Question, { ask: "need" | "which" }>): string {
  return question.ask === "need" ? question.what : "number";
}

/** Their answer may begin with anything. */
const ASKS_FOR_WORDS: ReadonlySet<string> = new Set(["text", "reason"]);

/** Whether a common problem, or what may become one, was spoken of last. */
export function isOfCommons(question: Extract<Question, { ask: "ways" }>): boolean {
  return question.common !== undefined || question.ways.some(({ said }) => said === PROPOSAL);
}

function isNearCommons({ question, quote }: Situation): boolean {
  return question?.ask === "ways" && quote === null && isOfCommons(question);
}

function spokenOf({ question, quote }: Situation): number | undefined {
  return question?.ask === "ways" && quote === null ? question.common : undefined;
}

/** With the word 共性; not where a command of an issue carries it in its text. */
function inWords(text: string, situation: Situation): string | null {
  if ((!saysCommon(text) && !saysNumberOfCommon(text)) || situation.quote !== null) return null;
  const commands = commandsIn(text, situation);
  if (commands.some(({ spec, number }) => number !== null || !isAction(spec.name) || TELLS_OF_ISSUES.has(spec.name)))
    return null;
  return freeCommon(text, situation);
}

/** What stands behind these is of an issue, whatever it says. */
const TELLS_OF_ISSUES: ReadonlySet<string> = new Set(["submit", "note", "supervise", "feedback", "supplement"]);

/** The same for what is written behind the command's own word: 共性 路坑那个怎么样了. */
export function freeCommon(text: string, situation: Situation): string | null {
  return commonInWords(text, { spokenOf: spokenOf(situation), ...besideIn(text, situation) });
}

function continued(text: string, situation: Situation): string | null {
  const common = spokenOf(situation);
  if (common === undefined) return null;
  const isCommand = commandsIn(text, situation).some(({ spec, number }) => number !== null || !OF_BOTH.has(spec.name));
  return commonContinued(text, common, { ...besideIn(text, situation), isCommand });
}

/** Commands of an issue that say the same of a common problem. */
const OF_BOTH: ReadonlySet<string> = new Set(["void", "extend", "status", "resume", "reopen", "urge", "supervise"]);

function besideIn(text: string, { now, park, who }: Situation) {
  return { date: firstDate(text.slice(0, LOOKED_AT), now, park.calendar), sets: isCoordinator(who) };
}

/** A day that stands further on is no deadline alone. */
const LOOKED_AT = 60;

/** Right after a common problem words that name no issue may be about that: to no issue is anything done, or offered, by a guess. */
export function ratherAsked(understood: Understood, text: string, situation: Situation): Understood {
  if (!isNearCommons(situation) || numbersNamed(plainOf(text), situation).length > 0) return understood;
  if (understood.why[0] === "command" || !understood.steps.some(isGuessed)) return understood;
  const plain = plainOf(text);
  if (saysNothing(plain) || AGREES.test(plain) || BARE_YES.test(plain))
    return { steps: [{ kind: "silence" }], why: ["courtesy"], keepsQuestion: true };
  const tell = { kind: "tell", told: "common-or-issue" } as const;
  return offeredOfCommon(text, situation) ?? { steps: [tell], why: ["of-common"], keepsQuestion: true };
}

/** 今天已经和渣土公司签了承诺书, which is of no issue: shown as what it would be of the one that was spoken of, and done after a yes. */
export function offeredOfCommon(text: string, situation: Situation): Understood | null {
  const common = spokenOf(situation);
  const rest = common === undefined ? null : commonTold(text, common, besideIn(text, situation));
  if (rest === null) return null;
  const word = rest.slice(0, rest.indexOf(" "));
  const doing = { command: "common", word, number: null, rest: rest.slice(word.length + 1) };
  return { steps: [{ kind: "offer", doing }], why: ["of-common"] };
}

function isGuessed(step: Step): boolean {
  return "doing" in step && isAction(step.doing.command);
}
