import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { leadingTime } from "../../../../src/chat/understand/zh-cn-theme-day.ts";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** 主题日 in free words, on a Wednesday, 25 November. */

function meant(text: string, who: Line["who"]): string {
  const issues = [own(9, "submitted", "有个事不方便在群里说，会议中心的停车位也不够")];
  const [step] = understand(text, situationIn({ who, issues })).steps;
  if (step === undefined || !("doing" in step)) return step?.kind ?? "";
  return [step.kind, step.doing.command, step.doing.rest].filter((one) => one !== "").join(" ");
}

describe("a company", () => {
  it.each([
    "主题日报名",
    "主题日我们参加",
    "主题日我们公司报名",
    "下次主题日算我们一个",
    "主题日我司老总一定来",
    "茶叙会我们也去",
    "主题日那天我们也来",
  ])("signs up: %s", (text) => {
    expect(meant(text, "liaison")).toBe("do theme 报名");
  });

  it.each([
    "主题日是哪天",
    "主题日我们不参加了",
    "主题日报名还来得及吗",
    "主题日报名的有几家",
    "主题日没空来",
    "上次主题日我们参加过",
    "主题日如果有空我们就来",
  ])("asks, or stays away: %s", (text) => {
    expect(meant(text, "liaison")).not.toMatch(/报名/u);
  });
});

describe("the coordinator", () => {
  it.each([
    ["这周五下午三点搞一期用工专场主题日，在园区会议中心，群里通知企业", "2026-11-27 15:00 用工专场 地点 园区会议中心"],
    ["这周五下午三点开个主题日，地点会议中心", "2026-11-27 15:00 地点 会议中心"],
    ["12月4日晚上8点半办一场融资主题日", "2026-12-04 20:30 融资"],
    ["安排一次主题日，下周二上午十点，主题是用电", "2026-12-01 10:00 用电"],
    ["主题日定在12月3日14:30", "2026-12-03 14:30"],
  ])("is shown the plan: %s", (text, plan) => {
    expect(meant(text, "coordinator")).toBe(`offer theme 新建 ${plan}`);
  });

  it.each([
    ["下周五搞一期主题日", "do theme 新建 2026-12-04"],
    ["组织一期主题日", "do theme 新建"],
  ])("is told what is missing by the command: %s", (text, expected) => {
    expect(meant(text, "coordinator")).toBe(expected);
  });

  it.each(["下次主题日哪天开", "上次主题日开得怎么样", "上周五下午三点办过一期主题日", "主题日取消了"])(
    "plans none: %s",
    (text) => {
      expect(meant(text, "coordinator")).not.toMatch(/新建/u);
    },
  );
});

it.each([
  ["下午三点", 15, 0],
  ["晚上8点半", 20, 30],
  ["20:30", 20, 30],
  ["上午十点一刻", 10, 15],
  ["中午12点", 12, 0],
  ["两点二十", 2, 20],
])("a time of day: %s", (text, hour, minute) => {
  expect(leadingTime(text)).toMatchObject({ hour, minute });
});
