import { describe, expect, it } from "vitest";
import { own, type Spoken, said } from "../../../support/talk.ts";

/** What denies an answer that waits to be confirmed is no new issue. */

const LAMP = { ...own(19, "answered", "厂门口路灯不亮"), answer: "灯泡换了，亮了" };
const WASTE = { ...own(25, "answered", "厂后面垃圾没人清运"), answer: "已经清走，以后每天一趟" };
const TRIP = { ...own(7, "answered", "车间老跳闸"), answer: "变压器已更换为大的" };
const WORKED_ON = own(3, "in_progress", "车间停电");

function of(...issues: Spoken["issues"] & object): Spoken {
  return { who: "liaison", issues };
}

describe("while one answer waits to be confirmed", () => {
  it.each([
    "还没亮啊 你们换的哪里",
    "哪里换了？还是不亮",
    "灯根本没换",
    "谁说换了",
    "亮了？我怎么看还是黑的",
    "你们换的是哪家的",
  ])("it is denied: %s", (text) => {
    expect(said(text, of(LAMP))).toBe("offer unsolved 19");
  });

  it.each([
    "没清啊 你们看的哪里",
    "还堆着呢 照片都拍了",
    "压根没人来清",
    "还在那堆着",

    "你们清的是哪里的",
  ])("it is denied by what is seen there: %s", (text) => {
    expect(said(text, of(WASTE))).toBe("offer unsolved 25");
    expect(said(text, { ...of(WASTE), place: "direct" })).toBe("offer unsolved 25");
  });

  it.each([
    "宿舍没水了",
    "食堂还没开门",
    "合同还没签",
    "快递没人送",
    "还没下班呢",
    "没水了",
    "公交站那边根本没车",
    "我们还没考虑好",
    "晚上没路灯不安全，想装监控",
  ])("what tells of something else denies nothing: %s", (text) => {
    expect(said(text, of(LAMP))).not.toContain("unsolved");
  });
});

describe("while several wait", () => {
  it.each([
    ["还没亮啊 你们换的哪里", "offer unsolved 19"],
    ["没清啊 你们看的哪里", "offer unsolved 25"],
    ["没更换啊", "offer unsolved 7"],
    ["还堆着呢 照片都拍了", "which unsolved 7/19/25"],
  ])("%s", (text, expected) => {
    expect(said(text, of(TRIP, LAMP, WASTE))).toBe(expected);
  });

  it("what is worked on is not denied", () => {
    expect(said("车间还没来电", of(LAMP, WORKED_ON))).not.toContain("unsolved");
  });
});

it("nothing is denied where nothing was answered", () => {
  expect(said("没清啊 你们看的哪里", of({ ...WASTE, state: "in_progress" }))).not.toContain("unsolved");
});
