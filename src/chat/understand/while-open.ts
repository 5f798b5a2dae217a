import { route } from "../../domain/issue/routing.ts";
import { plainOf } from "../../domain/plain.ts";
import { contentOf, isAnew } from "./content.ts";
import { shownFirst } from "./make.ts";
import { isOnlyByYes } from "./only-by-yes.ts";
import type { Doing, Firm, Step, Understood } from "./outcome.ts";
import { withMark } from "./rated.ts";
import { numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { HEDGED, LIMITS } from "./zh-cn-answers.ts";
import { isAmongPeople, isToOthers } from "./zh-cn-aside.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { BEGINS_ANOTHER } from "./zh-cn-continues.ts";
import { endsInThanks } from "./zh-cn-courtesy.ts";
import { isDanger } from "./zh-cn-danger.ts";
import { isGoodMark, markIn } from "./zh-cn-marks.ts";
import { hasMatterOfItsOwn, sharesMatter } from "./zh-cn-own-matter.ts";
import { isWished, SCOLDS, TELLS_A_DETAIL } from "./zh-cn-talk.ts";
import { ORDERS_A_DEED } from "./zh-cn-together.ts";

/** What is said while something is offered or asked, and is no answer by itself. */

/** Why something is raised at once. */
const RAISES = "raises";
export const RAISING: ReadonlySet<string> = new Set(["submit", "for"]);

/**
 * While something is open, words that mean what was offered are a yes (确实好了), and for what is not understood, or hardly
 * sounds like an issue, it stays open.
 */
export function whileOpen(question: Firm, said: Understood, text: string, situation: Situation): Understood {
  const offered = question.ask === "offer" ? question.doings : [];
  const isRaising = offered.length > 0 && offered.every(({ command }) => RAISING.has(command));
  // 我想反映个问题，…, while one is offered: both are shown.
  const isRaised = said.why[0] === RAISES && isRaising && hasMatterOfItsOwn(plainOf(text));
  const understood = isRaised ? { ...said, steps: said.steps.map(shownFirst) } : said;
  const { steps, why } = understood;
  const [step] = steps;
  const same = steps.length === 1 && step !== undefined && "doing" in step ? step.doing : null;
  const meant = offered.find((one) => one.number !== null && one.command === same?.command && isOf(one.number, step));
  if (meant !== undefined && same !== null && GIVES.has(meant.command)) return givenAgain(meant, same, why);
  if (meant !== undefined) return saidAgain(meant, text, why, situation);
  const isOrder = isRaising && ORDERS_A_DEED.test(plainOf(text));
  if (isOrder && steps.every((one) => one.kind === "unknown" || offersToRaise(one)))
    return { steps: [{ kind: "unknown" }], why: [...why, "order"], keepsQuestion: true };
  const detail = isRaised || isAnothers(question, text, situation) ? null : detailFor(question, understood, text);
  if (detail !== null) return { steps: [{ kind: "offer", doing: detail }], why: [...why, "detail"], answers: true };
  // Courtesy and talk among people leave it open.
  if (steps.every((one) => one.kind === "silence")) return { ...understood, keepsQuestion: true };
  const isLost = steps.every((one) => one.kind === "unknown") || (why[0] === "new" && FAINT.has(why[1] ?? ""));
  if (isLost && !isAnothers(question, text, situation))
    return { steps: [{ kind: "unknown" }], why: [...why, "lost"], keepsQuestion: true };
  return withOffered(question, understood, text);
}

/** 停车位也不够, or 5号那个说错了, while a lorry's speed is still offered: both are offered, so that neither is lost. */
function withOffered(question: Firm, understood: Understood, text: string): Understood {
  const offered = question.ask === "offer" ? question.doings : [];
  const { steps, why } = understood;
  const first = steps.findIndex((one) => offersToRaise(one) || offersToAdd(one));
  if (first < 0 || !offered.every((one) => RAISING.has(one.command) && one.rest !== "")) return understood;
  const left = offered.filter((one) => !steps.some((step) => "doing" in step && step.doing.rest.includes(one.rest)));
  const [only, ...others] = left;
  // 机器也停了, behind 停电: what comes of it is no matter of its own.
  const plain = plainOf(text);
  const isMore =
    steps.length === 1 && steps.every(offersToRaise) && !BEGINS_ANOTHER.test(plain) && !hasMatterOfItsOwn(plain);
  if (only !== undefined && others.length === 0 && isMore)
    return {
      steps: [{ kind: "offer", doing: { ...only, rest: `${only.rest}\n${text}` } }],
      why: [...why, "detail"],
      answers: true,
    };
  if (left.length === 0 || left.length + steps.length > MOST_TOGETHER) return understood;
  const before: readonly Step[] = left.map((doing) => ({ kind: "offer", doing }));
  const all = [...steps.slice(0, first), ...before, ...steps.slice(first)];
  return { steps: all, why: [...why, "together"], answers: true };
}

function offersToRaise(step: Step): boolean {
  return step.kind === "offer" && RAISING.has(step.doing.command);
}

function offersToAdd(step: Step): boolean {
  return step.kind === "offer" && step.doing.command === "supplement";
}

/** So many are shown together. */
const MOST_TOGETHER = 6;

/** 厕所也堵了, behind a lamp: no part of what is offered to be raised, since it has a matter of its own and no word of that. */
function isAnothers(question: Firm, text: string, { park: { directory } }: Situation): boolean {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [];
  if (doing === undefined || !RAISING.has(doing.command) || isDanger(doing.rest)) return false;
  const plain = plainOf(text);
  if (BEGINS_ANOTHER.test(plain)) return true;
  if (!isWished(plain) || !hasMatterOfItsOwn(plain) || SCOLDS.test(plain)) return false;
  const [own, before] = [route(text, directory), route(doing.rest, directory)];
  const isSameUnit = own.kind === "sure" && before.kind === "sure" && own.department.code === before.department.code;
  return more.length > 0 || (!isSameUnit && !sharesMatter(plain, plainOf(doing.rest)));
}

/** 撤, offered that #12 be taken back: without a number it is that of what is shown, whatever else could be meant. */
function isOf(number: number, step: Step | undefined): boolean {
  if (step === undefined || !("doing" in step)) return false;
  return step.doing.number === number || (step.kind === "which" && step.among.includes(number));
}

/**
 * 确实好了, offered 已解决: a yes. Where the words themselves go out, more words are no yes to the first ones: both are shown, or go
 * together where whoever said them twice has said clearly enough that it is not solved. Who says the whole anew means the later.
 */
function saidAgain(offered: Doing, text: string, why: readonly string[], situation: Situation): Understood {
  const { command, rest } = offered;
  const more = contentOf(text, command, situation);
  if (rest !== "" && isAnew(rest, text, command, situation))
    return { steps: [{ kind: "offer", doing: { ...offered, rest: more } }], why: [...why, "anew"], answers: true };
  const adds = rest !== "" && !plainOf(rest).includes(plainOf(more));
  const doing = adds ? { ...offered, rest: `${rest}\n${more}` } : withMark(offered, text);
  const isShown = isUnclear(offered, plainOf(text), situation) || (adds && command !== "unsolved");
  return {
    steps: [{ kind: isShown ? "offer" : "do", doing }],
    why: [...why, "same"],
    ...(isShown && { answers: true }),
  };
}

/** 先转一下吧, while it is shown who shall have it: what is said to the bot is told to no unit. */
function givenAgain(offered: Doing, said: Doing, why: readonly string[]): Understood {
  const isSame = said.unit === offered.unit && said.rest !== "";
  const doing = isSame ? { ...offered, rest: said.rest } : offered;
  return { steps: [{ kind: "offer", doing }], why: [...why, "same"], answers: true };
}

const GIVES: ReadonlySet<string> = new Set(["dispatch", "assist"]);

/** 好像好了; 好了，就是太慢; 好了，打1星: no plain yes. */
function isUnclear(offered: Doing, plain: string, situation: Situation): boolean {
  if (HEDGED.test(plain)) return true;
  if (numbersNamed(plain, situation).some(({ number }) => number !== offered.number)) return true;
  const mark = markIn(plain);
  return isOnlyByYes(offered) && (LIMITS.test(plain) || (mark !== null && !isGoodMark(mark)));
}

/** 在2号食堂旁边, told while an issue is offered: it belongs to its text, and is shown with it; so does what follows of one danger. */
function detailFor(question: Firm, { steps, why }: Understood, text: string): Doing | null {
  const [doing, ...more] = question.ask === "offer" ? question.doings : [];
  if (doing === undefined || more.length > 0 || !CARRIES.has(doing.command)) return null;
  const plain = plainOf(text);
  const isFact = steps.every(
    (step) => MERELY_TOLD.has(step.kind) || ("doing" in step && RAISING.has(step.doing.command)),
  );
  if (isFact && isDanger(text)) return isDanger(doing.rest) ? { ...doing, rest: `${doing.rest}\n${text}` } : null;
  const isOthers = why[0] === "courtesy" || endsInThanks(plain) || isToOthers(plain) || isAmongPeople(plain);
  if (!isFact || isOthers || asksSomething(plain) || [...plain].length < SHORTEST_DETAIL) return null;
  if (!TELLS_A_DETAIL.test(plain) || SCOLDS.test(plain)) return null;
  // With more signs of its own it may be another matter, and takes the place of the first.
  if (why[0] === "new" && !FAINT.has(why[1] ?? "")) return null;
  return { ...doing, rest: `${doing.rest}\n${text}` };
}

const MERELY_TOLD: ReadonlySet<string> = new Set(["unknown", "silence", "danger"]);
const CARRIES: ReadonlySet<string> = new Set(["submit", "for", "supplement"]);
const SHORTEST_DETAIL = 3;

/** Signs of an issue, too few to drop a question for it. */
const FAINT: ReadonlySet<string> = new Set(["0", "1"]);
