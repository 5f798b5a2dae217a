/** What a process sees of a lease that another one has. */
interface Seen {
  readonly end: number;
  /** By the running time of the machine. */
  readonly since: number;
}

/**
 * Whether the holder of a lease still renews it, by the running time of this process alone: the end that he wrote is by his own clock,
 * and when that was hours ahead and he is gone, nobody would take his place for hours.
 */
export class Rival {
  readonly #running: () => number;
  readonly #seen = new Map<string, Seen>();

  constructor(running: () => number) {
    this.#running = running;
  }

  /** The end that has stood there for longer than this; undefined: it was put off meanwhile, or not looked at for long enough. */
  unrenewed(name: string, forMs: number): Date | undefined {
    const seen = this.#seen.get(name);
    return seen !== undefined && this.#running() - seen.since > forMs ? new Date(seen.end) : undefined;
  }

  /** Notes what stands there now; null: nobody else has it. */
  note(name: string, end: Date | null): void {
    if (end === null) this.#seen.delete(name);
    else if (this.#seen.get(name)?.end !== end.getTime()) {
      this.#seen.set(name, { end: end.getTime(), since: this.#running() });
    }
  }
}
