import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { isBody } from "../../src/domain/notice/notice.ts";
import { LEASE_MS } from "../../src/outbox/pace.ts";
import { takeFromBudget } from "../../src/store/budgets.ts";
import { LONGEST_LEASE_MS } from "../../src/store/notice-lease.ts";
import {
  claimNotices,
  insertNotices,
  nextReady,
  notePart,
  type QueuedNotice,
  releaseAllNotices,
  releaseNotices,
  revive,
  settleNotice,
} from "../../src/store/notices.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { watchedSince, winSlot } from "../../src/store/slots.ts";
import { KINDS } from "../support/databases.ts";
import { newNotice } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const START = new Date("2026-11-16T01:00:00Z");
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

describe.each(KINDS)("the outbox on %s", (kind) => {
  const database = useStore(kind);

  let lanes = 0;
  const freshLane = () => `lane-${++lanes}`;

  /** Queues messages and returns how to claim what can go, by their texts. */
  async function queued(...notices: QueuedNotice[]): Promise<void> {
    await insertNotices(database.db, notices);
  }
  const told = (lane: string, text: string, patch: Partial<QueuedNotice> = {}) =>
    newNotice(lane, { body: { kind: "reply", card: text }, ...patch });
  async function claim(owner: string, seconds: number, limit = 100) {
    const claimed = await claimNotices(database.db, {
      owner,
      platform: "wecom",
      now: later(seconds),
      leaseMs: LEASE_MS,
      limit,
    });
    return claimed.map((one) => ({ id: one.id, text: isBody(one.body, "reply") ? one.body.card : one.body.kind }));
  }
  const sent = { state: "sent", settledAt: START } as const;
  /** As if so many seconds had really passed. */
  async function pass(seconds: number): Promise<void> {
    await database.db.execute(sql`update notices set lease_until = lease_until - ${seconds} * interval '1 second'`);
  }
  /** Claims and sends until nothing is left; what went, in order. */
  async function drain(seconds: number): Promise<unknown[]> {
    const texts: unknown[] = [];
    for (;;) {
      const claimed = await claim("drain", seconds);
      if (claimed.length === 0) return texts;
      for (const { id, text } of claimed) {
        texts.push(text);
        await settleNotice(database.db, id, "drain", sent);
      }
    }
  }

  it("gives a lane's messages one at a time and in their order, and lanes side by side", async () => {
    const [one, other] = [freshLane(), freshLane()];
    await queued(told(one, "a1"), told(other, "b1"), told(one, "a2"), told(one, "a3"));
    const first = await claim("me", 1);
    expect(first.map(({ text }) => text)).toEqual(["a1", "b1"]);
    expect(await claim("me", 2)).toEqual([]);
    for (const { id } of first) expect(await settleNotice(database.db, id, "me", sent)).toBe(true);
    expect(await drain(3)).toEqual(["a2", "a3"]);
  });

  it("lets an express message pass those that wait, and nothing pass an express one", async () => {
    const lane = freshLane();
    await queued(
      told(lane, "slow 1"),
      told(lane, "slow 2"),
      told(lane, "express 1", { express: true }),
      told(lane, "slow 3"),
      told(lane, "express 2", { express: true }),
    );
    expect(await drain(1)).toEqual(["express 1", "express 2", "slow 1", "slow 2", "slow 3"]);
  });

  it("holds a lane behind a message whose next try is later, and behind an express one above all", async () => {
    const lane = freshLane();
    await queued(told(lane, "first"), told(lane, "second"));
    const [first] = await claim("me", 1);
    await settleNotice(database.db, first?.id ?? 0, "me", { readyAt: later(300), attempts: 1 });
    expect(await claim("me", 2)).toEqual([]);
    await queued(told(lane, "express", { express: true, readyAt: later(100) }));
    expect(await claim("me", 50)).toEqual([]);
    expect(await drain(100)).toEqual(["express"]);
    expect(await drain(300)).toEqual(["first", "second"]);
  });

  it("never gives a message to two of ten carriers that ask at once", async () => {
    const names = Array.from({ length: 30 }, freshLane);
    await queued(...names.map((lane) => told(lane, lane)));
    const claims = await Promise.all(Array.from({ length: 10 }, (_, index) => claim(`carrier ${index}`, 1, 5)));
    const texts = claims.flat().map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(Math.max(...claims.map((one) => one.length))).toBeLessThanOrEqual(5);
    const rest = await claim("last", 1);
    expect(new Set([...texts, ...rest.map(({ text }) => text)])).toEqual(new Set(names));
    await Promise.all(Array.from({ length: 10 }, (_, index) => releaseNotices(database.db, `carrier ${index}`)));
    await releaseNotices(database.db, "last");
    await drain(2);
  });

  it("lets a lease that has ended be taken over; the former carrier then settles and notes nothing", async () => {
    const lane = freshLane();
    await queued(told(lane, "held"), told(lane, "next"));
    const [held] = await claim("dead", 1);
    const id = held?.id ?? 0;
    await pass(LEASE_MS / 1000 - 5);
    expect(await claim("heir", 2)).toEqual([]);
    expect(await nextReady(database.db, later(-9))).toEqual(START);
    await pass(6);
    expect(await claim("heir", 3)).toEqual([held]);
    await notePart(database.db, id, "dead", { partsSent: 3, leaseMs: 2 * LEASE_MS });
    expect(await settleNotice(database.db, id, "dead", { ...sent, lastError: "late" })).toBe(false);
    await pass(LEASE_MS / 1000 + 1);
    expect(await claim("third", 4)).toEqual([held]);
    expect(await settleNotice(database.db, id, "third", { readyAt: later(61) })).toBe(true);
    expect(await nextReady(database.db, later(4))).toEqual(later(61));
    const claims = { owner: "heir", platform: "wecom", leaseMs: LEASE_MS, limit: 1 } as const;
    const [again] = await claimNotices(database.db, { ...claims, now: later(62) });
    expect(again).toMatchObject({ id, partsSent: 0, lastError: null, state: "waiting" });
    await releaseNotices(database.db, "heir");
    expect(await drain(63)).toEqual(["held", "next"]);
  });

  it("keeps what a process is sending from others whose clocks are days away from its own", async () => {
    const lane = freshLane();
    await queued(told(lane, "on its way"));
    const [mine] = await claim("me", 1);
    for (const seconds of [0, 3 * 86_400, 30 * 86_400]) expect(await claim("other", seconds)).toEqual([]);
    await settleNotice(database.db, mine?.id ?? 0, "me", sent);
  });

  it("takes a lease for ended that is longer than any, from before the database's clock was set back", async () => {
    const lane = freshLane();
    await queued(told(lane, "left"));
    const [left] = await claim("dead", 1);
    await pass(-LONGEST_LEASE_MS / 1000);
    expect(await claim("heir", 2)).toEqual([left]);
    expect(await drain(3)).toEqual([]);
    await settleNotice(database.db, left?.id ?? 0, "heir", sent);
  });

  it("claims among ten thousand that wait, half of them in one lane, as quickly as among a few", async () => {
    const { db } = database;
    const at = START.toISOString();
    await db.execute(sql`
      insert into notices (lane, platform, target, audience, body, mention, express, state, created_at, ready_at, attempts, parts_sent)
      select case when i % 2 = 0 then 'crowd' else 'crowd ' || (i % 200) end, 'wecom', '{}', '{}', '{"kind":"reply"}', '[]',
        false, 'waiting', ${at}::timestamptz, ${at}::timestamptz, 0, 0 from generate_series(1, 10000) i`);
    await db.execute(sql`analyze notices`);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const started = performance.now();
      expect(await claim("crowd", 1, 20)).toHaveLength(20);
      times.push(performance.now() - started);
    }
    expect([...times].sort((a, b) => a - b)[2]).toBeLessThan(500);
    await db.execute(sql`delete from notices where lane like 'crowd%'`);
  });

  it("gives everything back at a graceful stop, at once", async () => {
    const lane = freshLane();
    await queued(told(lane, "given back"));
    await claim("stopping", 1);
    expect(await claim("other", 2)).toEqual([]);
    await releaseNotices(database.db, "stopping");
    expect(await drain(3)).toEqual(["given back"]);
  });

  it("lasts as long as parts of a long message go out, each time from anew", async () => {
    const lane = freshLane();
    await queued(told(lane, "long"));
    const [long] = await claim("me", 1);
    await pass(LEASE_MS / 1000 - 5);
    await notePart(database.db, long?.id ?? 0, "me", { partsSent: 1, leaseMs: LEASE_MS });
    await pass(LEASE_MS / 1000 - 5);
    expect(await claim("other", 2)).toEqual([]);
    await pass(6);
    expect(await claim("other", 2)).toEqual([long]);
    await releaseAllNotices(database.db);
    const claims = { owner: "me", platform: "wecom", leaseMs: LEASE_MS, limit: 1 } as const;
    const [again] = await claimNotices(database.db, { ...claims, now: later(3) });
    expect(again).toMatchObject({ id: long?.id, partsSent: 1 });
    expect(await settleNotice(database.db, long?.id ?? 0, "me", sent)).toBe(true);
  });

  it("frees the lane of a dead message, and sends that one again when asked to, once", async () => {
    const lane = freshLane();
    await queued(told(lane, "bad"), told(lane, "good"));
    const [bad] = await claim("me", 1);
    const id = bad?.id ?? 0;
    await settleNotice(database.db, id, "me", { state: "dead", settledAt: later(1), attempts: 1, lastError: "93000" });
    expect(await drain(2)).toEqual(["good"]);
    expect(await listOutbox(database.db, "dead", 10)).toMatchObject([{ id, lastError: "93000" }]);
    expect(await revive(database.db, id, later(5))).toBe(true);
    expect(await revive(database.db, id, later(5))).toBe(false);
    expect(await drain(5)).toEqual(["bad"]);
  });

  it("grants a budget 18 tries in any 60 seconds, and the moment that it names is free", async () => {
    const { db } = database;
    const grants: number[] = [];
    let now = START;
    for (let tries = 0; tries < 60; tries++) {
      const free = await takeFromBudget(db, { key: "steady", perMinute: 18 }, now);
      if (free === null) grants.push(now.getTime());
      else {
        expect(free.getTime()).toBeGreaterThan(now.getTime());
        expect(await takeFromBudget(db, { key: "steady", perMinute: 18 }, new Date(free.getTime() - 2))).not.toBeNull();
        expect(await takeFromBudget(db, { key: "steady", perMinute: 18 }, free)).toBeNull();
        grants.push(free.getTime());
        now = free;
      }
      now = new Date(now.getTime() + 700);
    }
    expect(grants.length).toBeGreaterThan(40);
    const most = grants.map((at) => grants.filter((other) => other >= at && other < at + 60_000).length);
    expect(Math.max(...most)).toBe(18);
  });

  it("grants no more than 18 when forty ask at once, with clocks that differ a little", async () => {
    const { db } = database;
    const asked = Array.from({ length: 40 }, (_, index) => new Date(START.getTime() + ((index * 37) % 40)));
    const answers = await Promise.all(asked.map((now) => takeFromBudget(db, { key: "crowd", perMinute: 18 }, now)));
    expect(answers.filter((free) => free === null)).toHaveLength(18);
    expect(await takeFromBudget(db, { key: "another", perMinute: 18 }, START)).toBeNull();
  });

  it("grants a budget with an hour both: so many a minute, and so many in any hour", async () => {
    const { db } = database;
    const limits = { key: "hourly", perMinute: 4, perHour: 10 };
    const grants: number[] = [];
    for (let now = START; grants.length < 25; ) {
      const free = await takeFromBudget(db, limits, now);
      if (free === null) {
        grants.push(now.getTime());
        now = new Date(now.getTime() + 500);
        continue;
      }
      expect(await takeFromBudget(db, limits, new Date(free.getTime() - 2))).not.toBeNull();
      now = free;
    }
    const most = (milliseconds: number) =>
      Math.max(...grants.map((at) => grants.filter((other) => other >= at && other < at + milliseconds).length));
    expect([most(60_000), most(3_600_000)]).toEqual([4, 10]);
    // Nothing waits longer than it must.
    expect((grants[24] ?? 0) - START.getTime()).toBeLessThan(2 * 3_602_000 + 2 * 62_000);
  });

  it("grants no more than an hour's share when forty ask at once", async () => {
    const { db } = database;
    const limits = { key: "hourly crowd", perMinute: 100, perHour: 18 };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => takeFromBudget(db, limits, later(index))),
    );
    expect(answers.filter((free) => free === null)).toHaveLength(18);
  });

  it("is not held up by tries of a clock that was set back", async () => {
    const { db } = database;
    for (let tries = 0; tries < 18; tries++)
      await takeFromBudget(db, { key: "back", perMinute: 18 }, later(7 * 86_400));
    expect(await takeFromBudget(db, { key: "back", perMinute: 18 }, START)).toBeNull();
  });

  const QIYE = { kind: "enterprise-weekly", chat: "qiye" } as const;

  it("lets one of ten win a digest slot, and nobody afterwards", async () => {
    const { db } = database;
    const win = () => winSlot(db, QIYE, START, later(1));
    const won = await Promise.all(Array.from({ length: 10 }, win));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await win()).toBe(false);
    expect(await winSlot(db, QIYE, later(1), later(1))).toBe(true);
    expect(await winSlot(db, { ...QIYE, chat: "qiye-dingtalk" }, START, later(1))).toBe(true);
  });

  it("watches a digest since its first sight", async () => {
    const { db } = database;
    const watched = { kind: "enterprise-weekly", chat: "watched" } as const;
    const since = async (now: Date) => (await watchedSince(db, [watched, QIYE], now))(watched);
    expect(await since(START)).toEqual(START);
    expect(await since(later(99))).toEqual(START);
    expect(await since(later(-5))).toEqual(later(-5));
    expect(await since(START)).toEqual(later(-5));
  });
});
