import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** Of several returns that are agreed to in one sentence each goes to the unit beside its own number. */

const returned = (n: number, title: string) => ({ ...own(n, "in_progress", title), request: "return" as const });

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    returned(44, "夜里打桩太吵"),
    returned(51, "垃圾没人清运"),
    returned(54, "绿化带里烧东西"),
    { ...own(12, "in_progress", "厂房漏雨"), request: "extension" },
    own(56, "in_progress", "围墙倒了"),
    own(28, "submitted", "车间跳闸"),
  ],
};

const [POLICE, SOCIETY] = ["公安分局", "社会事务局"];

describe("returns that are agreed to together", () => {
  it.each([
    "同意44、51，44给公安，51还是社会局",
    "同意44、51，44公安，51社会局",
    "44、51的退单都同意，44给公安，51给社会局",
    "44和51都同意，44转公安51转社会",
    "44同意给公安，51同意给社会局",
    "同意44公安，51社会局",
    "行，44给公安，51给社会局",
    "可以，44归公安，51就是社会局的事",
    "44给公安，51给社会局，都同意",
    "同意44、51，分别给公安和社会局",
    "44、51都批了，前一个给公安，后一个给社会局",
    "同意 44 51 44给公安 51给社会局",
    "44退单同意，转公安。51退单也同意，转社会局",
    "同意44、51，44不给建设局，给公安，51给社会局",
  ])("go to a unit each: %s", (text) => {
    expect(saidInFull(text, OFFICE)).toEqual([`do approve 44 ${POLICE}`, `do approve 51 ${SOCIETY}`]);
  });

  it.each([
    ["同意44、51给公安", [`do approve 44 ${POLICE}`, `do approve 51 ${POLICE}`]],
    [
      "44、51、54准了，44、51给公安，54给社会",
      [`do approve 44 ${POLICE}`, `do approve 51 ${POLICE}`, `do approve 54 ${SOCIETY}`],
    ],
    ["同意51、44，51给社会局", ["do approve 44", `do approve 51 ${SOCIETY}`]],
    ["都同意，44给公安让他们今晚去，51给社会局", [`do approve 44 ${POLICE} 让他们今晚去`, `do approve 51 ${SOCIETY}`]],
    ["44、51都同意，给公安和社会局", ["need approve 44", "need approve 51"]],
    ["44、51同意，44归公安，51驳回，还是你们办", [`do approve 44 ${POLICE}`, "do refuse 51 还是你们办"]],
    ["同意44、12，44给公安，12到12月10号", [`do approve 44 ${POLICE}`, "do approve 12 到12月10号"]],
  ])("with what is said of each: %s", (text, steps) => {
    expect(saidInFull(text, OFFICE)).toEqual(steps);
  });

  it.each([
    ["同意44，51催一下", ["do approve 44", "do urge 51"]],
    ["同意44、51，44给公安，56催一下", ["do approve 51", `do approve 44 ${POLICE}`, "do urge 56"]],
    ["同意44给公安，28给供电", [`do approve 44 ${POLICE}`, "do dispatch 28 供电公司"]],
    ["同意44，按他们说的给公安，51的事明天说", [`do approve 44 ${POLICE}`, "do status 51"]],
  ])("and what is said of another issue is no part of it: %s", (text, steps) => {
    expect(saidInFull(text, OFFICE)).toEqual(steps);
  });

  it.each([
    ["同意44，给公安", ["do approve 44 给公安"]],
    ["同意12，到12月12号", ["do approve 12 到12月12号"]],
    ["同意44、51", ["do approve 44", "do approve 51"]],
    ["44给公安，51给社会局", [`offer dispatch 44 ${POLICE}`, `offer dispatch 51 ${SOCIETY}`]],
    ["同意44，理由跟51差不多", ["do approve 44 理由跟51差不多"]],
  ])("and of one alone, or without an agreement, nothing changes: %s", (text, steps) => {
    expect(saidInFull(text, OFFICE)).toEqual(steps);
  });

  it.each([
    "44、51先别同意，44给公安？51给社会局？",
    "不同意44、51，44就是公安的，51社会局",
    "44、51还没同意，44给公安，51给社会局",
  ])("and nothing is agreed to that is put off, refused or asked: %s", (text) => {
    expect(saidInFull(text, OFFICE).filter((step) => step.includes("approve"))).toEqual([]);
  });
});
