import { describe, expect, it } from "vitest";
import { unitsToAvoid } from "../../../../src/chat/understand/kept-from.ts";
import { own, SAMPLE_PARK, said } from "../../../support/talk.ts";

/** From whom a company wishes its issue to be kept: to the coordinator, and into no text. */

const FOOD = own(39, "submitted", "食堂配送被一家公司垄断");
const FIGHT = own(26, "in_progress", "门口有人打架");
const direct = (text: string, issues = [FOOD]) => said(text, { who: "liaison", place: "direct", issues });

describe("the wish", () => {
  it.each([
    ["不想让社会局知道", "society"],
    ["我那个保密的事不要让供电公司知道啊！！", "power"],
    ["也不要让建管局晓得", "construction"],
    ["39不要给社会局，他们跟那家是亲戚", "society"],
    ["千万别派给公安", "police"],
    ["这个事别转给住建局处理", "construction"],
    ["这件不要告诉胡文斌", "society"],
    ["希望交通局回避", "transport"],
    ["瞒着社会局办行吗", "society"],
    ["别让人社的人看到", "labour"],
  ])("is told to the office, with the unit: %s", (text, unit) => {
    expect(direct(text)).toBe("do avoid 39");
    expect(unitsToAvoid(text, SAMPLE_PARK)).toEqual([unit]);
  });

  it.each(["不要派给村里认识的那个民警", "别给姓龙的那个", "不要让他们局长知道"])(
    "is one without a unit's name, too: %s",
    (text) => {
      expect(direct(text)).toBe("do avoid 39");
    },
  );

  it("is of the issue that is named or told, and asked of otherwise", () => {
    expect(direct("26不要派给那个姓龙的民警", [FOOD, FIGHT])).toBe("do avoid 26");
    expect(direct("食堂的事别给社会局", [FOOD, FIGHT])).toBe("do avoid 39");
    expect(direct("不想让社会局知道", [FOOD, FIGHT])).toBe("which avoid 39/26");
    expect(direct("46号不要派给公安局", [FOOD])).toBe("do avoid 46");
    expect(direct("回避 39 社会局")).toBe("do avoid 39");
  });

  it("is heard in a group of an issue that is named there, else it is said where it can be told", () => {
    expect(said("26不要给公安局，他们是亲戚", { who: "liaison", issues: [FIGHT] })).toBe("do avoid 26");
    expect(said("不要让公安知道", { who: "liaison", issues: [FIGHT] })).toBe("tell");
  });
});

it.each([
  "补贴被截留了，别让经发局知道",
  "别给公安局打电话",
  "不要让供电停电了",
  "26不要派人来了",
  "别让交通局的车堵门口",
  "不要让水务把路挖断",
  "别告诉我没人管",
  "别让供电公司晓得是我们说的",
  "能不能别让交通的知道是哪家提的",
])("is not read out of %s", (text) => {
  expect(direct(text, [FOOD, FIGHT])).not.toContain("avoid");
});
