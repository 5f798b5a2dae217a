import type { PlatformName } from "../domain/park/org.ts";
import { closeGap } from "../features/roads/gaps.ts";
import { Watch } from "../features/roads/watch.ts";
import type { Context } from "../issues/context.ts";
import type { Connection, ConnectionState, Kept, OpenConnection } from "../platforms/connection.ts";
import type { Received } from "../platforms/inbound.ts";
import { type Platform, receives } from "../platforms/platform.ts";
import type { OffsetClock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { holdLease, releaseLease } from "../store/leases.ts";
import { hastenNotices } from "../store/notices.ts";
import { noteRoad, readRoad } from "../store/roads.ts";

export interface KeeperDeps {
  readonly db: Db;
  readonly clock: OffsetClock;
  readonly logger: Logger;
  /** Names this process among all replicas. */
  readonly owner: string;
  readonly platforms: readonly Platform[];
  readonly ctx: (db: Db) => Context;
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
/** What was alive this long ago is still: rounds are a few seconds apart. */
const UNBROKEN_MS = 12_000;
/** So long an interruption of a program that hears by callbacks is none: the platforms call again. */
const CALLED_AGAIN_MS = 60_000;

/** One platform's road as this process has it. */
interface Road {
  readonly platform: Platform;
  connection: OpenConnection | null;
  state: ConnectionState | null;
  /** On the machine's running time, which no jump of the clock touches: until when the lease is certainly ours. */
  heldUntil: number;
  /** When the road last proved that it lives, by the running time, and by the clock. Null before the first. */
  alive: { readonly time: number; readonly at: Date } | null;
}

/**
 * Keeps the long connections: each where it may be, one of a kind by a lease, and writes down how each road stands, so that
 * every process and whoever watches knows it.
 */
export class Keeper {
  readonly #deps: KeeperDeps;
  readonly #roads: readonly Road[];
  readonly #watch: Watch;
  #closed = false;
  #changes: Promise<void> = Promise.resolve();

  readonly #leaseMs: number;
  readonly #time: () => number;

  constructor(deps: KeeperDeps) {
    const { leaseMs = LEASE_MS, running = () => performance.now(), downAfterMs } = deps.times ?? {};
    this.#deps = deps;
    this.#leaseMs = leaseMs;
    this.#time = running;
    this.#watch = new Watch(deps.logger, { running, downAfterMs });
    this.#roads = deps.platforms
      .filter(receives)
      .map((platform) => ({ platform, connection: null, state: null, heldUntil: 0, alive: null }));
  }

  /** Whether this process may send on a platform: what goes over the one connection goes from who holds it. */
  sendsOn(name: PlatformName): boolean {
    const road = this.#roads.find((one) => one.platform.name === name);
    if (road?.platform.connection?.exclusive !== true) return true;
    return this.#time() < road.heldUntil;
  }

  /** One round, every few seconds. Throws when the database is away; what this process may no longer hold is closed before. */
  async round(): Promise<void> {
    try {
      for (const road of this.#roads) await this.#tend(road);
      await this.#look();
    } finally {
      await this.#closeLost();
    }
  }

  async #tend(road: Road): Promise<void> {
    const { connection } = road.platform;
    if (this.#closed) return;
    if (connection?.exclusive === true && !(await this.#hold(road))) return;
    if (connection !== undefined) road.connection ??= this.#open(road, connection);
    else if (road.state === null) await this.#opened(road);
    await this.#note(road);
  }

  /** Takes or renews the lease. Who has lost it closes the connection: another one has it, or will in a moment. */
  async #hold(road: Road): Promise<boolean> {
    const { db, clock, owner } = this.#deps;
    const began = this.#time();
    const now = clock.now();
    const until = new Date(now.getTime() + this.#leaseMs);
    const held = await holdLease(db, { name: leaseOf(road), owner, now, until });
    road.heldUntil = held ? began + this.#leaseMs : 0;
    return held;
  }

  #open(road: Road, connection: Connection): OpenConnection {
    return connection.open({
      receive: async (received) => {
        const { name } = road.platform;
        try {
          const kept = await this.#deps.keep(received);
          this.#deps.onReceived(name, kept.refused === undefined ? "message" : "refused");
          if (kept.refused !== undefined) {
            this.#deps.logger.warn({ platform: name, reason: kept.refused }, "A message could not be kept.");
          }
          return kept;
        } catch (error) {
          this.#deps.onReceived(name, "failed");
          throw error;
        }
      },
      changed: (state) => {
        this.#changes = this.#changes
          .then(() => this.#changed(road, state))
          .catch((error: unknown) => {
            this.#deps.logger.error({ ...describe(error) }, "How a connection stands could not be written down");
          });
      },
    });
  }

  async #changed(road: Road, state: ConnectionState): Promise<void> {
    const platform = road.platform.name;
    const { logger } = this.#deps;
    const before = road.state;
    if (state.kind === "open") {
      logger.info({ platform }, "The connection is open");
      if (before === null || before.kind !== "open") await this.#opened(road);
      road.state = state;
    } else {
      logger.warn({ platform, state: state.kind, reason: state.reason }, "The connection is not open");
      this.#stamp(road);
      road.state = state;
    }
    await this.#note(road);
  }

  /** From when until now nothing arrived, by this process' own account or by that of the one before. */
  async #opened(road: Road): Promise<void> {
    const { db, clock, ctx } = this.#deps;
    const { name: platform, connection } = road.platform;
    const now = clock.now();
    const noted = await readRoad(db, platform);
    const own = road.alive === null ? 0 : now.getTime() - (this.#time() - road.alive.time);
    const began = Math.max(own, noted === null ? 0 : noted.aliveAt.getTime() + clock.offset - noted.ahead);
    const least = connection === undefined ? CALLED_AGAIN_MS : connection.exclusive ? 0 : UNBROKEN_MS;
    road.state = { kind: "open" };
    road.alive = { time: this.#time(), at: now };
    if (this.#deps.watches && began > 0 && now.getTime() - began > least) {
      const cause = noted?.reason ?? "the program did not run";
      await closeGap(ctx(db), { platform, kind: "connection", cause, beganAt: new Date(began) });
    }
    await hastenNotices(db, platform, now);
    this.#deps.onOpen();
  }

  /** Takes over when an open road last proved that it lives: by what its connection heard, or by running. */
  #stamp(road: Road): void {
    if (road.state?.kind !== "open") return;
    const now = this.#deps.clock.now();
    const at = road.connection === null ? now : (road.connection.aliveAt() ?? now);
    if (at.getTime() === road.alive?.at.getTime()) return;
    road.alive = { time: this.#time() - Math.max(0, now.getTime() - at.getTime()), at };
  }

  async #note(road: Road): Promise<void> {
    const { db, clock } = this.#deps;
    const { state, platform } = road;
    if (state === null) return;
    this.#stamp(road);
    const noted = await readRoad(db, platform.name);
    const aliveAt = road.alive?.at ?? noted?.aliveAt ?? clock.now();
    // Where several processes each have one, the one that is open speaks for all.
    const others = state.kind !== "open" && platform.connection?.exclusive === false && noted?.state === "open";
    if (others && noted.aliveAt > aliveAt) return;
    const reason = state.kind === "open" ? null : state.reason;
    await noteRoad(db, platform.name, { state: state.kind, aliveAt, ahead: clock.offset, reason });
  }

  /** One of all processes watches. */
  async #look(): Promise<void> {
    const { db, clock, owner, ctx } = this.#deps;
    const now = clock.now();
    const until = new Date(now.getTime() + this.#leaseMs);
    if (!this.#deps.watches || this.#roads.length === 0) return;
    if (!(await holdLease(db, { name: "watch", owner, now, until }))) return;
    const watched = this.#roads.map((road) => ({
      platform: road.platform.name,
      renew: road.connection === null ? null : () => road.connection?.renew(),
    }));
    await this.#watch.look(ctx(db), watched);
  }

  async #closeLost(): Promise<void> {
    for (const road of this.#roads) {
      const lost = road.platform.connection?.exclusive === true && this.#time() >= road.heldUntil;
      if (!lost || road.connection === null) continue;
      const { connection } = road;
      road.connection = null;
      road.state = null;
      await connection.close();
    }
  }

  /** Closes every connection and gives the leases back. */
  async close(): Promise<void> {
    this.#closed = true;
    const { db, owner } = this.#deps;
    for (const road of this.#roads) {
      this.#stamp(road);
      await road.connection?.close();
      await this.#changes;
      if (road.heldUntil > 0) await releaseLease(db, { name: leaseOf(road), owner });
      road.heldUntil = 0;
    }
    await releaseLease(db, { name: "watch", owner });
  }
}

function leaseOf({ platform }: Road): string {
  return `connection ${platform.name}`;
}
