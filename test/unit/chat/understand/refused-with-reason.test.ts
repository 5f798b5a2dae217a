import { expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What a leader says against what was asked for, and how he words an order. */

const leader = {
  who: "leader" as const,
  issues: [
    { ...own(16, "in_progress", "奖励资金没到位"), request: "hold" as const },
    own(5, "in_progress", "路灯不亮"),
  ],
};
const refusing = { command: "refuse", word: "驳回", number: 16, rest: "" };
const asked: Question = { ask: "need", what: "reason", doing: refusing };
const shown: Question = { ask: "offer", doings: [{ ...refusing, rest: "太久" }] };
const order = { command: "supervise", word: "督办", number: 5, rest: "" };

it.each([
  [asked, "不同意，让他们年底前兑现", "do refuse 16 不同意，让他们年底前兑现"],
  [asked, "不批，叫他们下周给结果", "do refuse 16 不批，叫他们下周给结果"],
  [shown, "不同意，让他们年底前兑现", "offer refuse 16 让他们年底前兑现"],
  [shown, "驳回，时间太长", "do refuse 16 时间太长"],
  [shown, "是", "do refuse 16 太久"],
  [shown, "算了", "silence"],
  [{ ask: "need", what: "text", doing: order }, "就写：今天下班前必须到现场", "do supervise 5 今天下班前必须到现场"],
  [{ ask: "need", what: "text", doing: order }, "写上，明天给我结果", "do supervise 5 明天给我结果"],
  [
    { ask: "offer", doings: [{ ...order, rest: "超期了" }] },
    "就写：今天下班前必须到现场",
    "offer supervise 5 今天下班前必须到现场",
  ],
] as const)("%#: %s", (question, text, expected) => {
  const situation = { ...situationIn(leader), question };
  expect(stepsInFull(understand(text, situation)).join("; ")).toBe(expected);
});
