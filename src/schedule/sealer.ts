import { seal } from "../issues/seal.ts";
import type { Clock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";
import { countRows } from "../store/upkeep.ts";

/** A process that was killed leaves some behind, and another one may record and not say so here: it looks at least so often, by ticks. */
const LOOKS_EVERY = 20;

/**
 * The database counts what its tables hold once a minute at best, the embedded one never, and plans for tables as small as they
 * were. So it is made to when so many events were recorded, then when twice as many were, until a minute changes little any more.
 */
const COUNTS_FIRST = 250;
const COUNTS_LAST = 64_000;

/** Has what was recorded sealed, soon after it and behind it. */
export class Sealer {
  readonly #deps: { readonly db: Db; readonly clock: Clock };
  #isDue = true;
  #skipped = 0;
  #sealed = 0;
  #countsNext = COUNTS_FIRST;

  constructor(deps: { readonly db: Db; readonly clock: Clock }) {
    this.#deps = deps;
  }

  /** Something may have been recorded. */
  note(): void {
    this.#isDue = true;
  }

  /** Seals, if there may be something to seal. Called each second, and when the program stops. */
  async look(): Promise<void> {
    this.#skipped += 1;
    if (!this.#isDue && this.#skipped < LOOKS_EVERY) return;
    this.#skipped = 0;
    this.#isDue = false;
    const { db, clock } = this.#deps;
    try {
      // Who seals just now may have begun too early for what was noted here.
      const sealed = await seal(db, clock.now());
      if (sealed === null) this.#isDue = true;
      else await this.#grown(sealed);
    } catch (error) {
      this.#isDue = true;
      throw error;
    }
  }

  async #grown(by: number): Promise<void> {
    this.#sealed += by;
    if (this.#sealed < this.#countsNext || this.#countsNext > COUNTS_LAST) return;
    this.#countsNext = 2 * this.#sealed;
    await countRows(this.#deps.db);
  }
}
