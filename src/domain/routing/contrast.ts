import { type Passes, passesOver, type Vector } from "./separate.ts";

/**
 * Multinomial logistic regression: all units are learned at once, each against the others. Gradient descent a text at a time, every
 * feature with a pace of its own that slows down the more it has been moved, after Duchi and others, «Adaptive Subgradient Methods»
 * (2011); the pace is one for all units.
 */

const PASSES: Passes = { steps: 30_000, fewest: 3, most: 10 };
/** So many texts are learned before others may work. */
const AT_ONCE = 50;

/** Whose texts are, by text the place of its unit, and how many units there are. */
export interface Owners {
  readonly owners: readonly number[];
  readonly units: number;
}

/** What was learned of all units at once. */
export interface Contrast {
  of(unit: number, feature: number): number;
}

/** The same from the same every time. Yields where others may work meanwhile. */
export function* contrast(
  vectors: readonly Vector[],
  features: number,
  { owners, units }: Owners,
): Generator<void, Contrast> {
  const learner = new Learner(features, units);
  for (const order of passesOver(vectors.length, PASSES)) {
    for (const [place, index] of order.entries()) {
      const vector = vectors[index];
      if (vector !== undefined) learner.learn(vector, owners[index] ?? -1);
      if (place % AT_ONCE === 0) yield;
    }
  }
  return learner;
}

class Learner implements Contrast {
  readonly #units: number;
  /** By feature, then by unit: what a text needs lies side by side. */
  readonly #weights: Float32Array;
  /** By feature: how much it was moved, squared. */
  readonly #moved: Float64Array;

  constructor(features: number, units: number) {
    this.#units = units;
    this.#weights = new Float32Array(features * units);
    this.#moved = new Float64Array(features).fill(Number.EPSILON);
  }

  of(unit: number, feature: number): number {
    return this.#weights[feature * this.#units + unit] ?? 0;
  }

  learn(vector: Vector, owner: number): void {
    const wrong = sharesOf(this.#marginsOf(vector));
    wrong[owner] = (wrong[owner] ?? 0) - 1;
    const squares = wrong.reduce((sum, by) => sum + by * by, 0);
    for (const [index, feature] of vector.at.entries()) {
      const value = vector.by[index] ?? 0;
      const moved = (this.#moved[feature] ?? 0) + squares * value * value;
      this.#moved[feature] = moved;
      this.#move(feature, wrong, value / Math.sqrt(moved));
    }
  }

  #move(feature: number, wrong: Float64Array, step: number): void {
    const [weights, from] = [this.#weights, feature * this.#units];
    for (let unit = 0; unit < wrong.length; unit += 1)
      weights[from + unit] = (weights[from + unit] ?? 0) - (wrong[unit] ?? 0) * step;
  }

  #marginsOf({ at, by }: Vector): Float64Array {
    const margins = new Float64Array(this.#units);
    const weights = this.#weights;
    for (let index = 0; index < at.length; index += 1) {
      const [from, value] = [(at[index] ?? 0) * this.#units, by[index] ?? 0];
      for (let unit = 0; unit < margins.length; unit += 1)
        margins[unit] = (margins[unit] ?? 0) + (weights[from + unit] ?? 0) * value;
    }
    return margins;
  }
}

/** Margins as shares of 1. */
function sharesOf(margins: Float64Array): Float64Array {
  const most = margins.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const raised = margins.map((margin) => Math.exp(margin - most));
  const sum = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / sum);
}
