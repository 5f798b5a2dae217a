import type { Doing, Question, Way } from "./outcome.ts";
import type { Parsed } from "./parse.ts";
import { plainOf } from "./plain.ts";
import type { Speakable } from "./situation.ts";
import { isMereNo } from "./zh-cn-answers.ts";
import { IS_NOT_THE_SAME, IS_THE_SAME, IS_YES, MERE_PARTICLES } from "./zh-cn-ways.ts";

/** What was offered by a word of its own (合并, 同感 31, 参考 2), taken up or left. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

function waysOf(question: Question): readonly Way[] {
  return question.ask === "ways" || question.ask === "offer" ? (question.ways ?? []) : [];
}

/** What is done by these words; null: they take up nothing that was offered so. `commands`: those that they are. */
export function wayTaken(question: Question, text: string, commands: readonly Command[]): Doing | null {
  const ways = waysOf(question);
  const [only, ...more] = commands;
  if (ways.length === 0 || more.length > 0) return null;
  if (only !== undefined) return byCommand(ways, only);
  const same = ways.find(({ said }) => said === "merge");
  // A yes alone answers what is asked first: whether it shall be filed.
  const isSaid = IS_THE_SAME.test(plainOf(text)) && (question.ask === "ways" || !IS_YES.test(plainOf(text)));
  return same !== undefined && isSaid ? same.doing : null;
}

/** With its number, or without one where no other could be meant. What says more is a command like any other. */
function byCommand(ways: readonly Way[], { spec, number, more, rest }: Command): Doing | null {
  const behind = plainOf(rest).replace(MERE_PARTICLES, "");
  const [named, ...others] = ways.filter(({ said, number: own, doing }) => {
    if (said !== spec.name || more.length > 0) return false;
    // 合并 32 31: whole, as the office writes it.
    return behind === "" ? (number ?? own) === own : number === doing.number && behind === doing.rest;
  });
  return named === undefined || others.length > 0 ? null : named.doing;
}

/** 不是同一件: nothing waited for it, and nothing is to be said to it. */
export function isLeft(question: Question, text: string): boolean {
  const plain = plainOf(text);
  return question.ask === "ways" && (isMereNo(plain) || IS_NOT_THE_SAME.test(plain));
}
