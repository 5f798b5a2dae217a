import { describe, expect, it } from "vitest";
import { createAccessToken, type FetchedToken } from "../../../src/platforms/access-token.ts";

function setup(answers: (count: number) => FetchedToken | Promise<FetchedToken>) {
  const state = { now: Date.parse("2026-11-23T08:00:00Z"), asked: 0 };
  const token = createAccessToken({
    clock: { now: () => new Date(state.now) },
    fetch: async () => {
      state.asked += 1;
      return answers(state.asked);
    },
  });
  return { state, token };
}

const good = (count: number): FetchedToken => ({ kind: "token", token: `T${count}`, expiresInSeconds: 7200 });
const bad: FetchedToken = { kind: "failed", delivery: { state: "later", reason: "busy" } };

describe("an access token", () => {
  it("is kept until five minutes before its end, by the clock", async () => {
    const { state, token } = setup(good);
    expect(await token.get()).toEqual({ kind: "token", token: "T1" });
    state.now += 7200_000 - 300_000 - 1;
    expect(await token.get()).toEqual({ kind: "token", token: "T1" });
    state.now += 1;
    expect(await token.get()).toEqual({ kind: "token", token: "T2" });
  });

  it("with a life shorter than ten minutes is kept for half of it", async () => {
    const { state, token } = setup((count) => ({ kind: "token", token: `T${count}`, expiresInSeconds: 60 }));
    await token.get();
    state.now += 29_999;
    expect(await token.get()).toEqual({ kind: "token", token: "T1" });
    state.now += 1;
    expect(await token.get()).toEqual({ kind: "token", token: "T2" });
  });

  it("is asked for once by callers at the same time", async () => {
    const { state, token } = setup(good);
    const results = await Promise.all(Array.from({ length: 20 }, () => token.get()));
    expect(state.asked).toBe(1);
    expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it("that was refused is dropped, unless another one has taken its place", async () => {
    const { state, token } = setup(good);
    await token.get();
    token.invalidate("T1");
    expect(await token.get()).toEqual({ kind: "token", token: "T2" });
    token.invalidate("T1");
    expect(await token.get()).toEqual({ kind: "token", token: "T2" });
    expect(state.asked).toBe(2);
  });

  it("that could not be got is asked for again after a short pause and not before", async () => {
    const { state, token } = setup((count) => (count === 1 ? bad : good(count)));
    expect(await token.get()).toEqual(bad);
    expect(await token.get()).toEqual(bad);
    expect(state.asked).toBe(1);
    state.now += 5_000;
    expect(await token.get()).toEqual({ kind: "token", token: "T2" });
  });

  it("whose fetch throws is a failure to try later, and does not stay stuck", async () => {
    const { state, token } = setup((count) => (count === 1 ? Promise.reject(new Error("no route")) : good(count)));
    expect(await token.get()).toEqual({
      kind: "failed",
      delivery: { state: "later", reason: "no access token: no route" },
    });
    state.now += 5_000;
    expect(await token.get()).toMatchObject({ kind: "token" });
  });
});
