import { seal } from "../issues/seal.ts";
import type { Clock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";

/** A process that was killed leaves some behind, and another one may record and not say so here: it looks at least so often, by ticks. */
const LOOKS_EVERY = 20;

/** Has what was recorded sealed, soon after it and behind it. */
export class Sealer {
  readonly #deps: { readonly db: Db; readonly clock: Clock };
  #isDue = true;
  #skipped = 0;

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
      if ((await seal(db, clock.now())) === null) this.#isDue = true;
    } catch (error) {
      this.#isDue = true;
      throw error;
    }
  }
}
