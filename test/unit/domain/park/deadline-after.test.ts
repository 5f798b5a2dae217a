import { describe, expect, it } from "vitest";
import { deadlineAfter } from "../../../../src/domain/park/deadline-after.ts";
import { spanMinutes } from "../../../../src/domain/park/limits.ts";
import { on, PARK, timeOf } from "../../../support/domain.ts";

const { calendar } = PARK;
const ends = (from: string, text: string) =>
  timeOf(deadlineAfter(on(from), { text, minutes: spanMinutes(text, calendar.minutesPerDay) }, calendar));

describe("a deadline that is counted in days", () => {
  it.each([
    ["at the opening", "11-16 08:30", "7d", "11-24 17:30"],
    ["a minute after it", "11-16 08:31", "7d", "11-24 17:30"],
    ["seconds after it", "11-16 08:30:05", "7d", "11-24 17:30"],
    ["a minute after lunch", "11-16 14:31", "1d", "11-17 12:00"],
    ["on a Friday", "11-20 08:44", "1d", "11-20 17:30"],
    ["from before the opening", "11-16 07:00", "1d", "11-16 17:30"],
  ])("ends at the end of a span: %s", (_what, from, limit, end) => {
    expect(ends(from, limit)).toBe(end);
  });

  it.each([
    ["a quarter of an hour is left for the next span", "11-16 08:45", "7d", "11-25 08:45"],
    ["the day has half an hour more", "11-16 09:00", "1d", "11-17 09:00"],
    ["it is counted in hours", "11-16 11:31", "4h", "11-17 09:01"],
    ["hours end soon after an opening", "11-16 14:31", "3h", "11-17 08:31"],
    ["it is less than a day", "11-16 14:45", "0.5d", "11-17 09:00"],
  ])("stays to the minute where %s", (_what, from, limit, end) => {
    expect(ends(from, limit)).toBe(end);
  });
});
