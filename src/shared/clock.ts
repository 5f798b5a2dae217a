import { LateError } from "./errors.ts";

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

/** What the job resolves with; a LateError after so many milliseconds, while the job goes on unheard. */
export async function within<T>(milliseconds: number, job: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LateError(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
  }
}
