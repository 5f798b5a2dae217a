import { describe, expect, it } from "vitest";
import { type Plannable, planned } from "../support/chaos/plan.ts";

const FAULTS: readonly Plannable[] = Array.from({ length: 40 }, (_, index) => ({
  name: `fault ${index}`,
  group: `group ${index % 6}`,
  ...(index % 8 === 0 && { part: 1 }),
}));
const HALF_AN_HOUR = { seed: 4, parts: 2, milliseconds: 900_000 };
const groupOf = (name: string) => FAULTS.find((one) => one.name === name)?.group;

describe("the plan of a chaos run", () => {
  it("is the same for the same seed, and another one for another", () => {
    expect(planned(FAULTS, HALF_AN_HOUR)).toEqual(planned(FAULTS, HALF_AN_HOUR));
    expect(planned(FAULTS, HALF_AN_HOUR)).not.toEqual(planned(FAULTS, { ...HALF_AN_HOUR, seed: 5 }));
  });

  it("has every fault in half an hour, one or several at a time, and never two of a kind at once", () => {
    const episodes = planned(FAULTS, HALF_AN_HOUR);
    expect(new Set(episodes.flatMap(({ faults }) => faults))).toEqual(new Set(FAULTS.map(({ name }) => name)));
    expect(new Set(episodes.map(({ faults }) => faults.length))).toEqual(new Set([1, 2, 3]));
    for (const { faults } of episodes) expect(new Set(faults.map(groupOf)).size).toBe(faults.length);
  });

  it("leaves a calm before, between and behind, within each part", () => {
    const episodes = planned(FAULTS, HALF_AN_HOUR);
    for (const part of [0, 1]) {
      const own = episodes.filter((one) => one.part === part);
      expect(own[0]?.at).toBeGreaterThan(0);
      expect(own.at(-1)?.to).toBeLessThan(HALF_AN_HOUR.milliseconds);
      for (const [index, one] of own.slice(1).entries()) expect(one.at).toBeGreaterThan(own[index]?.to ?? 0);
    }
  });

  it("keeps a fault of one part to that part", () => {
    const first = planned(FAULTS, HALF_AN_HOUR).filter(({ part }) => part === 0);
    const ofSecond = FAULTS.filter(({ part }) => part === 1).map(({ name }) => name);
    expect(first.flatMap(({ faults }) => faults).filter((name) => ofSecond.includes(name))).toEqual([]);
  });
});
