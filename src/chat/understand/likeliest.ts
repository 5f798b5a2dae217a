import { distance } from "fastest-levenshtein";
import { type CommandWords, narrow } from "./parse.ts";

/** The likeliest commands for what was said: by spelling, then in their order. */
export function likeliest<Command extends CommandWords>(
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  const plain = narrow(text).trim().toLowerCase();
  const scored = commands.map((spec, order) => ({
    spec,
    order,
    score: Math.min(...[...spec.words, spec.english].map((word) => far(plain, word))),
  }));
  const near = scored.filter((one) => one.score < 1).sort((a, b) => a.score - b.score || a.order - b.order);
  const rest = scored.filter((one) => one.score >= 1);
  return [...near, ...rest].slice(0, 3).map((one) => one.spec);
}

/** 0 for a word that stands in the text, up to 1 for one that has nothing of it. */
function far(text: string, word: string): number {
  if (text.includes(word)) return 0;
  return distance(text.slice(0, word.length), word) / word.length;
}
