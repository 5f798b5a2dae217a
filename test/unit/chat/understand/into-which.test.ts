import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** A company puts one of its issues into another: into the one that it names, whichever is the older. */

const issues = [
  own(2, "in_progress", "三车间停电两次"),
  own(45, "in_progress", "空压机房跳闸"),
  own(48, "dispatched", "英文路牌写错了"),
  { ...own(60, "in_progress", "食堂门口积水"), mine: false },
];
const spoken: Spoken = { who: "liaison", place: "direct", issues };

describe("into the one behind 到, 进 or 入", () => {
  it.each([
    ["2号合并到45号里面去", "offer merge 2 45"],
    ["2并到45里去吧", "offer merge 2 45"],
    ["把2号并入45", "offer merge 2 45"],
    ["2号那个加到45里", "offer merge 2 45"],
    ["2放进45号那件里面吧", "offer merge 2 45"],
    ["把2归到45", "offer merge 2 45"],
    ["45并到2里去", "offer merge 45 2"],
    ["48合并到2", "offer merge 48 2"],
    ["48并到60里", "offer merge 48 60"],
    ["2加到45里一起办", "offer merge 2 45"],
    ["2合并45", "offer merge 2 45"],
    ["请把2并到45一起处理", "offer merge 2 45"],
    ["2号和45合并到2", "offer merge 45 2"],
    ["2号并入45号吧，一回事", "offer merge 2 45"],
    ["把2和45合并，放到45", "offer merge 2 45"],
    ["2号跟45号合一起，以45为准", "offer merge 2 45"],
    ["2和45合并，保留45", "offer merge 2 45"],
  ])("%s", (text, meant) => {
    expect(saidInFull(text, spoken)).toEqual([meant]);
  });

  it("several of them into one", () => {
    expect(saidInFull("48、45都并到2里", spoken)).toEqual(["offer merge 48 2", "offer merge 45 2"]);
  });

  it("without a direction the newer goes into the older, and the own one into another's", () => {
    expect(saidInFull("2和45是一回事", spoken)).toEqual(["offer merge 45 2"]);
    expect(saidInFull("60跟48是一个事", spoken)).toEqual(["offer merge 48 60"]);
    expect(saidInFull("60并到48里", spoken)).toEqual(["offer merge 48 60"]);
  });

  it.each([
    ["把英文那个并到45里", "offer merge 48 45"],
    ["英文路牌那个合并到2号去吧", "offer merge 48 2"],
    ["跳闸的并到2里面", "offer merge 45 2"],
    ["把停电那件加到45里", "offer merge 2 45"],
    ["我们那个空压机的并进48里", "offer merge 45 48"],
    ["把绿化那个并到45里", "which merge - 45"],
  ])("called by its words: %s", (text, meant) => {
    expect(saidInFull(text, spoken)).toEqual([meant]);
  });
});
