import { describe, expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What a company says in few words of what is there, and asks of what it has filed. */

const ROAD = own(3, "in_progress", "舜德路路面坑洼");
const ANSWERED = own(6, "answered", "稳岗补贴未到账");
type Issues = Parameters<typeof own> extends never ? never : readonly ReturnType<typeof own>[];

const direct = (text: string, issues: Issues) => said(text, { who: "liaison", place: "direct", issues: [...issues] });
const inGroup = (text: string, issues: Issues) => said(text, { who: "liaison", issues: [...issues] });

describe("a word of agreement in a direct chat", () => {
  it.each(["可以", "行", "没问题", "可以的", "嗯嗯 可以"])(
    "asks whether the answer that waits solved it: %s",
    (text) => {
      expect(direct(text, [ANSWERED])).toBe("offer solved 6");
    },
  );

  it.each(["行吧 就这样", "就这样吧", "好吧就这样"])("asks whether it is put up with: %s", (text) => {
    expect(direct(text, [ANSWERED])).toBe("offer accept 6");
  });

  it("asks which where several wait, and is courtesy where none does", () => {
    expect(direct("可以", [ANSWERED, own(7, "answered", "路灯")])).toBe("which solved 6/7");
    expect(direct("可以", [ROAD])).not.toContain("offer");
  });

  it.each(["谢谢", "收到", "好的", "辛苦了"])("is not %s", (text) => {
    expect(direct(text, [ANSWERED])).toBe("silence");
  });
});

it.each(["垃圾 给1分", "给个2分", "差评，一星"])(
  "a bad mark for an answer that waits asks what is not solved: %s",
  (text) => {
    expect(direct(text, [ANSWERED])).toMatch(/unsolved 6/u);
  },
);

describe("that it is as it was", () => {
  it.each(["不行 没解决", "补是补了 一下雨又烂了 糊弄人", "还是老样子", "根本没人来修", "糊弄人的"])(
    "is shown as an addition to the one issue that is in hand: %s",
    (text) => {
      expect(inGroup(text, [ROAD])).toBe("offer supplement 3");
    },
  );

  it.each(["宿舍又停水了", "还是没网", "车间门口的下水道又堵了"])(
    "is a matter of its own where one is named: %s",
    (text) => {
      expect(inGroup(text, [ROAD])).toBe("offer submit");
    },
  );
});

it("thanks for what is not answered yet are told when it can be confirmed", () => {
  expect(inGroup("来水了，谢谢", [own(8, "in_progress", "宿舍停水")])).toBe("decline solved 8");
  expect(inGroup("来水了，谢谢", [ROAD])).toBe("silence");
});

describe("whether something is filed", () => {
  it.each(["路灯的事提交了没", "我们那个路灯报上去了没有", "我刚才那个红包的 提了没", "刚才说的登记了吗"])(
    "is no new issue: %s",
    (text) => {
      const { steps } = understand(text, situationIn({ who: "liaison", issues: [] }));
      expect(steps).toEqual([{ kind: "tell", told: "not-filed" }]);
    },
  );

  it("is answered by the issue itself", () => {
    expect(inGroup("路面坑洼的事提交了没", [ROAD])).toBe("do status 3");
  });
});

it.each(["全园区现在有多少诉求没解决", "园区里几个问题没办完", "园区诉求一共多少件"])(
  "figures are no new issue: %s",
  (text) => {
    const { steps } = understand(text, situationIn({ who: "liaison" }));
    expect(steps).toEqual([{ kind: "tell", told: "no-figures" }]);
  },
);

it.each(["查一下跟公交有关的", "看看和停车有关的诉求", "找找与噪音相关的", "找一下之前路灯的", "停电的都有哪几家"])(
  "issues are looked for: %s",
  (text) => {
    expect(inGroup(text, [])).toBe("do search");
  },
);

it("that one was wrong is said of 同感 where no own issue is of it", () => {
  const water = { ...own(6, "in_progress", "自来水有锈水"), mine: false };
  const { steps } = understand("不对 我搞错了 我们水没问题", situationIn({ who: "liaison", issues: [water] }));
  expect(steps).toEqual([{ kind: "tell", told: "join-stands" }]);
});

it.each(["请帮忙催一下园区食堂发票的事", "催一下宿舍安装空调的问题"])("what is urged is none of others: %s", (text) => {
  expect(inGroup(text, [ROAD, own(9, "in_progress", "厂门口路灯坏了")])).toBe("offer submit");
});

it.each([
  ["我想问下 补贴发放那个稳岗的什么时候到账啊 人社说财政 财政说人社", "offer submit"],
  ["就是税务所小李每次来都要吃饭", "offer submit"],
  ["重新报 税务的事", "need submit text"],
  ["重新提一个", "need submit text"],
  ["哈喽在吗", "greet"],
])("is heard: %s", (text, expected) => {
  expect(inGroup(text, [])).toBe(expected);
});

describe("while something is offered to be raised", () => {
  const doing: Doing = { command: "submit", word: "诉求", number: null, rest: "保密 检测报告迟迟不出" };
  const answer = (text: string) =>
    understand(text, {
      ...situationIn({ who: "liaison", place: "direct" }),
      question: { ask: "offer", doings: [doing] },
    }).steps;

  it.each(["为什么", "为什么？", "不是 是质监的事吧 报", "不对，是质监的，提交吧"])(
    "is shown again after %s",
    (text) => {
      expect(answer(text)).toMatchObject([{ kind: "offer", doing: { command: "submit" } }]);
    },
  );
});
