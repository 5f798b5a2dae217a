import { describe, expect, it } from "vitest";
import { likesAmong, likesByAll, shortLikes } from "../../../src/chat/short-likes.ts";
import { SAMPLE_PARK } from "../../support/talk.ts";

const OPEN = [
  "停电了！",
  "我们这边停电了，车间全黑",
  "厂后面半夜还有渣土车，吵",
  "门口井盖没了",
  "宿舍有人喝药了",
  "停电以后冷库的三台压缩机都烧坏了，想问供电公司赔不赔，找谁登记",
].map((text, index) => ({ id: index + 1, text }));
const likes = (text: string) => shortLikes(text, OPEN, SAMPLE_PARK.directory).map(({ id }) => id);

it("in few words the same is told by one word of the duty table, or by most of what is told, the newest first", () => {
  expect(likes("停电了，冷库快撑不住了")).toEqual([2, 1]);
  expect(likes("又是渣土车，半夜两点")).toEqual([3]);
  expect(likes("我们门口没人管")).toEqual([]);
  expect(likes("停水了，车间全停")).toEqual([]);
  // Where it is does not make it the same.
  expect(likes("隔壁工地半夜打桩，吵得我们宿舍没法睡")).toEqual([]);
  expect(likes("停电以后冷库的压缩机都烧坏了，想问供电公司赔不赔钱")).toEqual([]);
});

const alike = (text: string, other: string) => likesAmong(text, [{ id: 1, text: other }], SAMPLE_PARK).length > 0;

describe("one word for the matter makes issues alike that have nothing else in common", () => {
  it.each([
    ["渣土车把路压得全是坑", "又有渣土车不盖篷布，灰大得很"],
    ["您好，挂车堵在消防通道上", "兴业路让挂车占去半边"],
    ["楼下有条狼狗没拴，不敢过", "流浪狗咬了我们保安"],
    ["快递柜坏了半个月", "快递要自己去镇上拿，太远"],
    ["物业费一年涨两次", "交了物业费没人打扫"],
    ["垃圾三天没清运", "垃圾桶满得盖不上"],
  ])("%s / %s", (one, other) => {
    expect(alike(one, other)).toBe(true);
  });
});

describe("nor a wish, a place, a field, nor what is said of anything, makes two matters alike", () => {
  it.each([
    ["我们有个工人吸毒，这个要保密的", "我们有个客户欠款不给，金额比较大，想保密"],
    ["我们公司有个女工想调岗，麻烦保密", "我们公司有个供应商跑路了，麻烦保密"],
    ["希望领导尽快协调解决，水表装反了", "希望领导尽快协调解决，叉车证没地方考"],
    ["能不能帮忙问问，蒸汽阀门漏气", "能不能帮忙问问，体检去哪家"],
    ["谢谢领导，请问补贴什么时候发", "谢谢领导，请问大门几点关"],
    ["绿化公司欠我们工资", "绿化带的草比人高了"],
    ["上个月水表换错了", "上个月叉车撞了墙"],
    ["消防通道被挂车堵了", "消防验收约不上"],
  ])("%s / %s", (one, other) => {
    expect(alike(one, other)).toBe(false);
  });
});

describe("of one thing quite different troubles are told", () => {
  it.each([
    ["空调外机太吵了晚上睡不着", "公交车空调坏了很热"],
    ["快递车堵在东门", "快递员被狗咬了"],
    ["快递车堵在东门", "快递柜放不下"],
    ["电梯广告吵得很", "电梯夹人了"],
    ["垃圾桶被人偷了", "垃圾臭得不行"],
  ])("%s / %s", (one, other) => {
    expect(alike(one, other)).toBe(false);
    expect(alike(other, one)).toBe(false);
  });

  it.each([
    ["公交车空调坏了", "车间的空调不制冷"],
    ["快递车堵在东门", "门口老被快递车占着"],
  ])("and of these the same: %s / %s", (one, other) => {
    expect(alike(one, other)).toBe(true);
  });

  it("and one word is named, and no reason to do anything", () => {
    const others = [{ id: 1, text: "快递要自己去镇上拿，太远" }];
    expect(likesAmong("快递柜坏了半个月", others, SAMPLE_PARK)).toEqual(others);
    expect(likesByAll("快递柜坏了半个月", others, SAMPLE_PARK)).toEqual([]);
  });
});
