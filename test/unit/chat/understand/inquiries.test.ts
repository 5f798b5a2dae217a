import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, SAMPLE_PARK, said, situationIn } from "../../../support/talk.ts";

/** What coordinators and leaders ask of the whole: with the unit and the period that they name. */

const ISSUES = [own(1, "in_progress", "三车间昨晚停电两次"), own(9, "dispatched", "宿舍网络老断")];

/** The commands with what stands behind them: stats 11月. */
function asked(text: string, who: Line["who"] = "leader"): string {
  const { steps } = understand(text, situationIn({ who, place: "direct", issues: ISSUES }));
  return steps
    .map((step) => ("doing" in step ? [step.doing.command, step.doing.number, step.doing.rest] : [step.kind]))
    .map((parts) => parts.filter((one) => one !== null && one !== "").join(" "))
    .join(" + ");
}

it.each([
  ["最近园区企业反映的问题怎么样了？", "brief"],
  ["这段时间大家提的诉求办得如何", "brief"],
  ["近期企业上报的事情处理得怎么样", "brief"],
  ["目前各家反映上来的意见都什么情况", "brief"],
])("how the whole stands: %s", (text, expected) => {
  expect(asked(text)).toBe(expected);
});

it("how one matter stands is asked of that", () => {
  expect(asked("最近企业反映的停电问题怎么样了")).toMatch(/status 1/u);
});

it.each([
  ["有没有别的企业说停电", "search 停电"],
  ["有没有其他企业反映停水", "search 停水"],
  ["有别的厂遇到断网的吗", "search 断网的"],
  ["别家是不是也停电啊", "search 停电"],
])("what others have is looked for by the matter alone: %s", (text, expected) => {
  expect(asked(text, "liaison")).toBe(expected);
});

describe("what is open", () => {
  it.each([
    ["还有哪些没办好的", "todo 全部"],
    ["哪几件还没解决", "todo 全部"],
    ["没办完的有哪些", "todo 全部"],
    ["在办的都有哪些", "todo 全部"],
    ["还有多少没办完？", "stats"],
    ["没解决的还有几件", "stats"],
    ["还剩几件没处理完", "stats"],
    ["这个月还有多少没办结", "stats 本月"],
    ["供电公司还有哪些没办好", "units 供电公司"],
  ])("is no question for what is late: %s", (text, expected) => {
    expect(asked(text)).toBe(expected);
    expect(asked(text, "coordinator")).toBe(expected);
  });

  it.each([
    ["哪些过了期还没办", "overdue"],
    ["有没有超时没办的", "overdue"],
    ["有哪些拖了很久没解决", "overdue"],
    ["还有没派的吗", "todo"],
    ["今天的都派完了吗", "todo"],
    ["现在最要紧的是哪几件", "todo 全部"],
    ["哪几件比较急", "todo 全部"],
    ["单子都派出去了没", "todo"],
    ["有没有漏派的", "todo"],
    ["还有谁没签收", "unsigned"],
  ])("late, unsigned and undispatched ones are asked for as such: %s", (text, expected) => {
    expect(asked(text, "coordinator")).toBe(expected);
  });
});

describe("a unit that is named", () => {
  it.each([
    ["供电公司这个月办得如何", "units 供电公司 本月"],
    ["建设管理局上周表现怎么样", "units 建设管理局 上周"],
    ["经发局11月份办得怎么样", "units 经济发展局 11月"],
    ["人社局收了多少件", "stats 人社局"],
    ["供电公司11月份收了几件", "stats 供电公司 11月"],
    ["各单位这个月办得怎么样", "units 本月"],
    ["公安近来干得咋样", "units 公安分局"],
    ["人社最近办事情况如何", "units 人社局"],
    ["供电这周的情况说一下", "units 供电公司 本周"],
  ])("is asked about, and no other: %s", (text, expected) => {
    expect(asked(text)).toBe(expected);
    expect(asked(text, "coordinator")).toBe(expected);
  });

  it.each(["通信那头也催催，礼拜五之前要个说法", "催下欧阳雪他们", "交通局那边盯紧点，不能再拖了"])(
    "that leads nothing is not pressed with what others lead: %s",
    (text) => {
      expect(asked(text)).toMatch(/^units (?:通信运营中心|交通运输局)/u);
    },
  );
});

