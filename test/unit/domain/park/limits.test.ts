import { describe, expect, it } from "vitest";
import { limitOf, parseSpan, spanMinutes } from "../../../../src/domain/park/limits.ts";
import { type Category, CLOCKS, type Policy, URGENCIES } from "../../../../src/domain/park/org.ts";

const NOTHING: Policy = { limits: {}, categories: {}, ladder: {} };

function category(more: Partial<Category> = {}): Category {
  return { code: "power", name: "用电", aliases: [], department: "power", keywords: [], ...more };
}

describe("a span", () => {
  it.each([
    ["4h", 240],
    ["7d", 7 * 390],
    ["30m", 30],
    ["20m", 20],
    ["1.5h", 90],
    ["0.5d", 195],
    [" 2H ", 120],
  ])("%s is %i working minutes", (text, minutes) => {
    expect(spanMinutes(text, 390)).toBe(minutes);
  });

  it("is told apart into amount and unit", () => {
    expect([parseSpan("4h"), parseSpan("7d"), parseSpan("30m")]).toEqual([
      { amount: 4, unit: "h" },
      { amount: 7, unit: "d" },
      { amount: 0.5, unit: "h" },
    ]);
  });

  it.each(["", "4", "h", "0d", "-1h", "4 h d", "4w", "1e3h", "4h30m", "٣d"])("%j is none", (text) => {
    expect(parseSpan(text)).toBeNull();
    expect(() => spanMinutes(text, 390)).toThrow(expect.objectContaining({ name: "ChaxuError", code: "limits-span" }));
  });
});

describe("the limit of a clock", () => {
  it("is the default of lifecycle.md when nobody says anything", () => {
    const table = CLOCKS.map((clock) => URGENCIES.map((urgency) => limitOf(clock, urgency, undefined, NOTHING)));
    expect(table).toEqual([
      ["1h", "4h", "4h"],
      ["1h", "4h", "4h"],
      ["2h", "1d", "1d"],
      ["1d", "7d", "15d"],
      ["4h", "3d", "3d"],
      ["1d", "5d", "5d"],
      ["4h", "2d", "2d"],
      ["1d", "3d", "3d"],
    ]);
  });

  it("takes answerDays for the normal answer only", () => {
    const five = category({ answerDays: 5 });
    expect(limitOf("answer", "normal", five, NOTHING)).toBe("5d");
    expect(limitOf("answer", "complex", five, NOTHING)).toBe("15d");
    expect(limitOf("sign", "normal", five, NOTHING)).toBe("4h");
  });

  it("asks the policy of the category, then answerDays, then the policy for all", () => {
    const limits = { answer: { normal: "10d", urgent: "2d" }, sign: { normal: "2h" } };
    const special: Policy = { limits, categories: { power: { answer: { normal: "4d" } } }, ladder: {} };
    const five = category({ answerDays: 5 });
    expect(limitOf("answer", "normal", five, special)).toBe("4d");
    expect(limitOf("answer", "normal", five, { limits, categories: {}, ladder: {} })).toBe("5d");
    expect(limitOf("answer", "normal", category(), { limits, categories: {}, ladder: {} })).toBe("10d");
    expect(limitOf("answer", "urgent", five, special)).toBe("2d");
    expect(limitOf("sign", "normal", five, special)).toBe("2h");
    expect(limitOf("sign", "urgent", five, special)).toBe("1h");
  });
});
