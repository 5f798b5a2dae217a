import { narrow, plainOf } from "../../domain/plain.ts";
import { asFigures, figuresIn } from "../../domain/zh-cn-numerals.ts";
import { cleanText } from "../../messages/escape.ts";
import { countsSomething, countsThings } from "./zh-cn-numbers.ts";
import {
  ASKS_ABOUT_USE,
  BORDER,
  ENDS_A_WORD,
  ENUMERATES,
  GLUED_NUMBER,
  IN_CHARACTERS,
  isThanks,
  NEXT_NUMBER,
  NEXT_NUMBER_ALONE,
  NEXT_NUMBER_BY_SPACE,
  NUMBER,
  NUMBER_BESIDE_QUOTATION,
  NUMBERS_IN_CHARACTERS,
  TALKS,
} from "./zh-cn-parse.ts";
import { issueForCompany } from "./zh-cn-phrases.ts";

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
  /** In place of the number may stand somebody of the org file. */
  readonly named?: boolean;
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
      /** Further numbers that were listed beside the first: 签收 4、13. */
      readonly more: readonly number[];
      readonly rest: string;
      /** The text follows the word without anything between them. */
      readonly isGlued: boolean;
      /** The word was written with a slip. */
      readonly mended?: true;
    }
  /** 谢谢, 收到 and their like: nobody wants an answer. */
  | { readonly kind: "thanks" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown"; readonly text: string };

/** What decides whether a figure is an issue's number. */
export interface Beside {
  /** The message quotes one that is about an issue. */
  readonly quotes?: boolean;
  /** Whether an issue of this number is in sight. */
  readonly isKnown?: (number: number) => boolean;
}

/** What separates the word, the number and the text. */
const LEADING = /^[\s/／:,，：、。;；!！）)]+/u;
/** What may stand before the word: a slash, or what was left behind a mention. */
const PREFIX = /^[\s/／:,，：、]+/u;

/**
 * Reads one of the commands at the start of a text, from which the bot's mention is off. The names that mean something here are `help`, `submit` and `iam`.
 */
export function parse<Command extends CommandWords>(
  raw: string,
  commands: readonly Command[],
  beside: Beside = {},
): Parsed<Command> {
  const text = inFigures(cleanText(raw).replace(PREFIX, "").trim(), commands, beside);
  if (text === "") return { kind: "empty" };
  const plain = plainOf(text);
  const found = longestAt(plain, commands, BORDER);
  if (found === undefined) return isThanks(plain) ? { kind: "thanks" } : { kind: "unknown", text };
  const { word, spec } = found;
  const after = text.slice(word.length);
  // Words that may be glued to their text begin sentences, too. Behind a space everything is meant.
  if (spec.name === "iam" && TALKS.test(plainOf(after))) return { kind: "unknown", text };
  if (spec.name === "for" && !BORDER.test(plainOf(after)) && issueForCompany(after) === null)
    return { kind: "unknown", text };
  if (spec.name === "submit" && ASKS_ABOUT_USE.test(plainOf(after))) {
    const help = commands.find((one) => one.name === "help");
    if (help !== undefined)
      return { kind: "command", spec: help, word, number: null, more: [], rest: after.trim(), isGlued: true };
  }
  return {
    kind: "command",
    spec,
    word,
    isGlued: !ENDS_A_WORD.test(plainOf(after)),
    ...argumentsOf(spec, after, beside),
  };
}

/** The longest word of all commands with which a text begins. */
function longestAt<Command extends CommandWords>(
  plain: string,
  commands: readonly Command[],
  border: RegExp,
): { readonly word: string; readonly spec: Command } | undefined {
  const lower = plain.slice(0, LONGEST_WORD).toLowerCase();
  const ends = (word: string) => border.test(plain.slice(word.length));
  let found: { readonly word: string; readonly spec: Command } | undefined;
  // Every line of a message is looked at so: nothing is built on the way.
  for (const spec of commands) {
    const { words, english, englishToo = [], glued } = spec;
    const isLonger = (word: string) => word.length > (found?.word.length ?? 0);
    for (const word of words)
      if (isLonger(word) && plain.startsWith(word) && (glued === true || ends(word))) found = { word, spec };
    for (const word of [english, ...englishToo])
      if (isLonger(word) && lower.startsWith(word) && ends(word)) found = { word, spec };
  }
  return found;
}

