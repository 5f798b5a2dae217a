import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Keeper, type KeeperDeps } from "../../src/connections/keeper.ts";
import type { Connection, ConnectionHooks, ConnectionState, OpenConnection } from "../../src/platforms/connection.ts";
import { OffsetClock } from "../../src/shared/clock.ts";
import { createLogger } from "../../src/shared/logger.ts";
import type { Database } from "../../src/store/client.ts";
import { insertInbound } from "../../src/store/inbound.ts";
import { notices, settings } from "../../src/store/schema.ts";
import { gaps, leases } from "../../src/store/schema-roads.ts";
import { fakePlatform } from "../support/courier.ts";
import { freshDatabase, KINDS, type TestDatabase } from "../support/databases.ts";
import { on, PARK } from "../support/domain.ts";
import { openStore } from "../support/store.ts";

/** A connection that does what the test says. */
class FakeConnection implements Connection {
  readonly exclusive: boolean;
  readonly open_: { hooks: ConnectionHooks; closed: boolean; renewed: number; aliveAt: Date | null }[] = [];

  constructor(exclusive = true) {
    this.exclusive = exclusive;
  }

  open(hooks: ConnectionHooks): OpenConnection {
    const one = { hooks, closed: false, renewed: 0, aliveAt: null as Date | null };
    this.open_.push(one);
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

  get last() {
    const one = this.open_.at(-1);
    if (one === undefined) throw new Error("nobody opened it");
    return one;
  }
}

describe.each(KINDS)("the roads on which messages come in, on %s", (kind) => {
  let files: TestDatabase;
  let database: Database;
  let clock: OffsetClock;
  let running: number;
  const keepers: Keeper[] = [];

  beforeAll(async () => {
    files = await freshDatabase(kind);
    database = await openStore(files);
  });

  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  beforeEach(() => {
    clock = new OffsetClock();
    running = 1_000;
    setTo("11-18 10:00");
  });

  afterEach(async () => {
    for (const keeper of keepers.splice(0)) await keeper.close();
    for (const table of [notices, gaps, leases, settings]) await database.db.delete(table);
    await database.db.execute("delete from inbound");
  });

  /** Both the clock and the running time go on. */
  function pass(seconds: number): void {
    clock.offset += seconds * 1000;
    running += seconds * 1000;
  }

  function setTo(time: string): void {
    clock.offset += on(time).getTime() - clock.now().getTime();
  }

  function keeperOf(connection: Connection | null, patch: Partial<KeeperDeps> = {}): Keeper {
    const platform = { ...fakePlatform("wecom", async () => ({ state: "sent" as const })) };
    const keeper = new Keeper({
      db: database.db,
      clock,
      logger: createLogger("silent"),
      owner: patch.owner ?? "one",
      platforms: [connection === null ? platform : { ...platform, doors: [], connection }],
      ctx: (db) => ({ db, now: clock.now(), park: PARK }),
      keep: async () => ({ worked: Promise.resolve() }),
      onReceived: () => {},
      onOpen: () => {},
      watches: true,
      times: { running: () => running },
      ...patch,
    });
    keepers.push(keeper);
    return keeper;
  }

  /** Time goes on with a round every few seconds, while the connection answers. */
  async function live(keeper: Keeper, connection: FakeConnection | null, seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 15) {
      pass(15);
      if (connection !== null) connection.last.aliveAt = clock.now();
      await keeper.round();
    }
  }

  async function becomes(connection: FakeConnection, state: ConnectionState): Promise<void> {
    if (state.kind === "open") connection.last.aliveAt = clock.now();
    connection.last.hooks.changed(state);
    // The change is written behind the call.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  const bodies = async () => {
    const rows = await database.db.select().from(notices).orderBy(notices.id);
    return rows.map(({ body, target }) => ({ ...body, to: target.kind === "chat" ? target.code : target.kind }));
  };

  async function say(count: number, at: Date, inGroup: boolean): Promise<void> {
    for (let index = 0; index < count; index++) {
      const messageId = `${at.getTime()}-${index}-${inGroup}`;
      const rest = {
        unreadable: null,
        quotes: false,
        quoteText: null,
        quoteKey: null,
        replyUrl: null,
        replyUntil: null,
      };
      const message = { platform: "wecom" as const, messageId, groupId: null, senderId: "a", senderName: null };
      await insertInbound(database.db, {
        platform: "wecom",
        messageId,
        streamId: null,
        message: { ...message, text: "x", pictures: 0, ...rest },
        receivedAt: new Date(at.getTime() + index * 1000),
        retryAt: at,
        inGroup,
      });
    }
  }

  it("gives the one connection to one process, and to another when that one is silent", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const [a, b] = [keeperOf(first, { owner: "a" }), keeperOf(second, { owner: "b" })];
    await a.round();
    await b.round();
    expect([first.open_.length, second.open_.length]).toEqual([1, 0]);
    expect([a.sendsOn("wecom"), b.sendsOn("wecom"), b.sendsOn("dingtalk")]).toEqual([true, false, true]);
    pass(16);
    await b.round();
    expect(second.open_.length).toBe(1);
    expect([a.sendsOn("wecom"), b.sendsOn("wecom")]).toEqual([false, true]);
    await a.round();
    expect(first.last.closed).toBe(true);
  });

