import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { numbersAhead } from "./content.ts";
import { filledWith, type Need } from "./filled.ts";
import { shownFirst, wordsFor } from "./make.ts";
import type { Firm, Step, Understood } from "./outcome.ts";
import { isAction, isKnownIn } from "./sight.ts";
import type { Quote, Situation } from "./situation.ts";
import { asksSomething, complains } from "./zh-cn-asks.ts";
import { numberAtStart, referencesIn } from "./zh-cn-numbers.ts";
import { REFUSES } from "./zh-cn-put-right.ts";
import * as said from "./zh-cn-waiting.ts";

/**
 * What is said while a text or a reason is waited for. Whatever speaks against its being that text is not carried out as one: what is
 * clearly something else is done or offered, what comes later is waited for, and what is left in doubt is shown first.
 */

/** How a message is understood while nothing is asked. */
type Meant = (text: string, situation: Situation) => Understood;

/** Null: nothing speaks against it. */
export function besideText(question: Firm, text: string, situation: Situation, meant: Meant): Understood | null {
  if (question.ask !== "need" || !WAITED_FOR.has(question.what) || !isDeed(question.doing.command)) return null;
  const content = said.withoutLeads(text, plainOf);
  const plain = plainOf(content);
  if (said.comesLater(plain, question.doing.command === "supervise"))
    return { steps: [{ kind: "silence" }], why: ["later"], keepsQuestion: true };
  if (said.GIVES_IT_UP.test(plain)) return { steps: [{ kind: "silence" }], why: ["no"], answers: true };
  if (said.deniesTheDeed(plain, wordsFor(question.doing, situation)))
    return { steps: [{ kind: "silence" }], why: ["no", "more"], answers: true };
  const unasked = { ...situation, question: null, quote: null };
  const other = ofAnother(question, content, unasked, meant);
  if (other !== null || question.what === "date") return other;
  return (
    inquired(content, question, unasked, meant) ??
    turned(question, content, unasked, meant) ??
    doubted(question, text, situation)
  );
}

const WAITED_FOR: ReadonlySet<Need["what"]> = new Set(["text", "reason", "date"]);

/** Whether something is done by it, and not merely asked: a search may be for anything. */
export function isDeed(command: string): boolean {
  return isAction(command) || OTHER_DEEDS.has(command);
}

const OTHER_DEEDS: ReadonlySet<string> = new Set(["submit", "for", "followup", "common"]);

/** 9的延期批了, 18号路灯明天修好: it begins with another issue, and something is made of it. */
function ofAnother(question: Need, content: string, situation: Situation, meant: Meant): Understood | null {
  const { doing } = question;
  const ahead = numbersAhead(content, situation);
  if (ahead.length === 0 || (doing.number !== null && ahead.includes(doing.number))) return null;
  const together = ofTheseToo(question, ahead, content);
  if (together !== null) return together;
  const understood = meant(content, situation);
  const isOfIt = (step: Step) => "doing" in step && step.doing.number !== null && step.doing.number !== doing.number;
  return understood.steps.length > 0 && understood.steps.every(isOfIt)
    ? { steps: understood.steps, why: [...understood.why, "another-number"] }
    : null;
}

/** 21和23也一样，下周加两班: shown for all of them. */
function ofTheseToo({ doing, what }: Need, ahead: readonly number[], content: string): Understood | null {
  const plain = plainOf(content);
  const last = referencesIn(plain, (number) => ahead.includes(number)).findLast(({ number }) => ahead.includes(number));
  const behind = last === undefined ? null : said.IS_OF_THESE_TOO.exec(plain.slice(last.end));
  if (doing.number === null || what === "date" || last === undefined || behind === null) return null;
  const rest = content.slice(last.end + behind[0].length).trim();
  const numbers = [doing.number, ...ahead];
  return {
    steps: numbers.map((number) => ({ kind: "offer", doing: { ...doing, number, rest } })),
    why: ["these-too"],
    answers: true,
  };
}

