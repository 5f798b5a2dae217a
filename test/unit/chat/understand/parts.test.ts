import { describe, expect, it } from "vitest";
import { commandsIn } from "../../../../src/chat/understand/several.ts";
import { companiesIn, unitsIn } from "../../../../src/chat/understand/units.ts";
import { isAmongPeople, isToOthers } from "../../../../src/chat/understand/zh-cn-aside.ts";
import { asksSomething, requests, tellsBehindQuestion } from "../../../../src/chat/understand/zh-cn-asks.ts";
import { isCourtesy, isGreeting, isPraise } from "../../../../src/chat/understand/zh-cn-courtesy.ts";
import { markIn } from "../../../../src/chat/understand/zh-cn-marks.ts";
import { placesSaid, referencesIn, unknownNumberIn } from "../../../../src/chat/understand/zh-cn-numbers.ts";
import { mattersIn } from "../../../../src/chat/understand/zh-cn-pieces.ts";
import { denies, saysItStopped } from "../../../../src/chat/understand/zh-cn-results.ts";
import { matterOf, saysLoosely, speaksOf } from "../../../../src/chat/understand/zh-cn-titles.ts";
import { plainOf } from "../../../../src/domain/plain.ts";
import { own, SAMPLE_PARK, situationIn } from "../../../support/talk.ts";

