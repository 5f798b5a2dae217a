import { describe, expect, it } from "vitest";
import type { Doing, Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, situationIn, stepsInFull } from "../../../support/talk.ts";

/** A coordinator who thinks again while a dispatch is offered or asked about: what he drops is dropped, and no other issue is moved for it. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(2, "submitted", "电表跳字"),
    own(3, "submitted", "车间跳闸"),
    own(28, "dispatched", "电压低"),
    own(33, "dispatched", "土地证"),
    own(37, "dispatched", "宿舍申请"),
    own(48, "submitted", "托管班"),
  ],
};
/** Of one issue that another unit has already. */
const HAD = { 28: "power", 33: "approval", 37: "construction" } as const;

const dispatch: Doing = { command: "dispatch", word: "派单", number: 37, rest: "社会事务局", unit: "society" };
const OFFERED: Question = { ask: "offer", doings: [dispatch] };
const ASKED: Question = {
  ask: "need",
  doing: { command: "dispatch", word: "派单", number: 28, rest: "" },
  what: "unit",
};

function understood(text: string, question: Question | null, spoken: Spoken = OFFICE) {
  const situation = situationIn(spoken);
  const issues = situation.issues.map((one) => ({ ...one, department: HAD[one.number as keyof typeof HAD] ?? null }));
  return understand(text, { ...situation, issues, question });
}

function all(text: string, question: Question | null, spoken: Spoken = OFFICE): readonly string[] {
  return stepsInFull(understood(text, question, spoken));
}

describe("while it is offered that a unit shall have an issue", () => {
  it.each([
    "算了不给社会局",
    "算了别给社会局",
    "算了，还是别给社会局了",
    "不给社会局了",
    "唉，社会局就不用了",
    "还是别派给社会局",
    "37别给社会局",
    "37不给社会事务局了",
    "等等，先不给社会局",
  ])("who leaves it out says no: %s", (text) => {
    const { steps, why } = understood(text, OFFERED);
    expect(steps).toEqual([{ kind: "silence" }]);
    expect(why[0]).toBe("no");
  });

  it.each([
    ["算了给公安", ["offer dispatch 37 公安分局"]],
    ["不给社会局，给公安", ["offer dispatch 37 公安分局"]],
    ["算了不给社会局，还是给公安", ["offer dispatch 37 公安分局"]],
    ["不行，37是投诉社会局的，给公安", ["offer dispatch 37 公安分局"]],
    ["不行 这是举报社会局工作人员的，转给公安", ["offer dispatch 37 公安分局"]],
    ["算了还是社会局", ["offer dispatch 37 社会事务局"]],
    ["千万别给经发局", ["offer dispatch 37 社会事务局"]],
    ["48别给社会局", ["need dispatch 48"]],
  ])("who names another unit, or another issue, is shown that: %s", (text, expected) => {
    expect(all(text, OFFERED)).toEqual(expected);
  });

  it.each(["就派社会局吧", "嗯，就给社会局", "对就社会局"])("who says just that unit says yes: %s", (text) => {
    expect(all(text, OFFERED)).toEqual(["do dispatch 37 社会事务局"]);
  });

  it("and what was shown against the first unit is shown anew of the second", () => {
    const warned: Question = { ask: "offer", doings: [{ ...dispatch, sure: true }] };
    for (const text of ["算了给公安", "不行，给公安", "不是社会局，是公安"])
      expect(understood(text, warned).steps, text).toMatchObject([{ doing: { unit: "police" } }]);
    for (const text of ["算了给公安", "不行，给公安", "不是社会局，是公安"])
      expect(JSON.stringify(understood(text, warned).steps), text).not.toContain("sure");
  });
});

