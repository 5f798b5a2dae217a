import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** What puts right a new issue that is shown is no yes to it as it stands. */

const TEXT = "宿舍二楼厕所漏水";
const SHOWN = { who: "liaison", place: "direct", pending: { ask: "submit?", text: TEXT } } satisfies Spoken;

describe("while a new issue is shown", () => {
  it.each([
    ["是三楼，不是二楼", "宿舍三楼厕所漏水"],
    ["不是二楼，是三楼", "宿舍三楼厕所漏水"],
    ["不对，是浴室，不是厕所", "宿舍二楼浴室漏水"],
    ["是我们隔壁的厂，不是我们", `${TEXT}\n是我们隔壁的厂，不是我们`],
    ["是这样的 是昨天下午的事", `${TEXT}\n是昨天下午的事`],
    ["情况是这样，上周就开始漏了", `${TEXT}\n上周就开始漏了`],
    ["是三楼那台", `${TEXT}\n是三楼那台`],
    ["是我们厂", `${TEXT}\n是我们厂`],
    ["不是不是 我说的是隔壁厂排烟熏到我们", `${TEXT}\n隔壁厂排烟熏到我们`],
  ])("it is shown again, put right: %s", (text, expected) => {
    expect(saidInFull(text, SHOWN)).toEqual([`offer submit - ${expected}`]);
  });

  it.each(["是", "是的", "是啊", "是的是的", "是的 快点", "是 报吧", "是这样的", "就按这个报", "对，就这样"])(
    "and a yes stays one: %s",
    (text) => {
      expect(saidInFull(text, SHOWN)).toEqual([`do submit - ${TEXT}`]);
    },
  );

  it("and so does a yes that adds something", () => {
    expect(saidInFull("是的，三楼也漏", SHOWN)).toEqual([`do submit - ${TEXT}\n三楼也漏`]);
  });
});

describe("of what a coordinator dispatches", () => {
  const issues = [own(8, "submitted", "路上有大坑"), own(27, "submitted", "停电"), own(29, "submitted", "跳闸")];
  const place = "direct" as const;

  it.each(["哎不对 那段路是我们自己修的 应该给建设局", "不对 那边归他们管 给建设局", "算了 还是给建设局"])(
    "the other unit behind a no is shown: %s",
    (text) => {
      const pending = { ask: "confirm", step: { do: "dispatch", n: 8, unit: "交通运输局" } } as const;
      expect(saidInFull(text, { who: "coordinator", place, issues, pending })).toEqual(["offer dispatch 8 建设管理局"]);
    },
  );

  it("算了 before the numbers takes nothing of them away", () => {
    expect(saidInFull("算了 29给建管 27给供电", { who: "coordinator", place, issues })).toEqual([
      "do dispatch 29 建设管理局",
      "do dispatch 27 供电公司",
    ]);
  });
});
