import { describe, expect, it } from "vitest";
import { Calendar } from "../../../../src/domain/park/calendar.ts";

const HOURS = ["08:30-12:00", "14:30-17:30"];
const NONE = { off: [], on: [] };
const park = new Calendar({ timeZone: "Asia/Shanghai", workingHours: HOURS, holidays: NONE });

/** A wall time of the park, `2026-11-20 16:30`. */
function at(text: string): Date {
  return new Date(`${text.replace(" ", "T")}:00+08:00`);
}

function wall(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

const H = 60;
const D = 390;

describe("a deadline in the park's working time", () => {
  // 2026-11-20 is a Friday. Make-up days of 2026: 01-04, 02-14, 02-28, 05-09, 09-20, 10-10.
  it.each([
    ["inside the morning", "2026-11-20 09:00", 1 * H, "2026-11-20 10:00"],
    ["over lunch", "2026-11-20 11:30", 1 * H, "2026-11-20 15:00"],
    ["exactly to lunch, not to its end", "2026-11-20 11:00", 1 * H, "2026-11-20 12:00"],
    ["a minute past lunch", "2026-11-20 11:00", 61, "2026-11-20 14:31"],
    ["from inside lunch", "2026-11-20 13:00", 30, "2026-11-20 15:00"],
    ["from the start of lunch", "2026-11-20 12:00", 30, "2026-11-20 15:00"],
    ["from the end of lunch", "2026-11-20 14:30", 30, "2026-11-20 15:00"],
    ["from the start of the day", "2026-11-20 08:30", 4 * H, "2026-11-20 15:00"],
    ["a whole day from its start ends at 17:30", "2026-11-20 08:30", D, "2026-11-20 17:30"],
    ["from before the day", "2026-11-20 06:00", 1 * H, "2026-11-20 09:30"],
    ["Friday 16:30 and an hour ends on Friday", "2026-11-20 16:30", 1 * H, "2026-11-20 17:30"],
    ["Friday 16:30 and a minute more goes on on Monday", "2026-11-20 16:30", 61, "2026-11-23 08:31"],
    ["Friday 16:30 and four hours", "2026-11-20 16:30", 4 * H, "2026-11-23 11:30"],
    ["Friday at closing", "2026-11-20 17:30", 1 * H, "2026-11-23 09:30"],
    ["Friday evening", "2026-11-20 20:00", 1 * H, "2026-11-23 09:30"],
    ["Friday evening and a day ends on Monday 17:30", "2026-11-20 20:00", D, "2026-11-23 17:30"],
    ["Saturday", "2026-11-21 10:00", 4 * H, "2026-11-23 15:00"],
    ["Sunday, last minute", "2026-11-22 23:59", 1 * H, "2026-11-23 09:30"],
    ["a day from the middle of a day", "2026-11-19 10:00", D, "2026-11-20 10:00"],
    ["seven days", "2026-11-20 10:00", 7 * D, "2026-12-01 10:00"],
    ["fifteen days", "2026-11-20 10:00", 15 * D, "2026-12-11 10:00"],
    ["zero minutes inside a span", "2026-11-20 10:00", 0, "2026-11-20 10:00"],
    ["zero minutes at the start of a span", "2026-11-23 08:30", 0, "2026-11-23 08:30"],
    ["zero minutes at the end of a span", "2026-11-20 17:30", 0, "2026-11-20 17:30"],
    ["zero minutes outside the hours", "2026-11-20 17:31", 0, "2026-11-23 08:30"],
    ["into the National Day holidays", "2026-09-30 16:30", 2 * H, "2026-10-08 09:30"],
    ["up to the National Day holidays", "2026-09-30 16:30", 1 * H, "2026-09-30 17:30"],
    ["in the National Day holidays", "2026-10-03 10:00", 1 * H, "2026-10-08 09:30"],
    ["over the make-up Saturday 10 October", "2026-10-09 16:30", 2 * H, "2026-10-10 09:30"],
    ["from the make-up Saturday to Monday", "2026-10-10 16:30", 2 * H, "2026-10-12 09:30"],
    ["over the make-up Sunday 20 September", "2026-09-18 17:00", D, "2026-09-20 17:00"],
    ["not on the Saturday before it", "2026-09-19 10:00", 1 * H, "2026-09-20 09:30"],
    ["over Mid-autumn", "2026-09-24 17:00", 1 * H, "2026-09-28 09:00"],
    ["Spring Festival: the make-up Saturday before", "2026-02-13 17:00", 1 * H, "2026-02-14 09:00"],
    ["Spring Festival: 15 to 23 February", "2026-02-14 17:00", 1 * H, "2026-02-24 09:00"],
    ["Spring Festival: the make-up Saturday after", "2026-02-27 17:00", 1 * H, "2026-02-28 09:00"],
    ["Labour Day: four days, the last a make-up Saturday", "2026-04-30 17:00", 4 * D, "2026-05-09 17:00"],
    ["New Year: off until Saturday, Sunday made up", "2025-12-31 17:00", 1 * H, "2026-01-04 09:00"],
    ["Dragon Boat on a Friday", "2026-06-18 17:00", 1 * H, "2026-06-22 09:00"],
    ["a year without a list counts plain weekdays", "2026-12-31 17:00", 1 * H, "2027-01-01 09:00"],
    ["the last days of December", "2026-12-28 17:00", 3 * D, "2026-12-31 17:00"],
    ["back inside a span", "2026-11-20 10:00", -30, "2026-11-20 09:30"],
    ["back over lunch", "2026-11-20 15:00", -1 * H, "2026-11-20 11:30"],
    ["back over a weekend", "2026-11-23 09:30", -2 * H, "2026-11-20 16:30"],
    ["back to an edge stands at the end of the span before", "2026-11-23 09:30", -1 * H, "2026-11-20 17:30"],
  ])("%s: %s and %i minutes", (_what, from, minutes, due) => {
    expect(wall(park.add(at(from), minutes))).toBe(due);
  });

  it.each([
    ["within a span", "2026-11-20 09:00", "2026-11-20 10:15", 75],
    ["over lunch", "2026-11-20 11:30", "2026-11-20 15:00", 60],
    ["inside lunch", "2026-11-20 12:10", "2026-11-20 14:20", 0],
    ["a pause across a weekend", "2026-11-20 16:30", "2026-11-23 09:30", 120],
    ["a pause inside a weekend", "2026-11-20 17:30", "2026-11-23 08:30", 0],
    ["a pause over the National Day holidays", "2026-09-30 16:30", "2026-10-08 09:30", 120],
    ["a working week", "2026-11-16 00:00", "2026-11-21 00:00", 5 * D],
    ["the year 2026, 248 working days", "2026-01-01 00:00", "2027-01-01 00:00", 248 * D],
    ["a reversed pair", "2026-11-20 10:00", "2026-11-20 09:00", 0],
  ])("between counts %s", (_what, from, to, minutes) => {
    expect(park.between(at(from), at(to))).toBe(minutes);
  });

  it("keeps seconds, and tells whole minutes", () => {
    const from = new Date("2026-11-20T10:00:30.250+08:00");
    expect(park.add(from, 60).toISOString()).toBe("2026-11-20T03:00:30.250Z");
    expect(park.between(from, at("2026-11-20 10:02"))).toBe(1);
  });
});

describe("the hours of a day", () => {
  it("is open from the first moment of a span and closed at its last", () => {
    const open = ["08:29", "08:30", "11:59", "12:00", "14:30", "17:29", "17:30"].map((time) =>
      park.isOpen(at(`2026-11-20 ${time}`)),
    );
    expect(open).toEqual([false, true, true, false, true, true, false]);
  });

  it.each([
    ["2026-11-20 10:00", "2026-11-20 10:00"],
    ["2026-11-20 12:00", "2026-11-20 14:30"],
    ["2026-11-20 17:30", "2026-11-23 08:30"],
    ["2026-10-09 18:00", "2026-10-10 08:30"],
    ["2026-10-01 09:00", "2026-10-08 08:30"],
  ])("opens after %s at %s", (from, opening) => {
    expect(wall(park.nextOpening(at(from)))).toBe(opening);
  });

  it("ends a date at its last span, and a date that is off with the workday before", () => {
    expect(wall(park.endOfDay("2026-11-20"))).toBe("2026-11-20 17:30");
    expect(wall(park.endOfDay("2026-11-21"))).toBe("2026-11-20 17:30");
    expect(wall(park.endOfDay("2026-10-02"))).toBe("2026-09-30 17:30");
  });

  it("knows workdays, make-up days and holidays", () => {
    const dates = ["2026-10-09", "2026-10-10", "2026-10-11", "2026-10-07", "2026-10-08", "2026-01-03", "2026-01-04"];
    expect(dates.map((date) => park.isWorkday(date))).toEqual([true, true, false, false, true, false, true]);
  });

  it("lets the park's own dates win over the built-in list", () => {
    const own = new Calendar({
      timeZone: "Asia/Shanghai",
      workingHours: HOURS,
      holidays: { off: ["2026-10-10", "2026-11-20"], on: ["2026-10-07", "2026-11-21"] },
    });
    const dates = ["2026-10-10", "2026-11-20", "2026-10-07", "2026-11-21"];
    expect(dates.map((date) => own.isWorkday(date))).toEqual([false, false, true, true]);
    expect(own.explain(at("2026-11-19 17:30"), 1).map(({ why }) => why)).toEqual(["workday", "holiday", "makeup"]);
  });

  it("works with one span, and with three up to midnight", () => {
    const one = new Calendar({ timeZone: "Asia/Shanghai", workingHours: ["09:00-17:00"], holidays: NONE });
    expect(one.minutesPerDay).toBe(480);
    expect(wall(one.add(at("2026-11-20 16:00"), 120))).toBe("2026-11-23 10:00");

    const three = new Calendar({
      timeZone: "Asia/Shanghai",
      workingHours: ["08:00-11:00", "12:00-16:00", "20:00-24:00"],
      holidays: NONE,
    });
    expect(three.minutesPerDay).toBe(660);
    expect(wall(three.add(at("2026-11-20 10:00"), 360))).toBe("2026-11-20 21:00");
    expect(wall(three.add(at("2026-11-20 08:00"), 660))).toBe("2026-11-21 00:00");
    expect(three.explain(at("2026-11-20 08:00"), 660)).toHaveLength(1);
    // Midnight is the end of its last span, and nothing more puts it off.
    expect(wall(three.add(at("2026-11-21 00:00"), 0))).toBe("2026-11-21 00:00");
  });
});

describe("another zone", () => {
  it("counts in the park's zone: the same moment is another hour in Urumqi", () => {
    const urumqi = new Calendar({ timeZone: "Asia/Urumqi", workingHours: HOURS, holidays: NONE });
    expect(urumqi.isOpen(at("2026-11-20 09:00"))).toBe(false);
    expect(urumqi.at("2026-11-20", "08:30").toISOString()).toBe("2026-11-20T02:30:00.000Z");
    expect(urumqi.dateOf(at("2026-11-20 01:00"))).toBe("2026-11-19");
    expect(park.dateOf(at("2026-11-20 01:00"))).toBe("2026-11-20");
  });

  it("keeps the wall time over a change of daylight saving", () => {
    const berlin = new Calendar({ timeZone: "Europe/Berlin", workingHours: ["09:00-17:00"], holidays: NONE });
    // Summer time ends on Sunday 2026-10-25; a Friday afternoon and a Monday morning are an hour further apart.
    const due = berlin.add(new Date("2026-10-23T16:00:00+02:00"), 120);
    expect(due.toISOString()).toBe("2026-10-26T09:00:00.000Z");
    expect(berlin.endOfDay("2026-03-30").toISOString()).toBe("2026-03-30T15:00:00.000Z");
  });

  it("counts the real minutes of a span that the clock change cuts short", () => {
    const nights = new Calendar({
      timeZone: "Europe/Berlin",
      workingHours: ["01:00-04:00"],
      holidays: { off: [], on: ["2026-03-29"] },
    });
    const midnight = nights.at("2026-03-29", "00:00");
    expect(nights.between(midnight, nights.at("2026-03-30", "00:00"))).toBe(120);
    // 02:30 does not exist on that night.
    expect(nights.at("2026-03-29", "02:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });
});

describe("years without a list", () => {
  it("knows the built-in years", () => {
    const known = park.knownYears();
    expect([known[0], known.includes(2026), known.includes(2028)]).toEqual([2004, true, false]);
  });

  const later = new Calendar({
    timeZone: "Asia/Shanghai",
    workingHours: HOURS,
    holidays: { off: ["2028-01-26"], on: [] },
  });

  it.each([
    ["a span inside a known year", "2026-11-20 10:00", "2026-12-24 17:30", []],
    ["its end in the last week, where next year's list reaches back", "2026-12-20 10:00", "2026-12-25 17:30", [2027]],
    ["its end in the next year", "2026-12-20 10:00", "2027-01-08 17:30", [2027]],
    ["several years, one of them given by the park", "2026-12-20 10:00", "2029-03-01 10:00", [2027, 2029]],
    ["a reversed span", "2027-01-08 17:30", "2026-12-20 10:00", [2027]],
  ])("are reported of %s", (_what, from, to, missing) => {
    expect(later.missingYears(at(from), at(to))).toEqual(missing);
  });
});

describe("the explanation of a deadline", () => {
  it("has a line a day, whose minutes sum up", () => {
    expect(park.explain(at("2026-10-07 10:00"), 4 * D)).toEqual([
      { date: "2026-10-07", minutes: 0, why: "holiday", name: "国庆节" },
      { date: "2026-10-08", minutes: 390, why: "workday", name: undefined },
      { date: "2026-10-09", minutes: 390, why: "workday", name: undefined },
      { date: "2026-10-10", minutes: 390, why: "makeup", name: "国庆节" },
      { date: "2026-10-11", minutes: 0, why: "weekend", name: undefined },
      { date: "2026-10-12", minutes: 390, why: "workday", name: undefined },
    ]);
  });

  it("has whole minutes that sum up from a moment between two minutes", () => {
    const days = park.explain(new Date("2026-11-20T17:00:30.500+08:00"), 60);
    expect(days.map(({ minutes }) => minutes)).toEqual([29, 0, 0, 31]);
  });
});

describe("what cannot be used", () => {
  it.each([
    [[]],
    [["08:30"]],
    [["08:30-08:30"]],
    [["12:00-08:30"]],
    [["25:00-26:00"]],
    [["08:60-09:00"]],
    [["14:30-17:30", "08:30-12:00"]],
    [["08:30-12:00", "11:00-17:30"]],
    [["八点-十二点"]],
  ])("hours %j are refused", (workingHours) => {
    expect(() => new Calendar({ timeZone: "Asia/Shanghai", workingHours, holidays: NONE })).toThrow(
      expect.objectContaining({ name: "ChaxuError", code: "calendar-hours" }),
    );
  });

  it("is a zone, a date, a time or a number that does not exist, or a limit without end", () => {
    const zone = () => new Calendar({ timeZone: "Asia/Yongzhou", workingHours: HOURS, holidays: NONE });
    const date = () =>
      new Calendar({ timeZone: "Asia/Shanghai", workingHours: HOURS, holidays: { off: ["2027-02-30"], on: [] } });
    expect(zone).toThrow(expect.objectContaining({ code: "calendar-zone" }));
    expect(date).toThrow(expect.objectContaining({ code: "calendar-date" }));
    expect(() => park.at("2026-11-20", "24:30")).toThrow(expect.objectContaining({ code: "calendar-time" }));
    expect(() => park.add(at("2026-11-20 10:00"), Number.NaN)).toThrow(/no number/);
    expect(() => park.dateOf(new Date(Number.NaN))).toThrow(expect.objectContaining({ code: "calendar-moment" }));
    expect(() => park.add(at("2026-11-20 10:00"), 1e9)).toThrow(expect.objectContaining({ code: "calendar-far" }));
  });
});

describe("a moment centuries away", () => {
  /** So long may a calendar that has counted nothing yet take for all of it, on a busy machine. */
  const PATIENCE_MS = 5000;
  const from = at("2026-11-20 10:00");

  it.each(["3000-03-03 17:30", "9999-12-31 17:30"])(
    "is counted to in no time, and never ends in an error: %s",
    (far) => {
      const fresh = new Calendar({ timeZone: "Asia/Shanghai", workingHours: HOURS, holidays: NONE });
      const started = performance.now();
      const minutes = fresh.between(from, at(far));
      expect(minutes).toBeGreaterThan(9 * 248 * D);
      expect(fresh.between(at("1900-01-01 00:00"), at(far))).toBeGreaterThan(9 * 248 * D);
      // What was counted can be given again, from another day.
      expect(fresh.add(at("2027-02-03 09:00"), minutes).getUTCFullYear()).toBeGreaterThan(2035);
      expect(fresh.add(at(far), -minutes).getTime()).toBeLessThan(at(far).getTime());
      expect(fresh.nextOpening(at(far)).getTime()).toBeGreaterThan(at(far).getTime());
      expect(fresh.isOpen(at(far))).toBe(false);
      expect(fresh.missingYears(from, at(far)).length).toBeLessThan(12);
      expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
    },
  );
});
