import { isOpen } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { answerDenied } from "./answer-denied.ts";
import { sameHere } from "./joining.ts";
import { doing, isMerelyTold, mayBeNew, named, question, steps, which } from "./make.ts";
import {
  figuresAsked,
  filedAsked,
  isWell,
  joinedByMistake,
  markedAnswer,
  numberTold,
  ofThese,
  stillSo,
  thankedFor,
  wellBefore,
} from "./of-open.ts";
import type { Step, Understood } from "./outcome.ts";
import { raised } from "./raised.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, isOwn, mayMove, ofItsKind, SURE_SCORE } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { withoutUnits } from "./units.ts";
import * as said from "./zh-cn-answers.ts";
import { isAmongPeople, isToAll, isToAnOfficial, isToOthers } from "./zh-cn-aside.ts";
import {
  ASKS_AFTER,
  ASKS_HOW_IT_STANDS,
  ASKS_STANDING,
  ASKS_WHAT_IT_IS,
  ASKS_WHEN,
  ASKS_WHETHER_DONE,
  asksSomething,
  complains,
  tellsBehindQuestion,
} from "./zh-cn-asks.ts";
import { merelyPostpones, OF_OLD } from "./zh-cn-company.ts";
import { BEGINS_ANOTHER, COMES_LATER, tellsANumber } from "./zh-cn-continues.ts";
import { endsInThanks, isPraise, isThankful, saysNothing, startsInThanks } from "./zh-cn-courtesy.ts";
import { failsBeside } from "./zh-cn-kinds.ts";
import { isGoodMark, markIn } from "./zh-cn-marks.ts";
import { unknownNumberIn } from "./zh-cn-numbers.ts";
import { CLOSES_IT, saysWellOfClosed } from "./zh-cn-of-open.ts";
import { namesAMatter } from "./zh-cn-own-matter.ts";
import * as pieces from "./zh-cn-pieces.ts";
import { STILL_WANTED } from "./zh-cn-restoring.ts";
import { KEEPS_IT, needsNothing, saysDone, saysItIsWell, saysNotYet } from "./zh-cn-results.ts";
import * as talk from "./zh-cn-talk.ts";
import { namesSubject, withoutPlaces } from "./zh-cn-titles.ts";
import { IS_NOT_THE_SAME } from "./zh-cn-ways.ts";

/** What a company means that names an issue and no move, or speaks of something new. */

export function company(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const [one, ...more] = named(reading);
  if (one !== undefined)
    return more.length > 0 && reading.referred.length === 0 ? which("supplement", reading) : ofOne(one, reading);
  if (situation.quote?.by === "person") return forwarded(reading);
  if (isAside(plain)) return steps("aside", { kind: "silence" });
  const ofOpen =
    filedAsked(reading) ??
    figuresAsked(reading) ??
    markedAnswer(reading) ??
    joinedByMistake(reading) ??
    wellBefore(reading) ??
    thankedFor(reading);
  if (ofOpen !== null) return ofOpen;
  // A yes to nothing is answered as such.
  if (said.isYesAlone(plain)) return null;
  const old = unknownNumber(reading) ?? aboutOld(reading) ?? raisedElsewhere(reading);
  if (old !== null) return old;
  const later = comesLater(reading);
  if (later !== null) return later;
  if (startsInThanks(plain) && !talk.isWished(plain)) return steps("courtesy", { kind: "silence" });
  if (isThankful(withoutUnits(plain, situation.park).replace(/ {2,}/gu, "")))
    return steps("courtesy", { kind: "silence" });
  // 李主任您好，车间停电了: the bot was named, and what is told so would be lost.
  const isTold = isToAnOfficial(plain) && (talk.tellsOfTrouble(plain) || talk.TURNS_TO_THEM.test(plain));
  if ((isToOthers(plain) && !isTold) || isToAll(plain) || (isAmongPeople(plain) && !reading.hasMatter)) return null;
  return (
    answerDenied(reading) ??
    sameHere(reading) ??
    closedBefore(reading) ??
    ofAnOpenOne(reading) ??
    stillSo(reading) ??
    awaited(reading) ??
    numberTold(reading) ??
    somethingNew(reading)
  );
}

