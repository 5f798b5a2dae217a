import { expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What is told of two issues at once, of issues that are only pointed at, and of work in words of one's own. */

const two = [own(33, "in_progress", "网络慢"), own(34, "in_progress", "网络断"), own(35, "in_progress", "光纤断")];

it.each([
  ["33修好了34没修好", ["offer answer 33 修好了", "offer note 34 没修好"]],
  ["33好了34还没好", ["offer note 33 好了", "offer note 34 还没好"]],
  ["33号换好了34号还没弄好", ["offer answer 33 换好了", "offer note 34 还没弄好"]],
  ["33和35修好了34没修好", ["offer answer 33 修好了", "offer answer 35 修好了", "offer note 34 没修好"]],
  ["33弄好了但34还差个光猫", ["offer answer 33 弄好了", "offer progress 34 还差个光猫"]],
  ["33没修好34换好了", ["offer note 33 没修好", "offer answer 34 换好了"]],
  // A figure that counts something is none of an issue, and a text that is written for a company stays as it is written.
  ["33换好了34根网线", ["offer answer 33 换好了34根网线"]],
  ["答复 33 修好了34还没到", ["do answer 33 修好了34还没到"]],
] as const)("each issue has its own: %s", (text, expected) => {
  expect(saidInFull(text, { who: "head", issues: two })).toEqual(expected);
});

it("a company says of each which is solved", () => {
  const issues = [own(33, "answered", "网络慢"), own(34, "answered", "网络断")];
  expect(said("33好了34还没好", { who: "liaison", issues })).toBe("offer solved 33 + offer unsolved 34");
});

it("asked which issue is meant, two outcomes are no choice of one", () => {
  const pending = { ask: "which", for: "measure", among: [33, 34] } as const;
  const text = "33好了34还没好";
  expect(said(text, { who: "head", issues: two, pending: { ...pending, among: [33, 34] } })).not.toContain("measure");
});

const dispatched = [4, 6]
  .map((n) => own(n, "dispatched", "路上有坑"))
  .concat([own(9, "dispatched", "马路破损"), own(12, "dispatched", "停电")]);

it.each([
  ["4、6和刚来的几个路的我都签了", "do sign 4 + do sign 6 + offer sign 9"],
  ["4和其他几个都签收", "do sign 4 + offer sign 6 + offer sign 9 + offer sign 12"],
  ["4、6还有剩下的两个都签了", "do sign 4 + do sign 6 + offer sign 9 + offer sign 12"],
  ["4、6都签了", "do sign 4 + do sign 6"],
] as const)("the others are not left out unsaid: %s", (text, expected) => {
  expect(said(text, { who: "head", issues: dispatched })).toBe(expected);
});

const waste = [own(21, "in_progress", "垃圾堆着没人收"), own(5, "in_progress", "路灯不亮")];
const theft = [own(21, "in_progress", "皮料被偷"), own(5, "in_progress", "路灯不亮")];
const bus = [own(21, "in_progress", "17路公交末班太早"), own(5, "in_progress", "路灯不亮")];

it.each([
  ["垃圾拉走了，每天早上8点来一趟", waste, "offer answer 21"],
  ["皮料那个抓到人了，东西追回来了", theft, "offer answer 21"],
  ["17路加一班 22:40的，15号开始跑", bus, "offer progress 21"],
  ["末班车谈好了，下周一起多一趟", bus, "offer progress 21"],
  ["板子坏了，明天换", bus, "which measure 21/5"],
  ["板子坏了，明天换", [own(5, "in_progress", "路灯不亮")], "offer measure 5"],
  ["路灯的让刘洋办", bus, "offer note 5"],
  // What tells nothing of work is none of an issue.
  ["今天天气不错", bus, "unknown"],
  ["群里发的收到了", bus, "unknown"],
  ["吃饭了没", bus, "unknown"],
  ["各位，晚上聚餐改到七点", bus, "silence"],
  ["食堂今天没开，大家点外卖吧", bus, "unknown"],
] as const)("what a unit tells of its work is offered, or asked of which: %s", (text, issues, expected) => {
  expect(said(text, { who: "head", issues: [...issues] })).toBe(expected);
});

it.each([
  ["21让社会局帮忙出车", "offer assist 21"],
  ["21请公安局派人支援", "offer assist 21"],
  ["21号：你们厂内管道老化，请自行更换", "offer answer 21"],
  ["21号：贵公司的表前管是自己的，要自行维修", "offer answer 21"],
  ["21你们抓紧修", "offer note 21"],
  ["21号：请贵公司提供照片", "offer ask 21"],
] as const)("an official says: %s", (text, expected) => {
  expect(said(text, { who: "head", issues: waste })).toBe(expected);
});

const asked = [
  { ...own(11, "in_progress", "招工难"), request: "extension" as const },
  { ...own(16, "in_progress", "奖补资金"), request: "extension" as const },
];

it.each([
  ["杨局那个延期行，16给他", "do approve 16"],
  ["11的延期给他们吧", "do approve 11"],
  ["11肖芳那个延期准了", "do approve 11"],
  ["11延期我看可以", "do approve 11"],
  ["11的延期不给", "need refuse 11 reason"],
  ["16的延期怎么样了", "do status 16"],
] as const)("the coordinator decides: %s", (text, expected) => {
  expect(said(text, { who: "coordinator", issues: asked })).toBe(expected);
});

it.each([
  ["11肖芳那个延期准了", "decline approve 11"],
  ["11的延期给他们吧", "decline approve 11"],
  ["供电的情况发我看看", "do units"],
  ["把交通局的列一下", "do units"],
  ["建设局那边的给我看一下", "do units"],
  ["11的情况发我看看", "do status 11"],
] as const)("where nothing waits to be decided the coordinator says: %s", (text, expected) => {
  expect(said(text, { who: "coordinator", issues: [own(11, "in_progress", "招工难")] })).toBe(expected);
});

it.each([
  ["5给企业说下，资料已上报省厅，12月10日前有结果", ["offer progress 5 资料已上报省厅，12月10日前有结果"]],
  ["5资料都审完了，可以回企业了", ["offer answer 5 资料都审完了"]],
  ["5跟他们说一声，资料已上报省厅", ["offer progress 5 资料已上报省厅"]],
  ["5给企业送了两箱灯泡", ["offer progress 5 给企业送了两箱灯泡"]],
] as const)("what is said to the bot is no part of what a company reads: %s", (text, expected) => {
  expect(saidInFull(text, { who: "head", issues: [own(5, "in_progress", "路灯不亮")] })).toEqual(expected);
});

it("that it is signed is no part of the measure, and who grants a request writes no remark by it", () => {
  const pressure = [9, 7].map((n) => own(n, "dispatched", "水压低"));
  expect(saidInFull("9签了，12月3日前换好", { who: "head", issues: pressure })).toEqual([
    "do sign 9",
    "do measure 9 12月3日前换好",
  ]);
  const all = saidInFull("那两个水压的都签了 是主管道的问题 12月5日前换好", { who: "head", issues: pressure });
  expect(all.filter((one) => one.includes("签"))).toEqual([]);
  expect(saidInFull("杨局那个延期行，16给他", { who: "coordinator", issues: asked })).toEqual(["do approve 16"]);
});

it("one answer of several that is wrong is put right alone", () => {
  const issues = [own(31, "answered", "停电"), own(32, "answered", "停电")];
  const question = { ask: "ways", ways: [], common: 1, did: "答复 31 32" } as const;
  const situation = { ...situationIn({ who: "head", issues }), question };
  expect(stepsInFull(understand("32的答复说错了，是只通了一半，周五再来", situation))).toEqual([
    "offer correct 32 只通了一半，周五再来",
  ]);
});

it.each([
  ["停电几家统一回个话，今天全部修好送电", "offer answer 31 今天全部修好送电"],
  ["停电的两家都说一声：线路已经换好了", "offer progress 31 线路已经换好了"],
] as const)(
  "where no common problem is called so it is an answer, without the words for whom it is: %s",
  (text, expected) => {
    const issues = [own(31, "in_progress", "停电"), own(5, "in_progress", "路灯不亮")];
    const situation = { ...situationIn({ who: "head", issues }), callsNoCommon: true };
    expect(stepsInFull(understand(text, situation))).toEqual([expected]);
  },
);
