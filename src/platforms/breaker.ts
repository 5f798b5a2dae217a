import type { Clock } from "../shared/clock.ts";

/** So many time-outs in a row, without an answer in between, and a host is left alone. */
const TIME_OUTS = 5;
const REST_MS = 30_000;

/**
 * Leaves a host alone that keeps timing out, so that a platform that hangs does not hold every place of the courier for
 * the whole time-out of each message. After each rest one request finds out whether it answers again. Each process
 * keeps its own account: it is a matter of seconds, and replicas may reach a platform by different ways.
 */
export class Breaker {
  readonly #clock: Clock;
  readonly #hosts = new Map<string, { timeOuts: number; restedAt: number; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Null: the host may be asked. Else the milliseconds for which it is left alone. */
  restMs(host: string): number | null {
    const state = this.#hosts.get(host);
    if (state === undefined || state.timeOuts < TIME_OUTS) return null;
    const now = this.#clock.now().getTime();
    // A clock that was set back must not make the rest longer.
    if (now < state.until && now >= state.restedAt) return state.until - now;
    // This one finds out; the others wait for what it hears.
    this.#rest(state);
    return null;
  }

  answered(host: string): void {
    this.#hosts.delete(host);
  }

  timedOut(host: string): void {
    const state = this.#hosts.get(host) ?? { timeOuts: 0, restedAt: 0, until: 0 };
    state.timeOuts += 1;
    this.#rest(state);
    this.#hosts.set(host, state);
  }

  #rest(state: { restedAt: number; until: number }): void {
    state.restedAt = this.#clock.now().getTime();
    state.until = state.restedAt + REST_MS;
  }
}
