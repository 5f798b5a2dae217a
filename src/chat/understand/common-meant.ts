import { isCoordinator, isStaff } from "../../domain/issue/issue.ts";
import type { Park } from "../../domain/park/park.ts";
import { plainOf } from "../../domain/plain.ts";
import { exceptedHere } from "./excepted.ts";
import type { Question, Step, Understood } from "./outcome.ts";
import { affirmedIn } from "./roles.ts";
import { commandsIn } from "./several.ts";
import { describedIn, isAction, numbersNamed, SURE_SCORE } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { companiesIn, companiesMeant, peopleIn, unitsIn } from "./units.ts";
import { commonSaid, commonsMerged, mergedByWords, saysCommon } from "./zh-cn-common.ts";
import { answeredOfCalled, answeredToo } from "./zh-cn-common-answered.ts";
import {
  commonCalled,
  commonContinued,
  commonTold,
  isAnswerToSeveral,
  isCalledByRank,
  isSurelyOfCommon,
  namesAnother,
} from "./zh-cn-common-continued.ts";
import { commonInWords, commonNamedFirst, dayMeant, saysBefore, saysNumberOfCommon } from "./zh-cn-common-free.ts";
import { isMadeOfCompanies, madeOfCalled } from "./zh-cn-common-members.ts";
import {
  commonMended,
  commonsSaid,
  insteadIn,
  isAnswer,
  isToldAtLength,
  ledWithPlan,
  saysItIsWrong,
} from "./zh-cn-common-mended.ts";
import { commonIn, commonShownAnew, isAnswerToAll, isSteady, ratherOfCommon } from "./zh-cn-common-offered.ts";
import { PROPOSAL, proposalMeant, proposalsMeant } from "./zh-cn-common-proposed.ts";
import { spelledApart } from "./zh-cn-common-said.ts";
import { AGREES, saysNothing } from "./zh-cn-courtesy.ts";
import { firstDate } from "./zh-cn-dates.ts";
import { ANSWERS_AN_ORDER } from "./zh-cn-feedback.ts";
import { BARE_YES } from "./zh-cn-work.ts";

/** What is said of a common problem by its own number, by words, or right after one was spoken of, as its command says it. Null: nothing is. */
export function commonMeant(said: string, situation: Situation): string | null {
  const { who, question } = situation;
  const text = spelledApart(said);
  // Where it is asked which one is meant, it is the answer; and to a company G1 is a building of its own.
  const isAsked = question?.ask === "need" || question?.ask === "which";
  if (!isStaff(who) || ANSWERS_AN_ORDER.test(plainOf(text))) return null;
  // G2 到哪步了 answers no question which issue is meant, or when.
  if (isAsked)
    return question.doing.command === "common" || ASKS_FOR_WORDS.has(whatOf(question))
      ? null
      : (ofWhich(question, text) ?? commonSaid(text));
  const ofProposal = situation.quote === null ? proposalMeant(text, question) : null;
  return (
    ofProposal ??
    commonsMerged(plainOf(text)) ??
    (isCoordinator(who) && situation.quote === null && situation.callsNoCommon !== true
      ? mergedByWords(plainOf(text))
      : null) ??
    commonSaid(text) ??
    (situation.quote !== null || situation.callsNoCommon === true ? null : answeredOfCalled(text)) ??
    inWords(text, situation) ??
    continued(text, situation)
  );
}

/** What puts right what was just done about one, or says several things of it: each as its command says it. Null: neither is said. */
export function commonsMeant(text: string, situation: Situation): readonly string[] | null {
  const { who, question, quote, park } = situation;
  const proposed = isStaff(who) && quote === null ? proposalsMeant(text, question) : null;
  if (proposed !== null) return proposed;
  const named = commonNamedFirst(text);
  const common = named ?? spokenOf(situation);
  const isBeside = question === null || question.ask === "ways";
  if (!isStaff(who) || quote !== null || common === undefined || !isBeside) return null;
  if (ANSWERS_AN_ORDER.test(plainOf(text))) return null;
  if (commandsIn(text, situation).some(({ number }) => number !== null)) return null;
  const did = named === null && question?.ask === "ways" ? question.did : undefined;
  const unit = (plain: string) => {
    const [only, ...more] = affirmedIn(plain, unitsIn(plain, park));
    return only === undefined || more.length > 0 ? null : only.found.name;
  };
  const day = (said: string) => besideIn(said, situation).date;
  const sets = isCoordinator(who);
  let mended = answeredToo(text, common, did);
  for (const one of did?.split("\n").toReversed() ?? [])
    mended ??= commonMended(text, { id: common, did: one, sets }, { unit, day });
  const read = (one: string) =>
    commonInWordsOf(one, common, situation) ?? commonContinued(one, common, besideIn(one, situation));
  const instead = did === undefined ? null : insteadIn(text);
  const said = mended !== null || instead === null ? null : read(instead);
  const several = commonsSaid(instead ?? text, read) ?? ledWithPlan(instead ?? text, common, { read, day });
  if (mended !== null && several?.some(isToldAtLength) !== true) return mended;
  return several ?? (said === null ? null : [said]);
}

