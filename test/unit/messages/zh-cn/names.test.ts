import { describe, expect, it } from "vitest";
import { hideContacts, maskPeople, shortNames } from "../../../../src/messages/zh-cn/names.ts";

describe("the short names of a company", () => {
  it.each([
    ["湖南中塑科技有限公司", ["中塑科技", "中塑"]],
    ["永州凌云机械制造有限公司", ["凌云机械制造", "凌云"]],
    ["湖南省永州市光源照明股份有限公司", ["光源照明", "光源"]],
    ["瑞丰纺织", ["瑞丰"]],
    ["宏达（永州）鞋业有限责任公司", ["宏达鞋业", "宏达"]],
    ["中国石化", ["石化"]],
    ["永州市零陵区远志新能源有限公司", ["远志新能源", "远志"]],
    ["永州经开区三一重工有限公司", ["三一重工", "三一"]],
    ["长沙远大空调有限公司", ["远大空调", "远大"]],
    ["祁阳凌云机械有限公司", ["凌云机械", "凌云"]],
    ["TCL电子有限公司", ["TCL电子", "TCL"]],
    ["ZS Tech", ["ZS"]],
    ["湖南有限公司", []],
  ])("of %s are what is left without place and legal form, and its own word", (name, short) => {
    expect(shortNames(name, "永州经开区")).toEqual(short);
  });
});

it.each([
  ["永州宏达市政工程有限公司", "宏达"],
  ["湖南恒通园区运营有限公司", "恒通"],
  ["鑫源区块链科技有限公司", "鑫源"],
  ["永州凌云县域电商有限公司", "凌云"],
])("%s is also known as %s, though a part of it looks like a district", (name, word) => {
  expect(shortNames(name, "永州经开区")).toContain(word);
  expect(shortNames(name, "永州经开区").join()).not.toMatch(/(?:^|,)(?:安全|园区|市政|运营)(?:$|,)/u);
});

it("asks nothing of a park's name: it may hold any character", () => {
  for (const park of ["(永州+经开区", "[A*B]园", "\\", "", "中"]) {
    expect(shortNames("湖南中塑科技有限公司", park)).toContain("中塑科技");
  }
});

describe("somebody whom a text introduces", () => {
  it.each([
    ["联系人：张卫国，电话另告", "联系人：某人，电话另告"],
    ["我叫李雷。", "我叫某人。"],
    ["请找王工来看", "请找某人来看"],
    ["联系陈师傅或周总", "联系某人或某人"],
    ["欧阳芳经理说停电", "某人说停电"],
    ["刘小红 13812345678", "某人 13812345678"],
    ["找何静（0746-8223456）", "找某人（0746-8223456）"],
    ["13812345678，王强", "13812345678，某人"],
    ["欧阳娜娜 13812345678", "某人 13812345678"],
  ])("%s reads %s", (text, shown) => {
    expect(maskPeople(text, [])).toBe(shown);
  });

  it.each([
    "员工宿舍停水，施工和加工都停了",
    "高压电工请来看变压器",
    "联系人不在，电话打不通",
    "安全总监查了消防",
    "任何时候都可以打12345",
    "三车间5号变压器跳闸，影响10条生产线",
    "方便的话请联系我们，周一到周五都行",
  ])("is nobody in: %s", (text) => {
    expect(maskPeople(text, [])).toBe(text);
  });
});

describe("somebody whom the org file knows", () => {
  it.each([
    "周长友知情",
    "长友知情",
    "周·长友知情",
    "周 长 友知情",
    "老周知情",
    "小周知情",
    "姓周的知情",
    "周主任知情",
    "周会计知情",
  ])("is hidden in %s", (text) => {
    expect(maskPeople(text, ["周长友"])).toMatch(/^某人的?知情$/u);
  });

  it.each(["小周末加班", "老周边道路", "本周总结", "每周工作", "一周工期", "周一停电"])("is nobody in %s", (text) => {
    expect(maskPeople(text, ["周长友"])).toBe(text);
  });

  it("by a name of two characters is hidden by the whole of it alone", () => {
    expect(maskPeople("何静在，安静", ["何静"])).toBe("某人在，安静");
  });
});

describe("a way to reach somebody", () => {
  it.each([
    "13807465521",
    "138/0746/5521",
    "138_0746_5521",
    "138，0746，5521",
    "(138)07465521",
    "13807465\n521",
    "13807四65521",
    "一三八零七四六五五二一",
    "①③⑧07465521",
    "(0746) 832 1456",
    "0746/8321456",
    "8321456",
    "400-820-8820",
    "138O0746552l1",
    "zhou.changyou@zhongsu.example.com",
  ])("is hidden: %s", (way) => {
    expect(hideContacts(`请找${way}。`)).not.toMatch(/[0-9①③⑧@]{2}|三八|example/u);
  });

  it("is hidden as an account", () => {
    expect(hideContacts("微信号：zhou_2026，QQ 88888")).toBe("微信号：某号码，QQ 某号码");
  });

  it.each([
    "2026-11-25 停电",
    "损失1200000元",
    "1,200,000 吨",
    "三车间12号，5月3日",
    "380V，2台315kVA",
    "诉求 #12 和 #13",
  ])("is not: %s", (text) => {
    expect(hideContacts(text)).toBe(text);
  });

  it("behind a date is hidden, and the date stays", () => {
    expect(hideContacts("2026-11-25 13812345678")).toMatch(/^2026-11-25\s*某号码$/u);
  });
});
