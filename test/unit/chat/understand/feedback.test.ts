import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

const instruct = (number: number) => ({ kind: "instruct" as const, year: 2026, number });
const PRESSED = { ...own(3, "in_progress", "昨晚又停电了"), owes: [instruct(1)] };
const OTHER = own(1, "in_progress", "三车间电压不稳");
const made = (text: string, issues = [OTHER, PRESSED]) =>
  understand(text, situationIn({ who: "officer", issues })).steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
  );

describe("the answer to a 批示", () => {
  it.each<[string, string]>([
    ["批示1号：环网柜已更换，12月10日前完成排查", "环网柜已更换，12月10日前完成排查"],
    ["批示〔2026〕1号：环网柜已更换", "环网柜已更换"],
    ["批示[2026]1号 已落实，全线排查12月10日前完成", "已落实，全线排查12月10日前完成"],
    ["批示1号已落实，全线排查12月10日前完成", "已落实，全线排查12月10日前完成"],
    ["反馈一下领导批示，环网柜已经换掉", "环网柜已经换掉"],
    ["对赵主任的批示反馈如下：环网柜已更换", "环网柜已更换"],
    ["关于领导批示的反馈：已完成排查", "已完成排查"],
    ["按照领导批示要求，已完成全线排查", "已完成全线排查"],
    ["3号的批示反馈：已完成排查", "已完成排查"],
    ["3的批示：我已到现场，备用电源接上了", "我已到现场，备用电源接上了"],
    ["3 批示：已到现场，正在更换", "已到现场，正在更换"],
  ])("is its 反馈, by its own number or name: %s", (text, rest) => {
    expect(made(text)).toEqual([`offer feedback 3: ${rest}`]);
  });

  it("is asked for which, where several wait and none is named", () => {
    const second = { ...own(5, "in_progress", "路灯不亮"), owes: [instruct(2)] };
    const issues = [PRESSED, second];
    expect(made("批示2号：路灯已换好", issues)).toEqual(["offer feedback 5: 路灯已换好"]);
    expect(made("领导批示反馈：已经落实到位", issues)).toEqual(["which feedback null: 已经落实到位"]);
    expect(made("领导批示反馈：路灯已换好", issues)).toEqual(["offer feedback 5: 路灯已换好"]);
  });

  it("is taken for a 督办 as well", () => {
    const supervised = {
      ...own(4, "in_progress", "班车太少"),
      owes: [{ kind: "supervise" as const, year: 2026, number: 1 }],
    };
    expect(made("督办1号：已增开两班", [PRESSED, supervised])).toEqual(["offer feedback 4: 已增开两班"]);
    expect(made("督办的事，周五前能装好", [supervised])).toEqual(["offer feedback 4: 周五前能装好"]);
  });

  it("has its text asked for, where only that is said", () => {
    expect(made("反馈一下领导批示")).toEqual(["need feedback 3: "]);
  });

  it.each(["这个批示我们看到了", "批示收到", "领导批示是什么内容？", "请领导批示", "等领导批示", "3号还在等配件"])(
    "is none of what is only said of it: %s",
    (text) => {
      expect(made(text).join()).not.toContain("feedback");
    },
  );

  it("is none where nothing waits for one", () => {
    expect(made("督办 3 尽快办", [own(3, "in_progress", "停电")])).toEqual(["decline supervise 3: 尽快办"]);
  });
});
