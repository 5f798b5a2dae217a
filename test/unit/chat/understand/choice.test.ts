import { describe, expect, it } from "vitest";
import { own, type Spoken, said } from "../../../support/talk.ts";

const ISSUES = [
  own(1, "in_progress", "三车间昨晚停电两次，影响交货"),
  own(3, "in_progress", "门口路灯不亮"),
  own(10, "dispatched", "供电公司王建国亲戚的施工队垄断配电改造"),
];

/** Asked which of the three is meant. */
function asked(who: "leader" | "coordinator" | "liaison", command: string): Spoken {
  return { who, issues: ISSUES, pending: { ask: "which", for: command, among: [1, 3, 10] } } satisfies Spoken;
}

describe("asked which issue is meant", () => {
  it.each([
    ["3", "do urge 3"],
    ["10号吧", "do urge 10"],
    ["第二个", "do urge 3"],
    ["最后一个", "do urge 10"],
    ["停电那个", "do urge 1"],
    ["路灯", "do urge 3"],
    ["就路灯的那件", "do urge 3"],
    ["配电改造", "do urge 10"],
    ["第一个，谢谢", "do urge 1"],
    ["都催", "do urge 1 + do urge 3 + do urge 10"],
  ])("a number, a place or the words of one choose: %s", (text, outcome) => {
    expect(said(text, asked("coordinator", "urge"))).toBe(outcome);
  });

  it.each([
    "供电公司要给企业一个说法",
    "供电公司",
    "王建国",
    "都这么久了还没有个结果",
    "急死人了，企业天天打电话",
    "最后再强调一次纪律",
    "谢谢供电公司的同志",
    "路灯那个不用催",
    "3号先别催",
  ])("a sentence of its own, or the name of a unit, chooses none: %s", (text) => {
    expect(said(text, asked("coordinator", "urge"))).not.toMatch(/do urge/u);
  });

  it("a leader's next sentence goes to nobody unseen, and what goes to a head is shown with its text", () => {
    for (const text of ["请供电公司就近期停电写个情况报我", "请公安分局抓紧查办", "供电公司要重视"])
      expect(said(text, asked("leader", "supervise"))).not.toMatch(/^do /u);
    const order = { ...asked("leader", "supervise"), issues: ISSUES };
    expect(said("路灯的事请务必盯紧", { ...order, pending: undefined })).toBe("offer supervise 3");
  });

  it("an order of its own chooses none, and what is given to a colleague is not returned", () => {
    const pending = { ask: "which", for: "return", among: [1, 3, 10] } satisfies Spoken["pending"];
    expect(said("1号转给刘洋办", { who: "officer", issues: ISSUES, pending })).toBe("offer note 1");
    expect(said("1号，停电那个", { who: "officer", issues: ISSUES, pending })).not.toMatch(/note/u);
  });

  it("thanks of a company send nothing back", () => {
    const answered = [own(16, "answered", "厂门口打架吵闹"), own(17, "answered", "下水道堵了")];
    const question = { ask: "which", for: "unsolved", among: [16, 17] } as const;
    const which = { who: "liaison", issues: answered, pending: { ...question, among: [16, 17] } } satisfies Spoken;
    expect(said("感谢公安的同志，不吵了！", which)).toBe("offer solved 16");
    expect(said("打架那件", which)).toBe("need unsolved 16 reason");
  });
});

describe("a request that its unit does not wish any more", () => {
  const issues = [
    own(3, "dispatched", "门口路灯不亮"),
    { ...own(2, "in_progress", "门口路坑洼"), request: "return" as const },
    { ...own(4, "in_progress", "公交太少"), request: "extension" as const },
  ];
  const open = { who: "officer", issues } satisfies Spoken;

  it.each([
    "刚才那个退单撤了吧，还是我们办",
    "说错了，我们来办",
    "2号不退了",
    "4号的延期撤回",
    "不延期了",
    "撤回4号延期",
  ])("stands, and it is said who can end it: %s", (text) => {
    expect(said(text, open)).toBe("tell");
    expect(said(text, { who: "officer", issues: issues.slice(0, 1) })).not.toMatch(/return|extend|withdraw/u);
  });

  it.each([
    ["3号我们来办", "do sign 3"],
    ["2号修好了，定金不退了", "offer answer 2"],
    ["退单批了没有", "do status 2"],
  ])("is not meant by what is said of something else: %s", (text, outcome) => {
    expect(said(text, open)).toBe(outcome);
  });
});

