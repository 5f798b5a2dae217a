import { describe, expect, it } from "vitest";
import { expectedBetween, isDeaf, usualOf } from "../../../src/features/roads/usual.ts";
import { on, PARK } from "../../support/domain.ts";

const { calendar } = PARK;
const HOUR = 3_600_000;
const NOW = on("11-18 10:00");

/** So many messages from nine to ten on each of these days. */
function hoursOf(days: readonly string[], count: number) {
  return days.map((day) => ({ hour: on(`${day} 09:00`).getTime() / HOUR, count }));
}

const WEEK = ["11-11", "11-12", "11-13", "11-16", "11-17"];

describe("what is usual", () => {
  it("is the mean of each hour of the working days before today", () => {
    const usual = usualOf(calendar, [...hoursOf(WEEK, 12), ...hoursOf(["11-14", "11-18"], 1000)], NOW);
    expect([...(usual?.byHour ?? [])]).toEqual([[9, 12]]);
  });

  it("is not known from few days or few messages", () => {
    expect(usualOf(calendar, hoursOf(WEEK.slice(1), 1000), NOW)).toBeNull();
    expect(usualOf(calendar, hoursOf(WEEK, 9), NOW)).toBeNull();
  });

  it("is expected by the part of each hour, and never on a day off", () => {
    const usual = usualOf(calendar, hoursOf(WEEK, 12), NOW) ?? { byHour: new Map(), total: 0 };
    expect(expectedBetween(calendar, usual, on("11-18 09:30"), on("11-18 13:00"))).toBe(6);
    expect(expectedBetween(calendar, usual, on("11-17 08:00"), on("11-18 09:15"))).toBe(15);
    expect(expectedBetween(calendar, usual, on("11-14 00:00"), on("11-16 00:00"))).toBe(0);
    expect(expectedBetween(calendar, usual, on("11-18 10:00"), on("11-18 09:00"))).toBe(0);
  });
});

describe("silence", () => {
  it.each([
    ["much would have come", { expected: 10, others: 0, share: null }, true],
    ["little would have come", { expected: 9, others: 0, share: 0.9 }, false],
    ["the other kind goes on where most is of this one", { expected: 1, others: 5, share: 0.9 }, true],
    ["the other kind goes on where both are usual", { expected: 1, others: 9, share: 0.5 }, false],
    ["the other kind goes on for long", { expected: 1, others: 12, share: 0.5 }, true],
    ["of the other kind there are too few to say", { expected: 1, others: 4, share: 0.99 }, false],
    ["nothing is known", { expected: 0, others: 500, share: null }, false],
  ])("is judged where %s", (_what, silence, deaf) => {
    expect(isDeaf(silence)).toBe(deaf);
  });
});
