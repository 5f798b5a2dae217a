import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Question } from "./outcome.ts";
import { commandsIn } from "./several.ts";
import { describedIn, numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { unitsIn } from "./units.ts";
import { IS_ANOTHER_MATTER } from "./zh-cn-continues.ts";
import { dayMended } from "./zh-cn-mended-day.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { withoutEnd, withoutLead } from "./zh-cn-pieces.ts";
import {
  IS_NOT_OF,
  IS_NOT_OF_NUMBER,
  NOT_THE_SAME_BUT,
  POINTS_AT_IT,
  PUT_IN_PLACE,
  PUT_IN_PLACE_AT_LENGTH,
  TELLS_BEFORE_NUMBERS,
  THANKS_BEFORE,
} from "./zh-cn-preface.ts";
import { IS_NOT_THE_SAME } from "./zh-cn-ways.ts";

/** What is said before a text, or beside it, and is no part of it. */

export interface Preface {
  /** The text itself. */
  readonly rest: string;
  /** Whether what was asked is answered by it, so that the text answers nothing. */
  readonly answers: boolean;
  readonly why: "not-the-same" | "in-place" | "thanked" | "told-before";
  /** The issues of which the text is said not to be. */
  readonly isNotOf?: readonly number[];
}

/** Null: the text begins with itself. */
export function prefaceOf(text: string, situation: Situation): Preface | null {
  return (
    notOfNamed(text, situation) ??
    notTheSame(text, situation) ??
    inPlace(text, situation) ??
    thanked(text, situation) ??
    toldBefore(text, situation)
  );
}

/** 两件事：8好了，9还差阀门: how many are told, or for whom, is no part of what is told of the first. */
function toldBefore(text: string, { who }: Situation): Preface | null {
  const said = isStaff(who) ? TELLS_BEFORE_NUMBERS.exec(plainOf(text)) : null;
  return said === null ? null : { rest: text.slice(said[0].length), answers: false, why: "told-before" };
}

/** 不是同一件，隔壁厂夜里施工: what was offered is answered, and what follows is the matter. */
function notTheSame(text: string, { question, who, quote }: Situation): Preface | null {
  if (isStaff(who) || quote !== null) return null;
  const plain = plainOf(text);
  const said = NOT_THE_SAME_BUT.exec(plain);
  const rest = text.slice(said?.[0].length ?? 0).trim();
  if (said === null || IS_NOT_THE_SAME.test(plain) || IS_ANOTHER_MATTER.test(plain) || rest === "") return null;
  // 不是同一件，是新诉求: that is the answer.
  if (IS_ANOTHER_MATTER.test(plainOf(rest))) return { rest, answers: false, why: "not-the-same" };
  return { rest, answers: question !== null && !isOfferedAnew(question), why: "not-the-same" };
}

/** 我们三楼漏雨 跟2号那个是两回事哈: the matter, which is none of that issue's, wherever that is said. */
function notOfNamed(text: string, situation: Situation): Preface | null {
  const { question, who, quote, issues } = situation;
  const said =
    isStaff(who) || quote?.by === "person"
      ? null
      : (IS_NOT_OF.exec(plainOf(text)) ?? IS_NOT_OF_NUMBER.exec(plainOf(text)));
  const other = said?.groups?.other;
  if (said === null || other === undefined) return null;
  const named = numbersNamed(other, situation).map(({ number }) => number);
  const described = named.length > 0 ? [] : describedIn(other, issues).map(({ number }) => number);
  const pointed = quote !== null && POINTS_AT_IT.test(other) ? quote.numbers : [];
  const isNotOf = [...named, ...described, ...pointed];
  // 跟公交没关系, said to a text that is shown: that text is what is denied.
  if (named.length === 0 && question?.ask === "offer" && question.doings.some((one) => one.rest !== "")) return null;
  const end = said.index + said[0].length;
  const rest = withoutLead(`${withoutEnd(text.slice(0, said.index))}，${withoutLead(text.slice(end))}`);
  // 跟2号不是一回事, and no more; 不是2号，是3号: nothing is told yet.
  if (isNotOf.length === 0 || numbersNamed(plainOf(rest), situation).length > 0) return null;
  if (plainOf(rest).replace(/[^\p{L}\d]/gu, "").length < SHORTEST_MATTER) return null;
  return {
    rest: withoutEnd(rest),
    answers: question !== null && !isOfferedAnew(question),
    why: "not-the-same",
    isNotOf,
  };
}

const SHORTEST_MATTER = 4;

/** Something was offered as an issue of its own, and stays so. */
function isOfferedAnew(question: Question): boolean {
  return question.ask === "offer" && question.doings.every(({ command }) => command === "submit");
}

/** 改成：已更换变压器, where nothing is shown that could be changed: the words alone. */
function inPlace(text: string, situation: Situation): Preface | null {
  const { question } = situation;
  if (question !== null && question.ask !== "ways") return null;
  const said = PUT_IN_PLACE.exec(plainOf(text)) ?? atLength(text, situation);
  return said === null ? null : { rest: text.slice(said[0].length), answers: false, why: "in-place" };
}

/** What is said behind 改成：; empty: nothing is. */
export function textInPlace(text: string): string {
  const plain = plainOf(text);
  const said = PUT_IN_PLACE.exec(plain) ?? PUT_IN_PLACE_AT_LENGTH.exec(plain);
  return said === null ? "" : text.slice(said[0].length).trim();
}

/** The same without a colon: no day alone, no unit, and no other move. */
function atLength(text: string, situation: Situation): RegExpExecArray | null {
  const { who, now, park } = situation;
  const said = isOfficial(who) ? PUT_IN_PLACE_AT_LENGTH.exec(plainOf(text)) : null;
  if (said === null || dayMended(text, now, park.calendar) !== null) return null;
  const rest = text.slice(said[0].length);
  return commandsIn(rest, situation).length > 0 || unitsIn(plainOf(rest), park).length > 0 ? null : said;
}

/** 谢谢，同感 39: thanks for a receipt, and the word that was offered with it. */
function thanked(text: string, situation: Situation): Preface | null {
  if (isStaff(situation.who)) return null;
  const said = THANKS_BEFORE.exec(plainOf(text));
  const [before = "", thanks = ""] = said ?? [];
  if (before === "" || !isThanks(thanks)) return null;
  const rest = text.slice(before.length);
  const [only, ...more] = commandsIn(rest, situation);
  return only !== undefined && more.length === 0 && PUTS_TOGETHER.has(only.spec.name)
    ? { rest, answers: false, why: "thanked" }
    : null;
}

/** What is offered with a receipt. */
const PUTS_TOGETHER: ReadonlySet<string> = new Set(["join", "merge", "withdraw"]);

/**
 * The situation for the text itself, without the question that is answered. Who says that it is not of one issue means another
 * one only where its words are there: no other is guessed.
 */
export function behind(preface: Preface, situation: Situation): Situation {
  const asked = preface.answers ? { ...situation, question: null } : situation;
  const { isNotOf } = preface;
  if (isNotOf === undefined) return asked;
  const others = asked.issues.filter(({ number }) => !isNotOf.includes(number));
  return { ...asked, quote: null, issues: describedIn(plainOf(preface.rest), others) };
}