/** G1里头5那家不算: what names it itself. */
function commonInWordsOf(text: string, common: number, situation: Situation): string | null {
  return commonNamedFirst(text) === common ? freeCommon(text, situation) : null;
}

/** G1, asked which issue shall be 督办: of that one. */
function ofWhich(question: Extract<Question, { ask: "need" | "which" }>, text: string): string | null {
  return whatOf(question) === "number" ? ratherOfCommon(question.doing, plainOf(text)) : null;
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

/** In place of its number: several were spoken of, or another matter, so that what is said next names its own. */
const NONE_ALONE = 0;

function spokenOf({ question, quote }: Situation): number | undefined {
  if (quote !== null || question === null) return undefined;
  if (question.ask === "offer") return commonIn(question.doings);
  return question.ask === "ways" && question.common !== NONE_ALONE ? question.common : undefined;
}

/** What stays open beside what was not done: where another matter was named, the one that was spoken of is meant no longer. */
export function stillOpen(question: Question | null, text: string, { steps }: Understood): Question | null {
  if (question?.ask !== "ways" || question.common === undefined) return question;
  const { common, ways } = question;
  const isAnothers = steps.some(
    (step) => "doing" in step && step.doing.command === "common" && !isSteady(step.doing.rest, common),
  );
  return isAnothers || namesAnother(plainOf(text)) ? { ask: "ways", ways, common: NONE_ALONE } : question;
}

/** With the word 共性; not where a command of an issue carries it in its text. */
function inWords(text: string, situation: Situation): string | null {
  if ((!saysCommon(text) && !saysNumberOfCommon(text)) || situation.quote !== null) return null;
  const isOther = commandsIn(text, situation).some(({ spec }) => !isAction(spec.name));
  return isOther || isToldOfIssue(text, situation) ? null : freeCommon(text, situation);
}

/** Where an issue's own command carries it in its text. */
export function isToldOfIssue(text: string, situation: Situation): boolean {
  return commandsIn(text, situation).some(
    ({ spec, number, word }) => number !== null || (TELLS_OF_ISSUES.has(spec.name) && !saysBefore(text, word)),
  );
}

/** What stands behind these is of an issue, whatever it says. */
const TELLS_OF_ISSUES: ReadonlySet<string> = new Set(["submit", "note", "supervise", "feedback", "supplement"]);

/** The same for what is written behind the command's own word: 共性 路坑那个怎么样了. */
export function freeCommon(text: string, situation: Situation): string | null {
  return commonInWords(text, { spokenOf: spokenOf(situation), ...besideIn(text, situation) });
}

function continued(text: string, situation: Situation): string | null {
  const common = spokenOf(situation);
  if (common === undefined) return called(text, situation);
  // While something is shown, a yes, a no and what puts it right are answers.
  if (putsRightWhom(text, situation)) return null;
  if (situation.question?.ask === "offer" && isAnswer(plainOf(text))) {
    // 不对，是建管局牵头: what is to be done in place of what was shown.
    const instead = saysItIsWrong(plainOf(text)) === null ? null : insteadIn(text);
    return instead === null ? null : commonContinued(instead, common, besideIn(instead, situation));
  }
  return commonContinued(text, common, { ...besideIn(text, situation), isCommand: isOfIssue(text, situation) });
}

/** 也加上10, while an answer to all is shown: who hears it, and not what belongs to it. */
function putsRightWhom(text: string, { question, park }: Situation): boolean {
  if (question?.ask !== "offer" || !question.doings.some(isAnswerToAll)) return false;
  return commonShownAnew(question.doings, text, (said) => exceptedHere(said, park)) !== null;
}

function isOfIssue(text: string, situation: Situation): boolean {
  return commandsIn(text, situation).some(({ spec, number }) => number !== null || !OF_BOTH.has(spec.name));
}

/** 招工那个还是人社局牵头, whatever was spoken of before: where it may be of an issue as well, it is. */
function called(text: string, situation: Situation): string | null {
  const { who, question, quote, issues } = situation;
  const isNear = isNearCommons(situation);
  const plain = plainOf(text);
  const isOpen = question !== null && question.ask !== "ways";
  if (quote !== null || isOpen) return null;
  const made = isCoordinator(who) && isMadeOfCompanies(plain) ? madeOfCalled(plain) : null;
  if (made !== null) return made;
  if (!namesAnother(plain)) return null;
  const meant = isOfIssue(text, situation) ? null : commonCalled(text, besideIn(text, situation));
  if (meant === null || isNear) return meant;
  // 停电几家统一回个话, said by who leads it: no measure of one of them.
  if (isAnswerToSeveral(meant, plain)) return meant;
  if (question !== null || !isCoordinator(who)) return null;
  return isSurelyOfCommon(meant, plain, describedIn(plain, issues).length > 0) ? meant : null;
}

/** Commands of an issue that say the same of a common problem. */
const OF_BOTH: ReadonlySet<string> = new Set(["void", "extend", "status", "resume", "reopen", "urge", "supervise"]);

function besideIn(text: string, { now, park, who, callsNoCommon }: Situation) {
  const looked = text.slice(0, LOOKED_AT);
  const date = dayMeant(looked, (said) => firstDate(said, now, park.calendar));
  const isSomebody = (called: string) => callsNoCommon === true || namesSomebody(plainOf(called), park);
  const isCompany = (called: string) => companiesMeant(plainOf(called), park).length > 0;
  return { date, sets: isCoordinator(who), orders: who.role === "leader", isSomebody, isCompany };
}

function namesSomebody(called: string, park: Park): boolean {
  return (
    isCalledByRank(called) ||
    companiesIn(called, park).length > 0 ||
    peopleIn(called, park).some(({ found }) => found !== undefined)
  );
}

/** A day that stands further on is no deadline alone. */
const LOOKED_AT = 60;

/** Right after a common problem words that name no issue may be about that: to no issue is anything done, or offered, by a guess. */
export function ratherAsked(understood: Understood, text: string, situation: Situation): Understood {
  if (!isNearCommons(situation) || numbersNamed(plainOf(text), situation).length > 0) return understood;
  if (BY_ITSELF.has(understood.why[0] ?? "") || !understood.steps.some(isGuessed)) return understood;
  if (namesItsIssue(text, understood, situation)) return understood;
  const plain = plainOf(text);
  if (saysNothing(plain) || AGREES.test(plain) || BARE_YES.test(plain))
    return { steps: [{ kind: "silence" }], why: ["courtesy"], keepsQuestion: true };
  const tell = { kind: "tell", told: "common-or-issue" } as const;
  return offeredOfCommon(text, situation) ?? { steps: [tell], why: ["of-common"], keepsQuestion: true };
}

/** A command, and what answers a 督办, are of issues. */
const BY_ITSELF: ReadonlySet<string> = new Set(["command", "feedback"]);

/** 打桩那个，噪音给建设局: the issue whose own words are in it is meant, and no common problem; of several it is asked. */
function namesItsIssue(text: string, { steps }: Understood, { issues }: Situation): boolean {
  const [only, ...more] = describedIn(plainOf(text), issues, SURE_SCORE);
  if (only === undefined) return false;
  if (more.length > 0) return namesAnother(plainOf(text));
  return steps.every((step) => !isGuessed(step) || ("doing" in step && step.doing.number === only.number));
}

/** 搞错了, right after something was done: what is right instead is asked for. Null: nothing was done, or more is said and was understood. */
export function askedInstead(text: string, { question, quote }: Situation, understood?: Understood): Understood | null {
  if (question?.ask !== "ways" || question.did === undefined || quote !== null) return null;
  const wrong = saysItIsWrong(plainOf(text));
  const isLost = understood?.steps.every(isLostStep) === true;
  if (wrong === null || (!wrong.isAll && !isLost)) return null;
  return { steps: [{ kind: "tell", told: "what-instead" }], why: ["of-common"], keepsQuestion: true };
}

/** 不对，不是9，是10 is no note of an issue. */
function isLostStep(step: Step): boolean {
  return step.kind === "unknown" || (step.kind === "offer" && step.doing.command === "note");
}

/** What is not understood right after one was spoken of: what is wrong with what was done, or what is told of it. Null: neither. */
export function unknownNear(text: string, situation: Situation, understood: Understood): Understood | null {
  if (!isNearCommons(situation) || !understood.steps.every(isLostStep)) return null;
  const isUnknown = understood.steps.every(({ kind }) => kind === "unknown");
  return askedInstead(text, situation, understood) ?? (isUnknown ? offeredOfCommon(text, situation) : null);
}

/** 今天已经和渣土公司签了承诺书, which is of no issue: shown as what it would be of the one that was spoken of, and done after a yes. */
function offeredOfCommon(text: string, situation: Situation): Understood | null {
  const common = spokenOf(situation);
  const rest = common === undefined ? null : commonTold(text, common, besideIn(text, situation));
  if (rest === null) return null;
  const word = rest.slice(0, rest.indexOf(" "));
  const doing = { command: "common", word, number: null, rest: rest.slice(word.length + 1) };
  return { steps: [{ kind: "offer", doing }], why: ["of-common"] };
}

/** 停电那个…, whatever else it may be about. */
export function calledFreely(text: string, situation: Situation): string | null {
  return commonCalled(text, { ...besideIn(text, situation), isAsked: true });
}

/** 停电那个催一下, of which no issue could be meant: a common problem of that name. Null: none is called so. */
export function unknownCalled(text: string, situation: Situation): string | null {
  const { who, question, quote } = situation;
  return isStaff(who) && question === null && quote === null ? commonCalled(text, besideIn(text, situation)) : null;
}

function isGuessed(step: Step): boolean {
  return "doing" in step && isAction(step.doing.command);
}