describe("while it is asked which unit shall have an issue", () => {
  it.each([
    [
      "3号跟2号都是供电的，让他们一起看",
      ["do dispatch 3 供电公司 让他们一起看", "do dispatch 2 供电公司 让他们一起看"],
    ],
    ["2号是供电的", ["do dispatch 2 供电公司"]],
    ["37给经发局", ["offer dispatch 37 经济发展局"]],
    ["48给经发局", ["do dispatch 48 经济发展局"]],
    ["3和28都给审批", ["do dispatch 3 行政审批局", "offer dispatch 28 行政审批局"]],
    ["99给经发局", ["decline dispatch 99 经济发展局"]],
    ["不给经发局", ["need dispatch 28"]],
  ])("what has a number of its own is no answer to it: %s", (text, expected) => {
    expect(all(text, ASKED)).toEqual(expected);
  });

  it.each(["审批局", "给审批局吧", "28给审批局", "审批局，跟3号一起弄"])("its own number, or none, is: %s", (text) => {
    expect(all(text, ASKED)).toEqual(["do dispatch 28 行政审批局"]);
  });
});

describe("what was sent wrongly", () => {
  const which: Question = { ask: "which", doing: { ...dispatch, number: null, rest: "" }, among: [3, 48] };
  const one: Spoken = { ...OFFICE, issues: [own(28, "dispatched", "电压低"), own(48, "submitted", "托管班")] };

  it.each(["刚才那个派错了 改派经发", "派错了，改给经发", "刚才派错了，转给经发局"])(
    "is none of those that nobody has yet: %s",
    (text) => {
      for (const question of [null, which]) expect(all(text, question).join(), text).toMatch(/^which dispatch/u);
      expect(all(text, null, one), text).toEqual(["offer dispatch 48 经济发展局"]);
    },
  );

  it("chooses none of a list", () => {
    expect(all("刚才派错了", which)).toEqual(["unknown"]);
  });

  it.each(["28撤回来，我再想想", "28派错了，先收回来，等我问清楚再说", "28收回来吧，回头再定"])(
    "stays where it is while he thinks it over, and no unit is asked for: %s",
    (text) => {
      expect(all(text, null)).toEqual(["tell dispatch-stands"]);
    },
  );
});

describe("a unit that is spoken against", () => {
  it.each([
    ["48是投诉建管局的，给社会局", ["do dispatch 48 社会事务局"]],
    ["48 企业是告公安的人乱收费，给社会局", ["do dispatch 48 社会事务局"]],
    ["48 这个投诉建管局处理", ["offer dispatch 48 建设管理局"]],
    ["48这是投诉食堂的，给社会局", ["do dispatch 48 社会事务局"]],
  ])("does not get what is given to another: %s", (text, expected) => {
    expect(all(text, null)).toEqual(expected);
  });
});

describe("days that are given, and no issue", () => {
  const asked = { ...own(18, "in_progress", "子女入学"), request: "extension" as const };
  const office: Spoken = { ...OFFICE, issues: [own(7, "submitted", "社会事务局的人收钱"), asked] };

  it.each([
    ["社会局要三天，只给一天", ["offer approve 18 一天"]],
    ["最多给他们2天", ["offer approve 18 2天"]],
  ])("speak of the request that waits: %s", (text, expected) => {
    expect(all(text, null, office)[0]).toContain(expected[0]?.slice(0, 16));
  });

  it("and of no issue where nothing was asked for", () => {
    expect(all("社会局要三天，只给一天", null).join()).not.toContain("dispatch");
  });
});

describe("what is not to be answered", () => {
  it.each(["28和33不要回", "28不要回，3单独回：已安排检测", "33先不用回", "28别收回来", "37没有撤回"])(
    "calls back no dispatch: %s",
    (text) => {
      const steps = all(text, null).join("; ");
      expect(steps).not.toContain("dispatch");
    },
  );

  it.each(["28收回来吧", "28派错了", "28要回来", "28能不能收回"])(
    "and a dispatch is called back as ever: %s",
    (text) => {
      expect(all(text, null)).toContain("tell dispatch-stands");
    },
  );
});
