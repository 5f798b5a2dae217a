import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Calendar } from "../../src/domain/park/calendar.ts";

const calendars = [
  { timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00", "14:30-17:30"], holidays: { off: [], on: [] } },
  { timeZone: "Asia/Urumqi", workingHours: ["10:00-19:00"], holidays: { off: ["2026-11-23"], on: ["2026-11-22"] } },
  {
    timeZone: "Europe/Berlin",
    workingHours: ["00:00-03:00", "08:00-11:00", "20:00-24:00"],
    holidays: { off: [], on: [] },
  },
].map((options) => new Calendar(options));

const calendar = fc.constantFrom(...calendars);
const moment = fc
  .integer({ min: Date.parse("2024-06-01"), max: Date.parse("2028-01-31") })
  .map((milliseconds) => new Date(milliseconds));
const minutes = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 15 * 600 }));

describe("working time", () => {
  it("gives back by between what add took", () => {
    fc.assert(
      fc.property(calendar, moment, minutes, (park, from, some) => {
        expect(park.between(from, park.add(from, some))).toBe(some);
      }),
    );
  });

  it("may be added in two steps or in one", () => {
    fc.assert(
      fc.property(calendar, moment, minutes, minutes, (park, from, a, b) => {
        expect(park.add(park.add(from, a), b)).toEqual(park.add(from, a + b));
      }),
    );
  });

  it("never ends earlier for more minutes or a later start, and never before its start", () => {
    fc.assert(
      fc.property(calendar, moment, moment, minutes, minutes, (park, x, y, a, b) => {
        const [early, late] = x < y ? [x, y] : [y, x];
        expect(park.add(early, a) <= park.add(late, a)).toBe(true);
        expect(park.add(x, Math.min(a, b)) <= park.add(x, Math.max(a, b))).toBe(true);
        expect(park.add(x, a) >= x).toBe(true);
      }),
    );
  });

  it("ends inside working hours or at the end of a span, never at the start of one", () => {
    fc.assert(
      fc.property(calendar, moment, minutes, (park, from, some) => {
        const due = park.add(from, some + 1);
        expect(park.isOpen(new Date(due.getTime() - 1))).toBe(true);
      }),
    );
  });

  it("counted back stands where as much is left to the start", () => {
    fc.assert(
      fc.property(calendar, moment, minutes, (park, from, some) => {
        const before = park.add(from, -some - 1);
        expect(before < from).toBe(true);
        expect(park.between(before, from)).toBe(some + 1);
      }),
    );
  });

  it("opens next at a moment that is open, with no working time missed", () => {
    fc.assert(
      fc.property(calendar, moment, (park, from) => {
        const opening = park.nextOpening(from);
        expect(park.isOpen(opening)).toBe(true);
        expect(park.between(from, opening)).toBe(0);
      }),
    );
  });

  it("is explained by consecutive days whose minutes sum up", () => {
    fc.assert(
      fc.property(calendar, moment, minutes, (park, from, some) => {
        const days = park.explain(from, some);
        expect(days.reduce((sum, day) => sum + day.minutes, 0)).toBe(some);
        expect(days[0]?.date).toBe(park.dateOf(from));
        for (const day of days) expect(day.minutes > 0 && !park.isWorkday(day.date)).toBe(false);
        expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
      }),
    );
  });
});

describe("speed", () => {
  it("answers a query for every minute of a year within three seconds", () => {
    const park = new Calendar({
      timeZone: "Asia/Shanghai",
      workingHours: ["08:30-12:00", "14:30-17:30"],
      holidays: { off: [], on: [] },
    });
    const first = Date.parse("2026-01-01T00:00:00+08:00");
    const began = performance.now();
    let open = 0;
    for (let minute = 0; minute < 365 * 1440; minute++) if (park.isOpen(new Date(first + minute * 60_000))) open++;
    expect(open).toBe(248 * 390);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
