import { Keeper, type KeeperDeps } from "../../src/connections/keeper.ts";
import type { NoticeBody } from "../../src/domain/notice/notice.ts";
import type { PlatformName } from "../../src/domain/park/org.ts";
import type { Connection, ConnectionHooks, ConnectionState, OpenConnection } from "../../src/platforms/connection.ts";
import { OffsetClock } from "../../src/shared/clock.ts";
import { createLogger } from "../../src/shared/logger.ts";
import type { Db } from "../../src/store/client.ts";
import { inbound, notices, settings } from "../../src/store/schema.ts";
import { gaps, leases } from "../../src/store/schema-roads.ts";
import { fakePlatform } from "./courier.ts";
import { on, PARK } from "./domain.ts";

/** Processes that keep roads on one database, and a machine whose time the test makes. */

/** A connection that does what the test says. */
export class FakeConnection implements Connection {
  readonly exclusive: boolean;
  readonly opened: { hooks: ConnectionHooks; closed: boolean; renewed: number; aliveAt: Date | null }[] = [];

  constructor(exclusive = true) {
    this.exclusive = exclusive;
  }

  open(hooks: ConnectionHooks): OpenConnection {
    const one = { hooks, closed: false, renewed: 0, aliveAt: null as Date | null };
    this.opened.push(one);
    return {
      aliveAt: () => one.aliveAt,
      renew: () => {
        one.renewed += 1;
      },
      close: async () => {
        one.closed = true;
      },
    };
  }

  /** Undefined before the first. */
  get latest() {
    return this.opened.at(-1);
  }

  get last() {
    const one = this.latest;
    if (one === undefined) throw new Error("nobody opened it");
    return one;
  }
}

/** Rarer than in life, and as often as a road is written down. */
const ROUND_S = 5;

/** A machine's clock that goes on when the test says so. */
class MachineClock extends OffsetClock {
  machine = 0;

  override now(): Date {
    return new Date(this.machine + this.offset);
  }
}

export class RoadsWorld {
  readonly db: Db;
  readonly clock = new MachineClock();
  running = 1_000;
  park = PARK;
  readonly keepers: Keeper[] = [];
  readonly #processOf = new Map<Connection, Keeper>();

  constructor(db: Db, now = "11-18 10:00") {
    this.db = db;
    this.setTo(now);
  }

  setTo(now: string): void {
    this.clock.machine = on(now).getTime() - this.clock.offset;
  }

  /** Time really passes. */
  pass(seconds: number): void {
    this.clock.machine += seconds * 1000;
    this.running += seconds * 1000;
  }

  /** A process; `connection` null: it hears by callbacks. */
  process(connection: Connection | null, patch: Partial<KeeperDeps> & { platform?: PlatformName } = {}): Keeper {
    const { platform: name = "wecom", ...deps } = patch;
    const platform = fakePlatform(name, async () => ({ state: "sent" as const }));
    const keeper = new Keeper({
      db: this.db,
      clock: this.clock,
      logger: createLogger("silent"),
      owner: `process ${this.keepers.length}`,
      platforms: [connection === null ? platform : { ...platform, doors: [], connection }],
      ctx: (db) => ({ db, now: this.clock.now(), park: this.park }),
      keep: async () => ({ worked: Promise.resolve() }),
      onReceived: () => {},
      onOpen: () => {},
      watches: true,
      times: { running: () => this.running },
      ...deps,
    });
    this.keepers.push(keeper);
    if (connection !== null) this.#processOf.set(connection, keeper);
    return keeper;
  }

  /** Time goes on, with a round of each process every few seconds. Connections named here answer meanwhile. */
  async live(seconds: number, keepers: readonly Keeper[], answering: readonly FakeConnection[] = []): Promise<void> {
    for (let passed = 0; passed < seconds; passed += ROUND_S) {
      this.pass(ROUND_S);
      for (const one of answering) one.last.aliveAt = this.clock.now();
      for (const keeper of keepers) await keeper.round();
    }
  }

  /** The change, and its being written behind the call. */
  async becomes(connection: FakeConnection, state: ConnectionState): Promise<void> {
    if (state.kind === "open") connection.last.aliveAt = this.clock.now();
    connection.last.hooks.changed(state);
    await this.#processOf
      .get(connection)
      ?.round()
      .catch(() => {});
  }

  /** A process whose connection is open. */
  async opened(connection: FakeConnection, patch: Parameters<RoadsWorld["process"]>[1] = {}): Promise<Keeper> {
    const keeper = this.process(connection, patch);
    await keeper.round();
    await this.becomes(connection, { kind: "open" });
    return keeper;
  }

  /** What is told, each with where. */
  async told(): Promise<readonly (NoticeBody & { readonly to: string })[]> {
    const rows = await this.db.select().from(notices).orderBy(notices.id);
    return rows.map(({ body, target, platform }) => ({
      ...body,
      to: target.kind === "chat" ? target.code : `${target.kind} ${platform}`,
    }));
  }

  /** The told ones in short: what, and where. */
  async heads(): Promise<readonly string[]> {
    return (await this.told()).map((one) => {
      const facts = "facts" in one && typeof one.facts === "object" ? one.facts : null;
      const what = facts !== null && "what" in facts ? ` ${facts.what}` : "";
      return `${one.kind}${what}: ${one.to}`;
    });
  }

  gaps() {
    return this.db.select().from(gaps).orderBy(gaps.id);
  }

  /** So many messages, one a minute. */
  async say(count: number, at: Date, inGroup: boolean): Promise<void> {
    const rows = Array.from({ length: count }, (_, index) => ({
      platform: "wecom" as const,
      messageId: `${at.getTime()}-${index}-${inGroup}`,
      receivedAt: new Date(at.getTime() + index * 60_000),
      retryAt: at,
      doneAt: at,
      attempts: 0,
      inGroup,
    }));
    await this.db.insert(inbound).values(rows);
  }

  /** Nothing was ever said. */
  async forget(): Promise<void> {
    await this.db.delete(inbound);
  }

  async end(): Promise<void> {
    for (const keeper of this.keepers.splice(0)) await keeper.close();
    for (const table of [notices, gaps, leases, settings, inbound]) await this.db.delete(table);
  }
}
