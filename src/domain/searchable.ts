import { plainOf } from "./plain.ts";

/** Texts as they are searched. Pure: what is written down and what is looked for are made alike by the same functions. */

/** Letters and figures alone, in one width and case and in simplified characters: nothing else tells two spellings apart. */
export function searchableOf(text: string): string {
  return plainOf(text.normalize("NFKC").toLowerCase()).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** What is looked for in a query, each as it is searched; a word without a letter or figure is none. */
export function termsOf(query: string, most: number): readonly string[] {
  const terms = query.split(/\s+/u).map(searchableOf);
  return [...new Set(terms.filter((term) => term !== ""))].slice(0, most);
}

/** There are few figures and letters: two of them side by side stand in too many texts. */
const COMMON = /^[0-9a-z]{3}$/;

/**
 * The pieces by which a searchable text is found: each two characters that stand side by side, each three of figures and Latin letters,
 * and the last character, so that every character begins a piece.
 */
export function piecesOf(searchable: string): readonly string[] {
  const characters = [...searchable];
  const pieces = new Set<string>();
  for (const [at, character] of characters.entries()) {
    pieces.add(`${character}${characters[at + 1] ?? ""}`);
    const three = characters.slice(at, at + 3).join("");
    if (COMMON.test(three)) pieces.add(three);
  }
  return [...pieces];
}

/** The pieces that a text has that holds this term, of two characters or more: as few as say the most. */
export function piecesOfTerm(term: string): readonly string[] {
  const characters = [...term];
  const pieces = new Set<string>();
  let covered = 0;
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const three = characters.slice(at, at + 3).join("");
    if (COMMON.test(three)) {
      pieces.add(three);
      covered = at + 2;
    } else if (at + 1 > covered) pieces.add(characters.slice(at, at + 2).join(""));
  }
  return [...pieces];
}