it.each(["有我们的吗", "有没有派给我们局的", "今天有我们的没有"])(
  "an official asks whether anything is his: %s",
  (text) => {
    expect(asked(text, "officer")).toBe("todo");
  },
);

it.each([
  ["1就用上回那个答复", "refer 1"],
  ["1也这么回", "refer 1"],
  ["1号跟之前那件一样答复就行", "refer 1"],
])("an answer that was given before is asked for: %s", (text, expected) => {
  expect(asked(text, "officer")).toBe(expected);
});

it("an order to an issue is told without what is said in passing", () => {
  expect(asked("1号吧，三家都停产了，盯紧")).toBe("supervise 1 三家都停产了，盯紧");
});

describe("what came", () => {
  it.each([
    ["今天进来些什么诉求", "stats 今天"],
    ["这周报上来了哪些", "stats 本周"],
    ["这个月有啥新情况", "stats 本月"],
  ])("is asked for with its day: %s", (text, expected) => {
    expect(asked(text)).toBe(expected);
  });
});

describe("a month", () => {
  it.each([
    ["11月份收了多少件，解决了多少件，满意率多少", "stats 11月"],
    ["十月份办结了多少", "stats 10月"],
    ["十一月收了几件", "stats 11月"],
    ["去年12月收了多少件", "stats 去年12月"],
    ["2025年3月份的数据", "stats 2025年3月"],
    ["三月的满意率多少", "stats 3月"],
    ["上个月收了多少", "stats 上月"],
  ])("is the period of figures: %s", (text, expected) => {
    expect(asked(text)).toBe(expected);
  });

  it.each(["11月30日收了多少件", "十月底办结了多少", "近三个月收了多少件", "一共收了多少件"])("is none: %s", (text) => {
    expect(asked(text)).toBe("stats");
  });

  it.each([
    ["给我出一份11月份的月报", "stats 月报 11月"],
    ["把上个月的报表发我看看", "stats 月报 上月"],
    ["月报发我", "stats 月报"],
    ["去年十二月的月报有吗", "stats 月报 去年12月"],
    ["十月份的报告给我一份", "stats 月报 10月"],
  ])("is that of a report: %s", (text, expected) => {
    expect(asked(text)).toBe(expected);
  });

  it("is none of a report that companies hand in", () => {
    expect(asked("企业每个月交的报表收齐了没")).not.toMatch(/月报/u);
  });
});

describe("issues by their words", () => {
  it.each<[string, string, Line["who"]]>([
    ["找找我之前提的漏雨", "search 漏雨", "liaison"],
    ["搜 漏雨", "search 漏雨", "liaison"],
    ["有没有人提过停车的", "search 停车", "liaison"],
    ["找一下渣土车的诉求", "search 渣土车", "head"],
    ["有没有关于垃圾的", "search 垃圾", "coordinator"],
    ["查一下恒达鞋业的事", "company 永州恒达鞋业有限公司", "leader"],
    ["恒达鞋业的诉求看一下", "company 永州恒达鞋业有限公司", "coordinator"],
  ])("are looked for: %s", (text, expected, who) => {
    const issues = [own(1, "in_progress", "恒达鞋业厂房漏雨")];
    const { steps } = understand(text, situationIn({ who, place: "direct", issues }));
    expect(steps).toMatchObject([{ kind: "do" }]);
    expect(steps.map((step) => ("doing" in step ? `${step.doing.command} ${step.doing.rest}` : ""))).toEqual([
      expected,
    ]);
  });

  it("are not looked for by who looks for people, rules or help", () => {
    for (const text of ["找一下人来修路灯", "有没有关于稳岗补贴的政策", "搜救队来过了", "有没有跟我们一样停电的"])
      expect(asked(text, "liaison")).not.toContain("search");
  });
});

