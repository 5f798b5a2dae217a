import { Numbers } from "./numbers.ts";

/** When which faults come, drawn from a seed before anything begins, so that a run can be had again. */

/** What is to be known of a fault to plan it. Two of a group are never there at once. */
export interface Plannable {
  readonly name: string;
  readonly group: string;
  /** In which part of the run it can be, counted from 0; absent: in each. */
  readonly part?: number;
}

/** Faults that are there together. `at` and `to` are milliseconds from the beginning of the part. */
export interface Episode {
  readonly part: number;
  readonly at: number;
  readonly to: number;
  readonly faults: readonly string[];
}

export interface Span {
  readonly seed: number;
  readonly parts: number;
  /** Of each part. */
  readonly milliseconds: number;
}

/** Seconds of trouble, and seconds without. */
const TROUBLE_MS = { least: 3_000, most: 11_000 };
const CALM_MS = { least: 3_000, most: 8_000 };
/** Now and then it is calm for long enough to see how quick the program is when nothing is wrong. */
const LONG_CALM = { share: 0.12, least: 25_000, most: 40_000 };
/** Before the first, and behind the last of a part. */
const QUIET_MS = 6_000;

/** Goes through all faults in turn, shuffled anew each time, so that a long run has each of them. */
export function planned(faults: readonly Plannable[], { seed, parts, milliseconds }: Span): readonly Episode[] {
  const numbers = new Numbers(seed);
  const episodes: Episode[] = [];
  for (let part = 0; part < parts; part++) {
    const here = faults.filter((one) => one.part === undefined || one.part === part);
    const deck = new Deck(here, numbers);
    for (let at = QUIET_MS; ; ) {
      const to = at + numbers.between(TROUBLE_MS.least, TROUBLE_MS.most);
      if (to > milliseconds - QUIET_MS) break;
      const chance = numbers.next();
      const wanted = chance < 0.55 ? 1 : chance < 0.88 ? 2 : 3;
      episodes.push({ part, at: Math.round(at), to: Math.round(to), faults: deck.draw(wanted) });
      const calm = numbers.chance(LONG_CALM.share) ? LONG_CALM : CALM_MS;
      at = to + numbers.between(calm.least, calm.most);
    }
  }
  return episodes;
}

class Deck {
  readonly #all: readonly Plannable[];
  readonly #numbers: Numbers;
  #left: Plannable[] = [];

  constructor(all: readonly Plannable[], numbers: Numbers) {
    this.#all = all;
    this.#numbers = numbers;
  }

  /** So many at most, each of another group. */
  draw(wanted: number): readonly string[] {
    const drawn: Plannable[] = [];
    while (drawn.length < wanted) {
      if (this.#left.length === 0) this.#left = this.#numbers.shuffled(this.#all);
      const next = this.#left.findIndex((one) => drawn.every(({ group }) => group !== one.group));
      if (next < 0) break;
      drawn.push(...this.#left.splice(next, 1));
    }
    return drawn.map(({ name }) => name);
  }
}
