import type { StoredNotice } from "../store/notices.ts";

export interface PoolDeps {
  /** Claims up to so many messages that can go now. What is claimed when the pool is stopped is not sent: its owner gives it back. */
  readonly claim: (limit: number) => Promise<readonly StoredNotice[]>;
  /** Sends one and settles it. Never throws. */
  readonly carry: (notice: StoredNotice) => Promise<void>;
}

/** So many messages of one platform are on their way at once. */
const AT_ONCE = 20;

/** The messages of one platform that are on their way. A platform that hangs fills its own pool and no other's. */
export class Pool {
  readonly #deps: PoolDeps;
  readonly #onTheWay = new Map<number, Promise<void>>();
  readonly #looking: (() => void)[] = [];
  #running: Promise<void> | null = null;
  #again = false;
  #wake: () => void = () => {};
  #stopped = false;

  constructor(deps: PoolDeps) {
    this.#deps = deps;
  }

  /** Sends all that can go now. Calls while one runs share it, and it looks once more afterwards. */
  drain(): Promise<void> {
    this.#again = true;
    this.#wake();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // A call that came while it was ending.
      if (this.#again && !this.#stopped) return this.drain();
    });
    return this.#running;
  }

  /** As `drain`, but does not wait for what it sends: resolves when the database was asked. Rejects when that failed. */
  look(): Promise<void> {
    const looked = new Promise<void>((resolve) => this.#looking.push(resolve));
    return Promise.race([looked, this.drain()]);
  }

  /** Finishes what is on its way, also what a failed claim left alone, and begins nothing more from now on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running?.catch(() => {});
    await Promise.all(this.#onTheWay.values());
  }

  /** A slow address holds its own message up and no other: what has become free is claimed while it is waited for. */
  async #run(): Promise<void> {
    while (!this.#stopped && (this.#again || this.#onTheWay.size > 0)) {
      this.#again = false;
      const limit = AT_ONCE - this.#onTheWay.size;
      const claimed = limit === 0 ? [] : await this.#deps.claim(limit);
      if (this.#stopped) break;
      for (const notice of claimed) this.#begin(notice);
      for (const looked of this.#looking.splice(0)) looked();
      if (this.#onTheWay.size === 0 || this.#again) continue;
      await Promise.race([...this.#onTheWay.values(), this.#called()]);
      this.#again = true;
    }
    await Promise.all(this.#onTheWay.values());
  }

  /** One that outlived its lease is claimed again, and is still on its way. */
  #begin(notice: StoredNotice): void {
    if (this.#onTheWay.has(notice.id)) return;
    const job = this.#deps.carry(notice).finally(() => this.#onTheWay.delete(notice.id));
    this.#onTheWay.set(notice.id, job);
  }

  /** Resolves when somebody calls `drain` again. */
  #called(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
