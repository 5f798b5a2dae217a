import { describe, expect, it } from "vitest";
import { quietUntil } from "../../../src/issues/tell.ts";
import { on, PARK, parkOf } from "../../support/domain.ts";

describe("an announcement", () => {
  it.each([
    ["in working hours", "11-18 10:00", "11-18 10:00"],
    ["at the opening", "11-18 08:30", "11-18 08:30"],
    ["over lunch", "11-18 12:30", "11-18 12:30"],
    ["at the beginning of lunch", "11-18 12:00", "11-18 12:00"],
    ["before work", "11-18 08:29", "11-18 08:30"],
    ["soon after midnight", "11-18 00:00", "11-18 08:30"],
    ["at the end of work", "11-18 17:30", "11-19 08:30"],
    ["in the evening", "11-18 22:00", "11-19 08:30"],
    ["on Friday evening", "11-20 18:00", "11-23 08:30"],
    ["on Saturday noon", "11-21 12:30", "11-23 08:30"],
    ["on a holiday", "2026-10-01 10:00", "2026-10-08 08:30"],
    ["on a make-up Saturday", "2026-10-10 10:00", "2026-10-10 10:00"],
  ])("%s (%s) goes at %s", (_when, now, at) => {
    expect(quietUntil(PARK.calendar, on(now))).toEqual(on(at));
  });

  it("follows the park's own hours", () => {
    const { calendar } = parkOf({ park: { name: "园区", timeZone: "Asia/Urumqi", workingHours: ["10:00-19:00"] } });
    expect(quietUntil(calendar, on("11-18 11:00"))).toEqual(new Date("2026-11-18T10:00:00+06:00"));
  });
});
