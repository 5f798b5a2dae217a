import { describe, expect, it } from "vitest";
import { readPlan } from "../../../../src/features/theme-day/plan.ts";
import { say } from "../../../../src/messages/card.ts";
import { conversation } from "../../../support/conversation.ts";
import { on } from "../../../support/domain.ts";

const { ctx } = conversation();

describe("新建", () => {
  it.each([
    ["2026-11-30 20:00 用工专场 地点 三楼", "11-30 20:00", "用工专场", "三楼", null],
    ["2026年11月30日20：00，用工专场", "11-30 20:00", "用工专场", null, null],
    ["11月30日 晚上8点 用工 专场", "11-30 20:00", "用工 专场", null, null],
    [
      "11月30日 晚8点半 用工专场 地点：三楼 会议室 群 园区企业群",
      "11-30 20:30",
      "用工专场",
      "三楼 会议室",
      "园区企业群",
    ],
    ["下周一 下午3时 融资", "11-23 15:00", "融资", null, null],
    ["周六 20点 周末专场", "11-21 20:00", "周末专场", null, null],
    ["11-30 20:00", "11-30 20:00", "政企交流", null, null],
    ["11月30日 20:00 群 qiye 用电专场", "11-30 20:00", "用电专场", null, "qiye"],
  ])("%s", (text, at, theme, place, group) => {
    expect(readPlan(ctx, text)).toEqual({ at: on(at), theme, place, group });
  });

  it.each([
    ["用工专场", "请写明日期和时间"],
    ["11月30日 用工专场", "请写明几点开始"],
    ["2月30日 20:00", "没有「2月30日」这一天"],
    ["11月30日 24:30 用工", "没有「24:30」这个时间"],
    ["6月30日 20:00 用工", "请连同年份写"],
    ["9999-12-31 20:00 用工", "太远，最晚可写 2028年11月"],
    ["2026-11-01 20:00 用工", "已过"],
    ["3天 20:00 用工", "请写明日期和时间"],
    [`11月30日 20:00 ${"长".repeat(61)}`, "各不超过 60 字"],
  ])("%s is asked back", (text, problem) => {
    const plan = readPlan(ctx, text);
    if (!("problem" in plan)) throw new Error("it was taken");
    expect(say(plan.problem).blocks).toMatchObject([{ text: expect.stringContaining(problem) }]);
  });
});
