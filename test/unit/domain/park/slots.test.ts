import { describe, expect, it } from "vitest";
import { slotAfter, slotBefore } from "../../../../src/domain/park/slots.ts";
import { on } from "../../../support/domain.ts";

const FRIDAYS = "0 17 * * 5";
const ZONE = "Asia/Shanghai";

describe("the slots of a cron expression", () => {
  it.each([
    ["11-20 17:00", "11-20 17:00", "11-27 17:00"],
    ["11-20 17:00:01", "11-20 17:00", "11-27 17:00"],
    ["11-20 16:59:59", "11-13 17:00", "11-20 17:00"],
    ["11-23 09:00", "11-20 17:00", "11-27 17:00"],
    ["2027-01-01 16:00", "12-25 17:00", "2027-01-01 17:00"],
  ])("at %s lie at %s and %s, one on the very moment being past", (at, before, after) => {
    expect(slotBefore(FRIDAYS, ZONE, on(at))).toEqual(on(before));
    expect(slotAfter(FRIDAYS, ZONE, on(at))).toEqual(on(after));
  });

  it("are exact to the millisecond", () => {
    const slot = on("11-20 17:00").getTime();
    expect(slotBefore(FRIDAYS, ZONE, new Date(slot - 1))).toEqual(on("11-13 17:00"));
    expect(slotBefore(FRIDAYS, ZONE, new Date(slot + 1))).toEqual(on("11-20 17:00"));
    expect(slotAfter(FRIDAYS, ZONE, new Date(slot - 1))).toEqual(on("11-20 17:00"));
  });

  it("are of the park's zone", () => {
    const midnight = "30 0 * * 1-5";
    // Monday, half past midnight in the park, is Sunday in Greenwich.
    expect(slotAfter(midnight, ZONE, on("11-20 12:00"))).toEqual(on("11-23 00:30"));
    expect(slotAfter(midnight, "UTC", on("11-20 12:00"))).toEqual(new Date("2026-11-23T00:30:00Z"));
  });

  it("are none for a day that never comes", () => {
    expect(slotBefore("0 0 30 2 *", ZONE, on("11-20 17:00"))).toBeNull();
    expect(slotAfter("0 0 30 2 *", ZONE, on("11-20 17:00"))).toBeNull();
  });
});
