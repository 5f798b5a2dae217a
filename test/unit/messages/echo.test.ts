import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { echo } from "../../../src/messages/echo.ts";

describe("what a person wrote, in a sentence of the bot's", () => {
  it.each([
    ["停电", "「停电」"],
    [" 停\n电\u202e  了 ", "「停 电 了」"],
    ["x」\n【公告】全体停工\n「", "「x』 【公告】全体停工 『」"],
    ["字".repeat(40), `「${"字".repeat(40)}」`],
    ["👍".repeat(41), `「${"👍".repeat(39)}…」`],
  ])("%# is one short line", (text, shown) => {
    expect(echo(text)).toBe(shown);
  });

  it("never has more than 40 characters, nor half of one, nor a line break", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect([...echo(text)].length).toBeLessThanOrEqual(42);
        expect(echo(text)).not.toMatch(/[\n\p{Cs}]/u);
      }),
    );
  });
});
