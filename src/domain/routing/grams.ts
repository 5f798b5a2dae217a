import { WORDS } from "../words.ts";

/** Texts as routing compares them: the pieces of some characters and the words that stand in them, and how often. */

/** What stands behind so many characters tells no more of the matter. */
const LONGEST_TEXT = 3000;

/** How often each piece stands in a text, by its number. That two have one is rare, and costs nothing that can be measured. */
export type Counts = ReadonlyMap<number, number>;

/** The same characters in any width and case, every number alike. */
export function plainOf(text: string): string {
  return text.slice(0, LONGEST_TEXT).normalize("NFKC").toLowerCase().replace(/\d+/g, "0");
}

/** What is neither a letter nor a number parts the text. */
const RUN = /[\p{L}0]+/gu;

/** Of how many characters pieces are. */
export interface Sizes {
  readonly shortest: number;
  readonly longest: number;
}

/** Hears of a piece: what stands there, its number, of 32 bits, and how many code units of the text end with it. */
type Hear = (piece: string, number: number, end: number) => void;

/** Calls back with every piece of so many characters. */
export function eachGram(text: string, { shortest, longest }: Sizes, hear: Hear): void {
  for (const { 0: run, index } of plainOf(text).matchAll(RUN)) {
    const letters = [...run];
    let at = index;
    for (const [start, first] of letters.entries()) {
      let gram = "";
      for (let size = 1; size <= longest && start + size <= letters.length; size += 1) {
        gram += letters[start + size - 1] ?? "";
        if (size >= shortest) hear(gram, hashOf(gram), at + gram.length);
      }
      at += first.length;
    }
  }
}

/** Calls back with every word, as the dictionary of the engine knows them. A word is another piece than the same characters. */
export function eachWord(text: string, hear: Hear): void {
  for (const { segment, index, isWordLike } of WORDS.segment(plainOf(text)))
    if (isWordLike) hear(segment, hashOf(` ${segment}`), index + segment.length);
}

export function countsOf(text: string, sizes: Sizes): Counts {
  const counts = new Map<number, number>();
  eachGram(text, sizes, (_gram, hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1));
  return counts;
}

/** FNV-1a over the code units, mixed once more. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return hash >>> 0;
}
