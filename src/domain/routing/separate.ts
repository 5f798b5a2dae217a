/**
 * A linear support vector machine: what speaks for a unit and what against it, learned from texts that are its own and texts that are
 * not. Dual coordinate descent with squared hinge loss, after Hsieh and others, «A Dual Coordinate Descent Method for Large-scale
 * Linear SVM» (2008), algorithm 3 without shrinking.
 */

/** A text as numbers: which features it has, rising, and how much of each. */
export interface Vector {
  readonly at: Int32Array;
  readonly by: Float32Array;
}

/** Weights by feature; the last one is added to every text. */
export type Weights = Float32Array;

const COST = 3;
/** Many texts need fewer passes: more than so many steps, one for each text and pass, make nothing better that can be measured. */
const PASSES: Passes = { steps: 60_000, fewest: 6, most: 40 };
/** A pass in which nothing moved further than this is the last one. */
const STILL = 0.02;

/** Texts that are learned from, and what of them is the same for whoever learns to tell its own. */
export class Lessons {
  readonly #vectors: readonly Vector[];
  readonly #lengths: Float64Array;
  readonly #features: number;

  constructor(vectors: readonly Vector[], features: number) {
    this.#vectors = vectors;
    this.#lengths = Float64Array.from(vectors, ({ by }) => by.reduce((sum, value) => sum + value * value, 1));
    this.#features = features;
  }

  /**
   * Learns to tell one's own from the others. The same from the same every time. Yields after each pass, so that whoever trains can
   * let others work meanwhile.
   */
  *separate(isOwn: (index: number) => boolean): Generator<void, Weights> {
    const vectors = this.#vectors;
    const weights = new Float64Array(this.#features + 1);
    const alphas = new Float64Array(vectors.length);
    const signs = Float64Array.from(vectors, (_, index) => (isOwn(index) ? 1 : -1));
    const softness = 0.5 / COST;
    for (const order of passesOver(vectors.length, PASSES)) {
      let furthest = 0;
      for (const index of order) {
        const [vector, sign = 0, alpha = 0] = [vectors[index], signs[index], alphas[index]];
        if (vector === undefined) continue;
        const gradient = marginOf(vector, weights) * sign - 1 + softness * alpha;
        const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
        if (Math.abs(projected) < 1e-6) continue;
        furthest = Math.max(furthest, Math.abs(projected));
        const moved = Math.max(alpha - gradient / ((this.#lengths[index] ?? 1) + softness), 0);
        alphas[index] = moved;
        add(weights, vector, (moved - alpha) * sign);
      }
      yield;
      if (furthest < STILL) break;
    }
    return Float32Array.from(weights);
  }
}

function marginOf({ at, by }: Vector, weights: Float64Array): number {
  let sum = weights[weights.length - 1] ?? 0;
  for (let index = 0; index < at.length; index += 1) sum += (weights[at[index] ?? 0] ?? 0) * (by[index] ?? 0);
  return sum;
}

function add(weights: Float64Array, { at, by }: Vector, times: number): void {
  for (let index = 0; index < at.length; index += 1) {
    const feature = at[index] ?? 0;
    weights[feature] = (weights[feature] ?? 0) + times * (by[index] ?? 0);
  }
  weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + times;
}

/** How often many texts are gone through: for so many steps, one for each text and pass, within these numbers of passes. */
export interface Passes {
  readonly steps: number;
  readonly fewest: number;
  readonly most: number;
}

/** The places of so many texts, in another order for each pass; the same every time. One array, shuffled anew. */
export function* passesOver(texts: number, { steps, fewest, most }: Passes): Generator<Int32Array> {
  const order = Int32Array.from({ length: texts }, (_, index) => index);
  const random = randomFrom(7);
  const passes = Math.max(fewest, Math.min(most, Math.ceil(steps / texts)));
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    yield order;
  }
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(list: Int32Array, random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
  }
}
