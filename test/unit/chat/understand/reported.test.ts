import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, said, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What tells how it goes with an issue is offered for its company, and is no note that it cannot see. */

const STATES = ["dispatched", "in_progress"] as const;

function head(state: (typeof STATES)[number], title = "垃圾没人清"): Spoken {
  return { who: "head", place: "direct", issues: [own(12, state, title), own(40, state, "路灯不亮")] };
}

describe.each(STATES)("of an issue that is %s", (state) => {
  it.each([
    "12已经让环卫去拉了，半个小时到",
    "12我打过海关电话，明天放行",
    "12海关放了，货周四走",
    "12材料齐了，周五能出证",
    "12下周三有普工专场",
    "12明天查线路",
    "12那个车子在路上，四点到",
    "12今晚八点恢复",
    "12的批文后天出来",
    "12已通知施工队过去了",
    "12保安加了，没人闹了",
  ])("what was done, or comes by a day or an hour, is for the company: %s", (text) => {
    expect(said(text, head(state))).toMatch(/(?:offer|do) (?:progress|measure|answer) 12/u);
  });

  it.each(["12树枝剪完了，没火花了", "12已经抢修好了，下午三点来的水", "12垃圾拉走了，请放心"])(
    "what is finished is an answer: %s",
    (text) => {
      expect(said(text, head(state))).toBe("offer answer 12");
    },
  );

  it.each(["12这家脾气大，说话注意点", "12给刘洋办", "12备注：明天查线路", "12企业电话没人接", "12他们去年也提过一次"])(
    "what is for the departments stays so: %s",
    (text) => {
      expect(said(text, head(state))).not.toMatch(/(?:progress|measure|answer) 12/u);
    },
  );
});

it("is shown of each of several", () => {
  const spoken: Spoken = {
    ...head("dispatched"),
    issues: [own(12, "dispatched", "跳闸"), own(40, "dispatched", "电压低")],
  };
  expect(said("12 40明天查线路", spoken)).toBe("offer measure 12 + offer measure 40");
});

it("is no note either behind 签收", () => {
  expect(said("12签收，下周三有普工专场", head("dispatched"))).toBe("do sign 12 + offer progress 12");
});

describe("a note that is shown", () => {
  const question: Question = {
    ask: "offer",
    doings: [{ command: "note", word: "备注", number: 12, rest: "环卫半小时到" }],
  };

  it.each([
    "不是备注，要告诉企业的",
    "不是备注，是发给企业的",
    "不要记备注，告诉企业",
    "不是备注",
    "发给企业",
    "要告诉厂里的",
    "这个要告诉企业",
    "改成进展",
    "算了，12发给企业：环卫半小时到",
  ])("is shown for the company with the same text: %s", (text) => {
    const steps = stepsInFull(understand(text, { ...situationIn(head("in_progress")), question }));
    expect(steps).toEqual(["offer progress 12 环卫半小时到"]);
  });

  it("is noted by a yes", () => {
    const steps = stepsInFull(understand("是", { ...situationIn(head("in_progress")), question }));
    expect(steps).toEqual(["do note 12 环卫半小时到"]);
  });
});

describe("an hour by which something is promised", () => {
  it.each([
    ["12我们马上派人剪，今天四点前", "do measure 12 我们马上派人剪，今天四点前"],
    ["12晚上8点前恢复", "do measure 12 晚上8点前恢复（今天晚上8点前）"],
    ["12下午4点前搞定", "do measure 12 下午4点前搞定（今天下午4点前）"],
    ["12派人去修，今晚九点前", "do measure 12 派人去修，今晚九点前（今天晚九点前）"],
  ])("is kept with what shall be done: %s", (text, expected) => {
    for (const state of STATES) expect(saidInFull(text, head(state)), state).toEqual([expected]);
  });

  it("is kept behind 签收", () => {
    expect(saidInFull("12收到，马上派人剪，今天四点前", head("dispatched")).join()).toContain("马上派人剪，今天四点前");
  });
});

describe("what the company is asked behind 收到", () => {
  it.each([
    ["垃圾的收到了，有几车，问一下", "offer ask 12 有几车"],
    ["12收到，问他们还有多少车", "offer ask 12 还有多少车"],
    ["12收到了，比较急，问企业堆在哪里", "offer ask 12 堆在哪里"],
  ])("goes to it: %s", (text, expected) => {
    expect(saidInFull(text, head("dispatched"))).toEqual([expected]);
  });
});
