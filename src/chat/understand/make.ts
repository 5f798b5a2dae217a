import type { Answer, Doing, Step, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { MAY_BE_A_MOVE } from "./zh-cn-pieces.ts";

/** What understanding is put together from. */

export function steps(why: string, ...all: readonly Step[]): Understood {
  return { steps: all, why: [why] };
}

export function doing(command: string, reading: Reading, number: number | null, rest = ""): Doing {
  return { command, word: wordFor(command, reading), number, rest };
}

/** The same where nothing of a message is read for it. */
export function deed(command: string, situation: Pick<Situation, "commands">, number: number | null, rest = ""): Doing {
  return { command, word: firstWordOf(command, situation), number, rest };
}

/** What is to be done, as another command does it. */
export function asDeed(doing: Doing, command: string, situation: Pick<Situation, "commands">): Doing {
  return { ...doing, command, word: firstWordOf(command, situation) };
}

/** The word that is taught. Of an order its own kind: 批示 is not 督办. */
export function wordFor(command: string, { situation, plain }: Reading): string {
  const words = situation.commands.find((one) => one.name === command)?.words ?? [];
  const said = command === "supervise" ? words.find((word) => plain.includes(word)) : undefined;
  return said ?? firstWordOf(command, situation);
}

/** What a command is called where nothing of a message calls it. */
export function firstWordOf(command: string, { commands }: Pick<Situation, "commands">): string {
  return commands.find((one) => one.name === command)?.words[0] ?? command;
}

/** What a doing is called by. */
export function wordsFor({ command, word }: Doing, { commands }: Pick<Situation, "commands">): readonly string[] {
  return [word, ...(commands.find(({ name }) => name === command)?.words ?? [])];
}

/** It is about something else than what was asked. */
export const OTHER: Answer = { kind: "other" };

/** It is answered, and this is what it comes to. */
export function answered(...steps: readonly Step[]): Answer {
  return { kind: "answered", steps };
}

export function question(command: string, reading: Reading, number: number | null, rest = ""): Step {
  return { kind: "do", doing: doing(command, reading, number, rest) };
}

export function named({ referred, quoted }: Reading): readonly InSight[] {
  return referred.length > 0 ? referred : quoted;
}

/** Which of the issues named is meant by a command that carries the text. */
export function which(command: string, reading: Reading): Understood | null {
  const able = candidatesFor(command, named(reading));
  if (able.length === 0) return null;
  const what = doing(command, reading, null, reading.text.trim());
  if (able.length === 1 && able[0] !== undefined)
    return steps("only", { kind: "offer", doing: { ...what, number: able[0].number } });
  return steps("which", { kind: "which", doing: what, among: able.map(({ number }) => number) });
}

/**
 * Whether a text is merely told of the one issue of the quoted message: nothing in it may be meant for a move, a refusal or a
 * result, so it is kept with the issue at once.
 */
export function isMerelyTold({ number }: InSight, { situation: { quote }, plain }: Reading): boolean {
  const isQuoted = quote?.by === "bot" && quote.numbers.length === 1 && quote.numbers[0] === number;
  return isQuoted && !MAY_BE_A_MOVE.test(plain);
}

/** Of which issue it is was not said: it may be a matter of its own, which one word says. */
export function mayBeNew(doing: Doing): Doing {
  return { ...doing, soon: true };
}

/** What would be done is shown first; anything else is as it was. */
export function shownFirst(step: Step): Step {
  return step.kind === "do" ? { ...step, kind: "offer" } : step;
}