const LONGEST_INQUIRY = 14;
/** Questions about no single issue. */
export const INQUIRIES: ReadonlySet<string> = new Set([
  "todo",
  "mine",
  "stats",
  "brief",
  "overdue",
  "unsigned",
  "units",
  "help",
  "human",
  "theme",
  "common",
]);

/** 我的待办有几件, 这个是谁提的: a short question of another kind is no text. */
function inquired(content: string, question: Need, situation: Situation, meant: Meant): Understood | null {
  if ([...content].length > LONGEST_INQUIRY) return null;
  const understood = meant(content, situation);
  const isInquiry = ({ steps }: Understood, ofOne: boolean) =>
    steps.every(
      (step) => step.kind === "do" && (ofOne ? !isDeed(step.doing.command) : INQUIRIES.has(step.doing.command)),
    );
  if (isInquiry(understood, false)) return understood;
  if (!isDoubtfulQuestion(question, plainOf(content), situation)) return null;
  const ofThis = meant(content, { ...situation, quote: quoteOf(question) });
  return isInquiry(ofThis, true) ? ofThis : null;
}

function quoteOf({ doing: { number } }: Need): Quote | null {
  return number === null ? null : { by: "bot", numbers: [number] };
}

/** 还是派给社会局吧, asked why #24 is not accepted: another move of it, shown first. */
function turned(question: Need, content: string, situation: Situation, meant: Meant): Understood | null {
  const { doing, what } = question;
  const quote = quoteOf(question);
  if (quote === null || !isStaff(situation.who)) return null;
  // 不同意，让他们年底前兑现, asked why it is refused: so it is, and what follows is why.
  if (doing.command === "refuse" && REFUSES.test(plainOf(content))) return null;
  const instead = said.insteadIn(content, plainOf(content), what === "reason");
  if (instead === null) return null;
  const { steps, why } = meant(instead, { ...situation, quote });
  const isOther = (step: Step) =>
    "doing" in step &&
    step.kind !== "decline" &&
    isAction(step.doing.command) &&
    step.doing.number === doing.number &&
    step.doing.command !== doing.command &&
    step.doing.command !== "note";
  if (steps.length === 0 || !steps.every(isOther)) return null;
  return {
    steps: steps.map(shownFirst),
    why: [...why, "turned"],
  };
}

/** What may be the text, and may be none, is shown before anybody has it. */
function doubted(question: Need, text: string, situation: Situation): Understood | null {
  if (!isDoubtful(question, plainOf(said.withoutLeads(text, plainOf)), situation)) return null;
  const filled = filledWith(question, text, situation);
  return filled?.kind === "do"
    ? { steps: [{ kind: "offer", doing: filled.doing }], why: ["in-doubt"], answers: true }
    : null;
}

function isDoubtful(question: Need, plain: string, situation: Situation): boolean {
  const { doing } = question;
  const others = referencesIn(plain, isKnownIn(situation)).filter(({ number }) => number !== doing.number);
  if (others.length > 0 && (asksSomething(plain) || !said.NAMES_IT_BESIDE.test(plain))) return true;
  const first = numberAtStart(plain);
  if (first !== null && first !== doing.number && isKnownIn(situation)(first)) return true;
  if (isDoubtfulQuestion(question, plain, situation) || said.saysTheContrary(doing.command, plain)) return true;
  if (question.what === "text" && said.mayPutOff(plain)) return true;
  if (!isStaff(situation.who)) return said.BEGINS_DOUBTFULLY_FOR_A_COMPANY.test(plain);
  return !WAITS_FOR_SOMETHING.has(doing.command) && said.BEGINS_DOUBTFULLY.test(plain);
}

/** 等上级审批 is why more time is asked for. */
const WAITS_FOR_SOMETHING: ReadonlySet<string> = new Set(["extend", "hold"]);

function isDoubtfulQuestion({ doing }: Need, plain: string, { who }: Situation): boolean {
  return isStaff(who) && !MAY_ASK.has(doing.command) && asksSomething(plain) && !complains(plain);
}

/** In these a question may be the text itself. */
const MAY_ASK: ReadonlySet<string> = new Set(["ask", "supervise", "for", "submit", "note", "contact", "common"]);
