import { cleanText } from "../../messages/escape.ts";
import { ASKS_ABOUT_USE, BORDER, isThanks, NUMBER, NUMBER_BESIDE_QUOTATION, TALKS } from "./zh-cn-parse.ts";

/** By what a command is known in a text, and what may follow its word. */
export interface CommandWords {
  readonly name: string;
  /** The first word is the one that is taught. */
  readonly words: readonly string[];
  readonly english: string;
  /** Other spellings of the English word. */
  readonly englishToo?: readonly string[];
  /** Whether an issue's number comes first; `maybe` when the command makes sense without one, `message` for a message's number. */
  readonly number: "yes" | "maybe" | "no" | "message";
  /** The word may stand directly before its text, as people write 诉求三车间停电. */
  readonly glued?: boolean;
}

/** What a message asks for. */
export type Parsed<Command extends CommandWords> =
  | {
      readonly kind: "command";
      readonly spec: Command;
      readonly word: string;
      readonly number: number | null;
      readonly rest: string;
    }
  /** 谢谢, 收到 and their like: nobody wants an answer. */
  | { readonly kind: "thanks" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly text: string };

/** Full-width ASCII and spaces as their narrow forms, character for character, so that positions stay. */
export function narrow(text: string): string {
  return text.replace(/[\u{ff01}-\u{ff5e}\u3000\u00a0]/gu, (one) =>
    one === "\u3000" || one === "\u00a0" ? " " : String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  );
}

/** What separates the word, the number and the text. */
const LEADING = /^[\s/／:,，：、。;；!！）)]+/u;
/** What may stand before the word: a slash, or what was left behind a mention. */
const PREFIX = /^[\s/／:,，：、]+/u;

/**
 * Reads one of the commands at the start of a text, from which the bot's mention is off. `quotes`: it quotes one issue.
 * The names that mean something here are `help`, `submit` and `iam`.
 */
export function parse<Command extends CommandWords>(
  raw: string,
  commands: readonly Command[],
  quotes = false,
): Parsed<Command> {
  const text = cleanText(raw).replace(PREFIX, "").trim();
  if (text === "") return { kind: "empty" };
  const plain = narrow(text);
  const found = longestAt(plain, commands);
  if (found === undefined) return isThanks(plain) ? { kind: "thanks" } : { kind: "unknown", text };
  const { word, spec } = found;
  const after = text.slice(word.length);
  // Words that may be glued to their text begin sentences, too. Behind a space everything is meant.
  if (spec.name === "iam" && TALKS.test(narrow(after))) return { kind: "unknown", text };
  if (spec.name === "submit" && ASKS_ABOUT_USE.test(narrow(after))) {
    const help = commands.find((one) => one.name === "help");
    if (help !== undefined) return { kind: "command", spec: help, word, number: null, rest: after.trim() };
  }
  return { kind: "command", spec, word, ...argumentsOf(spec, after, quotes) };
}

/** The longest word of all commands with which a text begins. */
function longestAt<Command extends CommandWords>(
  plain: string,
  commands: readonly Command[],
): { readonly word: string; readonly spec: Command } | undefined {
  const found = commands.flatMap((spec) => wordsAt(plain, spec).map((word) => ({ word, spec })));
  return found.sort((a, b) => b.word.length - a.word.length)[0];
}

function wordsAt(plain: string, { words, english, englishToo = [], glued }: CommandWords): readonly string[] {
  const ends = (word: string) => BORDER.test(plain.slice(word.length));
  return [
    ...words.filter((word) => plain.startsWith(word) && (glued === true || ends(word))),
    ...[english, ...englishToo].filter((word) => plain.slice(0, word.length).toLowerCase() === word && ends(word)),
  ];
}

/** The number of an issue or message, where the command takes one, and what follows. */
export function argumentsOf(
  spec: Pick<CommandWords, "number">,
  after: string,
  quotes = false,
): { readonly number: number | null; readonly rest: string } {
  // A full-width comma separates; only the narrow one groups the digits of a number.
  const plain = narrow(after.replaceAll("，", ";"));
  const beside = quotes && spec.number !== "message";
  const match = spec.number === "no" ? null : (beside ? NUMBER_BESIDE_QUOTATION : NUMBER).exec(plain);
  if (match === null) return { number: null, rest: after.replace(LEADING, "").trim() };
  const rest = after.slice(match[0].length).replace(LEADING, "").trim();
  return { number: Number(match[1] ?? match[2]), rest };
}
