import { describe, expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn, stepsInFull } from "../../../support/talk.ts";

/** A yes to what is shown, and the same of another issue: neither half is lost. */

const ISSUES = [
  own(2, "dispatched", "路口红绿灯坏了"),
  own(4, "dispatched", "东头大道大货车乱停"),
  own(9, "in_progress", "变压器冒烟"),
  own(22, "dispatched", "厂房漏雨"),
  own(23, "dispatched", "宿舍漏水"),
];

function signing(text: string, ...numbers: readonly number[]): readonly string[] {
  const situation = situationIn({ who: "head", place: "direct", issues: ISSUES });
  const doings = numbers.map((number): Doing => ({ command: "sign", word: "签收", number, rest: "" }));
  return stepsInFull(understand(text, { ...situation, question: { ask: "offer", doings } }));
}

const SIGNED = ["do sign 2", "do sign 22"];

describe("where several are shown to be signed", () => {
  it.each([
    ["对 还有东头大道那个也是", "offer sign 4"],
    ["对，还有宿舍那个也是", "offer sign 23"],
    ["是的，东头大道的也一样", "offer sign 4"],
    ["好，宿舍漏水那件也签收", "offer sign 23"],
    ["对，4也是", "offer sign 4"],
    ["对，还有变压器冒烟那个也是", "decline sign 9"],
  ])("they are done, and the other one is shown: %s", (text, other) => {
    expect(signing(text, 2, 22)).toEqual([...SIGNED, other]);
  });

  it("which one it is is asked for where none is found", () => {
    expect(signing("对，还有食堂那个也是", 2, 22)).toEqual([...SIGNED, "which sign -"]);
  });

  it("without a yes all are shown", () => {
    expect(signing("还有宿舍那个也签了", 2, 22)).toEqual(["offer sign 2", "offer sign 22", "offer sign 23"]);
    expect(signing("4也是", 2)).toEqual(["offer sign 2", "offer sign 4"]);
  });

  it.each(["对", "是的，都签了", "对 红绿灯的也是", "对，2号也是", "对，都是我们的", "好 这个也签"])(
    "nothing is added where no other one is meant: %s",
    (text) => {
      expect(signing(text, 2, 22)).toEqual(SIGNED);
    },
  );
});
