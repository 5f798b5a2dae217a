import { describe, expect, it } from "vitest";
import type { Doable } from "../../../../src/domain/issue/lifecycle.ts";
import { readInput } from "../../../../src/features/issues/move-input.ts";
import { inProgress, issue, ORG, on, parkOf, undispatched } from "../../../support/domain.ts";

/** What is read from a text, without what is not there. */
function read(action: Doable, rest: string, about = inProgress(), park = parkOf()) {
  const result = readInput({ ...about, park, now: on("11-18 10:00") }, action, { word: action, rest });
  if ("problem" in result) return result;
  return Object.fromEntries(Object.entries(result.input).filter(([, value]) => value !== undefined));
}

describe("a day more than six months ahead", () => {
  it.each<[Doable, string]>([
    ["dispatch", "供电公司 999天内"],
    ["dispatch", "供电公司 6月30日前"],
    ["measure", "更换电缆，999天内完成"],
    ["progress", "设备下次 999天内 到"],
    ["extend", "999天 等设备"],
    ["extend", "6月30日 等设备"],
    ["hold", "40周 等设备"],
  ])("is asked back in %s %s, and taken with its year", (action, rest) => {
    expect(read(action, rest)).toEqual({ problem: expect.stringMatching(/请连同年份写|或连同年份写明日期/u) });
    const named = rest.replace(/999天|40周|6月30日/u, "2027年6月30日");
    expect(read(action, named)).toMatchObject({ date: on("2027-06-30 17:30") });
  });
});

describe("a day more than two years ahead", () => {
  it.each<[Doable, string]>([
    ["dispatch", "供电公司 3000-03-03前"],
    ["measure", "更换电缆 9999年1月1日前"],
    ["progress", "设备下次 9999-12-31 到，预计 3000年1月1日"],
    ["extend", "3000-03-03 等设备"],
    ["hold", "9999-12-31 等设备"],
  ])("is refused in %s %s with the last day that can be written", (action, rest) => {
    expect(read(action, rest)).toEqual({ problem: expect.stringMatching(/太远，最晚可写 2028年11月18日。$/u) });
  });
});

describe("the list of units", () => {
  it("is told whole, however long it is", () => {
    const many = (count: number) =>
      parkOf({
        departments: [
          ...ORG.departments,
          ...Array.from({ length: count - 3 }, (_, index) => ({
            code: `unit-${index}`,
            name: `第${index}科`,
            aliases: [],
            level: "park" as const,
          })),
        ],
      });
    const problem = (count: number) => {
      const result = read("dispatch", "纪委", inProgress(), many(count));
      return "problem" in result ? result.problem : "";
    };
    expect(problem(20)).toMatch(/现有：供电公司、经济发展局、建设管理局、第0科、.*、第16科。$/u);
  });
});

describe("a unit", () => {
  it.each([
    ["供电公司", { department: "power" }],
    ["国网永州供电", { department: "power" }],
    ["经发局 不属本单位", { department: "economy", text: "不属本单位" }],
    ["经发局，不属本单位", { department: "economy", text: "不属本单位" }],
    ["给经发局", { department: "economy" }],
    ["到 经发局", { problem: "没有叫「到」的单位。现有：供电公司、经济发展局、建设管理局。" }],
    ["power", { department: "power" }],
    ["", {}],
  ])("in %j is read from its names", (rest, input) => {
    expect(read("dispatch", rest)).toEqual(input);
    expect(read("assist", rest)).toEqual(input);
  });

  it("of several is asked for by its whole name, and of none with the list", () => {
    const fire = { code: "fire", name: "消防管理局", aliases: [], level: "park" } as const;
    const park = parkOf({ departments: [...ORG.departments, fire] });
    expect(read("dispatch", "管理局", inProgress(), park)).toEqual({
      problem: "「管理局」有几个单位：建设管理局、消防管理局。请写全名。",
    });
    expect(read("dispatch", "水务局")).toMatchObject({ problem: expect.stringContaining("没有叫「水务局」的单位") });
  });

  it.each(["供", "局", "给供", "供 换线"])("is not taken from the single character of %j", (rest) => {
    for (const action of ["dispatch", "assist"] as const) {
      expect(read(action, rest)).toMatchObject({ problem: expect.stringContaining("没有叫") });
    }
  });

  it("is a suggestion by its number, in either width, also when a department is so named", () => {
    const about = undispatched({ suggestions: ["works", "power"] });
    expect(read("dispatch", "1", about)).toEqual({ department: "works" });
    expect(read("dispatch", "２", about)).toEqual({ department: "power" });
    expect(read("dispatch", "１，请尽快", about)).toEqual({ department: "works", text: "请尽快" });
    expect(read("dispatch", "3", about)).toMatchObject({
      problem: expect.stringContaining("没有第 3 个建议，现有：1 建设管理局　2 供电公司"),
    });
    const named = { code: "one", name: "1", aliases: [], level: "park" as const };
    const park = parkOf({ departments: [...ORG.departments, named] });
    expect(read("dispatch", "1", about, park)).toEqual({ department: "works" });
    expect(read("dispatch", "1", undispatched(), park)).toEqual({ department: "one" });
    // A unit has it already, and nothing is suggested any more; what is over is refused as it is.
    expect(read("dispatch", "1", issue())).toMatchObject({
      problem: expect.stringContaining("#12 已由供电公司负责，改派请写单位名：转派 12 单位名"),
    });
    expect(read("dispatch", "1", undispatched())).toMatchObject({
      problem: expect.stringContaining("#12 没有建议单位"),
    });
    expect(read("dispatch", "1", issue({ state: "closed" }))).toEqual({});
    // Helpers are not suggested.
    expect(read("assist", "1", about)).toMatchObject({ problem: expect.any(String) });
  });

  it("may be given a date or a number of days", () => {
    expect(read("dispatch", "供电公司 11月30日前")).toMatchObject({ department: "power", date: on("11-30 17:30") });
    expect(read("dispatch", "供电公司 请在3天内答复")).toMatchObject({
      text: "请在3天内答复",
      date: on("11-23 10:00"),
    });
    expect(read("dispatch", "供电公司 三天前已报修")).toEqual({ department: "power", text: "三天前已报修" });
    // As every limit of days, it does not go on into a day for some minutes.
    const early = readInput({ ...inProgress(), park: parkOf(), now: on("11-18 08:36") }, "dispatch", {
      word: "dispatch",
      rest: "供电公司 请在3天内答复",
    });
    expect(early).toMatchObject({ input: { date: on("11-20 17:30") } });
    expect(read("dispatch", "供电公司 2月30日前")).toMatchObject({ problem: expect.stringContaining("2月30日") });
  });

  it("is proposed with a return by being named last, other than the one that has the issue", () => {
    expect(read("return", "不属供电公司，属住建局")).toMatchObject({ department: "works" });
    expect(read("return", "经发局看过，建议转住建局")).toMatchObject({ department: "works" });
    expect(read("return", "不属供电公司")).toEqual({ text: "不属供电公司" });
    // The unit that has it: refused when it is decided, and nothing of the reason.
    for (const own of ["供电公司", "转供电公司", "建议转给供电公司"])
      expect(read("return", own)).toEqual({ text: own, department: "power" });
    expect(read("return", "供电公司无权处理")).toEqual({ text: "供电公司无权处理" });
  });
});

