import { type NextStep, needsMore, stepText } from "./actions.ts";
import { ANY_NUMBER, BLANKS, LABELS, OTHER_WORDS } from "./zh-cn/actions.ts";
import { COMMAND_WORDS } from "./zh-cn/commands.ts";
import { choicesIn } from "./zh-cn/conversation.ts";

/** What a message of the bot's offers to say: for a page, which gets the text of a message and nothing else of its card. */

/** Something to say in return; `blank` is what of it the person fills in, as it stands there. */
export interface Sayable {
  readonly text: string;
  readonly blank?: string;
}

export interface Offered {
  /** What answers the question that the message asks. */
  readonly choices: readonly string[];
  /** The line 「签收 12　退单 12 原因」 as it is written, and what can be said of it. */
  readonly line: string | null;
  readonly steps: readonly Sayable[];
}

/** A step without the label in front of it. */
export function sayableOf({ label: _label, ...step }: NextStep): Sayable {
  return sayable(stepText(step));
}

const MARKUP = /^(?:<font color="comment">|\*)(.*?)(?:<\/font>|\*)$/u;

/** Words that are said when they are tapped (DingTalk). */
const TAPS = /\[([^[\]]*)\]\(dtmd:[^()\s]*\)/g;

/** Of several such lines the last ones count. */
export function offeredIn(text: string): Offered {
  const lines = text.split("\n").map((line) => line.trim().replace(MARKUP, "$1").replaceAll(TAPS, "$1"));
  const choices = lines.map(choicesIn).findLast((words) => words.length > 0) ?? [];
  const line = lines.findLast((one) => stepsIn(one).length > 0) ?? null;
  return { choices, line, steps: line === null ? [] : stepsIn(line) };
}

const WORDS: ReadonlySet<string> = new Set([
  ...Object.values(COMMAND_WORDS).flatMap(({ words }) => words[0] ?? []),
  ...Object.values(OTHER_WORDS),
]);
const GAP = "\u3000";
/** Words that make no sense alone, or with a number: 未解决 2 is a figure. */
const UNFINISHED: ReadonlySet<string> = new Set(
  Object.entries(COMMAND_WORDS).flatMap(([name, { words }]) => (needsMore(name) ? (words[0] ?? []) : [])),
);
/** 签收 12, 评价 12 5: a word and at most two short ones behind it. */
const WHOLE = /^\S{1,5}(?: [\p{L}\p{N}-]{1,8}){0,2}$/u;

/** Empty unless the whole line is made of steps. */
function stepsIn(line: string): readonly Sayable[] {
  const steps = line.split(GAP).map((part) => sayable(withoutLabel(part)));
  return steps.every(isStep) ? steps : [];
}

function isStep({ text, blank }: Sayable): boolean {
  const [word = "", ...given] = text.split(" ");
  if (!WORDS.has(word)) return false;
  return blank !== undefined || (WHOLE.test(text) && (given.length > 1 || !UNFINISHED.has(word)));
}

function withoutLabel(part: string): string {
  const label = Object.values(LABELS).find((one) => part.startsWith(`${one}：`));
  return label === undefined ? part : part.slice(label.length + 1);
}

const LONGEST_FIRST = Object.values(BLANKS).toSorted((a, b) => b.length - a.length);

function sayable(text: string): Sayable {
  if (text.split(" ").includes(ANY_NUMBER)) return { text, blank: ANY_NUMBER };
  const blank = LONGEST_FIRST.find((one) => text.endsWith(` ${one}`));
  return blank === undefined ? { text } : { text, blank };
}
