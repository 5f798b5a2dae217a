import { describe, expect, it } from "vitest";
import { own, said, saidInFull } from "../../../support/talk.ts";

/** Of which issue a company's text is not: that one is named, and the text is a matter of its own. */

const SPOKEN = {
  who: "liaison" as const,
  issues: [
    own(2, "in_progress", "园区主干道路面坑洼"),
    own(3, "dispatched", "车间缺普工"),
    { n: 9, state: "in_progress" as const, title: "三号路路灯不亮", mine: false },
  ],
};

describe("what is not of the issue that is named", () => {
  it.each([
    ["我们三楼漏雨 跟2号那个是两回事哈", "我们三楼漏雨"],
    ["跟2号不是一回事，我们食堂后面下水道堵了", "我们食堂后面下水道堵了"],
    ["和#2不是同一件事：西门的路也烂了", "西门的路也烂了"],
    ["跟9号没关系，我们宿舍里面灯坏了", "我们宿舍里面灯坏了"],
    ["宿舍停水了，这个和路灯那个不是一码事", "宿舍停水了"],
    ["这跟缺普工那个完全是两码事，有个工人工资没发", "有个工人工资没发"],
    ["西门的路也烂了，不是2号那个", "西门的路也烂了"],
    ["西门的路烂了 别跟2号搞混了", "西门的路烂了"],
    ["跟10号不是一回事，我们食堂后面下水道堵了", "我们食堂后面下水道堵了"],
    ["仓库进了老鼠，与3号不相干。", "仓库进了老鼠"],
  ])("is offered as a new one: %s", (text, matter) => {
    expect(saidInFull(text, SPOKEN)).toEqual([`offer submit - ${matter}`]);
  });

  it("is asked for, where no more is said", () => {
    for (const text of ["跟2号不是一回事", "跟2号不是一回事哈"])
      expect(said(text, SPOKEN), text).toBe("need submit text");
  });

  it.each([
    ["2号那个路又烂了", "offer supplement 2"],
    ["3号补充一下 还差五个人", "do supplement 3"],
  ])("but %s is of it", (text, step) => {
    expect(said(text, SPOKEN)).toBe(step);
  });
});
