import { describe, expect, it } from "vitest";
import { pauseAfter, triedEnough } from "../../../src/delivery/plan.ts";
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

describe("a message that cannot be sent", () => {
  it("is tried for more than a day, the last time after it", () => {
    const made = on("11-18 09:00");
    expect(triedEnough(made, on("11-19 09:00"))).toBe(false);
    expect(triedEnough(made, on("11-19 10:59"))).toBe(false);
    expect(triedEnough(made, on("11-19 11:01"))).toBe(true);

    let at = made.getTime();
    let last = at;
    for (let failures = 1; !triedEnough(made, new Date(at)); failures++) {
      last = at;
      at += pauseAfter(failures);
    }
    expect(last - made.getTime()).toBeGreaterThanOrEqual(24 * HOUR);
  });
});