describe("why a unit has an issue", () => {
  const issues = [own(16, "dispatched", "三车间停电"), own(20, "in_progress", "红绿灯坏了")];

  it.each<[string, Parameters<typeof said>[1]["who"], string]>([
    ["20号怎么归交通局管？", "coordinator", "do why 20"],
    ["16号为什么自动派给供电公司了", "leader", "do why 16"],
    ["为啥 20 去了交通局", "coordinator", "do why 20"],
    ["为啥16给我们", "officer", "do why 16"],
    ["为什么派给我们 5号", "officer", "do why 5"],
    ["20号为啥给交通局啊", "liaison", "do why 20"],
    ["我的20号派给谁了，为什么", "liaison", "do why 20"],
    ["为什么是交通局？", "liaison", "do why 20"],
    ["为什么派给公安分局？", "liaison", "which why"],
    ["怎么去交通局办证", "liaison", "offer submit"],
    ["16号为什么给我们停电", "liaison", "do status 16"],
  ])("is asked by %s (%s)", (text, who, expected) => {
    const situation = situationIn({ who, issues });
    const given = situation.issues.map((one) => ({ ...one, department: one.number === 20 ? "transport" : "power" }));
    const [step] = understand(text, { ...situation, issues: given }).steps;
    const { command = "", number = null } = step !== undefined && "doing" in step ? step.doing : {};
    const what = step?.kind === "need" ? step.what : null;
    expect([step?.kind, command, number, what].filter((one) => one !== null).join(" ")).toBe(expected);
  });
});

describe("what the offices ask of the desk", () => {
  const issues = [own(3, "dispatched", "招聘名额"), own(21, "submitted", "停电一个月")];
  const [person = ""] = SAMPLE_PARK.org.people.filter((one) => one.role === "head").map((one) => one.name);

  it.each(["管理", "怎么加个人", "某人换电话了", "新来个经办人小张，供电公司的"])(
    "is kept on the board's pages, to which whoever may change it is led: %s",
    (text) => {
      const asked = text.replace("某人", person);
      expect(said(asked, { who: "admin", place: "direct", issues })).toBe("tell + do board");
      expect(said(asked, { who: "leader", place: "direct", issues })).not.toContain("board");
    },
  );

  it.each([
    ["元旦放几天假", "tell"],
    ["工作时间几点到几点", "do human"],
    ["谁的消息没送到", "do outbox"],
    ["谁还没反馈督办", "do todo"],
    ["今天要到期的有哪些", "do todo"],
    ["某人电话多少", "tell"],
    ["第一个怎么回事", "need status number"],
    ["哪家企业提的最多", "do company"],
    ["上个月比这个月多还是少", "do stats"],
    ["撤了吧，批错了", "tell"],
    ["哪个单位最慢", "do units"],
  ])("is answered, or said where it is: %s", (text, outcome) => {
    expect(said(text.replace("某人", person), { who: "coordinator", place: "direct", issues })).toBe(outcome);
  });
});

describe("how many there are of a matter is answered with those", () => {
  const issues = [
    own(1, "in_progress", "物业费涨得太多"),
    own(2, "submitted", "食堂隔油池谁来清"),
    own(9, "dispatched", "停车位不够"),
  ];
  const meant = (text: string, who: Line["who"]) =>
    understand(text, situationIn({ who, place: "direct", issues })).steps.map((step) =>
      "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.rest}` : step.kind,
    );

  it.each([
    ["隔油池的有几件", "do search 隔油池"],
    ["物业费的事有几家反映", "do search 物业费"],
    ["停车这个事有几家在反映", "do search 停车"],
    ["停车的问题目前一共有多少家企业提过", "do search 停车"],
    ["物业费那个事有几家说", "do search 物业费"],
  ])("%s", (text, expected) => {
    expect(meant(text, "leader")).toEqual([expected]);
    expect(meant(text, "coordinator")).toEqual([expected]);
  });

  it.each(["超期的有几件", "供电公司的有几件", "满意的有几家", "这个月的有几件"])("and as ever: %s", (text) => {
    expect(meant(text, "coordinator").join()).not.toContain("search");
  });
});

it.each([
  ["1谁管啊，先给经发局", "offer dispatch"],
  ["9归谁管，那就给交通局吧", "offer dispatch"],
  ["9谁在管，给交通局打个电话", "do status"],
])("an order behind what is asked is shown, and a call is none: %s", (text, expected) => {
  const issues = [own(1, "submitted", "物业费涨得太多"), own(9, "submitted", "停车位不够")];
  const { steps } = understand(text, situationIn({ who: "coordinator", place: "direct", issues }));
  expect(steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.command}` : step.kind))).toContain(expected);
});
