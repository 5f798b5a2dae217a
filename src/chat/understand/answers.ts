import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { describedAlone } from "./chosen.ts";
import { exceptedHere } from "./excepted.ts";
import { filledWith, type Need } from "./filled.ts";
import { answered, OTHER, wordsFor } from "./make.ts";
import { mendedText } from "./mended-text.ts";
import { isOnlyByYes } from "./only-by-yes.ts";
import { asAnother } from "./other-deed.ts";
import type { Answer, Doing, Firm, Step } from "./outcome.ts";
import { candidatesFor, describedIn, isKnownIn, isOwn, type NumberNamed, numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { someOf } from "./some-of.ts";
import { toWhich } from "./which-one.ts";
import { RAISING } from "./while-open.ts";
import * as said from "./zh-cn-answers.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { commonShownAnew } from "./zh-cn-common-offered.ts";
import { DENIES_FIRST, IS_ANOTHER_MATTER } from "./zh-cn-continues.ts";
import { withoutCourtesy } from "./zh-cn-courtesy.ts";
import { isGoodMark, markIn } from "./zh-cn-marks.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { sharesMatter } from "./zh-cn-own-matter.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { issueForCompany } from "./zh-cn-phrases.ts";
import { clausesOf, POINTS_ONLY, raisedFor } from "./zh-cn-pieces.ts";
import { denies, saysItIsWell, saysNotYet } from "./zh-cn-results.ts";
import { DENIES_THE_SAME } from "./zh-cn-talk.ts";
import { IS_ALIKE, IS_NOT_THE_SAME } from "./zh-cn-ways.ts";

/** Whether a message answers what the bot last asked this person here, and with what. */
export function answerTo(question: Firm, text: string, situation: Situation): Answer {
  const answer = answerToAsked(question, text, situation);
  const isLater = answer.kind === "other" && [...text].length <= LONGEST_NO && said.PUTS_OFF.test(plainOf(text));
  return isLater ? { kind: "waits" } : answer;
}

function answerToAsked(question: Firm, text: string, situation: Situation): Answer {
  switch (question.ask) {
    case "offer":
      if (question.beside === true && said.isVagueYes(plainOf(text))) return { kind: "waits" };
      return toOffer(question.doings, text, situation, question.ways !== undefined);
    case "which":
      return toWhich(question, text, situation);
    case "need":
      return toNeed(question, text, situation);
  }
}

function done(doings: readonly Doing[]): Answer {
  return answered(...doings.map((doing) => ({ kind: "do" as const, doing })));
}

/** 不是，是另一件事 is a no, unless what is there already was named beside it. */
function isAnotherMatter(text: string, hasWays: boolean): boolean {
  const plain = plainOf(text);
  return IS_ANOTHER_MATTER.test(plain) && (hasWays || !DENIES_FIRST.test(plain));
}

function isRaisedApart(plain: string, { who }: Situation): boolean {
  return !isStaff(who) && IS_ANOTHER_MATTER.test(plain) && !DENIES_FIRST.test(plain);
}

/** What puts right what was shown, or a company says instead (不是水压，是水表坏了): it stands beside it, so that neither is lost. */
function standsBeside(plain: string, { who }: Situation): boolean {
  const mends = said.MENDS.test(plain) && [...plain].length <= LONGEST_NO;
  return mends || (!isStaff(who) && said.NOT_THIS_BUT_THAT.test(plain));
}

function toOffer(doings: readonly Doing[], text: string, situation: Situation, hasWays = false): Answer {
  const [first] = doings;
  const ofCommon = commonShownAnew(doings, text, (said) => exceptedHere(said, situation.park));
  if (ofCommon !== null) return answered(ofCommon);
  // 新诉求, said to what is offered as one.
  const raises = doings.every(({ command }) => RAISING.has(command));
  if (raises && (isAnotherMatter(text, hasWays) || IS_NOT_THE_SAME.test(plainOf(text)))) return done(doings);
  const some = raises ? someOf(doings, text) : null;
  if (some !== null) return answered(...some);
  if (doings.every(({ command }) => command === "join")) {
    if (DENIES_THE_SAME.test(plainOf(text))) return { kind: "refused", rest: "" };
    if (IS_ALIKE.test(plainOf(text))) return done(doings);
  }
  const another = doings.flatMap((one) => asAnother(one, text, situation) ?? []);
  if (another.length > 0 && another.length === doings.length) return answered(...another);
  // 嗯 单独报, 都报, where 催办 was shown: no yes to it.
  if (!raises && isRaisedApart(plainOf(text), situation)) return OTHER;
  const anew = said.NOT_SO.exec(plainOf(text));
  if (anew !== null) return toOffer(doings, text.slice(anew[0].length), situation);
  const plain = plainOf(text);
  const instead = said.INSTEAD.exec(plain);
  if (instead !== null && first !== undefined && first.rest !== "") {
    return answered({ kind: "offer", doing: { ...first, rest: text.slice(instead[0].length).trim() } });
  }
  const mended = raises ? mendedText(doings, text) : null;
  if (mended !== null) return answered({ kind: "offer", doing: mended });
  if (first !== undefined && first.rest !== "" && standsBeside(plain, situation)) {
    return answered({ kind: "offer", doing: { ...first, rest: `${first.rest}\n${text.trim()}` } });
  }
  const meant = first === undefined ? null : meantOf(first, doings.length, text, situation);
  if (meant !== null) return answered(meant);
  const chosen = chosenInstead(doings, plain, situation);
  if (chosen !== null) return chosen;
  const adds = said.ADDS.exec(plain);
  if (adds !== null && first !== undefined && first.rest !== "") {
    const rest = `${first.rest}\n${text.slice(adds[0].length).trim()}`;
    return answered({ kind: "offer", doing: { ...first, rest } });
  }
  if (said.COMES_BACK.test(plain)) return { kind: "waits" };
  const no = said.NO.exec(plain);
  // 不是 是质监的事吧 报: no plain no to what is to be raised.
  if (raises && no !== null && said.endsInFiling(plain)) return shownAgain(doings);
  if (no !== null) return { kind: "refused", rest: text.slice(no[0].length).trim() };
  if (raises && said.isOver(plain) && !isOfAnother(doings, plain, situation))
    return { kind: "refused", rest: "", isTold: true };
  if (doings.every((one) => said.saysTheDeed(plain, wordsFor(one, situation)))) return done(doings);
  const yes = said.YES.exec(plain);
  if (yes === null && endsInNo(plain) && !isOfAnother(doings, plain, situation)) return { kind: "refused", rest: "" };
  if (yes === null && praises(first, plain)) return done(doings);
  if (yes === null) return isThanks(plain) ? { kind: "waits" } : OTHER;
  return toYes(doings, text, yes[0].length, situation);
}

/** 5号那个搞错了; 路灯那个没事了; 94和82 都不要了: of another issue than what is shown. */
function isOfAnother(doings: readonly Doing[], plain: string, situation: Situation): boolean {
  const isShown = ({ number }: { readonly number: number }) => doings.some((one) => one.number === number);
  if (numbersNamed(plain, situation).some((one) => one.sure && !isShown(one))) return true;
  if (doings.some(({ rest }) => sharesMatter(plain, plainOf(rest)))) return false;
  const described = describedIn(plain, situation.issues.filter(isOwn));
  return described.length > 0 && !described.some(isShown);
}

/** 我是说15里的第二个: the same of another issue, with what is said of it. */
function meantOf(doing: Doing, count: number, text: string, situation: Situation): Step | null {
  const plain = plainOf(text);
  const means = said.I_MEAN.exec(plain);
  const [other] = means === null ? [] : referencesIn(plain.slice(means[0].length), isKnownIn(situation));
  if (other === undefined || count > 1 || doing.number === null || doing.number === other.number) return null;
  const rest = doing.rest === "" ? "" : `${doing.rest}\n${text.trim()}`;
  return { kind: "offer", doing: { ...doing, number: other.number, rest } };
}

/** 电那个, said to 撤回 #5: the one that is shown, or the same of the one that is named; of several that can be meant it is asked. */
function chosenInstead(doings: readonly Doing[], plain: string, situation: Situation): Answer | null {
  const [doing, ...more] = doings;
  if (doing === undefined || doing.number === null || doing.rest !== "" || more.length > 0 || !POINTS_ONLY.test(plain))
    return null;
  const number = describedAlone(plain, candidatesFor(doing.command, situation.issues), situation);
  if (number === undefined) return null;
  return number === doing.number && !isOnlyByYes(doing) ? done(doings) : shownAgain([{ ...doing, number }]);
}

/** What is said behind a yes may limit it, ask back or take it back: then nothing is done. `length`: of the yes. */
function toYes(doings: readonly Doing[], text: string, length: number, situation: Situation): Answer {
  const [first] = doings;
  const more = withoutCourtesy(said.behindYes(text.slice(length)));
  const plain = plainOf(more);
  if (first === undefined || asksOfAnother(plain, situation)) return OTHER;
  const other = otherNamed(doings, plain, situation);
  if (other !== null) return ofAnother(doings, other, text, situation);
  const isFinal = doings.some(isOnlyByYes);
  // Only two words were shown.
  if (isFinal && said.HARDLY_A_YES.test(plainOf(text))) return shownAgain(doings);
  if (said.MERE_YES.test(plain) || said.isComment(plain)) return done(doings);
  // 是发给企业看的？: a question that begins like a yes.
  const whole = plainOf(text);
  if (whole.includes("?") && clausesOf(whole).length === 1 && asksSomething(whole)) return shownAgain(doings);
  const wish = said.WISHED_WITH.exec(plain)?.[1];
  if (wish !== undefined) return done(doings.map((doing) => wishedFor(doing, said.taughtWish(wish))));
  const isShort = [...text].length <= LONGEST_YES;
  if (isShort && said.ASKS_BACK.test(whole)) return shownAgain(doings);
  if (isShort && /\d/u.test(plain)) return namesIt(doings, plain, situation) ? done(doings) : OTHER;
  // 好的，信号好多了: of something else, and no part of what is raised.
  if (first.number === null && saysItIsWell(plain))
    return candidatesFor("solved", situation.issues).length > 0 ? OTHER : shownAgain(doings);
  // 好的，不用了; 行，但先别发.
  if (said.isMereNo(plain.replace(said.TURNS, ""))) return { kind: "refused", rest: "" };
  if (isFinal && said.LIMITS.test(plain)) return shownAgain(doings);
  // 是的，宿舍那边也有两盏不亮: what is said on belongs to it, where it carries a text.
  if (first.rest !== "" && doings.length === 1) {
    if (!isFinal && !said.tellsMore(plain)) return done(doings);
    // 是三楼那台 tells what it is.
    const isGlued = said.isGluedToYes(text.slice(0, length), text.slice(length));
    const added = [{ ...first, rest: `${first.rest}\n${isGlued ? text.trim() : more}` }];
    return isFinal || isGlued ? shownAgain(added) : done(added);
  }
  // 对，钱到了: a word to it. What is glued to the yes is another word, and what denies it no word to it.
  const isApart = /[^\p{L}\d]$/u.test(text.slice(0, text.length - more.length));
  const isOnly = isShort || ([...text].length <= LONGEST_ADDED && !asksSomething(plain) && !denies(plain));
  const isTakenBack = SETTLES.has(first.command) && saysNotYet(plain);
  return isOnly && isApart && !isTakenBack ? done(doings) : OTHER;
}

/** After these nothing is worked on any more. */
const SETTLES: ReadonlySet<string> = new Set(["solved", "accept", "withdraw"]);

function shownAgain(doings: readonly Doing[]): Answer {
  return answered(...doings.map(againOf));
}

/** What is about several is shown by who knows whom it reaches. */
function againOf(doing: Doing): Step {
  if (doing.shown === undefined) return { kind: "offer", doing };
  const { sure: _, shown: __, ...anew } = doing;
  return { kind: "do", doing: anew };
}

/** 提，标紧急: of what is raised. */
function wishedFor(doing: Doing, wish: string): Doing {
  if (doing.command === "submit") return { ...doing, rest: `${wish} ${doing.rest}` };
  const raised = doing.command === "for" ? issueForCompany(doing.rest) : null;
  return raised === null ? doing : { ...doing, rest: raisedFor(raised.company, `${wish} ${raised.issue}`) };
}

/** The number of another issue than of those that are shown: whoever names one does not say yes to these. */
function otherNamed(doings: readonly Doing[], plain: string, situation: Situation): NumberNamed | null {
  if (doings.some(({ number }) => number === null)) return null;
  const others = numbersNamed(plain, situation).filter(({ number }) => doings.every((one) => one.number !== number));
  // 是的，10号再去复查: in a text a day may be told.
  const carries = doings.some(({ rest }) => rest !== "");
  return others.find(({ sure }) => sure) ?? (carries ? undefined : others[0]) ?? null;
}

function namesIt(doings: readonly Doing[], plain: string, situation: Situation): boolean {
  const [first, ...more] = doings;
  const [named, ...others] = referencesIn(plain, isKnownIn(situation));
  return more.length === 0 && others.length === 0 && named !== undefined && named.number === first?.number;
}

/** 好，9号: the same of another issue, shown anew. Of one that is not in sight it is said so; 是的，3号好的 may tell a day. */
function ofAnother(doings: readonly Doing[], other: NumberNamed, text: string, situation: Situation): Answer {
  const [first, ...more] = doings;
  if (!other.sure) return shownAgain(doings);
  if (first === undefined || more.length > 0 || [...text].length > LONGEST_YES) return OTHER;
  const doing = { ...first, number: other.number };
  return isKnownIn(situation)(other.number) ? shownAgain([doing]) : answered({ kind: "decline", doing });
}

/** 我就问问，不用报. */
function endsInNo(plain: string): boolean {
  const last = clausesOf(plain.replace(/\s+/gu, ",")).at(-1) ?? "";
  return [...plain].length <= LONGEST_NO && said.NO.test(last);
}

/** 五星好评, asked whether it is solved. */
function praises(doing: Doing | undefined, plain: string): boolean {
  return doing?.command === "solved" && isGoodMark(markIn(plain));
}

const LONGEST_NO = 16;
const LONGEST_YES = 12;
/** 是的，我们也损失不小，生产线停了一天: the yes, and why. */
const LONGEST_ADDED = 40;

/** 好的，光纤那个修了没: a question about an issue that is there. */
function asksOfAnother(plain: string, situation: Situation): boolean {
  if (!asksSomething(plain)) return false;
  return referencesIn(plain, isKnownIn(situation)).length > 0 || describedIn(plain, situation.issues).length > 0;
}

function toNeed(question: Need, text: string, situation: Situation): Answer {
  const plain = plainOf(text);
  if (said.COMES_BACK.test(plain)) return { kind: "waits" };
  if (said.SENT_ASTRAY.test(plain) && [...plain].length <= LONGEST_NO) return { kind: "refused", rest: "" };
  const filled = filledWith(question, text, situation);
  if (filled !== null) return answered(filled);
  const no = said.NO.exec(plain);
  if (no !== null && question.what !== "company") return { kind: "refused", rest: text.slice(no[0].length).trim() };
  if (said.isMereYes(plain))
    return answered({
      kind: "need",
      doing: question.doing,
      what: question.what,
    });
  if (isThanks(plain)) return { kind: "waits" };
  if (question.what === "company" && said.NO_ANSWER.test(plain))
    return answered({ kind: "need", doing: question.doing, what: "company" });
  return OTHER;
}
