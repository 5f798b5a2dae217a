import { describe, expect, it } from "vitest";
import { checkCalendar } from "../../../../src/cli/examine/calendar.ts";
import type { Org } from "../../../../src/domain/park/org.ts";
import { on, parkOf } from "../../../support/domain.ts";

/** The built-in list ends with 2026. */
function verdicts(moment: string, parts: Partial<Org> = {}) {
  return checkCalendar(parkOf(parts), on(moment)).map(({ verdict, text }) => [verdict, text] as const);
}

describe("the holidays", () => {
  it("are fine while this year is known and no deadline reaches the next", () => {
    expect(verdicts("11-16 09:00")).toEqual([["ok", "holidays are known until the end of 2026"]]);
    expect(verdicts("11-30 23:59")).toHaveLength(1);
  });

  it("of the next year are missed from 1 December on, in the park's zone", () => {
    expect(verdicts("12-01 00:00")).toEqual([
      ["ok", "the holidays of 2026 are known"],
      ["note", expect.stringMatching(/no holiday list for 2027.*Update Chaxu.*holidays: \{ off: /)],
    ]);
  });

  it("of the next year are missed earlier when the longest limit reaches it", () => {
    const policy = { limits: {}, categories: { power: { answer: { complex: "40d" } } }, ladder: {} };
    expect(verdicts("11-16 09:00", { policy }).map(([verdict]) => verdict)).toEqual(["ok", "note"]);
    expect(verdicts("09-16 09:00", { policy }).map(([verdict]) => verdict)).toEqual(["ok"]);
  });

  it("may come from the org file", () => {
    const holidays = { off: ["2027-02-05"], on: [] };
    expect(verdicts("12-15 09:00", { holidays })).toEqual([["ok", "holidays are known until the end of 2027"]]);
  });

  it("are a failure when this year has none", () => {
    expect(verdicts("2031-03-03 09:00")).toEqual([["fail", expect.stringContaining("no holiday list for 2031")]]);
  });

  it("are not judged without the org file, which may have them", () => {
    expect(checkCalendar(null, on("2031-03-03 09:00"))).toMatchObject([{ verdict: "note" }]);
  });
});
