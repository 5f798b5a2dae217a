import { describe, expect, it } from "vitest";
import { dateOf, monthOf, monthSpan, startOfMonth, startOfWeek } from "../../../../src/domain/park/instants.ts";
import { dateTimeText, dayText } from "../../../../src/messages/zh-cn/dates.ts";
import { on } from "../../../support/domain.ts";

const ZONE = "Asia/Shanghai";

describe("a moment in words", () => {
  it("has the weekday, and the year only when it is another one in the park's zone", () => {
    expect(dateTimeText(on("11-30 17:30"), ZONE, on("11-16 09:00"))).toBe("11月30日 周一 17:30");
    expect(dateTimeText(on("2027-01-03 09:05"), ZONE, on("11-16 09:00"))).toBe("2027年1月3日 周日 09:05");
    // New Year's morning in the park is still the old year in Greenwich.
    expect(dayText(on("2027-01-01 07:00"), ZONE, on("2027-01-01 07:30"))).toBe("1月1日 周五");
  });
});

describe("a period", () => {
  it("is a month by its name, and no month by a wrong one", () => {
    expect(monthSpan("2026-11", ZONE)).toEqual({ from: on("11-01 00:00"), to: on("12-01 00:00") });
    expect(monthSpan("2026-12", ZONE)).toEqual({ from: on("12-01 00:00"), to: on("2027-01-01 00:00") });
    for (const none of ["2026-13", "2026-00", "2026-1", "2026-11-01", "11", ""])
      expect(monthSpan(none, ZONE)).toBeNull();
    // Still October in Greenwich.
    expect([monthOf(on("11-01 00:30"), ZONE), dateOf(on("11-01 00:30"), ZONE)]).toEqual(["2026-11", "2026-11-01"]);
  });

  it("begins on Monday or on the first, at midnight of the park's zone", () => {
    expect(startOfWeek(on("11-22 23:59"), ZONE)).toEqual(on("11-16 00:00"));
    expect(startOfWeek(on("11-16 00:00"), ZONE)).toEqual(on("11-16 00:00"));
    expect(startOfMonth(on("11-01 00:30"), ZONE, 0)).toEqual(on("11-01 00:00"));
    expect(startOfMonth(on("2027-01-31 12:00"), ZONE, 1)).toEqual(on("12-01 00:00"));
  });
});