/** 那个充电桩的先不办了, said where no issue of these words is: nothing new is raised by it. */
function raisedElsewhere({ plain, situation }: Reading): Understood | null {
  const isOver = needsNothing(plain) && !KEEPS_IT.test(plain) && pointsBack(plain);
  if (!isOver || describedIn(plain, situation.issues.filter(isOwn)).length > 0) return null;
  return steps("elsewhere", { kind: "tell", told: "raised-elsewhere" });
}

/** 那个…, and 不用办了 alone. */
function pointsBack(plain: string): boolean {
  return talk.POINTS_BACK.test(plain) || [...plain].length <= SHORTEST_MATTER;
}

const SHORTEST_MATTER = 6;

/** 监测报告下周才出得来, where a unit has asked for it: that it comes later is told that unit. */
function comesLater(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  if (!COMES_LATER.test(plain) || [...plain].length > LONGEST_PUT_OFF || BEGINS_ANOTHER.test(plain)) return null;
  const waiting = situation.issues.filter((one) => isOwn(one) && one.state === "waiting");
  return ofThese("supplement", waiting, reading, text.trim());
}

/** 每天下午四点多，东门: told without a quotation while one issue waits for what the company was asked. */
function awaited(reading: Reading): Understood | null {
  const { plain, situation, hasMatter } = reading;
  if (BEGINS_ANOTHER.test(plain)) return null;
  const [only, ...more] = situation.issues.filter((one) => isOwn(one) && one.state === "waiting");
  if (only === undefined || more.length > 0 || asksSomething(plain) || [...plain].length < SHORTEST_FACT) return null;
  const isItsOwn = hasMatter && !tellsANumber(plain) && describedIn(plain, [only]).length === 0;
  if (isItsOwn || talk.soundsLikeIssue(plain) > 1) return null;
  const told = mayBeNew(doing("supplement", reading, only.number, reading.text.trim()));
  return steps("awaited", { kind: "offer", doing: told });
}

/** 等下，接个电话; 打错群了: whoever says so wants nothing. */
function isAside(plain: string): boolean {
  return said.COMES_BACK.test(plain) || (said.SENT_ASTRAY.test(plain) && [...plain].length <= SHORT_QUESTION);
}

const SHORTEST_FACT = 4;
const LONGEST_PUT_OFF = 30;

/** A sentence that sounds like something that is raised, or is long enough to be. */
function somethingNew(reading: Reading): Understood | null {
  const sounds = talk.soundsLikeIssue(reading.plain) + (reading.hasMatter ? 1 : 0);
  const length = [...reading.text].length;
  // 演练很顺利，谢谢各位领导到场指导: nothing is the matter.
  if (sounds === 0 && endsInThanks(reading.plain)) return steps("courtesy", { kind: "silence" });
  // 没水了, 路太黑: a word for the matter, and what is wrong with it.
  const shortest = namesSubject(reading.plain) && talk.isWished(reading.plain) ? 3 : 4;
  const isNew = (sounds >= 1 && length >= shortest) || length >= LONG || BEGINS_ANOTHER.test(reading.plain);
  return isNew ? { steps: raised(reading), why: ["new", String(sounds)] } : null;
}

const LONG = 12;

/** 帮我把他说的这个提上去: what another person wrote. */
function forwarded(reading: Reading): Understood | null {
  const said = reading.situation.quote?.text ?? "";
  if (!talk.FORWARDS.test(reading.plain)) return null;
  const what = doing("submit", reading, null, said.trim());
  return steps(
    "forwarded",
    said.trim() === "" ? { kind: "need", doing: what, what: "text" } : { kind: "offer", doing: what },
  );
}

