import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Vitals } from "../../src/schedule/vitals.ts";
import type { Database } from "../../src/store/client.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { on, PARK } from "../support/domain.ts";
import { FakeConnection, RoadsWorld } from "../support/roads.ts";
import { openStore } from "../support/store.ts";
import { variant } from "../support/told.ts";

const DAYS = ["11-05", "11-06", "11-09", "11-10", "11-11", "11-12", "11-13", "11-16", "11-17"];

describe("a kind of chat that is silent", () => {
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

  beforeEach(async () => {
    world = new RoadsWorld(database.db);
    // Weeks in which each working morning brought a message a minute in groups, and a few direct ones.
    for (const day of DAYS) {
      await world.say(180, on(`${day} 09:00`), true);
      await world.say(6, on(`${day} 10:30`), false);
    }
    await world.say(60, on("11-18 09:00"), true);
  });

  afterEach(() => world.end());

  const patch = () => ({ times: { running: () => world.running, leaseMs: 100_000 } });

  /** Minutes of rounds, in which the connection answers. */
  async function minutes(count: number, keepers: readonly { round(): Promise<void> }[], connection: FakeConnection) {
    for (let minute = 0; minute < count; minute++) {
      world.pass(60);
      connection.last.aliveAt = world.clock.now();
      for (const keeper of keepers) await keeper.round();
    }
  }

  it("is suspected to be deaf, its connection made anew by who holds it, and said to be back when it is heard", async () => {
    const connection = new FakeConnection();
    const holder = await world.opened(connection, { ...patch(), watches: false });
    const watcher = world.process(new FakeConnection(), patch());
    await minutes(14, [watcher, holder], connection);
    expect(await world.told()).toEqual([]);
    await minutes(4, [watcher, holder], connection);
    const silent = { what: "silent", platform: "wecom", kind: "group", renewed: true, others: 0 };
    expect(await world.told()).toMatchObject([{ kind: "road", facts: silent }]);
    expect(connection.last.renewed).toBe(1);
    const vitals = new Vitals({ db: database.db, clock: world.clock, park: () => PARK, heard: ["wecom"] });
    const reason = "wecom: no group messages, unlike usual";
    expect(await vitals.checks.connections()).toEqual({ ok: true, reason });
    await world.say(1, world.clock.now(), true);
    await minutes(1, [watcher, holder], connection);
    const [, ...after] = await world.heads();
    expect(after.sort()).toEqual(["gap: duban", "gap: qiye", "road back: person dingtalk"]);
    expect(connection.last.renewed).toBe(1);
  });

  it("is suspected as well when people write directly and nobody in the groups, at an hour at which little is usual", async () => {
    world.setTo("11-18 15:00");
    const connection = new FakeConnection();
    const keeper = await world.opened(connection, patch());
    await world.say(1, world.clock.now(), true);
    for (let turn = 0; turn < 6; turn++) {
      await minutes(10, [keeper], connection);
      await world.say(1, world.clock.now(), false);
    }
    const told = await world.told();
    expect(told).toMatchObject([{ facts: { what: "silent", kind: "group", others: 5 } }]);
  });

  it("is suspected within minutes, with nothing known of other days, when lively groups fall silent and direct messages go on", async () => {
    world.setTo("11-19 15:00");
    await world.forget();
    const connection = new FakeConnection();
    const keeper = await world.opened(connection, patch());
    const ago = (seconds: number) => new Date(world.clock.now().getTime() - seconds * 1000);
    await world.say(10, ago(600), true);
    await world.say(1, ago(300), false);
    for (let minute = 0; minute < 4; minute++) {
      expect(await world.told()).toEqual([]);
      await world.say(1, ago(10), false);
      await world.say(1, ago(5), false);
      await minutes(1, [keeper], connection);
    }
    expect(await world.told()).toMatchObject([{ facts: { what: "silent", kind: "group", usual: 0 } }]);
    await minutes(1, [keeper], connection);
    expect(connection.last.renewed).toBe(1);
  });

  variant("is no suspicion while the road is known to be down, or of the time in which it was", async () => {
    const connection = new FakeConnection();
    const keeper = await world.opened(connection, patch());
    await world.becomes(connection, { kind: "displaced", reason: "somebody else connected" });
    await minutes(40, [keeper], connection);
    await world.becomes(connection, { kind: "open" });
    await minutes(10, [keeper], connection);
    const silent = (await world.heads()).filter((one) => one.startsWith("road silent"));
    expect(silent).toEqual([]);
    await minutes(8, [keeper], connection);
    expect((await world.heads()).filter((one) => one.startsWith("road silent"))).toHaveLength(1);
  });

  variant("is no suspicion over lunch, on a day off, or from before the program ran", async () => {
    for (const time of ["11-18 12:00", "11-21 09:00"]) {
      world.setTo(time);
      const connection = new FakeConnection();
      const keeper = await world.opened(connection, patch());
      await world.say(1, world.clock.now(), true);
      await minutes(60, [keeper], connection);
      await keeper.close();
    }
    world.setTo("11-23 11:45");
    const connection = new FakeConnection();
    await minutes(14, [await world.opened(connection, patch())], connection);
    const heads = await world.heads();
    expect(heads.filter((one) => one.startsWith("road silent"))).toEqual([]);
  });
});