describe("a date until when", () => {
  it.each([
    ["3天 等设备", { days: 3, text: "等设备" }],
    ["三个工作日，等设备", { days: 3, text: "等设备" }],
    ["11月30日 等设备", { date: on("11-30 17:30"), text: "等设备" }],
    ["至11月30日 等设备", { date: on("11-30 17:30"), text: "等设备" }],
    ["3天", { days: 3 }],
    ["等设备", { text: "等设备" }],
    ["", {}],
  ])("of %j is told from the reason", (rest, input) => {
    expect(read("extend", rest)).toEqual(input);
    expect(read("hold", rest)).toEqual(input);
  });

  it("that is none, or far without a year, is asked back", () => {
    expect(read("extend", "2月30日 等设备")).toEqual({ problem: "没有「2月30日」这一天，请核对日期。" });
    expect(read("hold", "6月30日 等大修")).toMatchObject({ problem: expect.stringContaining("请连同年份写") });
    expect(read("hold", "2027年6月30日 等大修")).toMatchObject({ text: "等大修" });
  });
});

describe("a promise", () => {
  it.each([
    ["写错了，换成11月26日", "更换变压器 11月26日前"],
    ["改到周五前", "更换变压器 周五前"],
    ["不是11月25日，是11月26日", "更换变压器 11月26日前"],
  ])("alone stands in place of the one that a measure had: %s", (rest, text) => {
    const measured = { ...inProgress(), measure: "更换变压器 11月25日前" };
    expect(read("measure", rest, measured)).toMatchObject({ text, date: expect.any(Date) });
    expect(read("measure", rest)).toEqual({ problem: expect.stringContaining("还没有措施") });
    expect(read("measure", `${rest}，换电缆`, measured)).toMatchObject({ text: `${rest}，换电缆` });
  });

  it("is read from a measure, and the whole text kept", () => {
    expect(read("measure", "更换变压器 11月30日前")).toEqual({
      text: "更换变压器 11月30日前",
      date: on("11-30 17:30"),
    });
    expect(read("measure", "更换变压器 三天内")).toMatchObject({ date: on("11-23 10:00") });
    expect(read("measure", "更换0.4千伏电缆")).toEqual({ text: "更换0.4千伏电缆" });
    expect(read("measure", "更换变压器 2月30日前")).toMatchObject({ problem: expect.any(String) });
  });

  it("is read from progress only when the next one is spoken of", () => {
    expect(read("progress", "设备已到，下次反馈 11月30日")).toMatchObject({ date: on("11-30 17:30") });
    expect(read("progress", "故障发生在11月10日")).toEqual({ text: "故障发生在11月10日" });
  });
});

describe("a mark", () => {
  it.each([
    ["5", { rating: 5 }],
    ["５", { rating: 5 }],
    ["5分", { rating: 5 }],
    ["4 分 很快", { rating: 4, text: "很快" }],
    ["5星，很满意", { rating: 5, text: "很满意" }],
    ["5 很满意", { rating: 5, text: "很满意" }],
    ["6", {}],
    ["0", {}],
    ["12", {}],
    ["5.5", {}],
    ["4-5", {}],
    ["好", {}],
    ["", {}],
  ])("of %j is %j", (rest, input) => {
    expect(read("rate", rest)).toEqual(input);
  });
});

describe("any other move", () => {
  it("takes the text as it is", () => {
    expect(read("answer", "已于11月10日更换，电话13812345678")).toEqual({ text: "已于11月10日更换，电话13812345678" });
    expect(read("solved", "")).toEqual({});
  });
});
