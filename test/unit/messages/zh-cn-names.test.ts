import { describe, expect, it } from "vitest";
import { maskPeople, shortNames } from "../../../src/messages/zh-cn-names.ts";

describe("the short names of a company", () => {
  it.each([
    ["湖南中塑科技有限公司", ["中塑科技", "中塑"]],
    ["永州凌云机械制造有限公司", ["凌云机械制造", "凌云"]],
    ["湖南省永州市光源照明股份有限公司", ["光源照明", "光源"]],
    ["瑞丰纺织", ["瑞丰"]],
    ["宏达（永州）鞋业有限责任公司", ["宏达鞋业", "宏达"]],
    ["中国石化", ["石化"]],
    ["ZS Tech", []],
    ["湖南有限公司", []],
  ])("of %s are what is left without place and legal form, and its own word", (name, short) => {
    expect(shortNames(name, "永州经开区")).toEqual(short);
  });
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
  ])("%s reads %s", (text, shown) => {
    expect(maskPeople(text)).toBe(shown);
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
    expect(maskPeople(text)).toBe(text);
  });
});