/** Said of one issue, and no move of it that is told by words. */
function ofOne(issue: InSight, reading: Reading): Understood | null {
  const { plain } = reading;
  const isOthers = !isOwn(issue);
  // 跟2号不是一回事, and no more: what it is of is asked for.
  if (IS_NOT_THE_SAME.test(plain))
    return steps("raises", { kind: "need", doing: doing("submit", reading, null), what: "text" });
  // 36先别撤: nothing was to be taken back.
  if (((KEEPS_IT.test(plain) && needsNothing(plain)) || STILL_WANTED.test(plain)) && [...plain].length <= LONG)
    return steps("keeps", question("status", reading, issue.number));
  const marked = isOthers ? null : markedAnswer(reading);
  if (marked !== null) return marked;
  if ((isPraise(plain) || isGoodMark(markIn(plain))) && mayMove("solved", issue))
    return steps("praise", { kind: "offer", doing: doing("solved", reading, issue.number) });
  // 37打架那个警察来过了 好了: before anybody has answered.
  const isSaid = reading.referred.includes(issue) && saysItIsWell(plain) && [...plain].length <= LONGEST_WELL;
  if (!isOthers && (isSaid || (CLOSES_IT.test(plain) && !saysNotYet(plain))) && mayBeWell(issue, reading))
    return isWell(issue, reading);
  if (saysNothing(plain) || (merelyPostpones(plain) && !isOthers)) return steps("courtesy", { kind: "silence" });
  if (isOthers && mayMove("join", issue) && talk.hasTheSame(plain))
    return steps("same", { kind: "offer", doing: doing("join", reading, issue.number) });
  if (isOthers && (saysDone(plain) || saysNotYet(plain)) && !asksSomething(plain))
    return steps("others", { kind: "tell", told: "others-confirm" });
  if (asksSomething(plain) && !tellsBehindQuestion(plain) && !(complains(plain) && [...plain].length >= LONG))
    return steps("question", question("status", reading, issue.number));
  if (!isOthers) return added(issue, reading);
  // 30跟我们没关系: nothing is told that could be raised.
  const isTold = talk.isWished(plain) || [...plain].length > SHORT_QUESTION;
  return isTold ? somethingNew(reading) : steps("others", question("status", reading, issue.number));
}

function mayBeWell(issue: InSight, { plain }: Reading): boolean {
  return !asksSomething(plain) && mayMove("supplement", issue);
}

/** Longer, it tells something. */
const LONGEST_WELL = 20;

/** Neither a yes nor a no: it is added, and at once when it was asked for. */
function added(issue: InSight, reading: Reading): Understood | null {
  const { text, plain } = reading;
  if (!mayMove("supplement", issue)) {
    if (issue.state !== "closed") return null;
    // 3好了，谢谢: nothing is opened anew by thanks.
    if (saysWellOfClosed(plain)) return steps("closed", { kind: "tell", told: "well-and-closed" });
    return steps("closed", { kind: "offer", doing: doing("reopen", reading, issue.number, text.trim()) });
  }
  // A quotation without a move adds to its issue; after an answer, a yes or a no is waited for, and it is shown first.
  const isAnswer = issue.state === "waiting" && reading.situation.quote?.numbers.includes(issue.number) === true;
  const isAsked = isAnswer || (issue.state !== "answered" && isMerelyTold(issue, reading));
  const supplement = doing("supplement", reading, issue.number, text.trim());
  return steps("added", { kind: isAsked ? "do" : "offer", doing: supplement });
}

/** 那个停电的事怎么样了: answered by its words. */
function aboutOld(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const own = situation.issues.filter(isOwn);
  const isSure =
    ASKS_STANDING.test(plain) ||
    ASKS_AFTER.test(plain) ||
    (pieces.POINTS_ONLY.test(plain) && [...plain].length <= LONG);
  const isHow = ASKS_HOW_IT_STANDS.test(plain) && (OF_OLD.test(plain) || asksOfNothingElse(reading));
  const asksWhen = ASKS_WHEN.test(plain);
  if (!isSure && !isHow && !asksWhen && !ASKS_WHETHER_DONE.test(plain)) return null;
  const isOnlyWhen = asksWhen && !isSure && !isHow;
  const found = describedIn(plain, OF_OLD.test(plain) ? situation.issues : own, isOnlyWhen ? SURE_SCORE : undefined);
  if (found.length > 0) return steps("described", standing(found, reading));
  if (!isSure && !isHow) return null;
  if (own.length === 0 || (reading.hasMatter && !OF_OLD.test(plain)) || namesAMatter(plain)) return null;
  if (!OF_OLD.test(plain) && [...plain].length > SHORT_QUESTION) return null;
  return steps("own", own.length === 1 ? standing(own, reading) : question("mine", reading, null));
}

