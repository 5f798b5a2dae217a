import { describe, expect, it } from "vitest";
import { deadLetterNotice } from "../../../src/features/delivery/dead-letters.ts";
import { ATTACHMENT_LEASE_MS, afterFailure, type Failure, LEASE_MS, pauseAfter } from "../../../src/outbox/pace.ts";
import { MOST_REQUESTS, MOST_REQUESTS_WITH_ATTACHMENT, REQUEST_MS } from "../../../src/platforms/platform.ts";
import { LONGEST_LEASE_MS } from "../../../src/store/notice-lease.ts";
import type { StoredNotice } from "../../../src/store/notices.ts";
import { on } from "../../support/domain.ts";

const HOUR = 3_600_000;

describe("the pause after a failure", () => {
  it("grows, begins with seconds, and stays at some hours", () => {
    const pauses = Array.from({ length: 20 }, (_, index) => pauseAfter(index + 1));
    for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThanOrEqual(pauses[index - 1] ?? 0);
    expect(pauses[0]).toBeLessThanOrEqual(10_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(3 * HOUR);
    expect(pauseAfter(0)).toBe(pauses[0]);
  });

  it("is the platform's when that is longer", () => {
    expect(pauseAfter(1, 60_000)).toBe(60_000);
    expect(pauseAfter(8, 60_000)).toBe(pauseAfter(8));
  });
});

function notice(patch: Partial<StoredNotice> = {}): StoredNotice {
  return {
    id: 7,
    lane: "chat:wecom:a",
    platform: "wecom",
    target: { kind: "chat", code: "a" },
    audience: { kind: "supervision" },
    body: { kind: "move", facts: { action: "sign", actor: "王建国", state: "in_progress" } },
    issueId: 1,
    mention: [],
    express: false,
    state: "waiting",
    createdAt: NOW,
    readyAt: NOW,
    attempts: 0,
    partsSent: 0,
    leaseUntil: null,
    leaseOwner: "me",
    settledAt: null,
    lastError: null,
    platformKey: null,
    retriedMs: 0,
    unsure: 0,
    toldAt: null,
    issueVersion: null,
    ...patch,
  };
}

const NOW = on("11-18 09:00");
const LATER: Failure = { state: "later", reason: "HTTP 500" };
const BARRED: Failure = { state: "barred", reason: "x", bar: "quota", code: "90020" };
const UNSURE: Failure = { state: "unsure", reason: "errcode 700123" };

/** Tries a message until it is dead or so many times; the moments of the tries, and what became of it. */
function tryAgain(failure: Failure, times = 200) {
  let one = notice();
  let now = NOW;
  const moments: number[] = [];
  for (let count = 0; count < times && one.state === "waiting"; count++) {
    moments.push((now.getTime() - NOW.getTime()) / HOUR);
    one = { ...one, ...afterFailure(one, failure, now) };
    now = one.readyAt;
  }
  return { one, moments };
}

describe("the time for one try", () => {
  it("is longer than all its requests when each is answered at the last moment", () => {
    expect(LEASE_MS).toBeGreaterThan(MOST_REQUESTS * REQUEST_MS);
    expect(ATTACHMENT_LEASE_MS).toBeGreaterThan(MOST_REQUESTS_WITH_ATTACHMENT * REQUEST_MS);
    expect(LONGEST_LEASE_MS).toBeGreaterThan(2 * ATTACHMENT_LEASE_MS);
  });
});

describe("a message that cannot be sent", () => {
  it.each<[string, Failure]>([
    ["tried later", LATER],
    ["of an unknown end", { state: "unknown", reason: "no answer" }],
    ["that cannot be made", { state: "unmade", reason: "program-fault" }],
  ])("%s is tried for more than a day, the last time after it", (_what, failure) => {
    const { one, moments } = tryAgain(failure);
    expect(one.state).toBe("dead");
    expect(moments.at(-1)).toBeGreaterThanOrEqual(24);
    expect(moments.at(-1)).toBeLessThan(30);
  });

  it("is dead at once when the platform refuses it for good, in some minutes when nobody knows the code", () => {
    expect(tryAgain({ state: "gave-up", reason: "93000" }).moments).toHaveLength(1);
    const { one, moments } = tryAgain(UNSURE);
    expect([one.state, one.attempts]).toEqual(["dead", 5]);
    expect((moments.at(-1) ?? 0) * 60).toBeGreaterThan(5);
    expect((moments.at(-1) ?? 0) * 60).toBeLessThan(10);
  });

  it("waits without end for its robot, looking every ten minutes or as rarely as the platform asks", () => {
    const { one, moments } = tryAgain(BARRED, 2000);
    expect(one).toMatchObject({ state: "waiting", retriedMs: 0 });
    expect(moments.at(-1)).toBeGreaterThan(300);
    const pauses = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(Math.max(...pauses) * 60).toBeCloseTo(10);
    expect(afterFailure(notice(), { ...BARRED, afterMs: HOUR }, NOW).readyAt).toEqual(on("11-18 10:00"));
  });

  it("whose codes become known, or whose robot is mended, has its whole day and its minutes again", () => {
    const doubted = notice({ unsure: 4, attempts: 4, retriedMs: 1000 });
    expect(afterFailure(doubted, LATER, NOW)).toMatchObject({ unsure: 0 });
    expect(afterFailure(doubted, UNSURE, NOW)).toMatchObject({ state: "dead" });
    expect(afterFailure(doubted, BARRED, NOW)).toMatchObject({ unsure: 0, retriedMs: 1000 });
  });

  it("leaves its lane when it is a reply, or cannot be made for the third time", () => {
    const reply = notice({ body: { kind: "reply", card: null } });
    const moved = { ...reply, ...afterFailure(reply, LATER, NOW) };
    expect(moved.lane).not.toBe(reply.lane);
    expect({ ...moved, ...afterFailure(moved, LATER, NOW) }.lane).toBe(moved.lane);
    expect(afterFailure(notice({ attempts: 9 }), LATER, NOW)).not.toHaveProperty("lane");
    const unmade: Failure = { state: "unmade", reason: "program-fault" };
    expect(afterFailure(notice({ attempts: 1 }), unmade, NOW)).not.toHaveProperty("lane");
    expect(afterFailure(notice({ attempts: 2 }), unmade, NOW)).toHaveProperty("lane");
  });

  it("and tells of others that were given up itself is not to be told of", () => {
    const telling = notice({ body: deadLetterNotice.of({ notice: 1, place: "a", reason: "b" }) });
    expect(afterFailure(telling, { state: "gave-up", reason: "x" }, NOW)).toMatchObject({ state: "dead", toldAt: NOW });
    expect(afterFailure(notice(), { state: "gave-up", reason: "x" }, NOW)).not.toHaveProperty("toldAt");
  });
});
