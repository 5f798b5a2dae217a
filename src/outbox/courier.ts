import { PLATFORMS } from "../domain/park/org.ts";
import { claimNotices, releaseNotices } from "../store/notices.ts";
import { Carrier, type CarrierDeps } from "./carrier.ts";
import { leaseFrom } from "./pace.ts";
import { Pool } from "./pool.ts";

/** Carries the outbox to the platforms: claim, send, settle. Many may run; each message has one carrier at a time. */
export class Courier {
  readonly #deps: CarrierDeps;
  readonly #pools: readonly Pool[];
  #queued = false;

  constructor(deps: CarrierDeps) {
    this.#deps = deps;
    const { db, clock, owner } = deps;
    const carrier = new Carrier(deps, () => this.#hear());
    this.#pools = PLATFORMS.map((platform) => {
      const claim = async (limit: number) => {
        if (!deps.sendsOn(platform)) return [];
        const now = clock.now();
        return claimNotices(db, { owner, platform, now, until: leaseFrom(clock), limit });
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
    await Promise.all(this.#pools.map((pool) => pool.stop()));
    await releaseNotices(this.#deps.db, this.#deps.owner);
    await this.#deps.usage.close();
  }
}
