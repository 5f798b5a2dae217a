import { describe, expect, it } from "vitest";
import { Pool } from "../../../src/outbox/pool.ts";
import type { StoredNotice } from "../../../src/store/notices.ts";

const notice = (id: number) => ({ id }) as StoredNotice;

/** A promise, and what resolves it. */
function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Whether a promise is still open when everything else that can go on has. */
async function isOpen(job: Promise<unknown>): Promise<boolean> {
  const turn = new Promise((resolve) => setTimeout(() => resolve("open"), 5));
  return (await Promise.race([job, turn])) === "open";
}

describe("a pool that is stopped", () => {
  it("waits for what is on its way, also when a claim had failed meanwhile", async () => {
    const arrival = later<void>();
    let claims = 0;
    const pool = new Pool({
      claim: async () => {
        claims += 1;
        if (claims === 1) return [notice(1)];
        throw new Error("the database has gone");
      },
      carry: () => arrival.promise,
    });
    const drained = pool.drain();
    await Promise.all([pool.look(), drained].map((one) => one.catch(() => {})));
    const stopped = pool.stop();
    expect(await isOpen(stopped)).toBe(true);
    arrival.resolve();
    expect(await isOpen(stopped)).toBe(false);
  });

  it("begins nothing of what it is handed afterwards, and has ended only then", async () => {
    const claimed = later<StoredNotice[]>();
    const carried: number[] = [];
    const pool = new Pool({
      claim: () => claimed.promise,
      carry: async ({ id }) => void carried.push(id),
    });
    const drained = pool.drain();
    const stopped = pool.stop();
    expect(await isOpen(stopped)).toBe(true);
    claimed.resolve([notice(1), notice(2)]);
    await Promise.all([drained, stopped]);
    expect(carried).toEqual([]);
  });
});
