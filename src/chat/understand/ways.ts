import { plainOf } from "../../domain/plain.ts";
import type { Doing, Question, Understood, Way } from "./outcome.ts";
import type { Parsed } from "./parse.ts";
import { commandsIn } from "./several.ts";
import type { Situation, Speakable } from "./situation.ts";
import { isMereNo } from "./zh-cn-answers.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { commonIn, withTextAnew } from "./zh-cn-common-offered.ts";
import { IS_ANOTHER_MATTER } from "./zh-cn-continues.ts";
import { WANTS_IT_ANEW } from "./zh-cn-corrections.ts";
import { speaksOfText } from "./zh-cn-edits.ts";
import { PUT_IN_ITS_PLACE } from "./zh-cn-preface.ts";
import {
  IS_ALIKE,
  IS_NOT_THE_SAME,
  IS_THE_SAME,
  IS_YES,
  placeAlone,
  SAYS_ANSWER,
  saidBehind,
  TAKES_THIS,
} from "./zh-cn-ways.ts";

/** What was offered by a word of its own (合并, 同感 31, 参考 2), taken up or left. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

function waysOf(question: Question): readonly Way[] {
  return question.ask === "ways" || question.ask === "offer" ? (question.ways ?? []) : [];
}

/** What is done by these words; null: they take up nothing that was offered so. `commands`: those that they are. */
export function wayTaken(question: Question, text: string, commands: readonly Command[]): readonly Doing[] | null {
  const ways = waysOf(question);
  const [only, ...more] = commands;
  if (ways.length === 0 || more.length > 0) return null;
  const plain = plainOf(text);
  const taken = only === undefined ? byWords(ways, plain, question.ask === "ways") : byCommand(ways, only);
  return taken.length === 0 ? null : taken.map(({ doing }) => doing);
}

/** 是同一件事, or the place of one that was listed. `isAlone`: nothing else was asked, to which a yes or a figure would be an answer. */
function byWords(ways: readonly Way[], plain: string, isAlone: boolean): readonly Way[] {
  const place = isAlone ? placeAlone(plain) : null;
  const listed = ways.filter(({ said, number }) => said === "refer" && number === place);
  if (listed.length > 0) return listed;
  const drafts = ways.filter(({ said }) => said === "refer");
  if (isAlone && drafts.length === 1 && TAKES_THIS.test(plain)) return drafts;
  if (IS_YES.test(plain) && !isAlone) return [];
  const joins = IS_ALIKE.test(plain) || (IS_THE_SAME.test(plain) && !IS_YES.test(plain));
  return ways.filter(({ said }) => (said === "merge" && IS_THE_SAME.test(plain)) || (said === "join" && joins));
}

/** With its number, or without one: then all that the word may mean, but of several in a list none. What says more is a command like any other. */
function byCommand(ways: readonly Way[], { spec, number, more, rest }: Command): readonly Way[] {
  const behind = saidBehind(rest);
  const place = number ?? placeAlone(behind);
  const named = ways.filter(({ said, number: own, doing }) => {
    if (said !== spec.name || said === TOLD_INSTEAD || more.length > 0) return false;
    // 合并 32 31: whole, as the office writes it.
    if (number === doing.number && behind === doing.rest) return true;
    return (place ?? own) === own && (behind === "" || placeAlone(behind) !== null || SAYS_ANSWER.test(behind));
  });
  return spec.name === "refer" && named.length > 1 ? [] : named;
}

/** Of this no command's word makes use: what is said in its place is. */
const ANEW = "anew";
/** Nor of this: what tells of the issue is, without any such word. */
const TOLD_INSTEAD = "answer";

/** What stays open of a text that was shown and is not sent as it is: 改成：… is that text anew, of the same issue. */
function toBeWrittenAnew(doing: Doing): Question {
  return { ask: "ways", ways: [{ said: ANEW, number: doing.number ?? 0, doing }] };
}

/** The same of a draft that cannot be sent as it is: whatever tells what was done is shown in its place. */
export function answerToBeWritten(doing: Doing): Question {
  const anew: readonly Way[] = [ANEW, TOLD_INSTEAD].map((said) => ({ said, number: doing.number ?? 0, doing }));
  return { ask: "ways", ways: anew };
}

