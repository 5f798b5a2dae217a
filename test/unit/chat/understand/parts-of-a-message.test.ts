import { describe, expect, it } from "vitest";
import { partsOf } from "../../../../src/chat/understand/parts.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

const ISSUES = [
  own(1, "in_progress", "三车间停电"),
  own(2, "in_progress", "路面坑洼"),
  own(3, "in_progress", "电压不稳"),
  own(11, "in_progress", "充电桩"),
];
const SITUATION = situationIn({ who: "officer", issues: ISSUES });
const made = (text: string) =>
  understand(text, SITUATION).steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
  );

describe("a message that tells of several issues", () => {
  it.each<[string, readonly string[]]>([
    ["2号 路已经修好了，请企业确认。另外11号下周二踏勘", ["2号 路已经修好了，请企业确认", "另外11号下周二踏勘"]],
    ["1号修好了 3号在等配件", ["1号修好了", "3号在等配件"]],
    ["大家好，1号修好了；还有2号材料在路上", ["大家好，1号修好了", "还有2号材料在路上"]],
    ["1号和2号都修好了，至于3号电缆还没到", ["1号和2号都修好了", "至于3号电缆还没到"]],
    ["#1 好了\n#2 明天去", ["#1 好了", "#2 明天去"]],
  ])("has a part for each: %s", (text, expected) => {
    expect(partsOf(text, SITUATION)).toEqual(expected);
  });

  it.each([
    "3号修好了，换的是2号杆的线",
    "1号和2号都修好了，1号先修的",
    "3号变压器换好了，1号车间已经送电",
    "3号修好了，11月30日前再看一次",
    "3号修好了，2号前给企业回话",
    "3号换了2台，1台备用",
  ])("is none where a figure is something else, or named twice: %s", (text) => {
    expect(partsOf(text, SITUATION)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    [
      "2号 路已经修好了，请企业确认。另外11号下周二去现场量尺寸",
      ["offer answer 2: 路已经修好了，请企业确认", expect.stringMatching(/^offer \w+ 11: 下周二去现场量尺寸/u)],
    ],
    [
      "3号答复企业：变压器已更换，恢复正常供电。另外1号也处理完了",
      ["offer answer 3: 变压器已更换，恢复正常供电", "offer answer 1: 也处理完了"],
    ],
    [
      "1号 电缆已经修好，请企业确认。3号还要等配件",
      ["offer answer 1: 电缆已经修好，请企业确认", "offer progress 3: 还要等配件"],
    ],
    ["答复 3 变压器已更换。另外1号也处理完了", ["do answer 3: 变压器已更换", "offer answer 1: 也处理完了"]],
    [
      "进展 1 电缆已到货；另外2号路面今天已经补好了",
      ["do progress 1: 电缆已到货", "offer answer 2: 路面今天已经补好了"],
    ],
  ])("says to each company what is its own: %s", (text, expected) => {
    expect(made(text)).toEqual(expected);
  });

  it("does nothing at once for a number that may be a day", () => {
    expect(made("3号已经联系企业了，11号上门")).toEqual([
      "do contact 3: 已经联系企业了",
      expect.stringMatching(/^offer \w+ 11: 上门/u),
    ]);
  });

  it.each([
    ["3号修好了，2号杆的线也换了", "offer answer 3: 修好了，2号杆的线也换了"],
    ["答复 3 变压器已更换，1号杆也换了", "do answer 3: 变压器已更换，1号杆也换了"],
  ])("stays one where the other number is only mentioned: %s", (text, expected) => {
    expect(made(text)).toEqual([expected]);
  });

  it.each(["1号 电缆已经修好", "3号 师傅明天上午去测电压"])("has no day for the number of an issue: %s", (text) => {
    expect(made(text).join()).not.toMatch(/[13]号前/u);
  });
});
