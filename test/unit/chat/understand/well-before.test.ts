import { describe, expect, it } from "vitest";
import { own, said } from "../../../support/talk.ts";

/** What a company says of its issue that is well, before anybody has answered it, or that is to be closed. */

const OPEN = [
  own(8, "in_progress", "厂区围墙外垃圾没人清运"),
  own(5, "dispatched", "公交车班次太少"),
  own(3, "in_progress", "宿舍停水"),
  own(37, "in_progress", "厂门口有人打架"),
];
const to = (text: string, issues = OPEN) => said(text, { who: "liaison", issues });

describe("an own issue that is well, by its words", () => {
  it.each([
    ["垃圾车今天来了 可以结了", 8],
    ["垃圾已经拉走了 可以结了", 8],
    ["公交车准时了，可以结了", 5],
    ["公交多了一班，结案吧", 5],
    ["有水了 好了好了 谢谢", 3],
    ["水通了 帮我关掉吧", 3],
    ["37打架那个警察来过了 好了", 37],
    ["8号好了", 8],
  ])("is told that it can be confirmed once it is answered: %s", (text, number) => {
    expect(to(text)).toBe(`decline solved ${number}`);
  });

  it.each(["垃圾车今天来了 可以结了", "垃圾已经拉走了，结单吧", "垃圾清走了，直接关掉"])(
    "is offered 已解决, where it is answered: %s",
    (text) => {
      expect(to(text, [own(8, "answered", "厂区围墙外垃圾没人清运"), own(3, "in_progress", "宿舍停水")])).toBe(
        "offer solved 8",
      );
    },
  );

  it("raises nothing where none of these words is there", () => {
    expect(to("快递能送上门了，可以结了")).toBe("tell");
    expect(to("拿到了拿到了 就是太慢 给个3分吧", OPEN.slice(0, 1))).toBe("decline solved 8");
  });

  it.each([
    ["8号还没好", "offer supplement 8"],
    ["8号好了，但是臭味还在", "offer supplement 8"],
    ["垃圾收了但又堆起来了 先别结", "offer supplement 8"],
    ["保安把门关了 进不去", "offer submit"],
  ])("but not: %s", (text, step) => {
    expect(to(text)).toBe(step);
  });
});
