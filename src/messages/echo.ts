import { shortened } from "../domain/graphemes.ts";
import { cleanText } from "./escape.ts";

/** The longest piece of somebody's words that a sentence of the bot's repeats, in characters. */
const LONGEST = 40;

/**
 * What somebody wrote, repeated inside a sentence of the bot's: 「…」, on one line, at most 40 characters, and without the
 * brackets that would end it. Longer words of people's are shown as a quotation, never in a sentence.
 */
export function echo(text: string): string {
  const line = cleanText(text).replace(/\s+/gu, " ").trim().replaceAll("「", "『").replaceAll("」", "』");
  return `「${shortened(line, LONGEST)}」`;
}
