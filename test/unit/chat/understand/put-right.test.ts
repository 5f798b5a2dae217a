import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(3, "submitted", "下水道不通"),
    own(5, "submitted", "红绿灯坏"),
    own(8, "submitted", "路面坑洼，井盖丢了"),
    own(12, "dispatched", "停车被贴条"),
    own(13, "in_progress", "水表不准"),
    own(16, "submitted", "排水管堵"),
  ],
};

/** Everything that it comes to: the step, the command, the issue and what is told with it. */
function all(text: string, spoken: Spoken = OFFICE): readonly string[] {
  return saidInFull(text, spoken);
}

describe("who puts himself right within a message", () => {
  it.each([
    ["把3改派供电，不对，改派社会局", ["do dispatch 3 社会事务局"]],
    ["12转公安，啊不，转建设局", ["do dispatch 12 建设管理局"]],
    ["3给供电不对给社会局", ["do dispatch 3 社会事务局"]],
    ["3给供电，急，说错了，给社会局", ["do dispatch 3 社会事务局 急"]],
    ["3给供电，不是供电，是社会局", ["do dispatch 3 社会事务局"]],
    ["派单 3 供电公司，算了，还是社会事务局", ["do dispatch 3 社会事务局"]],
    ["3派给供电，不对，协办供电", ["do assist 3 供电公司"]],
    ["3给供电吧……哎呀错了，社会局", ["do dispatch 3 社会事务局"]],
    ["哦不对 3给建管局 啊不是 还是供电", ["do dispatch 3 供电公司"]],
    ["不对 3给社会局", ["do dispatch 3 社会事务局"]],
    ["3给建管局，还是供电吧", ["do dispatch 3 供电公司"]],
    ["3给建管局 还是给自来水公司", ["do dispatch 3 自来水公司"]],
    ["3给供电，还是老问题", ["do dispatch 3 供电公司 还是老问题"]],
    ["3转公安，哦不是公安，是交通", ["do dispatch 3 交通运输局"]],
    ["3，啊不，5给供电", ["do dispatch 5 供电公司"]],
    ["3和5给社会局，不对，5给公安", ["do dispatch 3 社会事务局", "do dispatch 5 公安分局"]],
    ["3、5给社会局，5先别派", ["do dispatch 3 社会事务局"]],
    ["不受理3，不对，是不受理5，属于市里管", ["do reject 5 属于市里管"]],
    ["协办12 供电，不对，社会局", ["do assist 12 社会事务局"]],
    ["3给供电，5给社会局，不对，反了，3给社会局，5给供电", ["do dispatch 3 社会事务局", "do dispatch 5 供电公司"]],
    ["3给供电，5给公安，不对，3给社会局", ["do dispatch 3 社会事务局", "do dispatch 5 公安分局"]],
    ["催一下12，不对，13", ["do urge 13"]],
    ["合并 16 3，不对，16 5", ["do merge 16 5"]],
    ["期限 12 周五，哦不，周六", ["do due 12 周六"]],
    ["督办 12 三天内解决，不对，五天内", ["do supervise 12 五天内解决"]],
    ["共性 牵头 G3 交通局，不对，建管局", ["do common - 牵头 G3 建设管理局"]],
  ])("means what he said last: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  const official: Spoken = { ...OFFICE, who: "officer", place: "department" };

  it.each([
    ["签收12，不对，13", ["decline sign 13"]],
    ["延期 13 到3号，不对，5号 等配件", ["do extend 13 到5号 等配件"]],
    ["退单 12 归供电公司管，不对，归社会局管", ["do return 12 归社会事务局管"]],
    ["12签收，不对，退单 不归我们管", ["do return 12 不归我们管"]],
  ])("so does an official: %s", (text, expected) => {
    expect(all(text, official)).toEqual(expected);
  });

  it.each([
    ["答复 13 电表读数，不对，应该是3天前的", ["do answer 13 电表读数，不对，应该是3天前的"]],
    ["12号企业说水压不对，13号也不对", ["12", "13"]],
  ])("but what is said of the matter stays: %s", (text, expected) => {
    for (const part of expected) expect(all(text, official).join(" ")).toContain(part);
  });

  it("so does a company, of its own issue", () => {
    const company: Spoken = { who: "liaison", issues: [own(12, "answered", "停车被贴条")] };
    expect(all("12已解决，不对，没解决", company)[0]).toContain("unsolved 12");
    expect(all("评价 12 5分，不对，4分", company)).toEqual(["decline rate 12 4分"]);
  });
});

describe("who is left out", () => {
  it.each([
    ["3交给财政金融局，千万别给经发局", ["do dispatch 3 财政金融局"]],
    ["3 给财政吧，别给经发", ["do dispatch 3 财政金融局"]],
    ["3给社会局不要给供电了", ["do dispatch 3 社会事务局"]],
    ["3派给社会局，供电不用", ["do dispatch 3 社会事务局"]],
    ["派单 3 财金局，别让经发局知道", ["do avoid 3 经济发展局", "do dispatch 3 财金局"]],
    ["3给供电，不用自来水配合了，周五前修好", ["do dispatch 3 供电公司 周五前修好"]],
    ["3给社会局，经发局和商务局都别通知", ["do dispatch 3 社会事务局"]],
    ["3别给供电", ["need dispatch 3"]],
    ["3的事别让经发局知道", ["do avoid 3 经济发展局"]],
    ["备注 12 别让经发局知道", ["do note 12 别让经发局知道"]],
    ["3给供电，自来水的水管别挖断了", ["do dispatch 3 供电公司 自来水的水管别挖断了"]],
  ])("is neither asked nor named: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("a part of what is given away", () => {
  it.each([
    [
      "3和5都给社会局，3电梯的事请建设局配合",
      ["do dispatch 3 社会事务局", "do assist 3 建设管理局 电梯的事", "do dispatch 5 社会事务局"],
    ],
    ["派单 3 社会局，5请建设局配合", ["do dispatch 3 社会局", "do assist 5 建设管理局"]],
    [
      "8第1个给交通局，第2个公安，垃圾给社会局",
      ["do dispatch 8 交通运输局", "offer assist 8 公安分局 第2个", "offer assist 8 社会事务局 垃圾"],
    ],
    ["8给交通局，抄送公安", ["do dispatch 8 交通运输局", "offer assist 8 公安分局"]],
    ["3给龙飞他们公安", ["do dispatch 3 公安分局"]],
  ])("goes to the unit of that part alone: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("what a company has told the coordinator", () => {
  it.each([
    ["刚才湘晶打电话来，说门口井盖丢了，帮他报一个", "offer for - 湖南湘晶电子有限公司 诉求 门口井盖丢了"],
    ["代中塑科技提一个：他们电话打来说下水道堵了", "offer for - 湖南中塑科技有限公司 诉求 下水道堵了"],
    ["恒达鞋业刚打电话，说井盖丢了", "offer for - 永州恒达鞋业有限公司 诉求 井盖丢了"],
    ["帮企业报一个，井盖丢了", "need for - 帮企业报一个，井盖丢了"],
  ])("is raised for it, whatever issue shares its words: %s", (text, expected) => {
    expect(all(text)).toEqual([expected]);
  });
});

describe("two issues that are one", () => {
  it.each([
    ["16 其实跟3是一回事，并了吧", OFFICE, ["offer merge 16 3"]],
    ["3并16", OFFICE, ["offer merge 16 3"]],
    ["16跟3并一起", OFFICE, ["offer merge 16 3"]],
    ["并到3", OFFICE, ["need merge - 3"]],
    ["并到3", { ...OFFICE, quote: { of: "bot", about: "x", n: [16] } }, ["offer merge 16 3"]],
    ["并到3", { ...OFFICE, pending: { ask: "need", what: "number", step: { do: "merge", n: 16 } } }, ["do merge 16 3"]],
  ] as const)("%s", (text, spoken, expected) => {
    expect(all(text, spoken as unknown as Spoken)).toEqual(expected);
  });
});

describe("what the coordinator says in few words", () => {
  it.each([
    ["有啥要批的", OFFICE, ["do todo -"]],
    ["有几个申请", OFFICE, ["do todo -"]],
    ["3给人社局吧，5也是", OFFICE, ["do dispatch 3 人社局", "do dispatch 5 人社局"]],
    ["13应该还是自来水的，改回去", OFFICE, ["offer dispatch 13 自来水公司"]],
    ["3给纪委", OFFICE, ["do dispatch 3 纪委"]],
    ["13号水表的改给生态环境局", OFFICE, ["do dispatch 13 生态环境局"]],
    ["3退给企业，让他写清楚哪条线", OFFICE, ["decline ask 3 退给企业，让他写清楚哪条线"]],
    ["帮彭丽问下13现在什么情况", OFFICE, ["do status 13"]],
    ["催一下没签收的", OFFICE, ["do urge 12"]],
    [
      "算了 给公安",
      { ...OFFICE, pending: { ask: "which", for: "dispatch", among: [3, 5] } },
      ["which dispatch - 公安分局"],
    ],
  ] as const)("%s", (text, spoken, expected) => {
    expect(all(text, spoken as unknown as Spoken)).toEqual(expected);
  });

  it("asks who shall have it instead of what was sent wrongly", () => {
    expect(all("12派错了，撤回来").at(-1)).toMatch(/^need dispatch 12/u);
  });

  it("names by its confidence the one that was confided, which is shown first", () => {
    const [first, ...others] = OFFICE.issues ?? [];
    const issues = first === undefined ? [] : [{ ...first, confidential: true }, ...others];
    expect(all("保密的那件给建设局", { ...OFFICE, issues })).toEqual(["offer dispatch 3 建设管理局"]);
  });

  it("of a leader is asked which issue it is where only a place is shared", () => {
    const issues = [own(3, "in_progress", "南门路灯坏了"), own(5, "in_progress", "南门口垃圾没人清")];
    expect(all("南门那边天天堵，叫人看看", { who: "leader", place: "direct", issues })[0]).toMatch(
      /^need supervise -/u,
    );
  });
});

describe("why a unit has an issue", () => {
  it.each([
    "13怎么到教育局去了",
    "13为啥自动给了交通",
    "13谁派的",
    "13是谁定的归审批局",
    "13 依据是啥",
    "13 系统怎么判断的",
    "13 根据什么派给建设局的",
  ])("%s", (text) => {
    expect(all(text)).toEqual(["do why 13"]);
  });

  it("is a word to the order behind it", () => {
    expect(all("12谁给建设局的，快转公安")).toEqual(["do dispatch 12 公安分局"]);
  });
});
