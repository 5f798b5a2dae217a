import type { PlatformName } from "../domain/park/org.ts";
import { DOWN_AFTER_MS, Watch } from "../features/roads/watch.ts";
import type { Connection, Kept, OpenConnection } from "../platforms/connection.ts";
import type { Received } from "../platforms/inbound.ts";
import { type Platform, receives } from "../platforms/platform.ts";
import { within } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import { holdLease, readLeaseEnd, releaseLease } from "../store/leases.ts";
import { Book, type BookDeps, leaseOf } from "./book.ts";
import { Rival } from "./rival.ts";
import { Road } from "./road.ts";
import { type Mark, Stopwatch } from "./stopwatch.ts";

export interface KeeperDeps extends Omit<BookDeps, "watch" | "unbrokenMs"> {
  readonly logger: Logger;
  readonly platforms: readonly Platform[];
  /** Keeps what came over a connection. `refused`: it is nothing that can be kept, and why. */
  readonly keep: (
    received: Extract<Received, { kind: "message" }>,
  ) => Promise<Kept & { readonly refused?: string | undefined }>;
  /** Hears of each message that came over a connection. */
  readonly onReceived: (platform: PlatformName, result: "message" | "refused" | "failed") => void;
  /** Something can be sent again. */
  readonly onOpen: () => void;
  /** Whether anybody is told of gaps: in a simulation nothing is ever missed. */
  readonly watches: boolean;
  /** In milliseconds, in place of those of a real day. */
  readonly times?: {
    readonly leaseMs?: number;
    readonly downAfterMs?: number;
    /** The machine's running time, which no jump of the clock touches. */
    readonly running?: () => number;
  };
}

/** How long a lease lasts: a killed process is replaced after it, one that stops in order at once. */
const LEASE_MS = 15_000;
/** Who has the lease and cannot connect for so long lets others try, and they find the lease free for so long. */
const YIELD_AFTER_MS = 120_000;
const REST_MS = 10_000;
/** A connection that does not end in so long is left to itself. */
const CLOSE_MS = 10_000;
const PULSE_MS = 1_000;

/**
 * Keeps the long connections: each where it may be, one of a kind by a lease, and writes down how each road stands, so that
 * every process and whoever watches knows it.
 */
export class Keeper {
  readonly #deps: KeeperDeps;
  readonly #roads: readonly Road[];
  readonly #stopwatch: Stopwatch;
  readonly #rival: Rival;
  readonly #book: Book;
  readonly #watch: Watch;
  readonly #leaseMs: number;
  /** A lease is renewed, and a road written down, so often. */
  readonly #noteMs: number;
  /** One look at all roads comes so often. */
  readonly #lookMs: number;
  /** What is being kept. */
  readonly #receiving = new Set<Promise<unknown>>();
  #closed = false;
  #jobs: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #pulsed: Mark;
  #lookedAt: Mark | null = null;

  constructor(deps: KeeperDeps) {
    const { leaseMs = LEASE_MS, downAfterMs = DOWN_AFTER_MS, running = () => performance.now() } = deps.times ?? {};
    const { clock, logger } = deps;
    this.#deps = deps;
    this.#leaseMs = leaseMs;
    this.#noteMs = leaseMs / 3;
    this.#lookMs = downAfterMs / 6.5;
    this.#stopwatch = new Stopwatch(clock, running);
    this.#rival = new Rival(running);
    this.#pulsed = this.#stopwatch.mark();
    this.#book = new Book({ ...deps, watch: this.#stopwatch, unbrokenMs: (leaseMs * 3) / 5 });
    this.#watch = new Watch({ clock, logger, running, downAfterMs });
    this.#roads = deps.platforms.filter(receives).map((platform) => new Road(platform, this.#stopwatch));
  }

  /** Whether this process may send on a platform: what goes over the one connection goes from who holds it. */
  sendsOn(name: PlatformName): boolean {
    const road = this.#roads.find((one) => one.platform.name === name);
    return road === undefined || !road.exclusive || this.#holds(road);
  }

