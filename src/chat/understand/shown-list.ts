import { plainOf } from "../../domain/plain.ts";
import { deed } from "./make.ts";
import type { Question, Understood } from "./outcome.ts";
import { issueIn } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { placeAtStart } from "./zh-cn-numbers.ts";

/** 第一个是啥, 第二个催一下: said to a list of issues that was shown, and of which nothing was asked. */

const LISTED = "listed";

/** What stays open behind such a list. `word`: of the command that looks at one. */
export function listKept(numbers: readonly number[], word: string): Question {
  const ways = numbers.map((number, index) => ({
    said: LISTED,
    number: index + 1,
    doing: { command: "status", word, number, rest: "" },
  }));
  return { ask: "ways", ways };
}

/** Null: no place of it is named. `understand`: what is said, of the one that stands there. */
export function saidOfList(
  question: Question,
  text: string,
  situation: Situation,
  understand: (situation: Situation) => Understood,
): Understood | null {
  const plain = plainOf(text);
  const place = question.ask === "ways" && situation.quote === null ? placeAtStart(plain) : null;
  const way =
    question.ask === "ways" ? question.ways.find(({ said, number }) => said === LISTED && number === place) : undefined;
  const number = way?.doing.number ?? null;
  if (number === null) return null;
  // Of one that is out of sight it is said how it stands, and nothing is done to another.
  if (issueIn(situation, number) === undefined || asksSomething(plain) || [...plain].length <= PLACE_ALONE) {
    return { steps: [{ kind: "do", doing: deed("status", situation, number) }], why: ["listed"], keepsQuestion: true };
  }
  const meant = understand({ ...situation, question: null, quote: { by: "bot", numbers: [number] } });
  return { ...meant, why: ["listed", ...meant.why] };
}

/** 第一个吧 */
const PLACE_ALONE = 5;
