import { describe, expect, it } from "vitest";
import { expectedBetween, fellSilent, isDeaf, type Usual, usualOf } from "../../../src/features/roads/usual.ts";
import { on, PARK } from "../../support/domain.ts";

const { calendar } = PARK;
const MINUTE = 60_000;
const NOW = on("11-18 10:00");
const EVER = Number.POSITIVE_INFINITY;

/** So many messages from nine to ten on each of these days, evenly. */
function heardOn(days: readonly string[], count: number): Date[] {
  return days.flatMap((day) => {
    const nine = on(`${day} 09:00`).getTime();
    return Array.from({ length: count }, (_, index) => new Date(nine + (index * 60 * MINUTE) / count));
  });
}

const DAYS = ["11-06", "11-09", "11-10", "11-11", "11-12", "11-13", "11-16", "11-17"];

function usualFrom(heard: readonly Date[]): Usual {
  const usual = usualOf(calendar, heard, NOW);
  if (usual === null) throw new Error("too little is known");
  return usual;
}

describe("what is usual", () => {
  it("is the mean of each hour of the working days before today", () => {
    const { byHour, turns } = usualFrom([...heardOn(DAYS, 12), ...heardOn(["11-14", "11-18"], 1000)]);
    expect([...byHour]).toEqual([[9, 12]]);
    expect(turns).toBe(8 * 6);
  });

  it("is not known from few days or few messages: a new park is asked nothing for two weeks", () => {
    expect(usualOf(calendar, heardOn(DAYS.slice(1), 1000), NOW)).toBeNull();
    expect(usualOf(calendar, heardOn(DAYS, 6), NOW)).toBeNull();
  });

  it("takes a theme day for hardly more than another day", () => {
    const { byHour } = usualFrom([...heardOn(DAYS.slice(1), 12), ...heardOn(["11-06"], 600)]);
    expect(byHour.get(9)).toBeCloseTo((7 * 12 + 18) / 8, 1);
  });

  it("is less on a weekday that is quiet", () => {
    const usual = usualFrom([
      ...heardOn(
        DAYS.filter((day) => day !== "11-06" && day !== "11-13"),
        12,
      ),
      ...heardOn(["11-06", "11-13"], 3),
    ]);
    const at = (day: string) => {
      const span = { from: on(`${day} 09:00`), to: on(`${day} 10:00`), before: EVER };
      return expectedBetween(calendar, usual, span);
    };
    expect(at("11-20")).toBeLessThan(at("11-19") / 3);
  });

  it("is expected by the part of each hour, never on a day off, and less on a quiet day", () => {
    const usual = usualFrom(heardOn(DAYS, 12));
    const expected = (from: string, to: string, before = EVER) =>
      expectedBetween(calendar, usual, { from: on(from), to: on(to), before });
    expect(expected("11-18 09:30", "11-18 13:00")).toBeCloseTo(6);
    expect(expected("11-17 08:00", "11-18 09:15")).toBeCloseTo(15);
    expect(expected("11-14 00:00", "11-16 00:00")).toBe(0);
    expect(expected("11-18 10:00", "11-18 09:00")).toBe(0);
    expect(expected("11-18 09:30", "11-18 13:00", 2)).toBeCloseTo((6 * (2 + 5)) / (12 + 5));
  });

  it("knows how long the park was silent before, but for a single time", () => {
    const even = usualFrom(heardOn(DAYS, 12)).longest;
    expect(even).toBeCloseTo(1);
    const once = heardOn(DAYS, 12).filter((at) => at < on("11-12 09:01") || at > on("11-12 09:40"));
    expect(usualFrom(once).longest).toBeLessThan(2);
  });
});

describe("silence", () => {
  const even = { longest: 2, turns: 90 };
  const bursty = { longest: 10, turns: 90 };
  it.each([
    ["much would have come", { usual: even, expected: 15, others: 0, otherTurns: 0 }, true],
    ["little would have come", { usual: even, expected: 14, others: 0, otherTurns: 10 }, false],
    ["it comes in bursts", { usual: bursty, expected: 24, others: 0, otherTurns: 10 }, false],
    ["it is longer than any before", { usual: bursty, expected: 25, others: 0, otherTurns: 10 }, true],
    ["the other kind goes on where most is of this one", { usual: even, expected: 1, others: 6, otherTurns: 10 }, true],
    ["the other kind goes on where both are usual", { usual: even, expected: 1, others: 9, otherTurns: 90 }, false],
    ["the other kind goes on for long", { usual: even, expected: 1, others: 17, otherTurns: 90 }, true],
    ["of the other kind there are too few to say", { usual: even, expected: 1, others: 4, otherTurns: 0 }, false],
  ])("is judged where %s", (_what, silence, deaf) => {
    expect(isDeaf(silence)).toBe(deaf);
  });
});

describe("groups that were lively", () => {
  it.each([
    ["fell silent while people write directly", { group: 12, direct: 1 }, 5, true],
    ["were hardly livelier than the direct chats", { group: 12, direct: 12 }, 5, false],
    ["were not lively", { group: 7, direct: 0 }, 20, false],
    ["are silent, and so are the direct chats", { group: 30, direct: 0 }, 4, false],
  ])("%s", (_what, before, direct, silent) => {
    expect(fellSilent(before, direct)).toBe(silent);
  });
});
