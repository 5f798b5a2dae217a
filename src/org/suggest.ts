import { distance } from "fastest-levenshtein";

/**
 * The candidate that the writer most likely meant, or undefined when none is near. Case, `_` and `-` do not count,
 * and a shortened form (`dept` for `department`) is as near as a slip of the finger.
 */
export function likeliest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = simplify(word);
  if (plain === "") return undefined;
  let best: { name: string; cost: number } | undefined;
  for (const name of candidates) {
    const cost = costOf(plain, simplify(name));
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { name, cost };
  }
  return best?.name;
}

/** `; did you mean "x"?`, or the whole list when nothing is near. */
export function hint(word: string, candidates: readonly string[], listName: string): string {
  const likely = likeliest(word, candidates);
  if (likely !== undefined) return `; did you mean "${likely}"?`;
  if (candidates.length === 0) return `; there are no ${listName}`;
  const shown = candidates.slice(0, 12).join(", ");
  return `; ${listName}: ${shown}${candidates.length > 12 ? ", …" : ""}`;
}

function simplify(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/gu, "");
}

/** Undefined when the two are too far apart to be one word. */
function costOf(word: string, candidate: string): number | undefined {
  // Letters that changed places are one slip, not two edits.
  const edits = sorted(word) === sorted(candidate) ? Math.min(1, distance(word, candidate)) : distance(word, candidate);
  if (edits <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 2.5))) return edits;
  const shorter = Math.min(word.length, candidate.length);
  if (shorter >= 3 && (candidate.startsWith(word) || word.startsWith(candidate))) return 2;
  return shorter >= 3 && isAbbreviation(word, candidate) ? 3 : undefined;
}

function sorted(word: string): string {
  return [...word].toSorted().join("");
}

/** Whether the letters of `word` stand in `candidate` in this order, starting with the same letter. */
function isAbbreviation(word: string, candidate: string): boolean {
  if (word[0] !== candidate[0]) return false;
  let at = 0;
  for (const letter of candidate) if (letter === word[at]) at += 1;
  return at === word.length;
}
