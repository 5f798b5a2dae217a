import fc from "fast-check";
import { DateTime, IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { graphemesOf } from "../../src/domain/graphemes.ts";
import { zoneOf } from "../../src/domain/park/zone.ts";

const ZONES = ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/London"];
const MOMENT = fc.integer({ min: Date.UTC(1972, 0), max: Date.UTC(2099, 0) });

describe("what is quicker", () => {
  it("than asking for a zone's offset is right at every moment, asked again and around a change", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), MOMENT, fc.integer({ min: -2, max: 2 }), (name, moment, quarters) => {
        const zone = zoneOf(name);
        const near = moment + quarters * 900_000;
        expect([zone.offset(moment), zone.offset(near)]).toEqual([
          IANAZone.create(name).offset(moment),
          IANAZone.create(name).offset(near),
        ]);
        const format = (of: string | IANAZone) => DateTime.fromMillis(near, { zone: of }).startOf("day").toISO();
        expect(format(zone)).toBe(format(name));
      }),
      { numRuns: 400 },
    );
    // The two sides of New York's change in the spring of 2026.
    for (const at of ["2026-03-08T06:59:59.999Z", "2026-03-08T07:00:00Z"]) {
      const moment = Date.parse(at);
      expect(zoneOf("America/New_York").offset(moment)).toBe(IANAZone.create("America/New_York").offset(moment));
    }
  });

  it("than the segmenter says the same of plain text and of any other", () => {
    const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });
    const unit = fc.oneof(
      fc.integer({ min: 0x20, max: 0xffff }).filter((code) => code < 0xd800 || code > 0xdfff),
      fc.constantFrom(
        0x3001,
        0x3029,
        0x302a,
        0x4e00,
        0x9fff,
        0xff01,
        0xff9d,
        0xff9e,
        0x0d,
        0x0a,
        0x200d,
        0xfe0f,
        0x301,
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = String.fromCharCode(...units);
        expect([...graphemesOf(text)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
      }),
      { numRuns: 2_000 },
    );
  });
});
