import { expect, it } from "vitest";
import { own, said } from "../../../support/talk.ts";

const ONE = { who: "head" as const, issues: [own(7, "in_progress", "下水道堵了，路面积水")] };

it.each([
  ["7号要市政管网改造，得挂起来，明年三月再说", "need hold 7 date"],
  ["7要埋光缆，得挂起来，下个月再说", "need hold 7 date"],
  ["7得等明年开春修", "need hold 7 date"],
  ["7得先停下来，等预算", "need hold 7 date"],
  ["7得挂起来，等路面改造，12月20号再看", "do hold 7"],
  ["7得慢慢来", "offer note 7"],
  ["7得分批处理", "offer note 7"],
  ["7得请专家来", "offer note 7"],
])("what has to wait is given back to nobody: %s", (text, expected) => {
  expect(said(text, ONE)).toBe(expected);
});

it.each(["7得供电公司来修", "7该城管管", "7应由水务公司处理", "7得住建来管", "7得找物业修", "7不归我们管，该供电来"])(
  "what another unit has to do is: %s",
  (text) => {
    expect(said(text, ONE)).toMatch(/^(?:offer|need) return 7/u);
  },
);