/** 同感三, 签收五、六 as 同感 3, 签收 5、6, where issues of these numbers are in sight. */
function inFigures(text: string, commands: readonly CommandWords[], { isKnown = () => false }: Beside): string {
  const plain = plainOf(text);
  if (!IN_CHARACTERS.test(plain.slice(0, LONGEST_WORD))) return text;
  const { word, spec } = longestAt(plain, commands, NUMBERS_IN_CHARACTERS) ?? {};
  if (word === undefined || (spec?.number !== "yes" && spec?.number !== "maybe") || spec.name === "rate") return text;
  const [list = "", said = ""] = NUMBERS_IN_CHARACTERS.exec(plain.slice(word.length)) ?? [];
  if (said === "" || !figuresIn(said).every(isKnown)) return text;
  return `${text.slice(0, word.length)} ${asFigures(said)}${text.slice(word.length + list.length)}`;
}

/** No command has a longer word. */
const LONGEST_WORD = 40;

/** Behind the number of these stands another figure: a mark, a suggestion's, days, the issue to be merged into. */
const NOT_LISTED: ReadonlySet<string> = new Set(["rate", "dispatch", "merge", "extend", "hold", "refer"]);

/** What stands behind the number of these is not their text: 签收 61 62，线路跳闸. */
const LISTED_BY_SPACE: ReadonlySet<string> = new Set(["sign", "urge", "withdraw", "join", "solved", "accept"]);

interface Arguments {
  readonly number: number | null;
  readonly more: readonly number[];
  readonly rest: string;
}

/** The numbers of issues, or of a message, where the command takes one, and what follows. */
export function argumentsOf(
  spec: Pick<CommandWords, "number"> & { readonly name?: string },
  after: string,
  beside: Beside = {},
): Arguments {
  const first = firstNumber(spec, after, beside);
  if (first === null) return { number: null, more: [], rest: after.replace(LEADING, "").trim() };
  const isListed = spec.number !== "message" && !NOT_LISTED.has(spec.name ?? "");
  const next = LISTED_BY_SPACE.has(spec.name ?? "") ? NEXT_NUMBER_BY_SPACE : NEXT_NUMBER;
  const more = isListed ? furtherNumbers(first.rest, beside, next) : { numbers: [], length: 0 };
  return { number: first.number, more: more.numbers, rest: first.rest.slice(more.length).replace(LEADING, "").trim() };
}

function firstNumber(
  { number }: Pick<CommandWords, "number">,
  after: string,
  { quotes = false, isKnown = () => false }: Beside,
): { readonly number: number; readonly rest: string } | null {
  if (number === "no") return null;
  const plain = separated(after);
  const match = (quotes && number !== "message" ? NUMBER_BESIDE_QUOTATION : NUMBER).exec(plain);
  if (match !== null) {
    const read = Number(match[1] ?? match[2]);
    const rest = after.slice(match[0].length);
    if (match[1] !== undefined && countsSomething(plainOf(rest))) return null;
    const isItem = match[1] === undefined && isListOfThings(plain.slice(match[0].length), read + 1);
    return isItem ? null : { number: read, rest };
  }
  // 签收14并联系企业: people glue the number to what follows; only an issue that is there can be meant.
  const glued = number === "message" ? null : GLUED_NUMBER.exec(plain);
  if (glued === null || !isKnown(Number(glued[1]))) return null;
  const rest = after.slice(glued[0].length);
  return countsSomething(plainOf(rest)) ? null : { number: Number(glued[1]), rest };
}

/** 1、变压器已更换；2、线路已检修: the first number of a list of things, in which the next one follows. */
function isListOfThings(behind: string, next: number): boolean {
  return ENUMERATES.test(behind) && new RegExp(`(?<!\\d)${next}\\s*[、.)]`, "u").test(behind);
}

/** 签收 4 13, 签收5、6和8: numbers alone, or such as are in sight. */
function furtherNumbers(
  rest: string,
  { isKnown = () => false }: Beside,
  next: RegExp,
): { readonly numbers: readonly number[]; readonly length: number } {
  const alone = NEXT_NUMBER_ALONE.exec(separated(rest));
  if (alone !== null) return { numbers: digitsIn(alone[0]), length: rest.length };
  const numbers: number[] = [];
  let length = 0;
  for (;;) {
    const match = next.exec(separated(rest.slice(length)));
    const read = Number(match?.[1]);
    if (match === null || !isKnown(read)) return { numbers, length };
    numbers.push(read);
    length += match[0].length;
  }
}

/** The numbers in a text, in their order. */
export function digitsIn(text: string): readonly number[] {
  return [...text.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
}

/**
 * A full-width comma separates; the narrow one groups the digits of a number. A colon does so only in a time of day: in
 * 答复2:5盏 and 答复2：50盏 it separates, whatever its width.
 */
function separated(text: string): string {
  const plain = narrow(text.replaceAll("，", ";"));
  // The same length: what was a colon is one in the same place.
  return plain.replace(/:(?:(\d{2})(?!\d))?/gu, (found, digits: string | undefined, at: number) => {
    const separates = digits === undefined || countsThings(plainOf(plain.slice(at + found.length)));
    return separates ? `;${digits ?? ""}` : found;
  });
}