/** 什么时候能来啊: of whatever is there. */
function asksOfNothingElse({ plain, hasMatter }: Reading): boolean {
  return [...plain].length <= LONG && !hasMatter && !namesSubject(plain) && !namesAMatter(plain);
}

function standing(found: readonly InSight[], reading: Reading): Step {
  const [only] = found;
  if (found.length === 1 && only !== undefined) return question("status", reading, only.number);
  return { kind: "which", doing: doing("status", reading, null), among: found.map(({ number }) => number) };
}

export const SHORT_QUESTION = 16;

/** 77号办到哪了: whoever answers says that there is no such number. */
export function unknownNumber(reading: Reading): Understood | null {
  const number = unknownNumberIn(reading.plain);
  if (number === null || !(ASKS_HOW_IT_STANDS.test(reading.plain) || ASKS_WHAT_IT_IS.test(reading.plain))) return null;
  return steps("unknown-number", question("status", reading, number));
}

/** 路灯又坏了: one that was closed. */
function closedBefore(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  if (!talk.AGAIN.test(plain)) return null;
  const able = ofItsKind(plain, candidatesFor("reopen", situation.issues));
  // What goes on is said of one that is open.
  const found = describedIn(plain, [...able, ...situation.issues.filter((one) => isOwn(one) && isOpen(one))]);
  const closed = found.some(isOpen) ? [] : found;
  const [only] = closed;
  return closed.length === 1 && only !== undefined
    ? steps("again", { kind: "offer", doing: doing("reopen", reading, only.number, text.trim()) })
    : null;
}

/** 水样我们已经送检了: of an issue whose department waits for an answer, that was raised in these words already, or goes on. */
function ofAnOpenOne(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  if (asksSomething(plain)) return null;
  const able = candidatesFor("supplement", situation.issues);
  const said = able.filter((one) => one.said === text.trim());
  const waiting = describedIn(
    plain,
    able.filter((one) => one.state === "waiting" && !failsBeside(plain, plainOf(one.title))),
  );
  const found = [said.slice(0, 1), waiting, goesOn(reading, able)].find((one) => one.length === 1);
  const [only] = found ?? [];
  return only === undefined
    ? null
    : steps("goes-on", { kind: "offer", doing: mayBeNew(doing("supplement", reading, only.number, text.trim())) });
}

/** 路灯的事…, 三号路晚上还是黑的; 网好了，水还是没有: an own issue by its words, pointed at or said to go on. */
function goesOn({ plain: written }: Reading, all: readonly InSight[]): readonly InSight[] {
  // 仓库路口那个大车乱停: where it is says nothing of what it is.
  const plain = withoutPlaces(written);
  if (talk.POINTS_BACK.test(plain)) return describedIn(plain, ofItsKind(plain, all));
  // Of what is well in one clause nothing goes on.
  const going = pieces.clausesOf(plain).filter((one) => talk.GOES_ON.test(one) || talk.IS_STILL_SO.test(one));
  const [told, ...more] = going;
  if (told === undefined) return [];
  const said = more.length > 0 ? plain : told;
  const able = ofItsKind(said, all);
  const surely = describedIn(said, able, SURE_SCORE);
  // In few words one for the matter is enough.
  const isShort = more.length === 0 && talk.IS_STILL_SO.test(told) && [...told].length <= LONG;
  return surely.length === 0 && isShort ? describedIn(told, able) : surely;
}
