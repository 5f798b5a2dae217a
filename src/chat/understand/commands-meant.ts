import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import type { Parsed } from "./parse.ts";
import { commandsIn } from "./several.ts";
import type { Situation, Speakable } from "./situation.ts";
import { tellsANumber } from "./zh-cn-continues.ts";
import { withoutPuttingOff } from "./zh-cn-not-pressed.ts";
import { requestCancelled } from "./zh-cn-requests.ts";
import { TAKES_BACK_A_JOIN } from "./zh-cn-together.ts";

/** What is written as commands, but for words that only look like one. */

export type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

/** 电话13812345678，找老何: a number that is told calls for nobody. */
export function commandsMeant(text: string, situation: Situation): readonly Command[] {
  if (!isStaff(situation.who) && TAKES_BACK_A_JOIN.test(plainOf(text))) return [];
  // 撤回2号退单: the request, and no issue.
  if (isOfficial(situation.who) && requestCancelled(plainOf(text)) !== null) return [];
  const commands = commandsIn(text, situation);
  // 催办先缓缓: its word is said, and not meant.
  if (commands.some(({ spec }) => spec.name === "urge") && withoutPuttingOff(text) !== null) return [];
  const isTold =
    !isStaff(situation.who) &&
    commands.length === 1 &&
    commands[0]?.spec.name === "human" &&
    tellsANumber(plainOf(text));
  return isTold ? [] : commands;
}
