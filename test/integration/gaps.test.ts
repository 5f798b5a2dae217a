import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeGap, noticeGap, tellOfGaps, underLock } from "../../src/features/roads/gaps.ts";
import { Vitals } from "../../src/schedule/vitals.ts";
import { KINDS } from "../support/databases.ts";
import { ORG, on, PARK, parkOf } from "../support/domain.ts";
import { FakeConnection, RoadsWorld } from "../support/roads.ts";
import { variant } from "../support/told.ts";
import { useStore } from "../support/use-store.ts";

const LOST = { kind: "lost", reason: "the other side closed" } as const;
const OPEN = { kind: "open" } as const;

describe.each(KINDS)("what may have been missed on a road, on %s", (kind) => {
  const database = useStore(kind);
  let world: RoadsWorld;

  beforeEach(() => {
    world = new RoadsWorld(database.db);
  });

  afterEach(() => world.end());

  const lengths = async () =>
    (await world.gaps()).map(({ beganAt, endedAt }) => ((endedAt?.getTime() ?? Number.NaN) - beganAt.getTime()) / 1000);

  /** Two processes on a road on which each may have a connection, which both have had for a while. */
  const twoThatHear = async () => {
    const [first, second] = [new FakeConnection(false), new FakeConnection(false)];
    const [a, b] = [await world.opened(first), await world.opened(second)];
    await world.live(20, [a, b], [first, second]);
    return { first, second, a, b };
  };

  const vitals = () => new Vitals({ db: database.db, clock: world.clock, park: () => PARK, heard: ["wecom"] });

  it("is told to the office when it begins, and to office and groups of that platform with the minutes when it is over", async () => {
    const connection = new FakeConnection();
    const keeper = await world.opened(connection);
    await world.live(30, [keeper], [connection]);
    await world.becomes(connection, LOST);
    await world.live(110, [keeper]);
    const [down] = await world.told();
    expect(down).toMatchObject({ kind: "road", facts: { what: "down", state: "lost", reason: LOST.reason } });
    expect(await vitals().checks.connections()).toEqual({ ok: false, reason: "wecom: lost (the other side closed)" });
    await world.becomes(connection, OPEN);
    const heads = await world.heads();
    expect(heads.slice(1).sort()).toEqual(["gap: duban", "gap: qiye", "road back: person dingtalk"]);
    expect(await lengths()).toEqual([110]);
    expect(await vitals().checks.connections()).toEqual({ ok: true });
  });

  it.each(["refused", "displaced"] as const)("is told at once of a connection that is %s, and once", async (state) => {
    const connection = new FakeConnection();
    const keeper = await world.opened(connection);
    await world.becomes(connection, { kind: state, reason: "853000" });
    await world.live(50, [keeper]);
    expect(await world.told()).toMatchObject([{ kind: "road", facts: { what: "down", state, reason: "853000" } }]);
  });

  it("is noticed of a connection that stays open and proves nothing, and is over when that one answers again", async () => {
    const connection = new FakeConnection();
    const keeper = await world.opened(connection);
    await world.live(120, [keeper]);
    expect(await world.told()).toMatchObject([{ facts: { what: "down", state: "lost" } }]);
    await world.live(30, [keeper], [connection]);
    expect(await world.heads()).toContain("road back: person dingtalk");
    expect((await world.gaps()).filter(({ endedAt }) => endedAt === null)).toEqual([]);
  });

  variant(
    "is told of short ones together, within five minutes, and of no group, at once again only when an hour was quiet",
    async () => {
      const connection = new FakeConnection();
      const keeper = await world.opened(connection);
      const cuts = async (count: number) => {
        for (let index = 0; index < count; index++) {
          await world.live(20, [keeper], [connection]);
          await world.becomes(connection, LOST);
          world.pass(4);
          await world.becomes(connection, OPEN);
        }
      };
      await cuts(3);
      expect(await world.told()).toEqual([]);
      await world.live(240, [keeper], [connection]);
      const short = { what: "short", count: 3, totalMs: 12_000, longestMs: 4_000 };
      expect(await world.told()).toMatchObject([{ kind: "road", facts: short }]);
      await cuts(1);
      await world.live(270, [keeper], [connection]);
      expect(await world.told()).toHaveLength(2);
      await cuts(1);
      await world.live(270, [keeper], [connection]);
      // It goes on, so the pause has grown.
      expect(await world.told()).toHaveLength(2);
    },
  );

  it("is told to nobody when all of them together are less than a second: a connection that is replaced is one", async () => {
    const connection = new FakeConnection(false);
    const keeper = await world.opened(connection);
    for (let index = 0; index < 3; index++) {
      await world.live(20, [keeper], [connection]);
      await world.becomes(connection, LOST);
      world.pass(0.2);
      await world.becomes(connection, OPEN);
    }
    await world.live(270, [keeper], [connection]);
    expect([await lengths(), await world.told()]).toEqual([[0.2, 0.2, 0.2], []]);
    expect((await world.gaps()).filter(({ postedAt }) => postedAt === null)).toEqual([]);
  });

  it("is written when the database comes back, if it was away when the connection opened again", async () => {
    const connection = new FakeConnection();
    let away = false;
    const db = new Proxy(database.db, {
      get: (target, name) => {
        if (away && (name === "transaction" || name === "update")) return () => Promise.reject(new Error("away"));
        return Reflect.get(target, name);
      },
    });
    const keeper = await world.opened(connection, { db });
    await world.live(30, [keeper], [connection]);
    await world.becomes(connection, LOST);
    world.pass(5);
    away = true;
    await world.becomes(connection, OPEN);
    expect(await world.gaps()).toEqual([]);
    away = false;
    await world.live(20, [keeper], [connection]);
    expect(await lengths()).toEqual([5]);
  });

  variant(
    "is what came between two processes, told once, whether they hear by a connection or by callbacks",
    async () => {
      for (const connection of [new FakeConnection(), null]) {
        const start = async () => {
          if (connection !== null) return world.opened(connection);
          const keeper = world.process(null);
          await keeper.round();
          return keeper;
        };
        const first = await start();
        await world.live(30, [first], connection === null ? [] : [connection]);
        await first.close();
        world.pass(5);
        const second = await start();
        expect(await world.gaps()).toEqual([]);
        await world.live(30, [second], connection === null ? [] : [connection]);
        await second.close();
        world.pass(600);
        const [third, fourth] = [await start(), world.process(new FakeConnection())];
        await world.live(40, [third, fourth], connection === null ? [] : [connection]);
        expect(await lengths()).toEqual([600]);
        expect((await world.heads()).filter((one) => one === "road back: person dingtalk")).toHaveLength(1);
        await world.end();
      }
    },
  );

  it("is what a process that hears by callbacks slept, or in which its database was away, unless another one was awake", async () => {
    const [sleeper, other] = [world.process(null), world.process(null)];
    await sleeper.round();
    world.pass(700);
    await sleeper.round();
    expect(await lengths()).toEqual([700]);
    await other.round();
    for (let minute = 0; minute < 10; minute++) {
      world.pass(60);
      await other.round();
    }
    await sleeper.round();
    expect(await lengths()).toEqual([700]);
  });

  it("counts for a process that stood still from before that, whatever its connection reads when it wakes up", async () => {
    const connection = new FakeConnection();
    const keeper = await world.opened(connection);
    await world.live(30, [keeper], [connection]);
    world.pass(600);
    // Buffered since then.
    connection.last.aliveAt = world.clock.now();
    await keeper.round();
    await keeper.round();
    await world.becomes(connection, OPEN);
    expect([connection.opened.length, await lengths()]).toEqual([2, [600]]);
  });

  it("begins where the road was last heard by any process, also for one that has it back", async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const [a, b] = [await world.opened(first), world.process(second)];
    await world.becomes(first, LOST);
    await world.live(140, [a, b]);
    await world.becomes(second, OPEN);
    await world.live(30, [b], [second]);
    // It is killed, and the other has the road again, which says nothing for a while.
    await world.live(60, [a]);
    await world.becomes(first, OPEN);
    await world.live(10, [a], [first]);
    expect((await lengths()).at(-1)).toBe(60);
  });

  it("is nothing when the sandbox clock is moved by days, while a connection is open or between two processes", async () => {
    const connection = new FakeConnection();
    const [keeper, standby] = [await world.opened(connection), world.process(new FakeConnection())];
    await world.say(60, on("11-17 09:00"), true);
    await world.live(30, [keeper, standby], [connection]);
    world.clock.offset += 3 * 86_400_000;
    await world.live(120, [standby, keeper], [connection]);
    expect(await vitals().checks.connections()).toEqual({ ok: true });
    expect([keeper.sendsOn("wecom"), standby.sendsOn("wecom")]).toEqual([true, false]);
    await keeper.close();
    world.clock.offset += 3 * 86_400_000;
    await world.live(20, [standby]);
    expect([await world.gaps(), await world.told()]).toEqual([[], []]);
  });

  it("is nothing on a road that was never open: the office hears of it, no group does", async () => {
    const connection = new FakeConnection();
    const keeper = world.process(connection);
    await world.live(140, [keeper]);
    expect(await world.heads()).toEqual(["road down: person dingtalk"]);
    await world.becomes(connection, OPEN);
    expect((await world.heads()).slice(1)).toEqual(["road back: person dingtalk"]);
  });

  it("is nothing while one of several connections is open, and one that is refused alarms nobody", async () => {
    const [first, second] = [new FakeConnection(false), new FakeConnection(false)];
    const [a, b] = [await world.opened(first), await world.opened(second)];
    expect(await world.gaps()).toEqual([]);
    await world.becomes(second, { kind: "refused", reason: "not from this address" });
    await world.live(120, [a, b], [first]);
    await world.becomes(second, OPEN);
    expect([await world.gaps(), await world.told()]).toEqual([[], []]);
    await world.becomes(second, LOST);
    await a.close();
    await world.live(230, [b]);
    expect(await world.heads()).toEqual(["road down: person dingtalk"]);
  });

  it("is the time in which none of several connections was open, however short, noted by who is first open again", async () => {
    const { first, second, a, b } = await twoThatHear();
    await world.becomes(first, LOST);
    world.pass(2);
    await world.becomes(second, LOST);
    expect(await lengths()).toEqual([]);
    world.pass(3);
    await world.becomes(second, OPEN);
    expect(await lengths()).toEqual([5]);
    world.pass(1);
    await world.becomes(first, OPEN);
    await world.live(20, [a, b], [first, second]);
    // Each was away, one after the other.
    await world.becomes(first, LOST);
    world.pass(2);
    await world.becomes(first, OPEN);
    await world.live(10, [a, b], [first, second]);
    await world.becomes(second, LOST);
    world.pass(2);
    await world.becomes(second, OPEN);
    expect(await lengths()).toEqual([5]);
  });

  it("is noted by who had his connection back later, when the loss of the others was not known in time", async () => {
    const { first, second, b } = await twoThatHear();
    await world.becomes(first, LOST);
    world.pass(2);
    // The other one still counts as open.
    await world.becomes(first, OPEN);
    expect(await lengths()).toEqual([]);
    second.last.hooks.changed(LOST);
    second.last.hooks.changed(OPEN);
    await b.round();
    expect(await lengths()).toEqual([2]);
  });

  it("is noted though who was open then was lost and back again before the other one said a word", async () => {
    const { first, second, a, b } = await twoThatHear();
    await world.becomes(first, LOST);
    second.last.hooks.changed(LOST);
    world.pass(2);
    first.last.hooks.changed(OPEN);
    world.pass(1);
    await world.becomes(first, LOST);
    world.pass(1);
    await world.becomes(first, OPEN);
    second.last.hooks.changed(OPEN);
    await b.round();
    await world.live(10, [a, b], [first, second]);
    expect(await lengths()).toEqual([2, 2]);
  });

  it("is also what came after a process was killed that still counted as open when the other one was cut", async () => {
    const { first, a, b } = await twoThatHear();
    world.keepers.splice(world.keepers.indexOf(b), 1);
    world.pass(1);
    await world.becomes(first, LOST);
    world.pass(2);
    await world.becomes(first, OPEN);
    expect(await lengths()).toEqual([]);
    await world.live(20, [a], [first]);
    expect(await lengths()).toEqual([3]);
    b.close().catch(() => {});
  });

  it("is short on a road with one process that may have several, too, and one that leaves is not counted on", async () => {
    const [first, second] = [new FakeConnection(false), new FakeConnection(false)];
    const a = await world.opened(first);
    await world.live(20, [a], [first]);
    await world.becomes(first, LOST);
    world.pass(2);
    await world.becomes(first, OPEN);
    expect(await lengths()).toEqual([2]);
    const b = await world.opened(second);
    await world.live(20, [a, b], [first, second]);
    await b.close();
    await world.becomes(first, LOST);
    world.pass(3);
    await world.becomes(first, OPEN);
    expect(await lengths()).toEqual([2, 3]);
  });

  it("is noted, ended and told once, though two processes come to it at the same moment", async () => {
    const connection = new FakeConnection();
    await world.opened(connection);
    const ctx = { db: database.db, now: world.clock.now(), park: PARK, offset: world.clock.offset };
    const gap = { platform: "wecom", kind: "connection", cause: "cut", beganAt: on("11-18 09:00") } as const;
    const facts = { what: "down", platform: "wecom", state: "lost", reason: null, since: "" } as const;
    const noted = await Promise.all([1, 2, 3].map(() => noticeGap(ctx, gap, { facts })));
    expect(noted.filter((one) => one)).toHaveLength(1);
    const over = { ...gap, endedAt: ctx.now, posts: true, beganAt: null };
    await Promise.all([1, 2].map(() => underLock(ctx, "wecom", (inside) => closeGap(inside, over))));
    await underLock(ctx, "wecom", (inside) => closeGap(inside, { ...over, beganAt: on("11-18 09:30") }));
    const untold = (await world.gaps()).filter(({ postedAt }) => postedAt === null);
    await Promise.all([1, 2].map(() => tellOfGaps(ctx, untold, () => true)));
    const heads = await world.heads();
    expect(heads.filter((one) => one.startsWith("road"))).toEqual([
      "road down: person dingtalk",
      "road back: person dingtalk",
      "road back: person dingtalk",
    ]);
  });

  it("of a bad night is one message for each group in the morning", async () => {
    world.setTo("11-18 23:50");
    const connection = new FakeConnection();
    const keeper = await world.opened(connection, { times: { running: () => world.running, leaseMs: 900_000 } });
    for (let cut = 0; cut < 3; cut++) {
      await world.becomes(connection, LOST);
      world.pass(700);
      await world.becomes(connection, OPEN);
      await keeper.round();
    }
    const posts = (await world.told()).filter((one) => one.kind === "gap");
    expect(posts).toMatchObject([{ to: "qiye" }, { to: "duban" }]);
    expect(posts.map((one) => ("spans" in one && Array.isArray(one.spans) ? one.spans.length : 0))).toEqual([3, 3]);
  });

  it("is said where the dead road is not needed", async () => {
    const chats = ORG.chats.map((one) => ({
      ...one,
      webhook: one.code === "duban" ? "https://example.com/hook" : undefined,
    }));
    const people = ORG.people.map(({ dingtalk: _none, ...one }) => one);
    for (const [park, places] of [
      [PARK, ["person dingtalk"]],
      [parkOf({ people, chats }), ["person wecom", "duban"]],
      [parkOf({ people }), ["person wecom"]],
      [parkOf({ people, chats: [] }), ["person wecom"]],
    ] as const) {
      world.park = park;
      const connection = new FakeConnection();
      const keeper = await world.opened(connection);
      await world.becomes(connection, { kind: "refused", reason: "853000" });
      await world.live(20, [keeper]);
      expect(await world.heads()).toEqual(places.map((one) => `road down: ${one}`));
      await world.end();
    }
  });
});
