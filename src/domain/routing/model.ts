import { contrast } from "./contrast.ts";
import { type Duty, DutyTable } from "./duties.ts";
import { type Counts, eachGram, eachWord, type Sizes } from "./grams.ts";
import { Lessons, type Vector, type Weights } from "./separate.ts";

/** Which unit a text belongs to, from what was decided about others and from the duty table. */

/** What was decided about a text. */
export interface Example {
  readonly text: string;
  /** The code of the unit that it belonged to in the end. */
  readonly unit: string;
}

/** What was learned, as plain numbers. */
export interface Learned {
  /** The codes of the units that have examples. */
  readonly units: readonly string[];
  /** How many examples each of them has. */
  readonly cases: readonly number[];
  readonly examples: number;
  /** Which pieces count, by their numbers, rising. */
  readonly pieces: Uint32Array;
  /** By piece: how much more it counts because few texts have it. */
  readonly rarity: Float32Array;
  /** By unit, then by piece: what speaks for it and against it, in steps. */
  readonly weights: readonly Int8Array[];
  /** By unit: what a step is. */
  readonly steps: readonly number[];
  /** By unit: what is added to every text. */
  readonly biases: readonly number[];
}

const SIZES: Sizes = { shortest: 1, longest: 3 };
/** What is said first says what it is about: so many characters count so many times more. */
const FIRST = { characters: 40, more: 1.5 } as const;
/** A piece that stands in one text alone tells nothing of others. */
const AT_LEAST = 2;
const MOST_STEPS = 127;
/**
 * How much it counts what tells all units apart at once, beside what tells each one from the others: together they know better when
 * they do not know.
 */
const CONTRAST = 0.1;

/** Learns what belongs to whom. The same from the same examples every time. Yields where others may work meanwhile. */
export function* learn(examples: readonly Example[]): Generator<void, Learned> {
  const units = [...new Set(examples.map(({ unit }) => unit))].toSorted();
  const counts = yield* inTurn(examples, ({ text }) => saidIn(text));
  const known = yield* piecesIn(counts);
  const vectors = yield* inTurn(counts, (one) => vectorOf(one, known));
  const lessons = new Lessons(vectors, known.pieces.length);
  const owners = examples.map(({ unit }) => units.indexOf(unit));
  const contrasted = yield* contrast(vectors, known.pieces.length, { owners, units: units.length });
  const separated: Stepped[] = [];
  for (const unit of units.keys()) {
    const weights = yield* lessons.separate((index) => owners[index] === unit);
    separated.push(steppedOf(weights.map((one, feature) => one + CONTRAST * contrasted.of(unit, feature))));
  }
  return {
    units,
    cases: units.map((unit) => examples.filter((one) => one.unit === unit).length),
    examples: examples.length,
    ...known,
    weights: separated.map(({ weights }) => weights),
    steps: separated.map(({ step }) => step),
    biases: separated.map(({ bias }) => bias),
  };
}

/** Which pieces and words a text has, and how much each counts. */
function saidIn(text: string): Counts {
  const counts = new Map<number, number>();
  const hear = (_: string, number: number, end: number) =>
    counts.set(number, (counts.get(number) ?? 0) + (end <= FIRST.characters ? 1 + FIRST.more : 1));
  eachGram(text, SIZES, hear);
  eachWord(text, hear);
  return counts;
}

/** So many texts are looked at before others may work. */
const AT_ONCE = 50;

function* inTurn<From, To>(list: readonly From[], to: (one: From) => To): Generator<void, readonly To[]> {
  const made: To[] = [];
  for (const one of list) {
    made.push(to(one));
    if (made.length % AT_ONCE === 0) yield;
  }
  return made;
}

function* piecesIn(counts: readonly Counts[]): Generator<void, Pick<Learned, "pieces" | "rarity">> {
  const having = new Map<number, number>();
  yield* inTurn(counts, (one) => {
    for (const piece of one.keys()) having.set(piece, (having.get(piece) ?? 0) + 1);
  });
  const pieces = Uint32Array.from(yield* thoseThatCount(having)).sort();
  yield;
  const rarityOf = (piece: number) => 1 + Math.log((counts.length + 1) / ((having.get(piece) ?? 0) + 1));
  return { pieces, rarity: Float32Array.from(pieces, rarityOf) };
}

/** So many pieces are looked at before others may work. */
const PIECES_AT_ONCE = 20_000;

function* thoseThatCount(having: ReadonlyMap<number, number>): Generator<void, readonly number[]> {
  const counting: number[] = [];
  let seen = 0;
  for (const [piece, texts] of having) {
    if (texts >= AT_LEAST) counting.push(piece);
    seen += 1;
    if (seen % PIECES_AT_ONCE === 0) yield;
  }
  return counting;
}

