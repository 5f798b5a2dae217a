import { plainOf } from "../../domain/plain.ts";
import { chosenIn } from "./chosen.ts";
import { answered, OTHER, shownFirst } from "./make.ts";
import type { Answer, Doing, Firm, Step } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import { checked } from "./strict.ts";
import * as said from "./zh-cn-answers.ts";
import { ASKS_HOW_IT_STANDS } from "./zh-cn-asks.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { isThanks } from "./zh-cn-parse.ts";
import { numberedClauses } from "./zh-cn-pieces.ts";

/** What answers which one of several issues is meant. */

/** A number, a place or the words of one of those that were shown. */
export function toWhich({ doing, among }: Extract<Firm, { ask: "which" }>, text: string, situation: Situation): Answer {
  const plain = plainOf(text);
  // 33好了，35没好: what is said of each is said by its clause. 2号已换了电容，请企业查验: more is said than which.
  if (numberedClauses(text).length > 1 || saysMoreThanWhich(plain, among)) return OTHER;
  // 25到哪了: it is asked, and not chosen.
  if (doing.command !== "status" && ASKS_HOW_IT_STANDS.test(plain)) return OTHER;
  if (said.NONE_OF_THEM.test(plain)) return { kind: "refused", rest: "" };
  const chosen = chosenIn(plain, among, situation);
  if (chosen.length > 0) {
    const spec = situation.commands.find((one) => one.name === doing.command);
    const filled = chosen.map((number) => ({ ...doing, number }));
    return answered(
      ...filled.map((one) =>
        spec === undefined ? { kind: "do" as const, doing: one } : shownWithWords(checked(one, spec, situation)),
      ),
    );
  }
  const no = said.NO.exec(plain);
  if (no !== null) return { kind: "refused", rest: text.slice(no[0].length).trim() };
  if (said.isMereYes(plain)) return yesToOne(doing, among, situation);
  return isThanks(plain) ? { kind: "waits" } : OTHER;
}

/** 是, asked which one of several: it is asked once more. Where only one was named, it is that one. */
function yesToOne(doing: Doing, among: readonly number[], situation: Situation): Answer {
  const [only, ...more] = among;
  const spec = situation.commands.find(({ name }) => name === doing.command);
  if (only === undefined || more.length > 0 || spec === undefined) return answered({ kind: "which", doing, among });
  return answered(shownWithWords(checked({ ...doing, number: only }, spec, situation)));
}

/** What goes to a head, or can be asked for once, with words that were said before the issue was known is shown with it. */
function shownWithWords(step: Step): Step {
  const isShown = step.kind === "do" && SHOWN_FIRST.has(step.doing.command) && step.doing.rest !== "";
  return isShown ? shownFirst(step) : step;
}

const SHOWN_FIRST: ReadonlySet<string> = new Set(["supervise", "return"]);

function saysMoreThanWhich(plain: string, among: readonly number[]): boolean {
  const chosen = referencesIn(plain, (number) => among.includes(number));
  return chosen.length > 0 && /[,，]/u.test(plain) && [...plain].length > LONGEST_CHOICE;
}

const LONGEST_CHOICE = 14;
