import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { asDeed, deed, mayBeNew, steps } from "./make.ts";
import type { Doing, Firm, Question, Step, Told, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, isKnownIn, isOwn, issueIn, ofItsKind } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { withoutUnits } from "./units.ts";
import { isMereYes } from "./zh-cn-answers.ts";
import {
  accusedIn,
  asksForConfidence,
  asksOfConfided,
  asksWhereToSay,
  CONFIDENTIAL,
  changesToConfidential,
  findsItWasNot,
  GOES_BACK,
  HAPPENS_AGAIN,
  NAMES_THEM_AGAIN,
  SAYS_MORE_OF_IT,
  wantsNoConfidence,
  wishesConfidenceOnly,
} from "./zh-cn-confidence.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { hasMatterOfItsOwn } from "./zh-cn-own-matter.ts";
import { clausesWithEnds, withoutEnd } from "./zh-cn-pieces.ts";
import { readWishes } from "./zh-cn-wishes.ts";

/** A wish for confidence goes with what is raised, and into nothing that is there already: nobody but who is to keep it reads it. */

/**
 * What is asked or wished of confidence without a matter goes to no unit, and is filed nowhere: in a group it is said where it can
 * be told, elsewhere what confidence is; of what is filed already, that it cannot be changed.
 */
export function inConfidence(reading: Reading): Understood | null {
  const told = toldOf(reading);
  return told === null ? null : steps("in-confidence", { kind: "tell", told });
}

function toldOf({ text, plain, situation, referred, quoted }: Reading): Told | null {
  const named = [...referred, ...quoted];
  const isOnly = wishesConfidenceOnly(text);
  const isOfOne = named.length > 0 && (isOnly || changesToConfidential(plain));
  if (isStaff(situation.who)) return isOfOne && changesToConfidential(plain) ? "confidence-from-outside" : null;
  if (isOfOne) return named.every(isConfidential) ? "what-confidence-is" : "confidence-stands";
  if (findsItWasNot(plain)) return "confidence-stands";
  // 刚才那个保密: the newest, as far as one is known at all.
  const newest = situation.issues.filter(isOwn).at(-1);
  if (isOnly && changesToConfidential(plain))
    return newest !== undefined && isConfidential(newest) ? "what-confidence-is" : "confidence-stands";
  if (situation.place === "enterprise") return isOnly || asksWhereToSay(text) ? HOW_TO_CONFIDE.here : null;
  return isOnly ? HOW_TO_CONFIDE.private : null;
}

function isConfidential({ confidential }: InSight): boolean {
  return confidential === true;
}

/**
 * 那伙人又来了, in the direct chat of who has told of them in confidence: it goes on about that, and nothing of it is shown to be raised
 * openly. 派给谁了 不会让村里知道吧: how that one stands, and what confidence is.
 */
function asConfidedBefore(understood: Understood, text: string, situation: Situation): Understood {
  const { who, place, quote, issues } = situation;
  if (isStaff(who) || place !== "direct" || quote !== null || wantsNoConfidence(text)) return understood;
  const confided = issues.filter((one) => isConfidential(one) && isOwn(one));
  if (confided.length === 0 || !understood.steps.some(raises)) return understood;
  const plain = plainOf(text);
  const [only, ...more] = candidatesFor("supplement", confided);
  const isOne = only !== undefined && more.length === 0;
  if (isOne && asksOfConfided(plain)) {
    const status: Step = { kind: "do", doing: deed("status", situation, only.number) };
    return steps("of-confided", status, { kind: "tell", told: "what-confidence-is" });
  }
  // 那会我也去不了啊，能线上吗: to what was answered, and no matter of its own that would be raised openly.
  const isToAnswer = isOne && only.state === "answered" && GOES_BACK.test(plain) && !hasMatterOfItsOwn(plain);
  if (!isToAnswer && !goesOnInConfidence(plain, confided)) return understood;
  const [step, ...others] = understood.steps;
  if (!isOne || step?.kind !== "offer" || others.length > 0)
    return { ...understood, steps: understood.steps.map(inSecret), why: [...understood.why, ...WISHED] };
  const doing = mayBeNew({ ...asDeed(step.doing, "supplement", situation), number: only.number });
  return { ...understood, steps: [{ kind: "offer", doing }], why: ["of-confided", ...understood.why] };
}

function goesOnInConfidence(plain: string, confided: readonly InSight[]): boolean {
  return NAMES_THEM_AGAIN.test(plain) || (HAPPENS_AGAIN.test(plain) && ofItsKind(plain, confided).length > 0);
}

/** What is kept in confidence stays so: what goes on about it, and what wishes for it. */
export function keptInConfidence(understood: Understood, text: string, situation: Situation): Understood {
  const alone = accusesAlone(text, situation);
  return alone ?? withoutPassingOn(asConfidedBefore(understood, text, situation), text, situation);
}

/** 我要投诉王建国: what happened is asked, and kept in confidence; in a group it is said where it can be told. */
function accusesAlone(text: string, situation: Situation): Understood | null {
  const { who, place, park, question } = situation;
  if (isStaff(who) || (question?.ask === "need" && question.what === "text")) return null;
  const whom = accusedIn(plainOf(text));
  if (whom === null || withoutUnits(whom, park).trim() !== "") return null;
  if (place === "enterprise") return { ...toldHow(place), why: ["accuses-alone"] };
  const doing = asSecret(deed("submit", situation, null, text.trim()));
  return steps("accuses-alone", { kind: "need", doing, what: "text" });
}

