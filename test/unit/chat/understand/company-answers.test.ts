import { describe, expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What a company puts right, promises and goes on with, in its own words. */

const THEFT = own(6, "in_progress", "铜线被偷两卷");
const ASKED = own(19, "waiting", "污水排放口超标整改");
const company = (text: string, ...issues: readonly ReturnType<typeof own>[]) =>
  said(text, { who: "liaison", issues: [...issues] });

/** What is understood while this is offered. */
function offered(text: string, doing: Doing, issue: ReturnType<typeof own>): readonly unknown[] {
  const situation = situationIn({ who: "liaison", issues: [issue] });
  return understand(text, { ...situation, question: { ask: "offer", doings: [doing] } }).steps;
}

describe("what it has written wrong", () => {
  it.each([
    "铜线是3卷不是两卷，写错了",
    "就是把2卷改成3卷",
    "我想改一下6号，偷走的是三卷",
    "6号把监控那条去掉",
    "6号只剩铜线了",
  ])("is put right by an addition, and nothing is taken back: %s", (text) => {
    expect(company(text, THEFT)).toMatch(/^(?:do|offer) supplement 6$/u);
  });

  it("is no answer to what was shown as taking it back", () => {
    const doing = { command: "withdraw", word: "撤回", number: 6, rest: "" };
    expect(offered("不是撤 就是把2卷改成3卷", doing, THEFT)).toMatchObject([
      { kind: "offer", doing: { command: "supplement", number: 6, rest: "不是撤 就是把2卷改成3卷" } },
    ]);
  });

  it.each(["6号撤掉吧", "6号不用办了", "铜线那个算了"])("a wish to take it back stays one: %s", (text) => {
    expect(company(text, THEFT)).toBe("offer withdraw 6");
  });
});

describe("what a unit has asked for", () => {
  it.each([
    "监测报告下周才出得来，先缓缓行不",
    "监测报告在小刘那里 下午发你们",
    "材料明天给",
    "照片晚上补",
    "报告还没出来，出来了马上发",
  ])("comes later, which is shown as an addition: %s", (text) => {
    expect(company(text, ASKED)).toBe("offer supplement 19");
  });

  it.each(["收到", "另外食堂的菜太贵，下周能改善就好"])("is not told by %s", (text) => {
    expect(company(text, ASKED)).not.toContain("supplement 19");
  });
});

it("what goes on is of the one that is open, and of one that is over only where none is", () => {
  const closed = own(1, "closed", "二车间跳闸停电");
  const text = "我们公司小吴报的那个跳闸 现在三车间又停了";
  expect(company(text, closed, own(2, "in_progress", "三车间跳闸"))).toBe("offer supplement 2");
  expect(company(text, closed)).toBe("offer reopen 1");
});

it("the number of what is shown is a yes to it, and another's is none", () => {
  const doing = { command: "unsolved", word: "未解决", number: 2, rest: "又跳了！！！" };
  const issue = own(2, "answered", "跳闸");
  for (const text of ["2", "2号"]) expect(offered(text, doing, issue)).toEqual([{ kind: "do", doing }]);
  expect(offered("9号", doing, issue)).not.toContainEqual({ kind: "do", doing });
});

it("a complaint that is put as a question is told the unit", () => {
  expect(company("21又漏了，跟你们说了多少次了！！", own(21, "in_progress", "宿舍水管漏水"))).toBe(
    "offer supplement 21",
  );
});

it("few words that all is well are told when it can be confirmed, or ask whether an answer solved it", () => {
  expect(company("水来了", own(10, "in_progress", "三车间停水"))).toBe("decline solved 10");
  expect(company("招聘会去了 招到二十个 谢谢人社局", own(25, "answered", "招聘会报名"))).toBe("offer solved 25");
});

it("few words that all is well, said to the bot alone, are never met with silence", () => {
  const two = [own(3, "dispatched", "北门那条路没有灯"), own(8, "in_progress", "水压低")];
  const meant = (text: string, issues = two) => said(text, { who: "liaison", place: "direct", issues });
  expect(meant("亮了，谢谢", two.slice(0, 1))).toBe("decline solved 3");
  expect(meant("通了，辛苦了")).toMatch(/^which status/u);
  expect(meant("好了，谢谢")).toBe("silence");
});
