import { type Counts, countsOf, eachGram, plainOf, type Sizes } from "./grams.ts";
import { withoutPleas } from "./zh-cn-wishes.ts";

/** Of fewer texts it cannot be told which pieces are rare: then all count nearly alike. */
const ENOUGH = 100;

/** How alike texts are, by the pieces that few of many others have. */
export class Likeness {
  readonly #texts: readonly Text[];
  /** By piece the places of the texts that have it. */
  readonly #having = new Map<number, number[]>();
  readonly #lengths = new WeakMap<Text, number>();

  /** `texts`: among which others are compared. */
  constructor(texts: readonly Text[]) {
    this.#texts = texts;
    for (const [place, { counts }] of texts.entries()) {
      for (const piece of counts.keys()) {
        const having = this.#having.get(piece);
        if (having === undefined) this.#having.set(piece, [place]);
        else having.push(place);
      }
    }
  }

  /** From 0, nothing in common, to 1, the same pieces. */
  between(one: Text, other: Text): number {
    let common = 0;
    for (const [piece, times] of one.counts)
      common += times * (other.counts.get(piece) ?? 0) * this.#rarity(piece) ** 2;
    return common === 0 ? 0 : common / (this.#lengthOf(one) * this.#lengthOf(other));
  }

  /** Of the texts those that are at least so alike, by their places, the most alike first. */
  near(text: Text, alike: number): readonly { readonly place: number; readonly like: number }[] {
    const common = new Map<number, number>();
    for (const [piece, times] of text.counts) {
      const worth = times * this.#rarity(piece) ** 2;
      for (const place of this.#having.get(piece) ?? []) {
        common.set(place, (common.get(place) ?? 0) + worth * (this.#texts[place]?.counts.get(piece) ?? 0));
      }
    }
    return [...common]
      .flatMap(([place, worth]) => {
        const other = this.#texts[place];
        const like = other === undefined ? 0 : worth / (this.#lengthOf(text) * this.#lengthOf(other));
        return like >= alike ? [{ place, like }] : [];
      })
      .toSorted((one, other) => other.like - one.like || other.place - one.place);
  }

  /**
   * The pairs of characters of a text by which like ones are found: those that few of these texts have, before those that none has,
   * which may be a slip or a name. Where there are too few texts to tell, there are more of them.
   */
  rarest(text: string): readonly string[] {
    const pairs = new Map<string, number>();
    eachGram(text, PAIRS, (pair, piece) => pairs.set(pair, this.#having.get(piece)?.length ?? this.#texts.length + 1));
    const rarest = [...pairs].toSorted(([, one], [, other]) => one - other).map(([pair]) => pair);
    return rarest.slice(0, this.#texts.length < ENOUGH ? MANY_PAIRS : FEW_PAIRS);
  }

  #lengthOf(text: Text): number {
    const known = this.#lengths.get(text);
    if (known !== undefined) return known;
    let squares = 0;
    for (const [piece, times] of text.counts) squares += (times * this.#rarity(piece)) ** 2;
    const length = Math.sqrt(squares);
    this.#lengths.set(text, length);
    return length;
  }

  #rarity(piece: number): number {
    const texts = this.#texts.length;
    const having = this.#having.get(piece)?.length ?? 0;
    return 1 + (Math.log((texts + 1) / (having + 1)) * texts) / (texts + ENOUGH);
  }
}

/** A text, looked at once. */
export interface Text {
  readonly counts: Counts;
}

/** Single characters stand in everything. */
const SIZES: Sizes = { shortest: 2, longest: 4 };

/** A text under its title, or its first line, which says what it is about and therefore counts twice; without what people say of anything. */
export function textOf(text: string): Text {
  const matter = withoutPleas(text);
  const [title = ""] = matter.trimStart().split("\n", 1);
  return { counts: countsOf(`${title}\n${matter}`, SIZES) };
}

const PAIRS: Sizes = { shortest: 2, longest: 2 };
const FEW_PAIRS = 24;
const MANY_PAIRS = 60;

/** From here on two texts are about one matter more often than not. */
export const ALIKE = 0.2;

/** Of what has texts that which is like one, the most alike first. What shares hardly a word with it is not looked at closely. */
export function likeOnes<One extends { readonly text: string }>(
  text: string,
  others: readonly One[],
  likeness: Likeness,
): readonly One[] {
  const pairs = new Set<string>();
  eachGram(withoutPleas(text), PAIRS, (pair) => pairs.add(pair));
  const least = Math.min(LEAST_SHARED, pairs.size);
  const own = textOf(text);
  return others
    .map((one) => ({ one, shares: shared(pairs, one.text) }))
    .filter(({ shares }) => shares >= least)
    .toSorted((first, second) => second.shares - first.shares)
    .slice(0, LOOKED_AT)
    .map(({ one }) => ({ one, like: likeness.between(own, textOf(one.text)) }))
    .filter(({ like }) => like >= ALIKE)
    .toSorted((first, second) => second.like - first.like)
    .map(({ one }) => one);
}

const LEAST_SHARED = 3;
/** Those that share the most are compared closely. */
const LOOKED_AT = 10;

function shared(pairs: ReadonlySet<string>, text: string): number {
  const plain = plainOf(text);
  let count = 0;
  for (const pair of pairs) if (plain.includes(pair)) count += 1;
  return count;
}

/**
 * Texts about one matter, by their places in the list: each group at least two, no text in two. A text joins the group of whose members
 * it is the most alike on the average, the nearest pairs first.
 */
export function groupsOf(
  texts: readonly Text[],
  likeness: Pick<Likeness, "between">,
  alike: number,
): readonly (readonly number[])[] {
  const between = texts.map((one) => texts.map((other) => likeness.between(one, other)));
  const groups: number[][] = texts.map((_, index) => [index]);
  for (;;) {
    let best: { readonly mean: number; readonly into: number; readonly from: number } | null = null;
    for (let into = 0; into < groups.length; into += 1) {
      for (let from = into + 1; from < groups.length; from += 1) {
        const mean = meanOf(between, groups[into] ?? [], groups[from] ?? []);
        if (mean >= alike && mean > (best?.mean ?? 0)) best = { mean, into, from };
      }
    }
    if (best === null) return groups.filter((group) => group.length > 1);
    groups[best.into]?.push(...(groups[best.from] ?? []));
    groups.splice(best.from, 1);
  }
}

function meanOf(between: readonly (readonly number[])[], one: readonly number[], other: readonly number[]): number {
  const all = one.flatMap((a) => other.map((b) => between[a]?.[b] ?? 0));
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}
