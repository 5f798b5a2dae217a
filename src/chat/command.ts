import { COMMAND_WORDS, type CommandName } from "../messages/zh-cn/commands.ts";
import type { Command } from "./conversation.ts";
import type { Circle } from "./understand/circle.ts";

const EVERYBODY: readonly Circle[] = ["company", "official", "coordinator", "leader"];

/** A command of the catalogue. `who`: nobody is taught one that has an empty list, and everybody may say it. */
export function command(
  name: CommandName,
  rest: Pick<Command, "number" | "named" | "glued" | "takesLong" | "run" | "refuses" | "offered"> & {
    readonly who: readonly Circle[] | "everybody";
  },
): Command {
  return { ...COMMAND_WORDS[name], name, ...rest, who: rest.who === "everybody" ? EVERYBODY : rest.who };
}

const ORDER: readonly string[] = Object.keys(COMMAND_WORDS);

/** The commands of all features, in the order of the catalogue; others behind them. Throws when two have one word. */
export function inOrder(commands: readonly Command[]): readonly Command[] {
  const words = commands.flatMap((one) => [...one.words, one.english, ...(one.englishToo ?? [])]);
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice !== undefined) throw new Error(`two commands have the word ${twice}`);
  const place = ({ name }: Command) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return commands.toSorted((a, b) => place(a) - place(b));
}

/** The command of this name. Throws when no feature has it. */
export function commandNamed(commands: readonly Command[], name: string): Command {
  const found = commands.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no feature has the command ${name}`);
  return found;
}
