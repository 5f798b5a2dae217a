/**
 * Past issues speak for a unit, in front of its name: how many there were, whose they were and what they said is told to nobody here. The
 * words are the text's own.
 */
export const LIKE_CASES = "以往同类诉求";

export function likeWords(words: readonly string[]): string {
  return words.length === 0 ? LIKE_CASES : `${words.join("、")}（${LIKE_CASES}）`;
}
