import { describe, expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** What was offered to be raised, while something else is said or was told. */

const raising = (rest: string): Doing => ({ command: "submit", word: "诉求", number: null, rest });
const WALL = "保安岗亭那边老有人翻墙进来";

/** What comes of a text, each step with its number or its text. `newer`: whether #20 was answered since. */
function told(text: string, offered: readonly string[], newer: boolean | null = null): readonly string[] {
  const issues = newer === null ? [] : [own(20, "answered", "车间手机信号差")];
  const situation = situationIn({ who: "liaison", place: "direct", issues });
  const { steps } = understand(text, {
    ...situation,
    issues: situation.issues.map((one) => ({ ...one, title: one.title, newer: newer === true })),
    question: { ask: "offer", doings: offered.map(raising) },
  });
  return steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number ?? step.doing.rest}` : step.kind,
  );
}

describe("a yes behind an answer that was told since", () => {
  it.each([
    "好的，谢谢，信号好多了",
    "信号满格了，感谢",
    "行，现在能用了",
    "可以，恢复了",
    "收到，今天没断过了",
    "嗯，信号正常了",
  ])("is of the answer where it says that all is well: %s", (text) => {
    expect(told(text, [WALL], true)).toEqual(["offer solved 20"]);
  });

  it.each(["好的", "好的谢谢", "收到，辛苦了", "嗯嗯", "行", "ok", "谢谢"])(
    "shows both where it is vague: %s",
    (text) => {
      expect(told(text, [WALL], true)).toEqual(["do status 20", `offer submit ${WALL}`]);
    },
  );

  it.each(["是", "对", "提交", "好，提交", "嗯报上去", "要"])(
    "is of the offer where nothing else can be meant: %s",
    (text) => {
      expect(told(text, [WALL], true)).toEqual([`do submit ${WALL}`]);
    },
  );

  it.each(["算了", "好的，不用了", "先别提"])("leaves a no what it was: %s", (text) => {
    expect(told(text, [WALL], true)).toEqual(["silence"]);
  });

  it("is of the offer where nothing was told since", () => {
    expect(told("好的谢谢", [WALL], false)).toEqual([`do submit ${WALL}`]);
  });
});

describe("what stands behind a yes", () => {
  it.each([
    ["好的，谢谢各位领导", WALL],
    ["是的，谢谢，宿舍那边也有人翻", `${WALL}\n宿舍那边也有人翻`],
    ["对的，夜里两点多", `${WALL}\n夜里两点多`],
  ])("is filed without thanks: %s", (text, filed) => {
    expect(told(text, [WALL])).toEqual([`do submit ${filed}`]);
  });

  it("is no part of it where it tells that all is well: it is shown again, or said of what waits to be confirmed", () => {
    expect(told("好的，信号好多了", [WALL])).toEqual([`offer submit ${WALL}`]);
    expect(told("好的，信号好多了", [WALL], false)).toEqual(["offer solved 20"]);
  });
});

describe("another matter, told while one is offered", () => {
  it.each(["停车位也不够", "宿舍停水了", "厕所也堵了", "公交末班车太早了", "有人偷电缆"])(
    "is offered beside it: %s",
    (text) => {
      expect(told(text, ["厂门口路灯坏了"])).toEqual(["offer submit 厂门口路灯坏了", `offer submit ${text}`]);
    },
  );

  it("is offered beside it where somebody begins to raise it", () => {
    const all = told("我想反映个问题，二车间从早上起停电", ["一车间从早上起停水"]);
    expect(all).toEqual(["offer submit 一车间从早上起停水", "offer submit 二车间从早上起停电"]);
  });

  it.each(["新的，车间地坪起壳了", "新问题：车间地坪起壳了"])(
    "is offered beside it without what says that it is new: %s",
    (text) => {
      expect(told(text, ["我们水压没好"])).toEqual(["offer submit 我们水压没好", "offer submit 车间地坪起壳了"]);
    },
  );

  it.each(["在2号食堂旁边", "一共三盏", "晚上员工不敢走"])(
    "is no other matter where it tells more of it: %s",
    (text) => {
      expect(told(text, ["厂门口路灯坏了"])).toEqual([`offer submit 厂门口路灯坏了\n${text}`]);
    },
  );

  it.each(["和小吴那个合一下", "恢复吧，我们那边情况不一样", "跟上面合到一起"])(
    "is no detail where it tells the bot to do something else: %s",
    (text) => {
      expect(told(text, ["他们停了一整天，还跟保安吵起来"])).not.toContain(
        `offer submit 他们停了一整天，还跟保安吵起来\n${text}`,
      );
    },
  );

  it.each(["不对，这个是教育局管的吧", "不是，应该归教育局", "不对吧 这个找教育局才对"])(
    "is none where it tells whose it is: the text is shown with that: %s",
    (text) => {
      const [step = ""] = told(text, ["工人娃儿九月要读一年级"]);
      expect(step).toMatch(/^offer submit 工人娃儿九月要读一年级\n.*教育局/u);
    },
  );

  it("is offered alone where it tells the whole anew", () => {
    expect(told("厂门口路灯坏了三盏，晚上黑得很", ["厂门口路灯坏了"])).toEqual([
      "offer submit 厂门口路灯坏了三盏，晚上黑得很",
    ]);
  });

  it.each([
    ["只提第二个", ["do submit 停水了"]],
    ["第一个不要", ["offer submit 停水了"]],
    ["第二个", ["do submit 停水了", "offer submit 路灯坏了"]],
    ["都提", ["do submit 路灯坏了", "do submit 停水了"]],
    ["都不要", ["silence"]],
    ["第三个", ["unknown"]],
    ["第二个不要，别的提", ["do submit 路灯坏了"]],
  ])("is chosen among them by its place: %s", (text, expected) => {
    expect(told(text, ["路灯坏了", "停水了"])).toEqual(expected);
  });

  it.each([
    "第二个不要，其他的算了",
    "第一个不用，别的报过了",
    "第一个不要，其他的要改一下",
    "第一个不要，其他的要不要",
  ])("and nothing is raised where the others are only spoken of: %s", (text) => {
    expect(told(text, ["路灯坏了", "停水了", "快递柜没地方放"]).join()).not.toContain("do submit");
  });

  it.each(["不是，我是找教育局问过了", "不对，是供电公司来挖断的"])(
    "and no more is put into what was refused: %s",
    (text) => {
      expect(told(text, ["孩子上学没学位"])).toEqual(["silence"]);
    },
  );

  it.each([
    ["第二个不要，其他提交", ["路灯坏了", "快递柜没地方放"]],
    ["中间那个不提，其他的都提", ["路灯坏了", "快递柜没地方放"]],
    ["别的提，第一个算了", ["停水了", "快递柜没地方放"]],
    ["最后一个先不报，剩下两个报上去吧", ["路灯坏了", "停水了"]],
  ])("and the others are raised where that is said with one that is not: %s", (text, expected) => {
    const steps = expected.map((one) => `do submit ${one}`);
    expect(told(text, ["路灯坏了", "停水了", "快递柜没地方放"])).toEqual(steps);
  });
});
