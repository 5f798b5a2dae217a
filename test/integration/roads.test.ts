import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OffsetClock } from "../../src/shared/clock.ts";
import type { Database } from "../../src/store/client.ts";
import { readRoads } from "../../src/store/roads.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { FakeConnection, RoadsWorld } from "../support/roads.ts";
import { openStore } from "../support/store.ts";

/** The wall clock of a process that is set wrong. */
class ClockAhead extends OffsetClock {
  constructor(
    readonly right: OffsetClock,
    readonly ahead: number,
  ) {
    super();
  }

  override now(): Date {
    return new Date(this.right.now().getTime() + this.ahead);
  }
}

describe("who keeps the roads on which messages come in", () => {
  let files: TestDatabase;
  let database: Database;
  let world: RoadsWorld;

  beforeAll(async () => {
    files = await freshDatabase("postgresql");
    database = await openStore(files);
  });

  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  beforeEach(() => {
    world = new RoadsWorld(database.db);
  });

  afterEach(() => world.end());

  it("gives the one connection to one process, and to another when that one is silent", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const [a, b] = [world.process(first), world.process(second)];
    await a.round();
    await b.round();
    expect([first.opened.length, second.opened.length]).toEqual([1, 0]);
    expect([a.sendsOn("wecom"), b.sendsOn("wecom"), b.sendsOn("dingtalk")]).toEqual([true, false, true]);
    world.pass(16);
    expect(a.sendsOn("wecom")).toBe(false);
    await b.round();
    expect(second.opened.length).toBe(1);
    await a.round();
    expect([first.last.closed, first.opened.length, b.sendsOn("wecom")]).toEqual([true, 1, true]);
  });

  it("gives it to another when its holder is gone, though his clock was hours ahead, and not while he lives", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const a = world.process(first, { clock: new ClockAhead(world.clock, 5 * 3_600_000) });
    const b = world.process(second);
    await a.round();
    await world.live(60, [a, b], [first]);
    expect([first.opened.length, second.opened.length]).toEqual([1, 0]);
    await world.live(25, [b]);
    expect([second.opened.length, b.sendsOn("wecom")]).toEqual([1, true]);
  });

  it("gives it over at once when a process stops in order, and nobody is told of so short a gap", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const a = await world.opened(first);
    const b = world.process(second);
    await world.live(60, [a, b], [first]);
    await a.close();
    world.pass(3);
    await b.round();
    await world.becomes(second, { kind: "open" });
    expect([first.last.closed, second.opened.length]).toEqual([true, 1]);
    expect(await world.gaps()).toEqual([]);
  });

  it("closes the connection when its lease may be over, though the database does not answer", async () => {
    const connection = new FakeConnection();
    let answers = true;
    const db = new Proxy(database.db, {
      get: (target, name) => {
        if (!answers && (name === "insert" || name === "transaction" || name === "update")) {
          return () => new Promise(() => {});
        }
        return Reflect.get(target, name);
      },
    });
    const keeper = world.process(connection, { db, times: { running: () => world.running, leaseMs: 3_000 } });
    await keeper.round();
    answers = false;
    world.pass(2);
    void keeper.round().catch(() => {});
    await sleep(20);
    expect(connection.last.closed).toBe(false);
    world.pass(1);
    await expect.poll(() => connection.last.closed, { timeout: 2_000 }).toBe(true);
    expect(keeper.sendsOn("wecom")).toBe(false);
    world.keepers.splice(0);
  });

  it("does not hear what a connection says that is not this process's any more", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const a = await world.opened(first);
    const b = world.process(second);
    world.pass(16);
    await b.round();
    await world.becomes(second, { kind: "open" });
    // It wakes up, and its connection tells that the other one displaced it.
    first.last.hooks.changed({ kind: "displaced", reason: "somebody else connected" });
    await a.round();
    await world.becomes(first, { kind: "displaced", reason: "somebody else connected" });
    await world.live(120, [a, b], [second]);
    expect(await world.heads()).not.toContain("road down: person dingtalk");
    expect([first.opened.length, b.sendsOn("wecom")]).toEqual([1, true]);
  });

  it("writes nothing of a road that another process has taken over meanwhile, however long its write took", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    let gate = Promise.resolve();
    const slow = new Proxy(database.db, {
      get(target, name) {
        if (name !== "transaction") return Reflect.get(target, name);
        const transaction: typeof target.transaction = (work) => gate.then(() => target.transaction(work));
        return transaction;
      },
    });
    const a = await world.opened(first, { db: slow });
    let goOn = () => {};
    gate = new Promise((resolve) => {
      goOn = resolve;
    });
    first.last.hooks.changed({ kind: "displaced", reason: "somebody else connected" });
    const b = world.process(second);
    world.pass(16);
    await b.round();
    await world.becomes(second, { kind: "open" });
    goOn();
    await a.round();
    expect((await readRoads(database.db, 0)).get("wecom")).toMatchObject({ state: "open", by: "process 1" });
  });

  it("leaves a displaced connection to its process: no standby fights for it", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const a = await world.opened(first);
    const b = world.process(second);
    await world.becomes(first, { kind: "displaced", reason: "somebody else connected" });
    await world.live(240, [a, b]);
    expect(second.opened.length).toBe(0);
    expect(await world.heads()).toEqual(["road down: person dingtalk"]);
  });

  it("lets another process try when this one has the lease and cannot connect", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const a = await world.opened(first);
    const b = world.process(second);
    await world.becomes(first, { kind: "lost", reason: "no way out" });
    await world.live(140, [a, b]);
    expect([first.last.closed, second.opened.length]).toEqual([true, 1]);
    await world.becomes(second, { kind: "open" });
    await world.live(30, [a, b], [second]);
    expect([first.opened.length, b.sendsOn("wecom")]).toEqual([1, true]);
  });

  it("opens nothing when it is stopped while it asks for the lease, and keeps no lease", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const a = world.process(first);
    const round = a.round();
    await a.close();
    await round;
    expect(first.opened.filter((one) => !one.closed)).toEqual([]);
    await world.process(second).round();
    expect(second.opened.length).toBe(1);
  });

  it("ends only when what came has been kept", async () => {
    const connection = new FakeConnection();
    let kept = () => {};
    const waits = new Promise<void>((resolve) => {
      kept = resolve;
    });
    const keeper = await world.opened(connection, { keep: () => waits.then(() => ({ worked: Promise.resolve() })) });
    const message = { platform: "wecom", messageId: "m", chat: { kind: "direct" }, sender: { id: "a" } } as const;
    void connection.last.hooks.receive({ kind: "message", message: { ...message, text: "x", pictures: 0 } });
    let closed = false;
    const closing = keeper.close().then(() => {
      closed = true;
    });
    await sleep(30);
    expect([connection.last.closed, closed]).toEqual([true, false]);
    kept();
    await closing;
  });

  it("tends each road whatever happens to the other", async () => {
    const connection = new FakeConnection();
    const broken = new FakeConnection();
    broken.open = () => {
      throw new Error("a fault");
    };
    const [one, other] = [world.process(broken), world.process(connection)];
    await expect(one.round()).rejects.toThrow("a fault");
    await one.close();
    await other.round();
    expect(connection.opened.length).toBe(1);
  });
});