/** Where a piece stands among those that count; undefined: it does not count. */
function placeOf(piece: number, pieces: Uint32Array): number | undefined {
  let [from, to] = [0, pieces.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((pieces[middle] ?? 0) < piece) from = middle + 1;
    else to = middle;
  }
  return pieces[from] === piece ? from : undefined;
}

/** As one of length 1, whatever the length of the text. */
function vectorOf(counts: Counts, { pieces, rarity }: Pick<Learned, "pieces" | "rarity">): Vector {
  const found = [...counts].flatMap(([piece, times]) => {
    const place = placeOf(piece, pieces);
    return place === undefined ? [] : [[place, times * (rarity[place] ?? 0)] as const];
  });
  found.sort(([one], [other]) => one - other);
  const length = Math.hypot(...found.map(([, value]) => value)) || 1;
  return {
    at: Int32Array.from(found, ([place]) => place),
    by: Float32Array.from(found, ([, value]) => value / length),
  };
}

/** Weights in a byte each, which loses nothing that can be measured. */
interface Stepped {
  readonly weights: Int8Array;
  readonly step: number;
  readonly bias: number;
}

function steppedOf(weights: Weights): Stepped {
  const own = weights.subarray(0, -1);
  const step = own.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / MOST_STEPS || 1;
  return { step, weights: Int8Array.from(own, (one) => Math.round(one / step)), bias: weights.at(-1) ?? 0 };
}

/** A unit, and how much speaks for it beside the others. */
export interface Ranked {
  readonly unit: string;
  readonly score: number;
}

/** Without an example a unit is as far away as one whose examples have nothing in common with the text. */
const UNKNOWN = -1;
/** How much the duty table counts without an example, and how much of that never goes. */
const DUTY = 3;
const ALWAYS = 0.2;
/** With so many examples half of the rest is left. */
const HALF = 80;

/** Judges texts by what was learned and by the duty table, or by that alone. */
export class Judge {
  readonly #table: DutyTable;
  readonly #learned: Learned | null;

  constructor(duties: readonly Duty[], learned: Learned | null) {
    this.#table = new DutyTable(duties);
    this.#learned = learned;
  }

  /** All units, the likeliest first; of equal ones in the order of the duty table. */
  rank(text: string): readonly Ranked[] {
    const fits = this.#table.scores(text);
    const margins = this.#margins(text);
    const trust = ALWAYS + ((DUTY - ALWAYS) * HALF) / (HALF + (this.#learned?.examples ?? 0));
    return this.#table.units
      .map((unit, index) => ({ unit, score: (margins.get(unit) ?? UNKNOWN) + trust * (fits[index] ?? 0) }))
      .toSorted((one, other) => other.score - one.score);
  }

  /** The longest word of a text by which the duty table, or people, speak of a unit's duties; null: there is none. */
  dutyWordIn(text: string, unit: string): string | null {
    return this.#table.wordIn(text, unit);
  }

  /** How many examples a unit has. */
  casesOf(unit: string): number {
    const learned = this.#learned;
    return learned === null ? 0 : (learned.cases[learned.units.indexOf(unit)] ?? 0);
  }

  /** The pieces of a text that speak most for a unit, the strongest first: none inside another, none twice. */
  wordsFor(text: string, unit: string, most: number): readonly string[] {
    const learned = this.#learned;
    const weights = learned?.weights[learned.units.indexOf(unit)];
    if (learned === null || weights === undefined) return [];
    const worth = new Map<string, number>();
    const hear = (piece: string, number: number) => {
      const place = placeOf(number, learned.pieces);
      if (place === undefined || [...piece].length < 2) return;
      worth.set(piece, (worth.get(piece) ?? 0) + (weights[place] ?? 0) * (learned.rarity[place] ?? 0));
    };
    eachGram(text, SIZES, hear);
    eachWord(text, hear);
    const chosen: string[] = [];
    for (const [gram] of [...worth].filter(([, value]) => value > 0).toSorted(([, one], [, other]) => other - one)) {
      if (chosen.length === most) break;
      if (!chosen.some((one) => one.includes(gram) || gram.includes(one) || overlaps(one, gram))) chosen.push(gram);
    }
    return chosen;
  }

  #margins(text: string): ReadonlyMap<string, number> {
    const learned = this.#learned;
    if (learned === null) return new Map();
    const { at, by } = vectorOf(saidIn(text), learned);
    return new Map(
      learned.units.map((unit, index) => {
        const weights = learned.weights[index];
        const sum = at.reduce((all, place, i) => all + (weights?.[place] ?? 0) * (by[i] ?? 0), 0);
        return [unit, sum * (learned.steps[index] ?? 0) + (learned.biases[index] ?? 0)];
      }),
    );
  }
}

/** 停水 and 水压, which are cut from one word. */
function overlaps(one: string, other: string): boolean {
  return one.at(-1) === other[0] || other.at(-1) === one[0];
}
