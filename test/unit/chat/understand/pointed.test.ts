import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, said, situationIn } from "../../../support/talk.ts";

/** 刚才那个22: who points at an issue and says its number means that number, and no other issue is moved in its place. */

const SECRET = { ...own(27, "submitted", "科长收红包"), confidential: true };
const ISSUES = [
  own(5, "in_progress", "水表不准"),
  own(7, "submitted", "仓库门口积水"),
  own(8, "submitted", "缺30个针车工"),
  own(21, "dispatched", "东门红绿灯坏"),
  own(22, "submitted", "下水道堵"),
  own(24, "in_progress", "宽带断网"),
  SECRET,
  own(30, "submitted", "夜里太吵"),
];
const OFFICE: Spoken = { who: "coordinator", place: "direct", issues: ISSUES };
const OFFICIAL: Spoken = { who: "head", issues: ISSUES.map((one) => ({ ...one, mine: true })) };
const COMPANY: Spoken = { who: "liaison", issues: ISSUES };

describe("a number behind words that point at it", () => {
  it.each([
    ["刚才那个22还是给建管吧", "do dispatch 22"],
    ["刚刚说的30给公安", "do dispatch 30"],
    ["上面那条7交给建管局", "do dispatch 7"],
    ["那个22给建管吧", "do dispatch 22"],
    ["那22给建管局", "do dispatch 22"],
    ["哦对了，前面提的7派给建设局吧", "do dispatch 7"],
    ["把刚才那个30转公安", "do dispatch 30"],
    ["刚才22给建管局", "do dispatch 22"],
    ["你刚才发的那个7给建管局处理", "do dispatch 7"],
    ["刚才派的24改派社会局", "do dispatch 24"],
    ["上次转出去的24改成社会局", "do dispatch 24"],
    ["刚才那个二十二给建管局", "do dispatch 22"],
    ["刚才那个22号给建管局", "do dispatch 22"],
    ["刚才那个7催一下", "do urge 7"],
    ["那个5催一下", "do urge 5"],
    ["帮我催一下上面那个5", "do urge 5"],
    ["那个21怎么样了", "do status 21"],
    ["昨天那个24到哪一步了", "do status 24"],
    ["我派的21签了没有", "do status 21"],
    ["刚才那个99给建管局", "decline dispatch 99"],
    ["刚才说的98催一下", "decline urge 98"],
  ])("is the issue, as the coordinator says it: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });

  it.each([
    [COMPANY, "刚刚那个5补充一下 在东门", "do supplement 5"],
    [COMPANY, "那个24催一下", "do urge 24"],
    [COMPANY, "我昨天报的24到哪了", "do status 24"],
    [COMPANY, "刚才那个22撤了吧", "offer withdraw 22"],
    [OFFICIAL, "刚才那个21签收", "do sign 21"],
    [OFFICIAL, "上面那个21我们退了，不归我们管", "offer return 21"],
    [OFFICIAL, "刚才派的21已联系企业", "do contact 21"],
  ])("is the issue, whoever says it: %#", (spoken, text, expected) => {
    expect(said(text, spoken)).toBe(expected);
  });

  it.each([
    [COMPANY, "刚才那个5楼又漏水了"],
    [COMPANY, "那个5台机器全坏了"],
    [COMPANY, "刚才那个24小时都没来电"],
    [COMPANY, "上面那个7号车间停电了"],
    [COMPANY, "我们那个5G套餐太贵"],
    [OFFICE, "刚才那个110来了没有"],
    [OFFICE, "上午那个12345转来的怎么办"],
  ])("is none where it counts or names something else: %#", (spoken, text) => {
    const { steps } = understand(text, situationIn(spoken));
    const numbers = steps.flatMap((step) => ("doing" in step ? (step.doing.number ?? []) : []));
    expect(numbers).not.toContain(Number(/\d+/u.exec(text)?.[0]));
  });

  it("changes nothing of what is written behind a command", () => {
    const { steps } = understand("备注 24 跟刚才那个22一样处理", situationIn(OFFICE));
    expect(steps).toMatchObject([{ kind: "do", doing: { number: 24, rest: "跟刚才那个22一样处理" } }]);
  });
});

describe("a move of an issue that was only found", () => {
  it.each([
    ["红包那件给公安", "offer dispatch 27"],
    ["针车工那件给社会局", "do dispatch 8"],
    ["缺30个针车工的给社会局", "do dispatch 8"],
    ["27给公安", "do dispatch 27"],
  ])("is shown first where the issue is confidential, and nobody named its number: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });

  it.each([
    ["针车工那件给社会局，厂里30缺口", "which dispatch 8/30"],
    ["宽带那件催一下，都21了", "which urge 21/24"],
  ])("is asked where a number beside it may be another issue: %s", (text, expected) => {
    expect(said(text, OFFICE)).toBe(expected);
  });
});
