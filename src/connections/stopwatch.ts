import type { OffsetClock } from "../shared/clock.ts";

/** A moment on both clocks of the machine, in milliseconds. */
export interface Mark {
  /** Goes on evenly, whatever the other is set to, and may stand while the machine sleeps. */
  readonly running: number;
  readonly wall: number;
}

/** Measures time that really passed. The program's clock may be moved by days meanwhile. */
export class Stopwatch {
  readonly #clock: OffsetClock;
  readonly #running: () => number;

  constructor(clock: OffsetClock, running: () => number) {
    this.#clock = clock;
    this.#running = running;
  }

  /** Now, or so many milliseconds ago. */
  mark(ago = 0): Mark {
    return { running: this.#running() - ago, wall: this.#clock.now().getTime() - this.#clock.offset - ago };
  }

  /** Milliseconds since then: by the clock that says more, since the machine may have slept. */
  since({ running, wall }: Mark): number {
    const now = this.mark();
    return Math.max(now.running - running, now.wall - wall);
  }

  /** That moment by the program's clock as it stands now. */
  at({ wall }: Mark): Date {
    return new Date(wall + this.#clock.offset);
  }
}
