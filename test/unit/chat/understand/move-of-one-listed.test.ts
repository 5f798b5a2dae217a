import { describe, expect, it } from "vitest";
import { own, type Spoken, said, saidInFull } from "../../../support/talk.ts";

/** While it is asked which one is meant, or something is offered, what shall be done with others is said: no choice, and no no. */

const issues = [
  own(10, "dispatched", "食堂油烟"),
  own(25, "in_progress", "空调不制冷"),
  own(82, "in_progress", "孩子转学要什么材料"),
  own(94, "in_progress", "打印纸没了"),
];
const which: Spoken = {
  who: "liaison",
  place: "direct",
  issues,
  pending: { ask: "which", for: "supplement", among: [10, 25, 82, 94] },
};
const offer: Spoken = { ...which, pending: { ask: "submit?", text: "三楼厕所堵了" } };
const free: Spoken = { who: "liaison", place: "direct", issues };

describe("asked to which it is to be added", () => {
  it.each([
    ["25撤掉", "offer withdraw 25"],
    ["10撤了吧", "offer withdraw 10"],
    ["25号不要了", "offer withdraw 25"],
    ["94那个作废", "offer withdraw 94"],
    ["空调那个撤了吧", "offer withdraw 25"],
    ["转学的不用办了", "offer withdraw 82"],
    ["25催一下", "do urge 25"],
    ["撤掉25", "offer withdraw 25"],
    ["撤25", "offer withdraw 25"],
    ["25算了", "offer withdraw 25"],
    ["25到哪了", "do status 25"],
  ])("a verb of its own is that move: %s", (text, meant) => {
    expect(said(text, which)).toBe(meant);
  });

  it.each(["25", "25号", "25那个", "就是25", "选25", "空调那个", "25吧", "第二个", "补充25"])(
    "the number alone is the choice: %s",
    (text) => {
      expect(said(text, which)).toBe("need supplement 25 text");
    },
  );
});

describe("spaces in a list part nothing", () => {
  const LISTS = [
    "94和82都不要了",
    "94 和 82 都不要了",
    "94 、82 都撤了",
    "94 跟 82 不用办了",
    "94号 和 82号 都不要了",
    "94 和82 都不用管了",
    "把 94 和 82 都撤掉",
    "94 82 都不要了",
    "94 还有 82 都不要了",
  ];

  it.each(LISTS)("each is shown: %s", (text) => {
    const both = ["offer withdraw 94", "offer withdraw 82"];
    expect(saidInFull(text, free)).toEqual(both);
    expect(saidInFull(text, offer)).toEqual(both);
  });

  it("other moves, and three of them", () => {
    expect(saidInFull("94 和 82 和 25 都撤掉", free)).toEqual([94, 82, 25].map((one) => `offer withdraw ${one}`));
    expect(saidInFull("94 和 82 都催一下", free)).toEqual(["do urge 94", "do urge 82"]);
  });

  it.each(["算了，不用报", "我就问问 不用报", "算了 不要了", "先放着 不报了"])("a no stays one: %s", (text) => {
    expect(said(text, offer)).toBe("silence");
  });

  it("what is said of another issue is no answer to what is offered", () => {
    expect(said("打印纸那个 不要了", offer)).toBe("offer withdraw 94");
  });
});
