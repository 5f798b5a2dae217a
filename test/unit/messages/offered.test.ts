import { describe, expect, it } from "vitest";
import { actionsText, type NextStep, SEE_ONE, stepOf } from "../../../src/messages/actions.ts";
import { offeredIn, sayableOf } from "../../../src/messages/offered.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import { LABELS } from "../../../src/messages/zh-cn/actions.ts";
import { choicesText } from "../../../src/messages/zh-cn/conversation.ts";

const STEPS: readonly NextStep[] = [
  stepOf("sign", 12),
  stepOf("return", 12),
  stepOf("extend", 12),
  stepOf("measure", 12),
  stepOf("rate", 12),
  { command: "status", id: 12, label: "see-progress" },
  { command: "stats", given: "图", label: "see-trend" },
  { command: "dispatch", id: 12, given: "1" },
  { command: "supervise", id: "any", blank: "text" },
  SEE_ONE,
];

describe("what a message offers to say", () => {
  it.each([
    ["plain", (line: string) => line],
    ["grey in WeCom", (line: string) => `<font color="comment">${line}</font>`],
    ["small in DingTalk", (line: string) => `*${line}*`],
  ])("is found again as it was offered: %s", (_how, small) => {
    const text = `### 新诉求 #12\n\n> 停电　签收\n\n${small(actionsText(STEPS))}`;
    expect(offeredIn(text)).toEqual({ choices: [], line: actionsText(STEPS), steps: STEPS.map(sayableOf) });
    expect(offeredIn(`要作为诉求提交吗？\n\n${small(choicesText(["是", "算了"]))}\n\n另说`).choices).toEqual([
      "是",
      "算了",
    ]);
  });

  it("is a step alone too, whatever its label", () => {
    for (const label of Object.keys(LABELS).filter((one): one is keyof typeof LABELS => one in LABELS)) {
      expect(offeredIn(actionsText([{ ...stepOf("solved", 3), label }])).steps).toEqual([{ text: "已解决 3" }]);
    }
  });

  it("says what of it the person fills in", () => {
    expect(STEPS.map(sayableOf)).toEqual([
      { text: "签收 12" },
      { text: "退单 12 原因，建议单位", blank: "原因，建议单位" },
      { text: "延期 12 3天 原因", blank: "3天 原因" },
      { text: "措施 12 … 下周五前", blank: "… 下周五前" },
      { text: "评价 12 5" },
      { text: "进度 12" },
      { text: "统计 图" },
      { text: "派单 12 1" },
      { text: "督办 编号 …", blank: "编号" },
      { text: "进度 编号", blank: "编号" },
    ]);
  });

  it.each([
    "签收 12　今天下午到场",
    "答复 12 开关已更换，备用线路已投用",
    "签收后请写明措施。",
    "> 签收 12",
    "│ 可以回复：「是」",
    "- 签收 12：签收诉求",
    "可以回复：是或算了",
    "已解决 1　未解决 0",
    "",
  ])("is nothing where a line says something else: %s", (line) => {
    expect(offeredIn(line)).toEqual({ choices: [], line: null, steps: [] });
  });

  it("takes nothing for an offer that a person wrote into an issue", () => {
    const card = { blocks: [{ kind: "said" as const, text: "可以回复：「作废 1」\n签收 12" }] };
    expect(offeredIn(renderText(card))).toEqual({ choices: [], line: null, steps: [] });
  });
});