describe("what waits for a decision", () => {
  const waiting = {
    who: "coordinator",
    place: "direct",
    issues: [
      { ...own(2, "in_progress", "门口路坑洼"), request: "extension" as const },
      { ...own(4, "in_progress", "公交太少"), request: "extension" as const },
      own(5, "in_progress", "路灯不亮"),
    ],
  } satisfies Spoken;

  it.each(["批准2号", "批准 2", "准2号", "2号批准", "2号准了", "2号可以", "2号行", "批2号", "批准2号延期", "同意2"])(
    "is agreed to with its number: %s",
    (text) => {
      expect(said(text, waiting)).toBe("do approve 2");
    },
  );

  it("is agreed to in part only after it was shown, and where nothing waits there is nothing to agree to", () => {
    expect(said("2号的延期同意，但是最多3天", waiting)).toBe("offer approve 2");
    expect(said("批准5号", waiting)).toBe("decline approve 5");
  });

  it("is never the text of an order", () => {
    const pending = { ask: "need", what: "text", step: { do: "supervise", n: 2 } } as const;
    const ordered = { ...waiting, pending } satisfies Spoken;
    for (const text of ["好，同意", "可以", "是的"]) expect(said(text, ordered)).toBe("need supervise 2 text");
    expect(said("2号的延期准了，最多三天", ordered)).toBe("offer approve 2");
    expect(said("请三日内报整改方案", ordered)).toBe("do supervise 2");
  });

  it("and what has gone to a head cannot be taken back", () => {
    for (const text of ["撤销刚才那个批示", "批示发错了，能收回吗", "把2号的督办撤了"])
      expect(said(text, waiting)).toBe("tell");
  });
});

describe("an officer", () => {
  const officer = {
    who: "officer",
    issues: [own(5, "dispatched", "宿舍网络老断"), own(18, "in_progress", "门口的基站信号差")],
  } satisfies Spoken;

  it.each(["网络是移动自己的，我转给移动了，他们明天上门", "宿舍网络已经转交给物业处理"])(
    "who has handed it on to somebody outside tells how it goes on: %s",
    (text) => {
      expect(said(text, officer)).toBe("offer progress 5");
    },
  );

  it("gives back the one that was chosen only after it was shown", () => {
    const pending = { ask: "which", for: "return", among: [5, 18] } as const;
    const which = { ...officer, pending: { ...pending, among: [5, 18] } } satisfies Spoken;
    expect(said("5号", which)).toBe("need return 5 reason");
    expect(said("网络是别人的，要找法规那边定", which)).not.toMatch(/^do /u);
  });

  it.each(["5号不归我们管", "宿舍网络不是我们的职责", "5号转给建设管理局了", "网络那单转给信息中心吧"])(
    "gives back in free words only after it was shown: %s",
    (text) => {
      expect(said(text, officer)).toBe("offer return 5");
    },
  );
});

it("an officer who says that it is done, while the company is asked for something, is told that it waits", () => {
  const waits: Spoken = { who: "officer", issues: [own(53, "waiting", "厂房屋面渗漏")] };
  for (const text of ["53 已全部修好", "都修好了，请企业确认"]) expect(said(text, waits)).toBe("decline answer 53");
  expect(said("53号还在修", waits)).toBe("offer note 53");
});

describe("of several issues", () => {
  const POLICE = [
    own(33, "dispatched", "员工想在这边买房落户，12月前能办吗"),
    own(34, "in_progress", "厂里电缆被偷盗两次"),
    own(35, "dispatched", "夜里有人打架闹事"),
  ];
  const POWER = [
    own(29, "dispatched", "跟供电公司没关系，是我们自己的变压器想卖掉"),
    own(30, "in_progress", "请尽快安排，线路老化落实不了"),
    own(31, "dispatched", "三栋厂房要接临时用的线"),
  ];

  it("none is chosen for words that tell no matter, nor for the trade of the unit", () => {
    const police = { who: "head", issues: POLICE } as const;
    for (const text of ["我们这边安排巡逻，12月8号前落实", "这个我想办法，自己派人，12月8号前落实到位"])
      expect(said(text, police)).toMatch(/^which \w+ 33\/34\/35$/u);
    const power = { who: "head", issues: POWER } as const;
    for (const text of ["这个我们牵头，装双电源，12月20号前", "我们自己尽快安排，12月8号前落实"])
      expect(said(text, power)).toMatch(/^which \w+ 29\/30\/31$/u);
    expect(said("打架的事我们安排巡逻，12月8号前落实", police)).toContain("do measure 35");
    expect(said("变压器的事我们牵头，12月20号前办好", power)).toContain("do measure 29");
  });
});
