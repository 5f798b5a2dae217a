import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, situationIn } from "../../../support/talk.ts";

const COMPANY: Spoken = { who: "liaison" };
const OFFERED: Spoken = { ...COMPANY, pending: { ask: "submit?", text: "厂门口路灯坏了好几天" } };

/** What becomes of it, and each text. */
function raisedBy(text: string, spoken: Spoken = COMPANY): readonly string[] {
  const { steps } = understand(text, situationIn(spoken));
  return steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.rest}` : step.kind));
}

describe("a list of matters", () => {
  it.each([
    "诉求 1、路口红绿灯坏了 2、宿舍停水",
    "诉求\n1、路口红绿灯坏了\n2、宿舍停水",
    "反映 一、路口红绿灯坏了 二、宿舍停水",
    "诉求 （1）路口红绿灯坏了（2）宿舍停水",
    "诉求 第一，路口红绿灯坏了；第二，宿舍停水",
  ])("behind the command's word is filed as issues each: %s", (text) => {
    expect(raisedBy(text)).toEqual(["do 路口红绿灯坏了", "do 宿舍停水"]);
  });

  it.each([
    "诉求 1、路灯坏了 2、保洁三天没来",
    "反映：①路灯坏了②保洁三天没来",
    "反映两个事 一个是路灯坏了，还有一个保洁三天没来",
    "反映两件事，一是路灯坏了，二是保洁三天没来",
    "投诉两个问题：路灯坏了，保洁三天没来",
  ])("does so also where the duty table knows no word of one: %s", (text) => {
    expect(raisedBy(text)).toEqual(["do 路灯坏了", "do 保洁三天没来"]);
  });

  it("is told apart at each count, whichever way they are counted", () => {
    const text = "我们这几件：一个是招普工招不到，二是污水管堵了往外冒，还有就是…站台灯不亮";
    const [first = "", second = "", third = "", ...more] = raisedBy(text).map((one) => one.replace(/^\w+ /u, ""));
    expect([first, second, third, more]).toEqual(["招普工招不到", "污水管堵了往外冒", "站台灯不亮", []]);
  });

  it("is told apart where somebody goes on twice and names a thing each time, and withdraws nothing", () => {
    const issues = [own(2, "in_progress", "泔水桶没人收")];
    const at = (text: string) => raisedBy(text, { ...COMPANY, issues });
    expect(at("快递柜没地方放，另外洗衣房热水也没有，还有理发店关门了")).toEqual([
      "offer 快递柜没地方放",
      "offer 洗衣房热水也没有",
      "offer 理发店关门了",
    ]);
    expect(at("理发店关门了").join()).not.toContain("withdraw");
    for (const one of ["昨晚停电两次，另外今天早上又停了，还有机床也停了", "停电了，另外请尽快修，还有损失要赔"])
      expect(at(one), one).toEqual([`offer ${one}`]);
  });

  it("does so for a company as well", () => {
    expect(raisedBy("代 中塑科技 诉求 1、招工难 2、保洁三天没来", { who: "coordinator", place: "direct" })).toEqual([
      "do 中塑科技 诉求 招工难",
      "do 中塑科技 诉求 保洁三天没来",
    ]);
  });

  it.each(["诉求 1、昨晚停电 2、影响交货 3、请尽快修", "反映两个车间停电，一个是一车间，一个是二车间"])(
    "stays one where it goes on about the same: %s",
    (text) => {
      expect(raisedBy(text)).toHaveLength(1);
    },
  );

  it("takes what is wished before it for each", () => {
    expect(raisedBy("保密 诉求 1、路口红绿灯坏了 2、宿舍停水")).toEqual(["do 保密 路口红绿灯坏了", "do 保密 宿舍停水"]);
  });

  it.each(["反映几个事：\n1、路口红绿灯坏了\n2、宿舍停水", "几个问题：\n1、路口红绿灯坏了\n2、宿舍停水"])(
    "is offered without the heading: %s",
    (text) => {
      const spoken: Spoken = { ...COMPANY, issues: [own(1, "answered", "三车间停电")] };
      expect(raisedBy(text, spoken)).toEqual(["offer 路口红绿灯坏了", "offer 宿舍停水"]);
    },
  );

  it("behind a heading may hold one without a word of the duty table", () => {
    expect(raisedBy("反映几个事：\n1、食堂太贵\n2、宿舍停水")).toEqual(["offer 食堂太贵", "offer 宿舍停水"]);
  });

  it.each(["三车间停电，原因1、变压器老化 2、线路超负荷", "停电\n1、一车间停电\n2、二车间停电", "1、2号楼停电"])(
    "of one matter stays one issue: %s",
    (text) => {
      expect(raisedBy(`诉求 ${text}`)).toEqual([`do ${text}`]);
    },
  );
});

describe("a yes to an issue that is offered", () => {
  it.each([
    "嗯交上去吧",
    "交上去吧",
    "那就交上去吧",
    "报上去吧",
    "反映上去吧",
    "可以，帮忙报给园区吧",
    "嗯就按这个报吧",
  ])("is no part of its text: %s", (text) => {
    expect(raisedBy(text, OFFERED)).toEqual(["do 厂门口路灯坏了好几天"]);
  });

  it("may tell more, which is", () => {
    expect(raisedBy("是的，上面那栋也停了", OFFERED)).toEqual(["do 厂门口路灯坏了好几天\n上面那栋也停了"]);
  });
});
