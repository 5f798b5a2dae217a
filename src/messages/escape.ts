import { shortened } from "../domain/graphemes.ts";
import { CALLED_TELEPHONE, DOT_OF_AN_ADDRESS } from "./zh-cn/names.ts";

/**
 * Makes people's text harmless. No platform documents an escape character that all its clients honour, so
 * every character that could become active is replaced by the full-width one that looks like it.
 * Sources of what is active: WeCom doc 91770 (markdown, markdown_v2), DingTalk API/0699 and API/0791.
 */

/** Invisible: soft hyphen, joiners, zero width, direction marks, BOM, annotation anchors, tags, noncharacters. */
const INVISIBLE =
  /\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

/** C0 and C1 without the line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

/** With the `u` flag a whole pair is no match. */
const HALF_CHARACTER = /[\uD800-\uDFFF]/gu;

const ANYWHERE: ReadonlyMap<string, string> = new Map([
  ["@", "＠"],
  ["<", "＜"],
  [">", "＞"],
  ["&", "＆"],
  ["[", "［"],
  ["]", "］"],
  ["*", "＊"],
  ["_", "＿"],
  ["~", "～"],
  ["`", "｀"],
  ["|", "｜"],
  ["\\", "＼"],
]);

/**
 * Takes out what nobody can see: control characters, zero-width and direction marks, halves of characters.
 * Every kind of line break becomes `\n`, a tab a space.
 */
export function cleanText(text: string): string {
  const whole = text.replace(HALF_CHARACTER, "");
  const lines = whole.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n").replaceAll("\t", " ");
  return lines.replace(CONTROL, "").replace(INVISIBLE, "");
}

/** The longest piece of somebody's words that a sentence of the bot's repeats, in characters. */
const LONGEST_ECHO = 40;

/**
 * What somebody wrote, repeated inside a sentence of the bot's: 「…」, on one line, at most 40 characters, and without the
 * brackets that would end it. Longer words of people's are shown as a quotation, never in a sentence.
 */
export function echo(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, " ").trim().replaceAll("「", "『").replaceAll("」", "』");
  return `「${shortened(line, LONGEST_ECHO)}」`;
}

/**
 * The text cleaned, and with nothing left that any platform would take for a mention, a tag, a link or
 * formatting. `#12` stays what it is. Idempotent; never more than three times the bytes.
 */
export function escapeText(text: string): string {
  return (
    cleanText(text)
      // An underscore inside a word marks nothing, and ids that somebody has to copy have it.
      .replace(/[@<>&[\]*~`|\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (found) => ANYWHERE.get(found) ?? found)
      .replace(/:(?=\/\/)|:(?<=[A-Za-z][A-Za-z0-9+.-]*:)/g, "：")
      .replace(/\/(?=\/)/g, "／")
      .replace(DOT_OF_AN_ADDRESS, "．")
      .split("\n")
      .map(escapeLineStart)
      .join("\n")
  );
}

/** The address of a link, with nothing in it that could end the link or begin something else. Throws when it is no web address. */
export function linkAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new Error("a link of a card is no web address");
  return href.replace(
    /[()[\]<>"'`\\*_~|@\s]/g,
    (found) => `%${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}

/** What is active only where a line begins: indented code, headings, list items, rules, underlines of headings. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^ {2,}/, (indent) => "　".repeat(Math.ceil(indent.length / 2)))
    .replace(/^(\s*)(#+)(?!#|\d)/, (_all, indent: string, marks: string) => indent + "＃".repeat(marks.length))
    .replace(/^(\s*)(#{2,})(?=\d)/, (_all, indent: string, marks: string) => indent + "＃".repeat(marks.length))
    .replace(/^(\s*)-(?=[\s-]|$)/, "$1－")
    .replace(/^(\s*)\+(?=\s|$)/, "$1＋")
    .replace(/^(\s*)(=+)(?=\s*$)/, (_all, indent: string, marks: string) => indent + "＝".repeat(marks.length))
    .replace(/^(\s*\d{1,9})\.(?=\s|$)/, "$1．")
    .replace(/^(\s*\d{1,9})\)(?=\s|$)/, "$1）");
}

const DIGIT = "[0-9０-９]";
const GAP = "[ \\u00A0\\u3000\\-\\u2010-\\u2015－.·]{1,3}";

/** Eleven digits from 13 on, after +86 or 86 or nothing, with gaps between any of them. */
const MOBILE = new RegExp(
  `(?<!${DIGIT})(?<!${DIGIT}[.．])((?:[+＋]|00)?[8８][6６](?:${GAP})?)?([1１](?:${GAP})?[3-9３-９](?:(?:${GAP})?${DIGIT}){9})(?!${DIGIT})`,
  "g",
);

/** Seven or eight digits, with a gap before the last four or none. Local numbers do not begin with 0 or 1. */
const LOCAL = `([2-9２-９]${DIGIT}{2,3}(?:${GAP})?${DIGIT}{4})(?!${DIGIT})`;

/** An area code, written apart or not, and a local number. */
const LANDLINE = new RegExp(
  `(?<!${DIGIT})(?<!${DIGIT}[-.．])([0０](?:[1１][0０]|[2２]${DIGIT}|[3-9３-９]${DIGIT}{2})(?:[)）]|${GAP})?)${LOCAL}`,
  "g",
);

/** A local number that a word calls a telephone number. */
const NAMED = new RegExp(`(${CALLED_TELEPHONE}[^0-9０-９\\n]{0,4})${LOCAL}`, "g");

/**
 * Hides Chinese telephone numbers: 138****5678, 0746-****888. Meant for cleaned, unescaped text.
 * Issue numbers, dates and amounts stay.
 */
export function maskPhones(text: string): string {
  return text
    .replace(MOBILE, (all: string, prefix: string | undefined, number: string) => {
      if (!isGroupedLikeAPhone(number)) return all;
      const digits = plainDigits(number);
      return `${prefix ?? ""}${digits.slice(0, 3)}****${digits.slice(7)}`;
    })
    .replace(LANDLINE, (_all, area: string, number: string) => `${area}****${plainDigits(number).slice(4)}`)
    .replace(NAMED, (_all, word: string, number: string) => `${word}****${plainDigits(number).slice(4)}`);
}

/** The first number in a text that `maskPhones` would hide, as it is written; null where there is none. */
export function firstPhone(text: string): string | null {
  const clean = cleanText(text);
  const mobile = [...clean.matchAll(MOBILE)].find(([, , number = ""]) => isGroupedLikeAPhone(number));
  const [landline] = clean.matchAll(LANDLINE);
  const [named] = clean.matchAll(NAMED);
  const found = [mobile?.[0], landline?.[0], named?.[2]].find((one) => one !== undefined);
  return found?.trim() ?? null;
}

/** Digit by digit, or in groups of which the first holds the network's three digits, and no figure before a date. */
function isGroupedLikeAPhone(number: string): boolean {
  const groups = number.normalize("NFKC").split(/\D+/);
  if (groups.every((group) => group.length === 1)) return true;
  const endsInDate = /^(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d$/.test(groups.slice(1).join("-"));
  return (groups[0] ?? "").length >= 3 && !endsInDate;
}

function plainDigits(number: string): string {
  return number.normalize("NFKC").replace(/\D/g, "");
}
