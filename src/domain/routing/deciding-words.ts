import { commonWords, matterWordsIn } from "../common/zh-cn-words.ts";
import type { Example } from "./model.ts";
import { deedBeside } from "./zh-cn-deeds.ts";
import { tellsByItself } from "./zh-cn-places.ts";

/** Which words decided of late: those that all or nearly all issues which have them brought to one unit. */

/** So many issues with a word have to agree. */
const LEAST = 2;
/** This share of them. */
const AGREEING = 0.75;
/** The words for a unit have to weigh so much more than those for any other. */
const CLEARER = 1.5;
const MOST_WORDS = 3;
/** So many decisions have to have brought a word of the duty table to another unit before it is doubted. */
export const CORRECTED = 3;

interface Decision extends Example {
  readonly id: number;
}

/** A unit for which words of a text speak, the strongest of them first, and how many issues agree on the first. */
export interface Leaning {
  readonly unit: string;
  readonly by: "words";
  readonly words: readonly string[];
  readonly cases: number;
  /** Those of them of which each names a matter that has only ever gone there, and often enough to decide. */
  readonly deciding: readonly string[];
}

/** A word of the duty table that people do not go by. `always`: none of the last issues with it went where the table says. */
export interface Correction extends Leaning {
  readonly always: boolean;
}

interface Word {
  readonly word: string;
  readonly cases: number;
  readonly share: number;
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
    for (const word of matterWordsIn(text)) {
      const told = agreementOf((this.#allHaving.get(word) ?? []).filter(({ id }) => id !== besides));
      if (told === null) continue;
      const weight = told.share * Math.log(1 + told.cases) * word.length;
      const { unit, cases, share } = told;
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), { word, cases, share, weight }]);
    }
    const heaviest = (one: { readonly weight: number }, other: { readonly weight: number }) =>
      other.weight - one.weight;
    const [first, second] = [...byUnit]
      .map(([unit, words]) => ({ unit, words, weight: words.reduce((sum, { weight }) => sum + weight, 0) }))
      .toSorted(heaviest);
    if (first === undefined || first.weight < CLEARER * (second?.weight ?? 0)) return null;
    const words = first.words.toSorted(heaviest);
    const deciding =
      second === undefined ? words.filter((one) => this.#decides(one, text)).map(({ word }) => word) : [];
    return { unit: first.unit, by: "words", words: named(words), cases: words[0]?.cases ?? 0, deciding };
  }

  /** Whether all that have the word went one way for it, and not for a theft or for another word that this text does not have. */
  #decides({ word, cases, share }: Word, text: string): boolean {
    if (share < 1 || cases < CORRECTED || !tellsByItself(word)) return false;
    const having = (this.#allHaving.get(word) ?? []).map((one) => one.text);
    const isDeed = deedBeside(text, word) !== null;
    if (!isDeed && having.some((one) => deedBeside(one, word) !== null)) return false;
    const shared = commonWords(having.map((one) => one.replaceAll(word, " "))).filter(tellsByItself);
    return shared.every((one) => text.includes(one) || having.some((other) => !other.includes(one)));
  }

  /**
   * The unit to which the newest issues with this word of the duty table went, one after the other. Null: one of them went
   * elsewhere, or they have something else in common that this text does not have, which may be why.
   */
  correctionOf(keyword: string, text: string, besides?: number): Correction | null {
    const having = this.#decided.filter((one) => one.id !== besides && one.text.includes(keyword));
    const newest = having.slice(-CORRECTED);
    const unit = newest[0]?.unit;
    const wentThere = (all: readonly Decision[]) => all.every((one) => one.unit === unit);
    if (unit === undefined || newest.length < CORRECTED || !wentThere(newest)) return null;
    const shared = commonWords(newest.map((one) => withoutWord(one.text, keyword)));
    if (!shared.every((word) => text.includes(word))) return null;
    return { unit, by: "words", words: [keyword], cases: newest.length, deciding: [], always: wentThere(having) };
  }

  get #allHaving(): ReadonlyMap<string, readonly Decision[]> {
    if (this.#having !== null) return this.#having;
    const having = new Map<string, Decision[]>();
    for (const one of this.#decided) {
      for (const word of matterWordsIn(one.text)) {
        const all = having.get(word);
        if (all === undefined) having.set(word, [one]);
        else all.push(one);
      }
    }
    this.#having = having;
    return having;
  }
}

/** What happens to a thing stands behind its word (路灯不亮), and is as good as said with it. */
const SAID_WITH_IT = 3;

function withoutWord(text: string, word: string): string {
  const [before = "", ...behind] = text.split(word);
  return [before, ...behind.map((rest) => rest.slice(SAID_WITH_IT))].join(" ");
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
