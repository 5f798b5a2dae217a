import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn } from "../../../support/talk.ts";

/** Several units in one sentence: each of them has its part, is shown, or is asked for; none is dropped. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(3, "submitted", "下水道不通"),
    own(8, "submitted", "宿舍没有热水"),
    own(15, "submitted", "水压不够"),
    own(18, "submitted", "断网，公交不来"),
    own(33, "submitted", "食堂卫生"),
  ],
};

function all(text: string): readonly string[] {
  return saidInFull(text, OFFICE);
}

describe("several units in what the coordinator says", () => {
  it.each([
    ["33和15分别给社会局和自来水", ["do dispatch 33 社会事务局", "do dispatch 15 自来水公司"]],
    [
      "3 8 15 33 分别给公安、自来水、建管局和公安",
      ["do dispatch 3 公安分局", "do dispatch 8 自来水公司", "do dispatch 15 建设管理局", "do dispatch 33 公安分局"],
    ],
    ["3、8分别给公安和公安，快点", ["do dispatch 3 公安分局 快点", "do dispatch 8 公安分局 快点"]],
    ["33 15 一个给社会局一个给自来水", ["offer dispatch 33 社会事务局", "offer dispatch 15 自来水公司"]],
    ["33和15，一件归社会局，另一件归自来水公司", ["offer dispatch 33 社会事务局", "offer dispatch 15 自来水公司"]],
    ["33、15这两个一个派给审批一个派给经发局", ["offer dispatch 33 行政审批局", "offer dispatch 15 经济发展局"]],
    ["3 8 15 一个给审批一个给社会局", ["need dispatch 3", "need dispatch 8", "need dispatch 15"]],
    ["33、15分别派给自来水、社会局", ["do dispatch 33 自来水公司", "do dispatch 15 社会事务局"]],
    ["33和15分别给社会局和城管", ["need dispatch 33", "need dispatch 15"]],
    ["33和15分别转给公安", ["do dispatch 33 公安分局", "do dispatch 15 公安分局"]],
    ["18交通为主，电信、人社协办", ["do dispatch 18 交通运输局", "do assist 18 通信运营中心", "do assist 18 人社局"]],
    ["18由交通局牵头，教育和公安配合", ["do dispatch 18 交通运输局", "do assist 18 教育局", "do assist 18 公安分局"]],
    [
      "18拆开，断网给电信 公交给交通",
      ["do dispatch 18 通信运营中心", "offer assist 18 交通运输局 公交", "tell not-split"],
    ],
    [
      "18分成两个，断网给电信，公交给交通",
      ["do dispatch 18 通信运营中心", "offer assist 18 交通运输局 公交", "tell not-split"],
    ],
    ["18拆开", ["tell not-split"]],
    ["把18拆成两件", ["tell not-split"]],
    ["18给建管局，围挡拆开看看", ["do dispatch 18 建设管理局 围挡拆开看看"]],
    ["电梯那个给建管局", ["tell none-of-that"]],
    ["电梯的事交给建管局处理", ["tell none-of-that"]],
    ["食堂那个给社会局", ["do dispatch 33 社会事务局"]],
    ["8 热水给建管 招工给人社", ["do dispatch 8 建设管理局", "offer assist 8 人社局 招工"]],
    [
      "8 热水给建管 wifi电信配合 招工人社也配合一下",
      ["do dispatch 8 建设管理局", "do assist 8 通信运营中心 wifi", "do assist 8 人社局 招工"],
    ],
    ["15给自来水和住建", ["do dispatch 15 自来水公司", "offer assist 15 建设管理局"]],
    ["3给交通和教育一起弄，快点", ["do dispatch 3 交通运输局 快点", "offer assist 3 教育局"]],
    ["3给建管和城管", ["do dispatch 3 建设管理局", "need assist 3 城管"]],
    ["33给社会局，然后再给经发协办", ["do dispatch 33 社会事务局", "do assist 33 经济发展局"]],
  ])("each has its part: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["3给建管局，联系交通局的老王", ["do dispatch 3 建设管理局 联系交通局的老王"]],
    ["3给建管局和企业说一声", ["do dispatch 3 建设管理局 和企业说一声"]],
    ["15给自来水公司，水压也不够", ["do dispatch 15 自来水公司 水压也不够"]],
  ])("and what is told of others stays a note: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("who has something to do with it as well, or is to hear of it", () => {
  it.each([
    ["3给通信中心，商务局盯一下", ["do dispatch 3 通信运营中心", "offer assist 3 商务局"]],
    ["3给经发局，抄送审批局", ["do dispatch 3 经济发展局", "offer assist 3 行政审批局"]],
    ["3给经发局，同时通知审批局", ["do dispatch 3 经济发展局", "offer assist 3 行政审批局"]],
    ["3给经发局，审批局也关注一下", ["do dispatch 3 经济发展局", "offer assist 3 行政审批局"]],
    ["3给交通局，让公安看看", ["do dispatch 3 交通运输局", "offer assist 3 公安分局"]],
    ["3给建管局，教育局帮忙推一推", ["do dispatch 3 建设管理局", "offer assist 3 教育局"]],
    [
      "8 热水给建管局，垃圾社会局配合，学位那个让教育局看下",
      ["do dispatch 8 建设管理局", "do assist 8 社会事务局 垃圾", "offer assist 8 教育局 学位"],
    ],
    ["3，教育局也帮忙推一下学生的事", ["offer assist 3 教育局 也帮忙推一下学生的事"]],
  ])("is shown as one that helps: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["3给交通局，公安催过两次", ["do dispatch 3 交通运输局 公安催过两次"]],
    ["3给经发局，审批局那边说过要办", ["do dispatch 3 经济发展局 审批局那边说过要办"]],
    ["3给经发局，让企业跟审批局联系", ["do dispatch 3 经济发展局 让企业跟审批局联系"]],
  ])("and who is merely spoken of is not: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each(["3、8并一下，给公安", "3跟8并了，给公安", "8并到3，给公安", "3和8合并，转给公安"])(
    "what is to be one is made one first, and the one that is left is given: %s",
    (text) => {
      expect(all(text)).toEqual(["offer merge 8 3", "offer dispatch 3 公安分局"]);
    },
  );
});

describe("who thinks aloud while he gives an issue away", () => {
  it.each([
    ["3转给审批局，不对，这该是环保管的，先给社会局", ["do dispatch 3 社会事务局"]],
    ["3给商务局，不是，我看看，给经发", ["do dispatch 3 经济发展局"]],
    ["8给社会局，不对，宿舍应该还是建管局，先给人社", ["do dispatch 8 人社局"]],
    ["15给公安，说错了，我想想，给自来水", ["do dispatch 15 自来水公司"]],
    ["15给公安，不对，这个急，给自来水", ["do dispatch 15 自来水公司 这个急"]],
    ["3给供电，说错了，给社会局，算了还是公安", ["do dispatch 3 公安分局"]],
    ["3给供电，不对，应该是社会局，请公安配合", ["do dispatch 3 社会事务局", "do assist 3 公安分局"]],
    ["3给供电，不对，给社会局，15给公安", ["do dispatch 3 社会事务局", "do dispatch 15 公安分局"]],
    ["3给审批局，不对，危废应该是环保", ["need dispatch 3"]],
    ["3给审批局，等等，我再看看", ["need dispatch 3"]],
    ["15给自来水公司，水质不对，明天去取样", ["do dispatch 15 自来水公司 水质不对，明天去取样"]],
  ])("means what he says last, or is asked: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("is no reason in two parts, where another issue shares its words", () => {
    const issues = [own(20, "submitted", "税务局纪检"), own(31, "submitted", "物业不归我们管")];
    const { steps } = understand("20不归我们管，让她找税务局纪检", situationIn({ ...OFFICE, issues }));
    expect(steps).toMatchObject([
      { kind: "offer", doing: { command: "reject", number: 20, rest: "不归我们管，让她找税务局纪检" } },
    ]);
  });
});

describe("halves of what somebody has already, for two units", () => {
  const issues = [own(20, "in_progress", "后墙裂了，还有班车太少"), own(21, "submitted", "电压不稳")];

  it.each([
    "20说的是两件事，墙归建设，班车归交通",
    "20墙给建设，班车给交通",
    "20里面墙的事归建设局，班车归交通局",
    "20是两码事",
  ])("are no note: it is told that it stays one: %s", (text) => {
    expect(saidInFull(text, { ...OFFICE, issues })).toEqual(["tell not-split"]);
  });

  it("and a word on it stays a note", () => {
    expect(saidInFull("备注20 两件事都在办", { ...OFFICE, issues })).toEqual(["do note 20 两件事都在办"]);
    expect(saidInFull("20建设局说墙是他们的，班车要等交通局", { ...OFFICE, issues })[0]).toMatch(/^offer note 20/u);
  });
});

it.each(["减速带的都给交通", "减速带全给交通", "把减速带的都转交通吧"])(
  "all of a matter are shown where it is said: %s",
  (text) => {
    const issues = [
      own(3, "submitted", "门口的减速带坏了"),
      own(4, "submitted", "减速带的钉子扎胎"),
      own(7, "submitted", "食堂油烟"),
    ];
    expect(saidInFull(text, { ...OFFICE, issues })).toEqual([
      "offer dispatch 3 交通运输局",
      "offer dispatch 4 交通运输局",
    ]);
  },
);
