import type { Park } from "../domain/park/park.ts";
import { QUOTAS, type Quota } from "../platforms/platform.ts";
import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { addUsage, readUsage, type Used } from "../store/usage.ts";

export interface UsageBookDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => Park;
  readonly logger: Logger;
}

/** What is used is written within this time, in milliseconds: a killed process loses no more. */
const WRITE_MS = 1_000;
/** What other replicas used is looked at again after this, in milliseconds. */
const FRESH_MS = 60_000;
/** From this share on, in percent, what can be said in one message is, and the coordinator knows. */
export const SCARCE_PERCENT = 80;

/** The month that a moment counts for: 2026-11. */
export function monthOf({ calendar }: Park, now: Date): string {
  return calendar.dateOf(now).slice(0, 7);
}

/** How much of a quota is used, in whole percent, never rounded up. */
export function percentOf(quota: Quota, used: number): number {
  return Math.floor((used * 100) / QUOTAS[quota]);
}

/** Counts what is used of the platforms' quotas, for all replicas together. */
export class UsageBook {
  readonly #deps: UsageBookDeps;
  /** By counter and month. */
  readonly #unwritten = new Map<string, Used>();
  #known: { readonly month: string; readonly readAt: number; readonly used: Map<string, number> } | null = null;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(deps: UsageBookDeps) {
    this.#deps = deps;
  }

  /** One use. Never throws and waits for nothing. */
  readonly add = (counter: Quota): void => {
    const { park, clock } = this.#deps;
    const month = monthOf(park(), clock.now());
    this.#keep({ counter, month, used: 1 });
    this.#later();
  };

  /** Whether so much of the month is used that messages are to be saved. Rejects when the database does not say. */
  async isScarce(counter: Quota): Promise<boolean> {
    const { db, park, clock } = this.#deps;
    const month = monthOf(park(), clock.now());
    const known = this.#known;
    if (known === null || known.month !== month || performance.now() - known.readAt > FRESH_MS) {
      this.#known = { month, readAt: performance.now(), used: new Map(await readUsage(db, month)) };
    }
    const unwritten = this.#unwritten.get(`${counter} ${month}`)?.used ?? 0;
    return percentOf(counter, (this.#known?.used.get(counter) ?? 0) + unwritten) >= SCARCE_PERCENT;
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#write();
  }

  #keep(one: Used): void {
    const key = `${one.counter} ${one.month}`;
    const before = this.#unwritten.get(key)?.used ?? 0;
    this.#unwritten.set(key, { ...one, used: before + one.used });
  }

  #later(): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#write();
    }, WRITE_MS);
  }

  async #write(): Promise<void> {
    const { db, logger } = this.#deps;
    // In one order, so that two replicas never wait for each other.
    const rows = [...this.#unwritten.values()].sort((a, b) => (a.counter + a.month < b.counter + b.month ? -1 : 1));
    this.#unwritten.clear();
    try {
      for (const { counter, month, used } of await addUsage(db, rows)) {
        if (this.#known?.month === month) this.#known.used.set(counter, used);
      }
    } catch (error) {
      for (const row of rows) this.#keep(row);
      logger.warn(describe(error), "What was used of the quotas could not be written; it is tried again");
      this.#later();
    }
  }
}
