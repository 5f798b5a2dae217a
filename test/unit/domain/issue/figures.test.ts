import { describe, expect, it } from "vitest";
import { advance, countOf, type FigureEvent, type Tally } from "../../../../src/domain/issue/figures.ts";

function tallyOf(...events: FigureEvent[]): Tally {
  const tally = events.reduce<Tally | undefined>(advance, undefined);
  if (tally === undefined) throw new Error("an issue has at least one event");
  return tally;
}

const FILED: FigureEvent = { action: "submit", toState: "dispatched" };
const SIGNED: FigureEvent = { action: "sign", toState: "in_progress" };
const MEASURE: FigureEvent = { action: "measure", toState: "in_progress" };
const ANSWERED: FigureEvent = { action: "answer", toState: "answered" };
const SOLVED: FigureEvent = { action: "solved", toState: "closed" };

describe("an issue's tally", () => {
  it("follows its events", () => {
    const filed = { state: "dispatched", outcome: null, measured: false, rating: null, returned: false };
    expect(tallyOf(FILED)).toEqual(filed);
    const back: FigureEvent = { action: "approve", toState: "submitted", request: "return" };
    expect(tallyOf(FILED, back, { action: "dispatch", toState: "dispatched" })).toEqual({ ...filed, returned: true });
    expect(tallyOf(FILED, { ...back, request: "extend" }, { ...back, action: "refuse" }).returned).toBe(false);
    expect(tallyOf(FILED, SIGNED, MEASURE, ANSWERED, SOLVED)).toEqual({
      state: "closed",
      outcome: "solved",
      measured: true,
      rating: null,
      returned: false,
    });
  });

  it.each([
    ["solved", "solved"],
    ["accept", "explained"],
    ["lapse", "unconfirmed"],
  ])("closed by %s is %s", (action, outcome) => {
    expect(tallyOf(FILED, { action, toState: "closed" }).outcome).toBe(outcome);
  });

  it("keeps outcome and measure through a rating, and loses the outcome when it is reopened", () => {
    const rated = [FILED, MEASURE, SOLVED, { action: "rate", toState: "closed", rating: 4 } as const];
    expect(tallyOf(...rated)).toMatchObject({ outcome: "solved", measured: true, rating: 4 });
    expect(tallyOf(...rated, { action: "reopen", toState: "in_progress" })).toMatchObject({
      outcome: null,
      measured: true,
      rating: 4,
    });
  });
});

describe("the four counts", () => {
  it("leave out void issues, and count as solved only what the company called solved", () => {
    const tallies = [
      tallyOf(FILED),
      tallyOf(FILED, MEASURE),
      tallyOf(FILED, MEASURE, SOLVED),
      tallyOf(FILED, { action: "accept", toState: "closed" }),
      tallyOf(FILED, { action: "lapse", toState: "closed" }),
      tallyOf(FILED, MEASURE, { action: "withdraw", toState: "withdrawn" }),
      tallyOf({ action: "submit", toState: "submitted" }, { action: "reject", toState: "rejected" }),
    ];
    expect(countOf(tallies)).toEqual({ collected: 5, measured: 2, solved: 1, open: 4 });
    expect(countOf([])).toEqual({ collected: 0, measured: 0, solved: 0, open: 0 });
  });
});
