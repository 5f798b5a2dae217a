import { expect, it } from "vitest";
import { toCheck } from "../../../src/messages/zh-cn/drafts.ts";

it.each([
  ["DN300爆管，压力已恢复到0.32兆帕，全长40公里", ["DN300", "0.32兆帕", "40公里"]],
  ["换了3台开关，压力0.3MPa，费用1200元，合格率98%", ["3台", "0.3MPa", "1200元", "98%"]],
  ["已更换DN100管道，共12处", ["DN100", "12处"]],
])("figures of another issue are named whole: %s", (text, others) => {
  expect(toCheck(text).others).toEqual(others);
});
