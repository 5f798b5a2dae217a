import { isOpen, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { doing, mayBeNew, named, question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, isOwn, mayMove, SURE_SCORE } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { tellsANumber } from "./zh-cn-continues.ts";
import { endsInThanks, isThankful } from "./zh-cn-courtesy.ts";
import { markGiven, onlyRates } from "./zh-cn-marks.ts";
import {
  AGREES_TO_IT,
  ASKS_FOR_FIGURES,
  ASKS_WHETHER_FILED,
  BARE_WELL,
  CLOSES_IT,
  SAYS_IT_WAS_A_SLIP,
  SCORNS_WHAT_WAS_DONE,
} from "./zh-cn-of-open.ts";
import { hasMatterOfItsOwn } from "./zh-cn-own-matter.ts";
import { ACCEPTS, denies, saysDone, saysNotYet } from "./zh-cn-results.ts";
import { lettersShared, namesSubject } from "./zh-cn-titles.ts";
import { tellsOfDebt } from "./zh-cn-urging.ts";

/** What a company says in few words, and names no issue: of the own one that is there, it is shown what is meant. */

/** 可以, 行吧 就这样, in a direct chat: where an answer waits to be confirmed, it is asked whether that is meant. */
export function agreedTo(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const isHere = !isStaff(situation.who) && situation.place === "direct" && situation.quote === null;
  if (!isHere || !AGREES_TO_IT.test(plain) || named(reading).length > 0) return null;
  const command = ACCEPTS.test(plain) ? "accept" : "solved";
  return ofThese(command, candidatesFor(command, situation.issues), reading, "");
}

/**
 * 给3分, of an answer that waits: it is asked whether that is solved, and the mark goes with the yes; to the worst (垃圾 给1分) it is
 * asked what is not. Where none waits, what was closed is rated.
 */
export function markedAnswer(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  const mark = markGiven(plain);
  if (mark === null || [...plain].length > SHORT || asksSomething(plain)) return null;
  const waiting = named(reading).length > 0 ? named(reading) : situation.issues;
  const able = candidatesFor("solved", waiting).filter(isOwn);
  const closed = candidatesFor("rate", situation.issues).filter(isOwn);
  const [only, ...more] = able;
  if (only === undefined && onlyRates(plain)) return ofThese("rate", closed, reading, `${mark} ${text.trim()}`);
  if (only === undefined) return markedTooSoon(reading);
  if (mark > BAD_MARK) return ofThese("solved", able, reading, text.trim());
  if (more.length > 0 || closed.length > 0) return null;
  return steps("marked", { kind: "need", doing: doing("unsolved", reading, only.number), what: "reason" });
}

/** 拿到了 就是太慢 给个3分吧, of what nobody has answered yet: nothing new is raised by it. */
function markedTooSoon(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (!saysDone(plain) || saysNotYet(plain)) return null;
  const own = candidatesFor("supplement", situation.issues).filter(isOwn);
  const described = describedIn(plain, own);
  const [only, ...more] = described.length > 0 ? described : own;
  if (only === undefined) return null;
  return more.length === 0 ? isWell(only, reading) : whichStands(described.length > 0 ? described : own, reading);
}

/** Whoever gives so few is hardly content with it. */
const BAD_MARK = 2;

/** 不行 没解决, 一下雨又烂了: no matter of its own is told, and one is there that it can be said of. */
export function stillSo(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  if (!saysNotYet(plain) || [...plain].length > SHORT || namesSubject(plain) || asksSomething(plain)) return null;
  if ((hasMatterOfItsOwn(plain) && !SCORNS_WHAT_WAS_DONE.test(plain)) || tellsOfDebt(plain, reading)) return null;
  const likeliest = saidOf(plain, situation.issues.filter(isOwn));
  if (likeliest !== null && mayMove("reopen", likeliest))
    return steps("of-open", { kind: "offer", doing: doing("reopen", reading, likeliest.number, text) });
  const able = candidatesFor("supplement", situation.issues).filter(isOwn);
  const these = likeliest !== null && able.includes(likeliest) ? [likeliest] : able;
  const understood = ofThese("supplement", these, reading, text);
  const [step] = understood?.steps ?? [];
  // It may be a matter of its own after all, which one word says.
  return step?.kind === "offer" ? steps("of-open", { ...step, doing: mayBeNew(step.doing) }) : understood;
}

/** 打了！又打了: the only own issue that shares a character with so few words, 打桩 and no 锅炉. */
function saidOf(plain: string, own: readonly InSight[]): InSight | null {
  const [only, ...more] = own.filter(({ title }) => lettersShared(plain, plainOf(title)) > 0);
  return only === undefined || more.length > 0 ? null : only;
}

/** 全园区有多少诉求没解决: no figures of others are told to a company, and nothing is raised by it. */
export function figuresAsked({ plain }: Reading): Understood | null {
  return ASKS_FOR_FIGURES.test(plain) ? steps("no-figures", { kind: "tell", told: "no-figures" }) : null;
}

/** 我搞错了，我们水没问题, where no own issue is of it: what was noted for another's stands. */
export function joinedByMistake(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const isSlip = SAYS_IT_WAS_A_SLIP.test(plain) && saysDone(plain) && !saysNotYet(plain);
  if (!isSlip || candidatesFor("join", situation.issues).every(isOwn)) return null;
  const isOfOwn = describedIn(plain, situation.issues.filter(isOwn)).length > 0;
  return isOfOwn ? null : steps("join-stands", { kind: "tell", told: "join-stands" });
}

/**
 * 来水了，谢谢; 垃圾车来了，可以结了: of an own issue by its words. To an answer it is 已解决; before one it is said why that is not possible yet,
 * and what is. Nothing new is raised by it.
 */
export function wellBefore(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const closes = CLOSES_IT.test(plain);
  if (asksSomething(plain) || (closes ? saysNotYet(plain) : !saysDone(plain) || denies(plain))) return null;
  const own = candidatesFor("supplement", situation.issues).filter((one) => isOwn(one));
  const found = describedIn(plain, own);
  const [only, ...more] = found;
  const isShort =
    [...plain].length <= FEW_WORDS || (only !== undefined && describedIn(plain, [only], SURE_SCORE).length > 0);
  if (!closes && !isThankful(plain) && (!isShort || [...plain].length > SHORT)) return null;
  if (only !== undefined) return more.length === 0 ? isWell(only, reading) : whichStands(found, reading);
  const answered = own.filter((one) => mayMove("solved", one));
  if (closes && !namesSubject(plain) && !hasMatterOfItsOwn(plain)) {
    if (answered.length > 0) return ofThese("solved", answered, reading, "");
    const [one, ...others] = own;
    return one === undefined ? null : others.length === 0 ? isWell(one, reading) : whichStands(own, reading);
  }
  if (closes) return steps("elsewhere", { kind: "tell", told: "raised-elsewhere" });
  // 亮了，谢谢, directly to the bot: of one of them, and never a silence.
  const isHere = situation.place === "direct" && situation.quote === null && !BARE_WELL.test(plain);
  const open = own.filter((one) => !mayMove("solved", one));
  const [alone, ...others] = isHere && (isThankful(plain) || [...plain].length <= FEW_WORDS) ? open : [];
  if (alone === undefined) return null;
  return others.length === 0 ? isWell(alone, reading) : whichStands(open, reading);
}

function whichStands(among: readonly InSight[], reading: Reading): Understood {
  const numbers = among.map(({ number }) => number);
  return steps("well", { kind: "which", doing: doing("status", reading, null), among: numbers });
}

/** That one of a company's issues is solved; before an answer nothing is closed, and it is said what can be done. */
export function isWell(issue: InSight, reading: Reading): Understood {
  const kind = mayMove("solved", issue) ? "offer" : "decline";
  return steps("well", { kind, doing: doing("solved", reading, issue.number) });
}

/** 水来了 says nothing else. */
const FEW_WORDS = 8;

/** 招聘会去了，招到二十个，谢谢人社局: thanks behind what is told of an answer that waits. */
export function thankedFor(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (!endsInThanks(plain) || denies(plain) || asksSomething(plain)) return null;
  const [only, ...more] = describedIn(plain, candidatesFor("solved", situation.issues).filter(isOwn));
  if (only === undefined || more.length > 0) return null;
  return steps("thanked", { kind: "offer", doing: doing("solved", reading, only.number) });
}

/** 路灯的事提交了没: the issue, or that there is none. */
export function filedAsked(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (!ASKS_WHETHER_FILED.test(plain)) return null;
  const found = describedIn(plain, situation.issues.filter(isOwn));
  if (found.length === 0) return steps("not-filed", { kind: "tell", told: "not-filed" });
  const all = found.map(({ number }) => number);
  const [only, ...more] = all;
  return more.length === 0 && only !== undefined
    ? steps("filed", question("status", reading, only))
    : steps("filed", { kind: "which", doing: doing("status", reading, null), among: all });
}

export function ofThese(command: string, able: readonly InSight[], reading: Reading, rest: string): Understood | null {
  const [only, ...more] = able;
  if (only === undefined) return null;
  if (more.length === 0) return steps("of-open", { kind: "offer", doing: doing(command, reading, only.number, rest) });
  const among = able.map(({ number }) => number);
  return steps("of-open", { kind: "which", doing: doing(command, reading, null, rest), among });
}

/** What is longer tells more. */
const SHORT = 20;

/** 报关单号是5301202611: a number alone is no matter of its own. */
export function numberTold(reading: Reading): Understood | null {
  const open = reading.situation.issues.filter((one) => isOwn(one) && isOpen(one));
  const isCalled = /\p{L}/u.test(reading.plain) && tellsANumber(reading.plain);
  return isCalled ? ofThese("supplement", open, reading, reading.text.trim()) : null;
}
