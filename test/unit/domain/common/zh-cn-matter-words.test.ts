import { expect, it } from "vitest";
import { isOfWhoeverDoesIt, tellingWords } from "../../../../src/domain/common/zh-cn-matter-words.ts";

it.each([
  ["绿化公司欠我们工资", "绿化", true],
  ["绿化工人和绿化公司吵", "绿化", true],
  ["绿化公司没来，绿化都枯了", "绿化", false],
  ["绿化枯了，绿化公司不管", "绿化", false],
  ["草坪枯了", "绿化", false],
  // A word that is absent is told of nobody, whatever the text begins with.
  ["停公司没来", "绿化", false],
])("a trade is told only where every place of the word is one: %s, %s", (text, word, isTrade) => {
  expect(isOfWhoeverDoesIt(text, word)).toBe(isTrade);
});

it("a word is part of a road only where it always is", () => {
  expect(tellingWords("挂车路的挂车太多").has("挂车")).toBe(true);
  expect(tellingWords("挂车路不平").has("挂车")).toBe(false);
});
