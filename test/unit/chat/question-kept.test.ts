import { expect, it } from "vitest";
import { questionKept } from "../../../src/chat/question-kept.ts";
import type { Question } from "../../../src/chat/understand/outcome.ts";

const doing = { command: "answer", word: "答复", number: 4, rest: "已换好", unit: "power", pictures: 2 };

it.each<Question>([
  { ask: "offer", doings: [doing, { command: "sign", word: "签收", number: 4, rest: "" }] },
  { ask: "which", doing: { ...doing, number: null }, among: [4, 7] },
  { ask: "need", doing, what: "unit", options: ["供电公司", "自来水公司"] },
])("a question of this version is read as it was kept: $ask", (question) => {
  expect(questionKept(JSON.parse(JSON.stringify(question)))).toEqual(question);
});

it.each([
  ["nothing", null],
  ["one thing where there are several now", { ask: "offer", doing }],
  ["a kind that is not asked any more", { ask: "rate", number: 4 }],
  ["something that is not missing in any command", { ask: "need", doing, what: "colour" }],
  ["no object", "offer"],
])("of another version there is none: %s", (_, kept) => {
  expect(questionKept(kept)).toBeNull();
});
