import { expect, it } from "vitest";
import { accusedUnits, isReadBy } from "../../../../src/domain/issue/accused.ts";
import { SAMPLE_PARK } from "../../../support/talk.ts";

const { directory } = SAMPLE_PARK;

it.each([
  ["供电公司王建国亲戚的施工队垄断了我们厂的配电改造，报价高一倍", ["power"]],
  ["刘洋来厂里抄表的时候吃拿卡要，收了两条烟", ["power"]],
  ["投诉魏强，来了三次都不管", ["transport"]],
  ["举报经发局有人给关系户批补贴", ["economy"]],
  ["补贴被截留，千万别让经发局的人知道", ["economy"]],
  ["停电的事请供电公司回避", ["power"]],
  ["刘洋要我们请他吃饭，不请就停电", ["power"]],
  ["宽带老断网，怀疑欧阳雪收了别家的钱", ["telecom"]],
  ["供电公司王建国叫我们送礼才给接电缆", ["power"]],
  ["增容老是不批，刘洋暗示要意思意思", ["power"]],
  ["魏强的外甥在我们门口收停车费", ["transport"]],
  ["停电找王建国，他说不喝酒不办", ["power"]],
  ["污水管堵了，曾敏要我们找她弟弟的公司来通", ["construction"]],
  ["别派给公安分局，我们有顾虑", ["police"]],
  ["供电公司王建国说话太难听了 我要投诉他", ["power"]],
  ["人社局肖芳天天不接电话，我要反映她", ["labour"]],
  ["供电公司老王说话难听，我要投诉他", ["power"]],
  ["供电公司的师傅挂我电话", ["power"]],
  ["经发局的人老来厂里检查拿东西走", ["economy"]],
  ["公安分局门口保安收停车费装自己口袋", ["police"]],
  // What a name begins with calls its people as well.
  ["想悄悄提个事，别让人社的知道是我们说的，窗口让我们去买服务", ["labour"]],
  ["千万别给交通那边看到", ["transport"]],
  ["这个先别告诉供电", ["power"]],
  ["供电的师傅要烟才肯接线", ["power"]],
  ["自来水公司抄表的人收我们的茶水费，不给就停水", ["water"]],
  ["供电公司的人每月来拿辛苦费", ["power"]],
])("a text speaks against a unit, or asks that it shall not hear of it: %s", (text, units) => {
  expect(accusedUnits(text, directory)).toEqual(units);
});

it.each([
  "三车间昨晚停电两次，影响交货",
  "别让供电的事再耽误交货",
  "不要给交通添堵，路口该划线了",
  "供电公司门口的路坏了",
  "有人威胁我们老板，请公安分局来看看",
  "举报隔壁厂偷电，请供电公司查一下",
  "谢谢王建国，电来了",
  "王建国的弟弟来修过，还是停电",
  "请王建国来看看，工人说不请电工就不干",
  "希望供电公司派人来",
  "投诉供电公司，停电没人接电话",
  "供电公司老是停电，没人管",
  "供电公司的停电通知，麻烦转告他",
  "我要反映他们厂排污，请供电公司停他的电",
  "不要让路灯一直黑着",
])("a text that only names a unit does not: %s", (text) => {
  expect(accusedUnits(text, directory)).toEqual([]);
});

it("a unit that is tracked by one of them is read by it", () => {
  expect(isReadBy("power", ["economy"], directory)).toBe(true);
  expect(isReadBy("police", ["economy"], directory)).toBe(false);
});
