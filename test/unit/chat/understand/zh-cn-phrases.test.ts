import { describe, expect, it } from "vitest";
import {
  behindInto,
  behindPreposition,
  companySaid,
  issueForCompany,
  leadingMark,
  leaveSaid,
  tellsWhatIsNext,
} from "../../../../src/chat/understand/zh-cn-phrases.ts";

describe("what stands behind 代", () => {
  it.each([
    ["中塑科技 诉求 停电", { company: "中塑科技", issue: "停电" }],
    ["中塑科技反映：停电", { company: "中塑科技", issue: "停电" }],
    ["Zhongsu issue power cut", { company: "Zhongsu", issue: "power cut" }],
    ["中塑科技 诉求", { company: "中塑科技", issue: "" }],
    ["Tissues 停电", null],
    ["诉求 停电", null],
  ])("in %j is %j", (text, said) => {
    expect(issueForCompany(text)).toEqual(said);
  });
});

describe("a leave", () => {
  it.each([
    ["3天 由李四代", { long: "3天", substitute: "李四" }],
    ["到12月5日，请李四代班。", { long: "到12月5日", substitute: "李四" }],
    ["由李四代", null],
    ["3天", null],
  ])("in %j is %j", (text, said) => {
    expect(leaveSaid(text)).toEqual(said);
  });
});

describe("a mark", () => {
  it.each([
    ["5分 很快", { mark: 5, rest: "很快" }],
    ["４", { mark: 4, rest: "" }],
    ["3，一般", { mark: 3, rest: "一般" }],
    ["6", null],
    ["5台设备", null],
  ])("in %j is %j", (text, said) => {
    expect(leadingMark(text)).toEqual(said);
  });
});

describe("a small word", () => {
  it("stands before a unit, behind a company, or tells of what comes next", () => {
    expect(["给供电公司", "供电公司", "给"].map(behindPreposition)).toEqual(["供电公司", null, null]);
    expect(["中塑科技的", "中塑科技"].map(companySaid)).toEqual(["中塑科技", "中塑科技"]);
    expect(["预计12月5日到", "设备已到"].map(tellsWhatIsNext)).toEqual([true, false]);
  });

  it("leads from one issue into another", () => {
    expect(["到 7", "并入#7", "入7 重复", "7", "至今没修好"].map(behindInto)).toEqual([
      "7",
      "#7",
      "7 重复",
      "7",
      "至今没修好",
    ]);
  });
});
