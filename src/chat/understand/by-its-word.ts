import type { Doing, Question, Understood } from "./outcome.ts";
import type { Parsed } from "./parse.ts";
import type { Situation, Speakable } from "./situation.ts";
import { saidBehind } from "./zh-cn-ways.ts";

/** The word of what is asked about, said alone: it belongs to the open question, before anything that was said or filed earlier. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

/** 同感, asked whether 同感 #34 shall be noted, is a yes to it; asked which one, it says no more than was known. Null: it says something else. */
export function byItsWord(question: Question | null, [only, ...more]: readonly Command[]): Understood | null {
  if (question === null || only === undefined || more.length > 0 || only.number !== null) return null;
  // 为什么, of what is shown to be raised: it is shown again.
  if (
    only.spec.name === "why" &&
    saidBehind(only.rest).replace("?", "") === "" &&
    question.ask === "offer" &&
    question.doings.every(({ number }) => number === null)
  )
    return { steps: question.doings.map((doing) => ({ kind: "offer", doing })), why: ["word", "asked"], answers: true };
  if (saidBehind(only.rest) !== "") return null;
  const said = only.spec.name;
  if (question.ask === "which" && question.doing.command === said)
    return { steps: [{ kind: "which", doing: question.doing, among: question.among }], why: ["word"], answers: true };
  const shown = shownBy(question);
  // 答复, where the same text is shown as 进展: shown as an answer.
  if (shown !== null && shown.command !== said && TELLS.has(said) && TELLS.has(shown.command))
    return {
      steps: [{ kind: "offer", doing: { ...shown, command: said, word: only.word } }],
      why: ["word"],
      answers: true,
    };
  if (question.ask !== "offer" || question.doings.some(({ command, number }) => command !== said || number === null))
    return null;
  return { steps: question.doings.map((doing) => ({ kind: "do", doing })), why: ["word"], answers: true };
}

/** What an official tells of an issue, to whomever. */
const TELLS: ReadonlySet<string> = new Set(["answer", "progress", "measure", "note"]);

/** What was shown is said in other words: it is answered. */
export function isInstead(commands: readonly Command[], question: Question | null): boolean {
  const shown = shownBy(question);
  return shown !== null && commands.some(({ spec, number }) => spec.name === shown.command && number === shown.number);
}

/** The one thing that was shown with a text. */
function shownBy(question: Question | null): Doing | null {
  const [shown, ...more] = question?.ask === "offer" ? question.doings : [];
  return shown === undefined || more.length > 0 || shown.rest === "" || shown.number === null ? null : shown;
}

/** 答复 已换好, while an answer of one issue is shown: the same of that one, in other words. */
export function numbered(commands: readonly Command[], { question, quote }: Situation): readonly Command[] {
  const shown = shownBy(question);
  // A quotation tells the number itself.
  if (shown === null || (quote?.numbers.length ?? 0) > 0) return commands;
  return commands.map((one) =>
    one.number === null && one.spec.name === shown.command && one.rest !== "" ? { ...one, number: shown.number } : one,
  );
}