  /** One round, every few seconds. Throws when the database is away; each road is tended whatever happens to the others. */
  async round(): Promise<void> {
    this.#timer ??= setInterval(() => this.#pulse(), Math.min(PULSE_MS, this.#leaseMs / 5)).unref();
    this.#pulse();
    await this.#next(async () => {
      const tries = [...this.#roads.map((road) => () => this.#tend(road)), () => this.#look()];
      const errors: unknown[] = [];
      for (const attempt of tries) await attempt().catch((error: unknown) => errors.push(error));
      if (errors.length > 0) throw errors[0];
    });
  }

  /** One thing after the other, so that nothing older is written behind something newer. */
  #next<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#jobs.then(job);
    this.#jobs = done.catch(() => {});
    return done;
  }

  /**
   * Does not wait for the database: whoever may have lost the lease closes the connection, however long that hangs. A
   * process that stood still may read what is long past as a sign of life, so it trusts none of its connections.
   */
  #pulse(): void {
    const stood = this.#stopwatch.since(this.#pulsed);
    this.#pulsed = this.#stopwatch.mark();
    for (const road of this.#roads) {
      if (road.connection === null) continue;
      if (stood >= this.#leaseMs) this.#drop(road, "this process stood still");
      else if (road.exclusive && !this.#holds(road)) this.#drop(road, "its lease is over");
      else road.stamp(stood);
    }
  }

  #holds({ heldAt }: Road): boolean {
    return heldAt !== null && this.#stopwatch.since(heldAt) < this.#leaseMs;
  }

  #drop(road: Road, reason: string): void {
    const { logger } = this.#deps;
    const platform = road.platform.name;
    logger.warn({ platform, reason }, "The connection is closed");
    void within(CLOSE_MS, road.drop()).catch((error: unknown) => {
      road.closing = false;
      logger.error({ platform, ...describe(error) }, "A connection could not be closed");
    });
  }

  async #tend(road: Road): Promise<void> {
    const { connection } = road.platform;
    if (this.#closed || (road.exclusive && !(await this.#hold(road)))) return;
    // It may have been closed while the lease was asked for.
    if (this.#closed || road.closing) return;
    if (connection === undefined) {
      if (road.state === null) road.becomes({ kind: "open" });
    } else if (road.connection === null) {
      road.connection = this.#open(road, connection);
    }
    const { written } = road;
    if (written === null || road.cuts.length > 0 || this.#stopwatch.since(written.at) >= this.#noteMs) {
      await this.#write(road);
    }
  }

  /** Takes or renews the lease. Who has lost it closes the connection: another one has it, or will in a moment. */
  async #hold(road: Road): Promise<boolean> {
    const { db, owner } = this.#deps;
    const { platform, lostAt, restsFrom } = road;
    const name = leaseOf(platform.name);
    if (road.state?.kind === "lost" && lostAt !== null && this.#stopwatch.since(lostAt) >= YIELD_AFTER_MS) {
      this.#drop(road, "it cannot be opened from here; another process may try");
      road.restsFrom = this.#stopwatch.mark();
      road.heldAt = null;
      await releaseLease(db, { name, owner });
      return false;
    }
    if (restsFrom !== null && this.#stopwatch.since(restsFrom) < REST_MS) return false;
    if (road.heldAt !== null && this.#stopwatch.since(road.heldAt) < this.#noteMs) return true;
    const began = this.#stopwatch.mark();
    const held = await this.#lease(name, began, this.#leaseMs);
    road.heldAt = held ? began : null;
    if (!held && road.connection !== null) this.#drop(road, "another process has its lease");
    return held;
  }

  async #lease(name: string, began: Mark, forMs: number): Promise<boolean> {
    const { db, owner } = this.#deps;
    const unrenewed = this.#rival.unrenewed(name, forMs);
    const ask = { name, owner, now: new Date(began.wall), until: new Date(began.wall + forMs), unrenewed };
    const held = await holdLease(db, ask);
    this.#rival.note(name, held ? null : await readLeaseEnd(db, name));
    return held;
  }

  #open(road: Road, connection: Connection): OpenConnection {
    const isCurrent = road.begins();
    return connection.open({
      receive: (received) => {
        const kept = this.#keep(road.platform.name, received);
        const done = kept.catch(() => {}).finally(() => this.#receiving.delete(done));
        this.#receiving.add(done);
        return kept;
      },
      changed: (state) => {
        const { logger } = this.#deps;
        const platform = road.platform.name;
        if (state.kind === "open") logger.info({ platform }, "The connection is open");
        else logger.warn({ platform, state: state.kind, reason: state.reason }, "The connection is not open");
        if (!isCurrent()) return;
        road.becomes(state);
        this.#next(() => this.#write(road)).catch((error: unknown) => {
          logger.error({ platform, ...describe(error) }, "How a connection stands is not written down yet");
        });
      },
    });
  }

  async #keep(name: PlatformName, received: Extract<Received, { kind: "message" }>): Promise<Kept> {
    const { keep, onReceived, logger } = this.#deps;
    try {
      const kept = await keep(received);
      onReceived(name, kept.refused === undefined ? "message" : "refused");
      if (kept.refused !== undefined) {
        logger.warn({ platform: name, reason: kept.refused }, "A message could not be kept.");
      }
      return kept;
    } catch (error) {
      onReceived(name, "failed");
      throw error;
    }
  }

  async #write(road: Road): Promise<void> {
    const done = await this.#book.write(road);
    if (done === null) return;
    const { opened, renewAt } = done;
    if (opened) this.#deps.onOpen();
    const wished = road.renewed !== undefined && renewAt !== road.renewed;
    road.renewed = renewAt;
    if (wished && road.state?.kind === "open") road.connection?.renew();
  }

  /** One of all processes watches. */
  async #look(): Promise<void> {
    const { db, ctx, watches } = this.#deps;
    if (!watches || this.#closed || this.#roads.length === 0) return;
    if (this.#lookedAt !== null && this.#stopwatch.since(this.#lookedAt) < this.#lookMs) return;
    const began = this.#stopwatch.mark();
    this.#lookedAt = began;
    if (!(await this.#lease("watch", began, 3 * this.#lookMs))) return;
    await this.#watch.look(
      ctx(db),
      this.#roads.map(({ platform: { name, connection } }) => ({ platform: name, renews: connection !== undefined })),
    );
  }

  /** Closes every connection, writes down until when each was open, and gives the leases back. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#pulse();
    const { db, owner } = this.#deps;
    await Promise.allSettled(this.#roads.map((road) => road.takeOff()?.close()));
    await Promise.all(this.#receiving);
    const last = async (road: Road) => {
      road.leaving = true;
      if (road.exclusive && !this.#holds(road)) return;
      await this.#book.write(road);
      if (road.exclusive) await releaseLease(db, { name: leaseOf(road.platform.name), owner });
      road.heldAt = null;
    };
    await this.#next(async () => {
      const ended = await Promise.allSettled([...this.#roads.map(last), releaseLease(db, { name: "watch", owner })]);
      const failed = ended.find((one) => one.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    });
  }
}