/** 补充 51 别让人知道是我们厂: what wishes for confidence is added to nothing that others read. */
function withoutPassingOn(understood: Understood, text: string, situation: Situation): Understood {
  if (isStaff(situation.who) || !understood.steps.some((step) => passesOn(step, situation))) return understood;
  const anew = toldAnew(understood, text, situation);
  if (anew !== null) return anew;
  const left = understood.steps.filter((step) => !passesOn(step, situation));
  const told: Step = { kind: "tell", told: "confidence-stands" };
  return {
    ...understood,
    steps: [...left, told],
    why: [...understood.why, "in-confidence"],
  };
}

/**
 * 那个谢东装路灯要我们请客，别让建管局晓得: a matter that is told with the wish, and of no issue by its number or as an old one, is
 * no addition to the issue that shares its words: it is shown as one of its own.
 */
function toldAnew({ why, steps: [only, ...more] }: Understood, text: string, situation: Situation): Understood | null {
  const plain = plainOf(text);
  if (only === undefined || more.length > 0 || only.kind !== "offer" || situation.quote !== null) return null;
  if (referencesIn(plain, isKnownIn(situation)).length > 0 || wishesConfidenceOnly(text)) return null;
  if (changesToConfidential(plain) || SAYS_MORE_OF_IT.test(plain)) return null;
  const doing = asSecret(deed("submit", situation, null, text.trim()));
  return { steps: [{ kind: "offer", doing }], why: [...why, ...WISHED] };
}

function passesOn(step: Step, situation: Situation): boolean {
  if (step.kind !== "do" && step.kind !== "offer") return false;
  const { command, number, rest } = step.doing;
  if (command !== "supplement" || number === null) return false;
  if (!asksForConfidence(rest) && !changesToConfidential(plainOf(rest))) return false;
  return issueIn(situation, number)?.confidential === false;
}

/** 别写我名字, said to what is to be raised: it is shown again with that; where its text is asked for, that is said first. */
export function wishedOfShown(question: Firm, text: string, { who, place }: Situation): Understood | null {
  const doings = question.ask === "offer" ? question.doings : [question.doing];
  const isRaising = doings.every(({ command }) => command === RAISES);
  // 提交，另外保密: the yes to it is no more than that.
  const wish = clausesWithEnds(text)
    .filter((one) => !isMereYes(plainOf(withoutEnd(one))))
    .join("");
  if (isStaff(who) || !wishesConfidenceOnly(wish) || wantsNoConfidence(text)) return null;
  // 我们想保密提, asked whether 同感 shall be noted: it is no answer to that, and whatever is raised next goes with it.
  if (!isRaising) return doings.every(hasNoText) && question.ask !== "need" ? toldHow(place) : null;
  if (question.ask === "offer")
    return { steps: doings.map((doing) => ({ kind: "offer", doing: asSecret(doing) })), why: WISHED, answers: true };
  const isAsked = question.ask === "need" && question.what === "text";
  return isAsked ? { ...toldHow(place), answers: true } : null;
}

function hasNoText({ rest }: Doing): boolean {
  return rest === "";
}

function toldHow(place: Situation["place"]): Understood {
  return { steps: [{ kind: "tell", told: HOW_TO_CONFIDE[place === "enterprise" ? "here" : "private"] }], why: WISHED };
}

/** What is told of a wish without a matter. */
const HOW_TO_CONFIDE = { here: "say-in-private", private: "what-confidence-is" } as const;

const RAISES = "submit";
const WISHED = ["wished-in-confidence"];

/** Of what no command's word makes use of: what is raised next is raised in confidence. */
const NEXT = "in-confidence";

/** Behind what was said of confidence: nothing waits for it, and what is raised next here goes with it. */
export function nextInConfidence(doing: Doing): Question {
  return { ask: "ways", ways: [{ said: NEXT, number: 0, doing }] };
}

/** What is raised behind that is shown as confidential; whatever else is said leaves it so. Null: there was nothing of the kind. */
export function raisedInConfidence(question: Question, text: string, understood: Understood): Understood | null {
  if (question.ask !== "ways" || !question.ways.some(({ said }) => said === NEXT)) return null;
  if (wantsNoConfidence(text)) return understood;
  const isRaised = understood.steps.some(raises);
  if (!isRaised) return { ...understood, keepsQuestion: true };
  return {
    ...understood,
    steps: understood.steps.map(inSecret),
    why: [...understood.why, ...WISHED],
  };
}

function raises(step: Step): boolean {
  return "doing" in step && step.doing.command === RAISES;
}

/** Shown first, also where it would have been filed at once. */
function inSecret(step: Step): Step {
  if (!("doing" in step) || !raises(step)) return step;
  const doing = asSecret(step.doing);
  return step.kind === "do" ? { kind: "offer", doing } : { ...step, doing };
}

/** As it is raised in confidence. */
export function asSecret(doing: Doing): Doing {
  const isSecret = readWishes(doing.rest, () => false).confidential;
  return isSecret ? doing : { ...doing, rest: `${CONFIDENTIAL} ${doing.rest}`.trim() };
}
