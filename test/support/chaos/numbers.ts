/** Chance that can be had again: the same seed gives the same numbers. */
export class Numbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Throws when there is nothing to choose from. */
  one<T>(all: readonly T[]): T {
    const chosen = all[Math.floor(this.next() * all.length)];
    if (chosen === undefined) throw new Error("there is nothing to choose from");
    return chosen;
  }

  shuffled<T>(all: readonly T[]): T[] {
    const left = [...all];
    return all.map(() => {
      const [taken] = left.splice(Math.floor(this.next() * left.length), 1);
      if (taken === undefined) throw new Error("there is nothing left");
      return taken;
    });
  }
}