describe("numbers of issues", () => {
  const numbers = (text: string) => referencesIn(plainOf(text), () => true).map((one) => one.number);

  it.each<[string, readonly number[]]>([
    ["31号修好了", [31]],
    ["#31 什么情况", [31]],
    ["诉求31到哪一步了", [31]],
    ["把31签了", [31]],
    ["二十一号呢", [21]],
    ["31、33和35都催一下", [31, 33, 35]],
    ["51号路灯那个", [51]],
    ["2号楼电梯坏了", []],
    ["3号变压器又跳了", []],
    ["补了5台", []],
    ["31号下午开会", []],
    ["12月31日前", []],
    ["3.5万元", []],
    ["13800000000", []],
    ["5栋二楼没水", []],
  ])("%s", (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it("may be of an issue that is not in sight, when it is named as one", () => {
    expect(unknownNumberIn("77号办到哪了")).toBe(77);
    expect(unknownNumberIn("77号楼停水")).toBeNull();
    expect(unknownNumberIn("来了77个人")).toBeNull();
  });

  it.each<[string, number, readonly number[]]>([
    ["第二个", 3, [2]],
    ["第一和第三件", 3, [1, 3]],
    ["中间那件", 3, [2]],
    ["后面那个", 2, [2]],
    ["前一个", 2, [1]],
    ["随便", 2, []],
  ])("may be places in a list: %s of %i", (text, count, expected) => {
    expect(placesSaid(text, count)).toEqual(expected);
  });
});

describe("units and companies", () => {
  const units = (text: string) => unitsIn(plainOf(text), SAMPLE_PARK).map(({ found }) => found.name);

  it.each<[string, readonly string[]]>([
    ["派给供电公司", ["供电公司"]],
    ["转给供电", ["供电公司"]],
    ["归通信。退", ["通信运营中心"]],
    ["35审批局牵头 住建配合", ["行政审批局", "建设管理局"]],
    ["转给水司看看", ["自来水公司"]],
    ["81 通信", ["通信运营中心"]],
    ["建议交警来管", ["公安分局"]],
    ["派给曾敏", ["建设管理局"]],
    ["15 曾敏", ["建设管理局"]],
    ["曾敏说路修好了", []],
    ["施工单位在等料", []],
    ["我们公司的事", []],
  ])("%s", (text, expected) => {
    expect(units(text)).toEqual(expected);
  });

  it("are found by the first characters of a company, too", () => {
    expect(companiesIn("恒达提的是哪个", SAMPLE_PARK).map(({ found }) => found.code)).toEqual(["hengda"]);
    expect(companiesIn("大家提的是哪个", SAMPLE_PARK)).toEqual([]);
  });
});

describe("titles", () => {
  it.each([
    ["修路的到哪了", "创业路坑洼多，货车颠坏货"],
    ["小孩上学那个", "高管子女入学"],
    ["来电了", "三车间昨晚停电两次"],
    ["跳闸修好了", "配电间频繁跳闸"],
  ])("are meant by %s: %s", (text, title) => {
    expect(speaksOf(text)(matterOf(title))).toBeGreaterThan(0);
  });

  it.each([
    ["水又停了", "园区光纤常断"],
    ["打个电话", "车间电压不稳"],
    ["怎么样了", "厂门口路灯坏了五盏"],
  ])("are not meant by %s: %s", (text, title) => {
    expect(speaksOf(text)(matterOf(title))).toBe(0);
  });
});

describe("marks", () => {
  it.each<[string, number, boolean]>([
    ["5", 5, true],
    ["给四颗星", 4, true],
    ["打三分，来得太慢", 3, true],
    ["非常满意", 5, true],
    ["差评", 1, false],
    ["一般般吧", 3, false],
  ])("%s", (text, mark, sure) => {
    expect(markIn(text)).toEqual({ mark, sure });
  });

  it("are no other figures", () => {
    expect(markIn("15")).toBeNull();
    expect(markIn("3.5万")).toBeNull();
  });
});

describe("questions", () => {
  it.each(["修了没", "13号派下去没有", "还要多久", "谁在办", "能不能快点", "是哪家报的？", "行不行"])(
    "are told: %s",
    (text) => {
      expect(asksSomething(text)).toBe(true);
    },
  );

  it.each(["还没有", "什么都没有", "修好了", "没有", "延几天", "搞么子鬼咯"])("are not: %s", (text) => {
    expect(asksSomething(text)).toBe(false);
  });

  it("may be a request, or stand before what is told", () => {
    expect(requests("能不能多给三天")).toBe(true);
    expect(requests("能不能说下哪天修")).toBe(false);
    expect(tellsBehindQuestion("不是说上午来人吗，我等到现在都没见到")).toBe(true);
    expect(tellsBehindQuestion("修好了吗，急")).toBe(false);
  });
});

describe("what is said of an answer", () => {
  it.each(["一滴没漏", "这几天没再停", "不堵了"])("tells that it stopped: %s", (text) => {
    expect(saysItStopped(text)).toBe(true);
    expect(denies(text)).toBe(false);
  });

  it.each(["他们没来", "照样漏", "就补了一道胶，不顶用", "扯淡"])("denies it: %s", (text) => {
    expect(denies(text)).toBe(true);
    expect(saysItStopped(text)).toBe(false);
  });
});

describe("courtesy and talk among people", () => {
  it("is told from what says more", () => {
    for (const text of ["你好", "hello～有人吗", "中午好呀"]) expect(isGreeting(plainOf(text)), text).toBe(true);
    for (const text of ["好", "你好，路灯坏了", "在修吗"]) expect(isGreeting(plainOf(text)), text).toBe(false);
    for (const text of ["收到，感谢各位领导！", "辛苦辛苦，周末愉快～"])
      expect(isCourtesy(plainOf(text)), text).toBe(true);
    for (const text of ["收到补贴了", "谢谢，不过还是没好"]) expect(isCourtesy(plainOf(text)), text).toBe(false);
    for (const text of ["这么快就派了，给力", "终于有人接了，太好了"]) expect(isPraise(text), text).toBe(true);
    for (const text of ["太好了，不过还差两盏", "效率太低了吧？"]) expect(isPraise(text), text).toBe(false);
  });

  it("is told from what the park has to do with", () => {
    for (const text of ["中午一起吃饭不", "各厂知悉，培训改到周五", "谁家有多余的托盘借两个"])
      expect(isAmongPeople(text), text).toBe(true);
    for (const text of ["快递车在西门抢道", "管委会的同志，挡土墙什么时候来砌", "食堂吃饭的人太多，能加个窗口吗"])
      expect(isAmongPeople(text), text).toBe(false);
    for (const text of ["老周，明天的会你去不去", "小谭帮我带份盒饭", "@李敏 看一下"])
      expect(isToOthers(text), text).toBe(true);
    for (const text of ["小区门口堵车", "老板让问问租金", "小学什么时候报名"])
      expect(isToOthers(text), text).toBe(false);
  });
});

describe("pieces", () => {
  it("are what is told one after the other", () => {
    expect(mattersIn("1、路灯不亮；2、宽带老断")).toEqual(["路灯不亮", "宽带老断"]);
    expect(mattersIn("路灯不亮。另外宽带老断")).toEqual(["路灯不亮", "宽带老断"]);
    expect(mattersIn("路灯不亮，晚上看不见")).toEqual(["路灯不亮，晚上看不见"]);
  });

  it("are commands of their own where each begins like one and names an issue in sight", () => {
    const situation = situationIn({
      who: "officer",
      issues: [own(31, "dispatched", "x"), own(33, "in_progress", "y")],
    });
    const names = (text: string) => commandsIn(text, situation).map((one) => [one.spec.name, one.number, one.rest]);
    expect(names("签收31，联系31 已加微信")).toEqual([
      ["sign", 31, ""],
      ["contact", 31, "已加微信"],
    ]);
    expect(names("答复 33 已换灯，联系 99 也说过")).toEqual([["answer", 33, "已换灯，联系 99 也说过"]]);
    expect(names("31 签收，33 已经好了")).toEqual([]);
  });
});

it.each([
  ["舜达路那边路面塌了", "路塌", true],
  ["食堂的水有股味道", "水有味", true],
  ["路灯不亮，楼塌了", "路塌", false],
  ["路面上有个地方塌了", "路塌", false],
  ["路面塌了", "塌路", false],
  ["路面塌了", "路", false],
  ["2号路面塌了", "2路塌", false],
])("%s says %s, each character near the one before: %s", (text, words, says) => {
  expect(saysLoosely(words)(text)).toBe(says);
});