/** The same of what a no was said to; null: nothing was written there. */
export function leftByNo(question: Question | null): Question | null {
  const [shown, ...more] = question?.ask === "offer" ? question.doings : [];
  const common = commonIn(question?.ask === "offer" ? question.doings : []);
  if (shown !== undefined && common !== undefined)
    return { ask: "ways", ways: [{ said: ANEW, number: 0, doing: shown }], common };
  const isText = shown !== undefined && more.length === 0 && shown.number !== null && CARRIES_TEXT.has(shown.command);
  return isText ? toBeWrittenAnew(shown) : null;
}

/** Their whole text is what somebody reads. */
const CARRIES_TEXT: ReadonlySet<string> = new Set(["answer", "progress", "measure", "note", "supplement", "supervise"]);

/** The text that was shown and is not sent as it is; undefined: there is none. */
export function toBeWritten(question: Question): Doing | undefined {
  return question.ask === "ways" ? question.ways.find(({ said }) => said === ANEW)?.doing : undefined;
}

export function canBeWrittenAnew(question: Question): boolean {
  return waysOf(question).some(({ said }) => said === ANEW);
}

/** 改成：本周五前换好, behind a text that was not sent; null: nothing of the kind is said. */
export function writtenAnew(text: string, situation: Situation): Understood | null {
  const { question, quote } = situation;
  const shown = question === null || quote !== null ? undefined : toBeWritten(question);
  const plain = plainOf(text);
  // 改一下再发, 就照1号那样回: a draft that cannot go as it is; what goes in its place is asked for.
  if (shown !== undefined && (WANTS_IT_ANEW.test(plain) || TAKES_THIS.test(plain))) {
    return { steps: [{ kind: "need", doing: { ...shown, rest: "" }, what: "text" }], why: ["anew"], answers: true };
  }
  const said = PUT_IN_ITS_PLACE.exec(plain);
  const rest = said === null ? "" : text.slice(said[0].length).trim();
  // 改成延期 12 3天: another move.
  if (shown === undefined || rest === "" || commandsIn(rest, situation).length > 0) return null;
  const ofCommon = withTextAnew(shown, rest);
  if (shown.command === "common" && ofCommon === null) return null;
  return { steps: [ofCommon ?? { kind: "offer", doing: { ...shown, rest } }], why: ["anew"], answers: true };
}

/** 不是同一件: nothing waited for it, and nothing is to be said to it. */
export function isLeft(question: Question, text: string): boolean {
  const plain = plainOf(text);
  return question.ask === "ways" && (isMereNo(plain) || IS_NOT_THE_SAME.test(plain) || IS_ANOTHER_MATTER.test(plain));
}

/** So short a sentence is no answer. */
const SHORTEST_ANSWER = 6;

/** 今天下午三点通水了, where a draft was shown that cannot be sent as it is: the answer that takes its place, shown first. Null: it is something else. */
export function answerAnew(question: Question, text: string, { steps }: Understood): Understood | null {
  const way = waysOf(question).find(({ said }) => said === TOLD_INSTEAD);
  const [step, ...more] = steps;
  if (way === undefined || step === undefined || more.length > 0 || [...text.trim()].length < SHORTEST_ANSWER)
    return null;
  if (speaksOfText(plainOf(text)))
    return { steps: [{ kind: "tell", told: "not-in-text" }], why: ["edits", "not-there"], keepsQuestion: true };
  const isUntold = "doing" in step && step.doing.number === null && TELLS.has(step.doing.command);
  const isOfIt =
    "doing" in step && step.doing.number === way.number && TELLS.has(step.doing.command) && step.kind !== "do";
  if ((step.kind !== "unknown" && !isUntold && !isOfIt) || asksSomething(plainOf(text))) return null;
  return { steps: [{ kind: "offer", doing: { ...way.doing, rest: text.trim() } }], why: ["draft-anew"], answers: true };
}

const TELLS: ReadonlySet<string> = new Set(["answer", "progress", "note"]);
