import { PLATFORMS } from "../domain/park/org.ts";
import { describe } from "../shared/errors.ts";
import { claimNotices, releaseNotices } from "../store/notices.ts";
import { Carrier, type CarrierDeps } from "./carrier.ts";
import { LEASE_MS } from "./pace.ts";
import { Pool } from "./pool.ts";

/** In a rush of messages the outbox is looked at so often, and not for each of them. In milliseconds. */
const HINTS_EVERY = 200;

export interface CourierDeps extends CarrierDeps {
  /** Wakes the couriers of other processes. */
  readonly callOthers?: () => void;
}

/** Carries the outbox to the platforms: claim, send, settle. Many may run; each message has one carrier at a time. */
export class Courier {
  readonly #deps: CourierDeps;
  readonly #pools: readonly Pool[];
  #queued = false;
  #rest: NodeJS.Timeout | null = null;
  #hinted = false;
  /** Whether the others are to be called with the next look. */
  #calls = false;

  constructor(deps: CourierDeps) {
    this.#deps = deps;
    const { db, clock, owner } = deps;
    const carrier = new Carrier(deps, () => this.#hear());
    this.#pools = PLATFORMS.map((platform) => {
      const claim = async (limit: number) => {
        if (!deps.sendsOn(platform)) return [];
        return claimNotices(db, { owner, platform, now: clock.now(), leaseMs: LEASE_MS, limit });
      };
      return new Pool({ claim, carry: (notice) => carrier.carry(notice) });
    });
  }

  /** Sends all that can go now. Calls while one runs share it, and it looks once more afterwards. */
  async drain(): Promise<void> {
    do {
      this.#queued = false;
      await Promise.all(this.#pools.map((pool) => pool.drain()));
    } while (this.#queued);
  }

  /**
   * Something may have come into the outbox: it is looked at soon, unless nobody may look then. What this process has put there
   * (`isOwn`) may be for a platform on which another one sends: that one is called.
   */
  hint(mayLook: () => boolean, isOwn = true): void {
    this.#calls ||= isOwn;
    this.#hinted = this.#rest !== null;
    if (this.#hinted) return;
    const { logger, sendsOn, callOthers } = this.#deps;
    const failed = (error: unknown) => logger.error(describe(error), "Sending stopped; it goes on with the next tick");
    if (mayLook()) {
      this.drain().catch(failed);
      if (this.#calls && !PLATFORMS.every(sendsOn)) callOthers?.();
    }
    this.#calls = false;
    this.#rest = setTimeout(() => {
      this.#rest = null;
      if (this.#hinted) this.hint(mayLook, false);
    }, HINTS_EVERY);
  }

  /** As `drain`, without waiting for what it sends. Rejects when the outbox could not be read. */
  async look(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.look()));
  }

  /** What became of one platform's message was said to somebody on the other. */
  #hear(): void {
    this.#queued = true;
    // Who waits for a drain, or the next look, hears of a failure.
    for (const pool of this.#pools) pool.drain().catch(() => {});
  }

  /** Finishes what is on its way, and gives back the rest. */
  async stop(): Promise<void> {
    clearTimeout(this.#rest ?? undefined);
    await Promise.all(this.#pools.map((pool) => pool.stop()));
    await releaseNotices(this.#deps.db, this.#deps.owner);
    await this.#deps.usage.close();
  }
}
