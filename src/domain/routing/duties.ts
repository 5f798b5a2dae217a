import { eachGram, type Sizes } from "./grams.ts";
import { mattersIn } from "./zh-cn-duties.ts";
import { isAbout, TOPICS, type Topic } from "./zh-cn-topics.ts";

/** How well a text fits what the duty table says of each unit, without any example. */

/** What a unit is for: its name, what it is called besides, and its categories with their words. */
export interface Duty {
  /** The unit's code. */
  readonly unit: string;
  readonly phrases: readonly string[];
  /** The same in a sentence, which says more and proves less. */
  readonly sentence?: string | undefined;
}

/** A duty whose sentence is taken apart. */
interface Parted extends Duty {
  readonly matters: readonly string[];
}

const SIZES: Sizes = { shortest: 2, longest: 4 };
/** What stands in the first line counts so often. */
const TITLE = 2;
/** How much a phrase of the duty table counts, and what people say for it, as far as it stands in nothing else. */
const NAMED = 2;
const SAID = 2;
const WEAK = 1;
/** How much what stands in a sentence counts beside it. */
const TOLD = 0.5;
/** A topic belongs to the units that have at least this share of the phrases about it. */
const SHARE = 0.2;

/** What speaks for each unit, by piece. */
export class DutyTable {
  readonly units: readonly string[];
  readonly #weights: readonly ReadonlyMap<string, number>[];
  /** By unit, the longest first, and those of its sentence behind them. */
  readonly #words: ReadonlyMap<string, readonly string[]>;

  constructor(all: readonly Duty[]) {
    const duties = all.map((one): Parted => ({ ...one, matters: mattersIn(one.sentence ?? "") }));
    this.units = duties.map(({ unit }) => unit);
    const said = saidOf(duties);
    const own = ownEndsOf(duties);
    this.#weights = weighed(duties, said);
    const longestFirst = (words: readonly string[]) => words.toSorted((one, other) => other.length - one.length);
    this.#words = new Map(
      duties.map(({ unit, phrases }, index) => {
        const peoples = (said[index] ?? []).flatMap(({ word, isWeak }) => (isWeak ? [] : [word]));
        return [unit, [...longestFirst([...phrases, ...peoples]), ...longestFirst(own[index] ?? [])]];
      }),
    );
  }

  /** The longest word of a text that stands in a unit's duties, or by which people speak of them; null: there is none. */
  wordIn(text: string, unit: string): string | null {
    const plain = text.normalize("NFKC").toLowerCase();
    return (
      this.#words.get(unit)?.find((word) => word.length >= SIZES.shortest && plain.includes(word.toLowerCase())) ?? null
    );
  }

  /** For each unit in the order of `units` a number from 0 to 1; the squares of all make 1, or all are 0. */
  scores(text: string): readonly number[] {
    const [whole, title] = [piecesOf(text), piecesOf(text.trimStart().split("\n", 1)[0] ?? "")];
    const raw = this.#weights.map((weights) => {
      let sum = 0;
      for (const [piece, times] of whole) sum += (weights.get(piece) ?? 0) * (1 + Math.log(times));
      for (const [piece, times] of title) sum += (weights.get(piece) ?? 0) * TITLE * times;
      return sum;
    });
    return ofLengthOne(raw);
  }
}

/** A word that people say for a duty of a unit, and which share of the topic is the unit's. */
interface Said {
  readonly word: string;
  readonly share: number;
  /** It stands in much else, too. */
  readonly isWeak: boolean;
}

/** By unit: what the matters of its sentence begin and end with, as 排水 and 管网 of 排水管网, where it stands in no other unit's duties. */
function ownEndsOf(duties: readonly Parted[]): readonly (readonly string[])[] {
  const ends = duties.map(({ matters }) => [
    ...new Set(
      matters.flatMap((one) =>
        Array.from({ length: one.length - 1 }, (_, index) => index + 2).flatMap((size) => [
          one.slice(0, size),
          one.slice(-size),
        ]),
      ),
    ),
  ]);
  const all = duties.map(({ phrases, matters }) => [...phrases, ...matters].join("\n"));
  return ends.map((own, index) =>
    own.filter((end) => !all.some((text, other) => other !== index && text.includes(end))),
  );
}

/** By unit. A topic belongs to the units that have a good share of the phrases about it. */
function saidOf(duties: readonly Parted[]): readonly (readonly Said[])[] {
  const shares = TOPICS.map((one) => ({ words: saidIn(one), shares: sharesIn(one, duties) }));
  return duties.map((_, index) =>
    shares.flatMap(({ words, shares: all }) => {
      const share = all[index] ?? 0;
      return share < SHARE ? [] : words.map((word) => ({ ...word, share }));
    }),
  );
}

function saidIn({ said, besides }: Topic): readonly Pick<Said, "word" | "isWeak">[] {
  return [...said.map((word) => ({ word, isWeak: false })), ...besides.map((word) => ({ word, isWeak: true }))];
}

function weighed(
  duties: readonly Parted[],
  said: readonly (readonly Said[])[],
): readonly ReadonlyMap<string, number>[] {
  const counts = duties.map(({ phrases, matters }, index) => {
    const own = new Map<string, number>();
    for (const phrase of new Set(phrases)) addPieces(own, phrase, NAMED);
    for (const matter of matters) addPieces(own, matter, TOLD);
    for (const { word, share, isWeak } of said[index] ?? []) addPieces(own, word, (isWeak ? WEAK : SAID) * share);
    return own;
  });
  const all = new Map<string, number>();
  for (const own of counts) for (const [piece, count] of own) all.set(piece, (all.get(piece) ?? 0) + count);
  return counts.map((own) => {
    const weights = new Map<string, number>();
    for (const [piece, count] of own) {
      const rare = Math.log(1 + (count / (all.get(piece) ?? count)) * Math.max(1, duties.length - 1));
      weights.set(piece, Math.log(1 + count) * rare * [...piece].length);
    }
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([piece, weight]) => [piece, weight / length]));
  });
}

/** Which share of the phrases about a topic each unit has. */
function sharesIn(topic: Topic, duties: readonly Parted[]): readonly number[] {
  const about = (texts: readonly string[]) => [...new Set(texts)].filter((one) => isAbout(one, topic)).length;
  const counts = duties.map(({ phrases, matters }) => about(phrases) + TOLD * about(matters));
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all === 0 ? 0 : count / all));
}

function addPieces(counts: Map<string, number>, text: string, times: number): void {
  for (const [piece, count] of piecesOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + Math.min(1, count) * times);
}

/** The pieces that are words more often than not, and how often each stands there. */
function piecesOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  eachGram(text, SIZES, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
  return counts;
}

function ofLengthOne(values: readonly number[]): readonly number[] {
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}
