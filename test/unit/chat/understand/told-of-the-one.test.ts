import { describe, expect, it } from "vitest";
import { own, said, saidInFull } from "../../../support/talk.ts";

const LOAN = own(15, "in_progress", "农行贷款续贷");
const OWED = {
  who: "head" as const,
  issues: [{ ...LOAN, owes: [{ kind: "supervise" as const, year: 2026, number: 1 }] }],
};
const FAIR = { who: "head" as const, issues: [own(13, "in_progress", "想参加招聘会招普工")] };

describe("what a head tells of his only issue, in words of his own", () => {
  it.each([
    ["已去过农行，行里答应续了", "已去过农行，行里答应续了"],
    ["领导批示收到，今天下午就去农行", "今天下午就去农行"],
    ["督办收到，正在跟农行谈", "正在跟农行谈"],
    ["行里说资料齐了就上会", "行里说资料齐了就上会"],
  ])("is the feedback that is owed: %s", (text, rest) => {
    expect(saidInFull(text, OWED)).toEqual([`offer feedback 15 ${rest}`]);
  });

  it.each([
    ["招聘会12月12号，湘晶报名找我们就业科 8332211", "招聘会12月12号，湘晶报名找我们就业科 8332211"],
    ["湘晶那边名额留了10个", "湘晶那边名额留了10个"],
    ["行吧，我找学校的人问下，下周给答复", "我找学校的人问下，下周给答复"],
    ["我们去跟学校对接，尽量多安排人", "我们去跟学校对接，尽量多安排人"],
  ])("is for its company: %s", (text, rest) => {
    expect(saidInFull(text, FAIR)).toEqual([`offer progress 13 ${rest}`]);
  });

  it.each(["今天天气不错啊大家", "批示收到", "我先去开会", "明天的会改到三点，大家别迟到", "这个系统用起来还行"])(
    "and nothing that is of no issue: %s",
    (text) => {
      expect(said(text, FAIR)).not.toMatch(/progress|feedback|measure/u);
    },
  );

  it("nor where another one may be meant", () => {
    const issues = [...FAIR.issues, own(14, "in_progress", "社保转移")];
    expect(said("行吧，我找领导问下怎么回事再说", { ...FAIR, issues })).not.toMatch(/progress/u);
  });
});

describe("what an official wants of whoever speaks for a company", () => {
  const one = (state: "dispatched" | "in_progress") => ({
    who: "head" as const,
    issues: [own(7, state, "电费怎么这么高")],
  });

  it.each([
    ["请何静把上个月的单子发过来", "请把上个月的单子发过来"],
    ["电费那个我们签了，你问下何静是哪个月的单子", "是哪个月的单子"],
    ["电费那个收到，让凌云把合同发一份", "请把合同发一份"],
    ["问下何静，电表是几号的", "电表是几号的"],
  ])("is asked in the words for them alone: %s", (text, rest) => {
    expect(saidInFull(text, one("in_progress"))).toEqual([`offer ask 7 ${rest}`]);
    expect(saidInFull(text, one("dispatched"))).toEqual([`offer ask 7 ${rest}`]);
  });

  it("and not where they only say something", () => {
    expect(said("何静说下周来", one("in_progress"))).not.toContain("ask");
  });
});

describe("a number that a company tells alone", () => {
  const waits = { who: "liaison" as const, place: "direct" as const, issues: [own(14, "waiting", "出口退税卡住了")] };

  it.each(["单号 5301202611", "报关单号是5301202611", "户号：3300124578"])("belongs to what is there: %s", (text) => {
    expect(said(text, waits)).toBe("offer supplement 14");
    const issues = [own(14, "in_progress", "出口退税卡住了"), own(15, "in_progress", "路灯不亮")];
    expect(said(text, { ...waits, issues })).toBe("which supplement 14/15");
  });

  it.each(["3号门路灯不亮", "变压器 500千伏安不够用了", "12号车间跳闸5次"])(
    "and a matter with a number does not: %s",
    (text) => {
      expect(said(text, { ...waits, issues: [own(14, "in_progress", "出口退税卡住了")] })).not.toContain("supplement");
    },
  );
});

describe("whoever knows no unit for what he gives back", () => {
  const returned = {
    who: "head" as const,
    issues: [{ ...own(14, "in_progress", "出口退税卡住了"), request: "return" as const }],
  };
  const pending = { ask: "need" as const, what: "unit", step: { do: "return", n: 14, text: "不归我们管" } };

  it.each(["我也不知道给谁", "不清楚该给谁", "你们定吧", "这个说不好归哪个局"])("hears who finds it: %s", (text) => {
    expect(saidInFull(text, { ...returned, pending })).toEqual(["tell unit-is-found"]);
    expect(saidInFull(text, returned)).toEqual(["tell unit-is-found"]);
  });

  it("and why is kept for the office", () => {
    const text = "我也不知道给谁，税务不在园区";
    expect(saidInFull(text, { ...returned, pending })).toEqual(["tell unit-is-found", `offer note 14 ${text}`]);
  });

  it("but a unit that is named is the one", () => {
    expect(said("供电公司", { ...returned, pending })).toBe("do return 14");
  });
});
