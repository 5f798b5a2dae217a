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

describe("what an official says of several issues, each by its number", () => {
  const steps = (text: string, issues: ReturnType<typeof own>[]) =>
    understand(text, situationIn({ who: "head", now: "2026-12-07T10:00:00+08:00", issues })).steps.map((step) =>
      "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
    );
  const unsigned = [4, 5, 6].map((number) => own(number, "dispatched", `第${number}件`));
  const inWork = [4, 5, 6].map((number) => own(number, "in_progress", `第${number}件`));

  it.each<[string, readonly string[]]>([
    [
      "4、5签收，4的材料报到2号窗口，12月18日前都行",
      ["do sign 4: ", "do sign 5: ", "offer progress 4: 材料报到2号窗口，12月18日前都行"],
    ],
    [
      "4和5都签收了。5下周三派人去装",
      ["do sign 4: ", "do sign 5: ", expect.stringMatching(/^(?:do|offer) measure 5: 下周三派人去装/u)],
    ],
    [
      "4、5签收了，4明天去测，5、6也一样",
      ["do sign 4: ", "do sign 5: ", ...[4, 5, 6].map((n) => `offer measure ${n}: 明天去测（明天前）`)],
    ],
  ])("goes to those that are signed for with it: %s", (text, expected) => {
    expect(steps(text, unsigned)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    [
      "说两件事：4已经修好了，5和6还在等配件",
      ["offer answer 4: 已经修好了", "offer progress 5: 还在等配件", "offer progress 6: 还在等配件"],
    ],
    [
      "汇报一下：5昨天就恢复了；6的施工许可批下来了",
      ["offer answer 5: 昨天就恢复了", "offer progress 6: 施工许可批下来了"],
    ],
    ["4、5都换好了，4的旧表也拆走了", ["offer answer 4: 都换好了，旧表也拆走了", "offer answer 5: 都换好了"]],
    ["4修好了，但是5还差一台泵", ["offer answer 4: 修好了", "offer progress 5: 还差一台泵"]],
    [
      "4、6都动工了，围挡也打好一半",
      ["offer progress 4: 都动工了，围挡也打好一半", "offer progress 6: 都动工了，围挡也打好一半"],
    ],
    [
      "4、6图纸还要和设计院核对几处",
      ["offer progress 4: 图纸还要和设计院核对几处", "offer progress 6: 图纸还要和设计院核对几处"],
    ],
  ])("and to no other: %s", (text, expected) => {
    expect(steps(text, inWork)).toEqual(expected);
  });

  it("a company's as well", () => {
    const issues = [own(4, "answered", "路灯不亮"), own(5, "answered", "停电损失赔偿")];
    const said = understand("4好了，不过5怎么赔没讲清楚", situationIn({ who: "liaison", issues })).steps;
    expect(
      said.map((step) => ("doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}` : step.kind)),
    ).toEqual(["offer solved 4", "offer unsolved 5"]);
  });

  it("the coordinator's, of a list that ends what is said", () => {
    const issues = inWork.map((one) => ({ ...one, mine: true }));
    const said = understand("提醒一下魏强，抓紧4和6", situationIn({ who: "coordinator", issues })).steps;
    expect(said.map((step) => ("doing" in step ? step.doing.number : null))).toEqual([4, 6]);
  });
});
