import { describe, expect, it } from "vitest";
import { own, said, saidInFull } from "../../../support/talk.ts";

/** What an official plans for a day, or for what is left of this one: it is ten o'clock. */

const ONE = { who: "head" as const, issues: [own(7, "in_progress", "下水道堵了，路面积水")] };

describe("who goes when is a measure, wherever it is said", () => {
  it.each([
    ["明天上午去换线", "明天"],
    ["上午去测一下", "今天"],
    ["下午派人去现场", "今天"],
    ["今天下午就去现场看看", "今天"],
    ["半小时内派师傅上门", "今天"],
    ["两小时内送电", "今天"],
    ["二十分钟内到现场看", "今天"],
    ["晚上组织抽水", "今天"],
    ["今晚十点换泵", "今天"],
  ])("%s", (text, day) => {
    const measure = `offer measure 7 ${text}（${day}前）`;
    expect(saidInFull(text, ONE)).toEqual([measure]);
    expect(saidInFull(`7${text}`, ONE)).toEqual([measure]);
  });

  it("is asked of which where several can be meant", () => {
    const issues = [...ONE.issues, own(9, "in_progress", "路灯不亮")];
    expect(said("半小时内派师傅上门", { ...ONE, issues })).toBe("which measure 7/9");
    expect(said("下午去修路灯", { ...ONE, issues })).toBe("offer measure 9");
  });

  it.each([
    "昨天下午派人去看了",
    "下午派人看过了",
    "企业下午来局里谈",
    "下午看情况",
    "可能下午去测",
    "每天下午派人去清",
    "下午再说",
    "上午去现场的时候没人",
    "先挂账，下午派人去看",
    "再给三天，下午先去看",
    "上午测过了，电压正常",
  ])("but is none where it is no plan: %s", (text) => {
    expect(said(text, ONE)).not.toContain("measure");
  });

  it("is none for a part of the day that is over", () => {
    const evening = { ...ONE, now: "2026-11-25T16:00:00+08:00" };
    expect(said("上午去测一下", evening)).not.toContain("measure");
    expect(said("下午派人去现场", evening)).toBe("offer measure 7");
  });
});
