import { describe, expect, it } from "vitest";
import { own, type Spoken, said, saidInFull } from "../../../support/talk.ts";

/** 湘晶招人的那个: a company's name says whose issue is meant, and that it stands in the text of another's says little. */

const of = (company: string, one: ReturnType<typeof own>) => ({ ...one, company });
const ISSUES = [
  of("zhongsu", own(1, "in_progress", "三车间停电")),
  of("lingyun", own(2, "in_progress", "车间总开关老跳闸，一天三四次")),
  of("xiangjing", own(3, "in_progress", "我们想招几个SMT的技术员，有没有招聘会")),
  of("xiaoxiang", own(10, "in_progress", "冷库也跳闸了，跟凌云是不是同一条线")),
  of("zhongsu", own(12, "submitted", "帮隔壁湘晶的陈立新提一个，他们5G信号太差")),
  { ...of("hengda", own(14, "in_progress", "拖欠工人工资三个月")), confidential: true },
  of("hengda", own(16, "in_progress", "跳闸，生产线停了")),
  of("guangyuan", own(18, "submitted", "隔壁工地夜里打桩")),
  of("zhongsu", own(20, "in_progress", "社保补缴办不了")),
];
const OFFICE: Spoken = { who: "coordinator", place: "direct", issues: ISSUES };
const LEADER: Spoken = { who: "leader", place: "direct", issues: ISSUES };

describe("what the office says of companies", () => {
  it.each([
    ["潇湘冷库跟凌云是一回事 合到一起", "offer merge 10"],
    ["凌云跳闸和潇湘那个是同一件事，合并", "offer merge 10"],
    ["#16合到#2", "offer merge 16"],
    ["16归到2", "offer merge 16"],
    ["把10号那个合进2", "offer merge 10"],
  ])("puts two together by their companies, which is shown, or refused at once: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });

  it.each([
    ["彭丽那个噪音的事社会局牵头，公安配合", ["do dispatch 18 社会事务局", "do assist 18 公安分局"]],
    ["彭丽那个吵人的事交给社会局，公安配合一下", ["do dispatch 18 社会事务局", "do assist 18 公安分局"]],
    ["光源那个社会局牵头", ["do dispatch 18 社会事务局"]],
  ])("gives it away by whose it is, whatever else is said of it: %s", (text, expected) => {
    expect(saidInFull(text, OFFICE)).toEqual(expected);
  });

  it.each([
    ["凌云跳闸的备注一下 下午我去现场", "do note 2"],
    ["恒达工资那个加个备注：企业周五发", "do note 14"],
    ["凌云机械刚打电话，说宿舍漏水", "offer for"],
    ["凌云打电话来说食堂漏水，备注一下", "offer for"],
  ])("notes what is to be noted, and raises what was called in: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });

  it.each([
    "网络那个其实是湘晶的，不是中塑的",
    "12号不是中塑的，是湘晶的",
    "5G那件搞错了，应该算湘晶的",
    "那个打桩的其实是凌云的",
  ])("says that an issue stays whose it is, and what can be done: %s", (text) => {
    expect(said(text, OFFICE)).toBe("tell");
  });

  it.each([
    ["凌云的催一下", "do urge 2"],
    ["12号给通信公司，是湘晶提的", "do dispatch 12"],
    ["那个社保的给人社局", "offer dispatch 20"],
  ])("and does what else is said: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });
});

describe("a company's name", () => {
  it.each([
    ["湘晶招人的那个转给经发局", "do dispatch 3"],
    ["湘晶招聘会那个转给社会事务局", "do dispatch 3"],
    ["湘晶电子招工那件改派经发局", "do dispatch 3"],
    ["陈立新招不到人那个转经发局", "do dispatch 3"],
    ["陈总招技术员的转给经发局", "do dispatch 3"],
    ["凌云跳闸那个催一下供电", "do urge 2"],
    ["凌云跳闸的催一下", "do urge 2"],
    ["把凌云机械跳闸的事催一催", "do urge 2"],
    ["何静那边跳闸的催一下", "do urge 2"],
    ["潇湘冷库的催一下", "do urge 10"],
    ["凌云那个催一下", "do urge 2"],
    ["恒达跳闸的催一下", "do urge 16"],
    ["恒达讨薪那个催一下", "do urge 14"],
    ["恒达欠薪的督办一下 今天必须到现场", "offer supervise 14"],
    ["恒达讨薪的督办一下 今天必须到现场", "offer supervise 14"],
    ["恒达工资那个督办 尽快", "offer supervise 14"],
    ["中塑5G那个给通信公司", "do dispatch 12"],
    ["凌云跳闸那个怎么样了", "do status 2"],
    ["光源打桩那个派给建设局", "do dispatch 18"],
    ["彭丽打桩那个派给建设局", "do dispatch 18"],
    ["光源打桩那个给建设局，中塑5G那个给通信公司", "do dispatch 18 + do dispatch 12"],
    ["湘晶招人的催一下，凌云跳闸的催一下", "do urge 3 + do urge 2"],
    ["凌云的催一下，潇湘的也催一下", "do urge 2 + do urge 10"],
  ])("is whose issue the coordinator means: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });

  it.each([
    ["恒达电梯那个督办一下", "which supervise 14/16"],
    ["恒达那个督办一下，明天要有结果", "which supervise 14/16"],
    ["湘晶5G那个给通信公司", "which dispatch 3/12"],
    ["凌云冷库那个催一下", "which urge 2/10"],
    ["凌云路灯那个催一下", "which urge 2"],
    ["湘晶信号那个催一下", "which urge 3/12"],
    ["九嶷5G那个给通信公司", "which dispatch 12"],
    ["九嶷冷库那个催一下", "which urge 10"],
  ])("with words that fit none of its issues is asked, and nothing is done: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });

  it.each([
    ["凌云跳闸的盯紧点 明天给我个说法", "offer supervise 2"],
    ["恒达工资的事抓紧", "offer supervise 14"],
    ["湘晶招工的要重视", "offer supervise 3"],
    ["潇湘那个冷库的抓紧解决", "offer supervise 10"],
  ])("is whose issue the leader means: %s", (text, expected) => {
    expect(said(text, LEADER)).toBe(expected);
  });

  it.each([
    ["冷库跳闸那个催一下", "do urge 10"],
    ["10号催一下，凌云那边也在等", "do urge 10"],
    ["16催一下，凌云那边等着", "do urge 16"],
  ])("does not reach further: %s", (text, expected) => {
    expect(said(text, OFFICE)).toContain(expected);
  });
});