  it("gives it over at once when a process stops in order", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const [a, b] = [keeperOf(first, { owner: "a" }), keeperOf(second, { owner: "b" })];
    await a.round();
    await a.close();
    await b.round();
    expect([first.last.closed, second.open_.length]).toEqual([true, 1]);
  });

  it("tells the office that a road is down, and office and groups when it is back, with the minutes", async () => {
    const connection = new FakeConnection();
    const keeper = keeperOf(connection);
    await keeper.round();
    await becomes(connection, { kind: "open" });
    await live(keeper, connection, 60);
    await becomes(connection, { kind: "lost", reason: "the other side closed" });
    for (let passed = 0; passed < 120; passed += 15) {
      pass(15);
      await keeper.round();
    }
    const down = { platform: "wecom", state: "lost", reason: "the other side closed", what: "down" };
    expect(await bodies()).toMatchObject([{ kind: "road", facts: down }]);
    pass(240);
    await becomes(connection, { kind: "open" });
    const [, ...after] = await bodies();
    expect(after.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual(["gap duban", "gap qiye", "road person"]);
    expect(after).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ what: "back", posted: true }) }),
    );
    const gap = after.find((one) => one.kind === "gap") as { began?: string; ended?: string } | undefined;
    expect(Date.parse(gap?.ended ?? "") - Date.parse(gap?.began ?? "")).toBeGreaterThanOrEqual(355_000);
  });

  it.each([
    ["refused", "853000 invalid bot_id or secret"],
    ["displaced", "somebody else connected"],
  ] as const)("tells at once when it was %s, and once", async (state, reason) => {
    const connection = new FakeConnection();
    const keeper = keeperOf(connection);
    await keeper.round();
    await becomes(connection, { kind: state, reason });
    for (let round = 0; round < 3; round++) {
      pass(3);
      await keeper.round();
    }
    expect(await bodies()).toMatchObject([{ kind: "road", facts: { what: "down", state, reason } }]);
  });

  it("notices a connection that stays open and proves nothing any more", async () => {
    const connection = new FakeConnection();
    const keeper = keeperOf(connection);
    await keeper.round();
    await becomes(connection, { kind: "open" });
    for (let passed = 0; passed < 150; passed += 15) {
      pass(15);
      await keeper.round();
    }
    expect(await bodies()).toMatchObject([{ kind: "road", facts: { what: "down", state: "lost" } }]);
  });

  it("tells of short gaps together, within five minutes, and troubles no group with them", async () => {
    const connection = new FakeConnection();
    const keeper = keeperOf(connection);
    await keeper.round();
    await becomes(connection, { kind: "open" });
    for (let count = 0; count < 3; count++) {
      await live(keeper, connection, 15);
      await becomes(connection, { kind: "lost", reason: "cut" });
      pass(4);
      await becomes(connection, { kind: "open" });
    }
    expect(await bodies()).toEqual([]);
    await live(keeper, connection, 255);
    const short = { what: "short", platform: "wecom", count: 3 };
    expect(await bodies()).toMatchObject([{ kind: "road", facts: short, to: "person" }]);
    await live(keeper, connection, 255);
    expect(await bodies()).toHaveLength(1);
  });

  it("takes a moved clock for no gap, and an interruption of the program for one", async () => {
    const first = keeperOf(null);
    await first.round();
    clock.offset += 3 * 86_400_000;
    await first.round();
    await first.close();
    const second = keeperOf(null);
    await second.round();
    expect(await database.db.select().from(gaps)).toEqual([]);
    await second.close();
    // The machine itself goes on: what was noted lies ten minutes back.
    await database.db.execute(
      `update settings set value = jsonb_set(value, '{aliveAt}', to_jsonb(((value ->> 'aliveAt')::timestamptz - interval '10 minutes')::text)) where name = 'road wecom'`,
    );
    await keeperOf(null).round();
    expect(await database.db.select().from(gaps)).toMatchObject([{ kind: "connection", platform: "wecom" }]);
  });

  it("suspects that groups are not heard when they are silent unlike usual, opens the road anew, and says when they are back", async () => {
    // Two weeks in which each working hour brought 120 messages in groups and a few direct ones.
    for (const day of ["11-05", "11-06", "11-09", "11-10", "11-11", "11-12", "11-13", "11-16", "11-17"]) {
      for (const hour of ["09", "10", "11"]) await say(40, on(`${day} ${hour}:05`), true);
      await say(6, on(`${day} 10:30`), false);
    }
    const connection = new FakeConnection();
    const keeper = keeperOf(connection);
    await keeper.round();
    await becomes(connection, { kind: "open" });
    await say(1, clock.now(), true);
    await live(keeper, connection, 600);
    expect(await bodies()).toEqual([]);
    await live(keeper, connection, 600);
    const silent = { what: "silent", platform: "wecom", kind: "group", renewed: true };
    expect(await bodies()).toMatchObject([{ kind: "road", facts: silent }]);
    expect(connection.last.renewed).toBe(1);
    await say(1, clock.now(), true);
    pass(3);
    await keeper.round();
    const [, ...after] = await bodies();
    expect(after.map((one) => one.kind).sort()).toEqual(["gap", "gap", "road"]);
  }, 30_000);

  it("suspects it as well when people write directly and nobody in the groups, at an hour at which little is usual", async () => {
    for (const day of ["11-06", "11-09", "11-10", "11-11", "11-12", "11-13"]) await say(20, on(`${day} 10:05`), true);
    await say(10, on("11-12 10:30"), false);
    setTo("11-18 15:00");
    const connection = new FakeConnection();
    const keeper = keeperOf(connection);
    await say(1, clock.now(), true);
    await keeper.round();
    await becomes(connection, { kind: "open" });
    await live(keeper, connection, 120);
    await say(6, clock.now(), false);
    await live(keeper, connection, 120);
    expect(await bodies()).toMatchObject([{ kind: "road", facts: { what: "silent", kind: "group", others: 6 } }]);
  });
});
