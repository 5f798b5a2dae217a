import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Question } from "./outcome.ts";
import { commandsIn } from "./several.ts";
import type { Situation } from "./situation.ts";
import { IS_ANOTHER_MATTER } from "./zh-cn-continues.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { NOT_THE_SAME_BUT, PUT_IN_PLACE, TELLS_BEFORE_NUMBERS, THANKS_BEFORE } from "./zh-cn-preface.ts";
import { IS_NOT_THE_SAME } from "./zh-cn-ways.ts";

/** What is said before a text and is no part of it. */

export interface Preface {
  /** The text itself. */
  readonly rest: string;
  /** Whether what was asked is answered by it, so that the text answers nothing. */
  readonly answers: boolean;
  readonly why: "not-the-same" | "anew" | "thanked" | "told-before";
}

/** Null: the text begins with itself. */
export function prefaceOf(text: string, situation: Situation): Preface | null {
  return (
    notTheSame(text, situation) ?? inPlace(text, situation) ?? thanked(text, situation) ?? toldBefore(text, situation)
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

/** Something was offered as an issue of its own, and stays so. */
function isOfferedAnew(question: Question): boolean {
  return question.ask === "offer" && question.doings.every(({ command }) => command === "submit");
}

/** 改成：已更换变压器, where nothing is shown that could be changed: the words alone. */
function inPlace(text: string, { question }: Situation): Preface | null {
  if (question !== null && question.ask !== "ways") return null;
  const said = PUT_IN_PLACE.exec(plainOf(text));
  return said === null ? null : { rest: text.slice(said[0].length), answers: false, why: "anew" };
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
