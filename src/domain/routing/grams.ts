/** Texts as routing compares them: the pieces of some characters that stand in them, and how often. */

/** What stands behind so many characters tells no more of the matter. */
const LONGEST_TEXT = 3000;

/** How often each piece stands in a text, by its number. That two have one is rare, and costs nothing that can be measured. */
export type Counts = ReadonlyMap<number, number>;

/** The same characters in any width and case, every number alike. */
export function plainOf(text: string): string {
  return text.slice(0, LONGEST_TEXT).normalize("NFKC").toLowerCase().replace(/\d+/g, "0");
}

/** What is neither a letter nor a number parts the text. */
function runsOf(text: string): readonly string[] {
  return plainOf(text).match(/[\p{L}0]+/gu) ?? [];
}

/** Of how many characters pieces are. */
export interface Sizes {
  readonly shortest: number;
  readonly longest: number;
}

/** Calls back with every piece of a text and its number, of 32 bits. */
export function eachGram(text: string, { shortest, longest }: Sizes, hear: (gram: string, hash: number) => void): void {
  for (const run of runsOf(text)) {
    const letters = [...run];
    for (let start = 0; start < letters.length; start += 1) {
      let gram = "";
      for (let size = 1; size <= longest && start + size <= letters.length; size += 1) {
        gram += letters[start + size - 1] ?? "";
        if (size >= shortest) hear(gram, hashOf(gram));
      }
    }
  }
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
