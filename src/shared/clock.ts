/**
 * The only place that reads the machine's time. Everything else gets a Clock, so that a test or the
 * sandbox can live through a year in a minute.
 */
export interface Clock {
  /** The present moment. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that is ahead of (or behind) the machine by an offset, in milliseconds, that can be changed while it runs. */
export class OffsetClock implements Clock {
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** How far this clock is ahead of the machine, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  set offset(milliseconds: number) {
    this.#offset = milliseconds;
  }
}
