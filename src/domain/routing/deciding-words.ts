import { wordsIn } from "../common/zh-cn-words.ts";
import type { Example } from "./model.ts";

/** Which words decided of late: those that all or nearly all issues which have them brought to one unit. */

/** So many issues with a word have to agree. */
const LEAST = 2;
/** This share of them. */
const AGREEING = 0.75;
/** The words for a unit have to weigh so much more than those for any other. */
const CLEARER = 1.5;
const MOST_WORDS = 3;

interface Decision extends Example {
  readonly id: number;
}

/** A unit for which words of a text speak, the strongest of them first, and how many issues agree on the first. */
export interface Leaning {
  readonly unit: string;
  readonly by: "words";
  readonly words: readonly string[];
  readonly cases: number;
}

interface Word {
  readonly word: string;
  readonly cases: number;
  readonly weight: number;
}

/** By the last decisions; they are looked at when somebody first asks. */
export class DecidingWords {
  readonly #decided: readonly Decision[];
  #having: ReadonlyMap<string, readonly Decision[]> | null = null;

  constructor(decided: readonly Decision[]) {
    this.#decided = decided;
  }

  /** Null: nothing speaks clearly for one unit. `besides`: an issue whose own decision is no reason. */
  leaningOf(text: string, besides?: number): Leaning | null {
    const byUnit = new Map<string, Word[]>();
    for (const word of wordsIn(text)) {
      const told = agreementOf((this.#allHaving.get(word) ?? []).filter(({ id }) => id !== besides));
      if (told === null) continue;
      const weight = told.share * Math.log(1 + told.cases) * word.length;
      byUnit.set(told.unit, [...(byUnit.get(told.unit) ?? []), { word, cases: told.cases, weight }]);
    }
    const heaviest = (one: { readonly weight: number }, other: { readonly weight: number }) =>
      other.weight - one.weight;
    const [first, second] = [...byUnit]
      .map(([unit, words]) => ({ unit, words, weight: words.reduce((sum, { weight }) => sum + weight, 0) }))
      .toSorted(heaviest);
    if (first === undefined || first.weight < CLEARER * (second?.weight ?? 0)) return null;
    const words = first.words.toSorted(heaviest);
    return { unit: first.unit, by: "words", words: named(words), cases: words[0]?.cases ?? 0 };
  }

  get #allHaving(): ReadonlyMap<string, readonly Decision[]> {
    if (this.#having !== null) return this.#having;
    const having = new Map<string, Decision[]>();
    for (const one of this.#decided) {
      for (const word of wordsIn(one.text)) {
        const all = having.get(word);
        if (all === undefined) having.set(word, [one]);
        else all.push(one);
      }
    }
    this.#having = having;
    return having;
  }
}

interface Agreement {
  readonly unit: string;
  /** How many issues went there, and which share of all that have the word. */
  readonly cases: number;
  readonly share: number;
}

/** What issues with the same word agree on. */
function agreementOf(all: readonly Decision[]): Agreement | null {
  const counts = new Map<string, number>();
  for (const { unit } of all) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (first === undefined) return null;
  const [unit, cases] = first;
  const share = cases / all.length;
  return cases >= LEAST && share >= AGREEING ? { unit, cases, share } : null;
}

/** None inside another. */
function named(words: readonly Word[]): readonly string[] {
  const chosen: string[] = [];
  for (const { word } of words)
    if (chosen.length < MOST_WORDS && !chosen.some((one) => one.includes(word) || word.includes(one)))
      chosen.push(word);
  return chosen;
}
