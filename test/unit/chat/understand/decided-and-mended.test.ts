import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What officials put right of what they have sent, whom they call for help, and what the coordinator decides. */

const shown = (text: string, spoken: Parameters<typeof said>[1]) =>
  understand(text, situationIn(spoken)).steps.map((step) =>
    "doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}: ${step.doing.rest}` : step.kind,
  );

const HEAD = { who: "head" as const, now: "2026-12-07T10:00:00+08:00" };

describe("an answer that was sent wrongly", () => {
  const issues = [own(12, "answered", "车间跳闸"), own(25, "answered", "电缆老化"), own(1, "in_progress", "双电源")];

  it.each([
    ["12发错了，应该是12月15日前换新柜", "offer correct 12: 12月15日前换新柜"],
    ["25写错了，其实是换整条电缆", "offer correct 25: 换整条电缆"],
    ["25号的答复打错了，应为换两根电缆", "offer correct 25: 换两根电缆"],
  ])("is put right by what was meant: %s", (text, expected) => {
    expect(shown(text, { ...HEAD, issues })).toEqual([expected]);
  });

  it.each(["刚才的写错了，应该是换整条电缆", "上面那个说错了，是下周一"])(
    "of none that is named, what was sent last is looked for: %s",
    (text) => {
      expect(understand(text, situationIn({ ...HEAD, issues })).why).toEqual(["was-wrong"]);
    },
  );

  it.each(["25号答复写错了，应该是十点", "25号答复写错了，应该是下周一"])("a piece of it is no answer: %s", (text) => {
    expect(said(text, { ...HEAD, issues })).toBe("need correct 25 text");
  });

  it("is no other issue's", () => {
    expect(understand("发错了，应该是25号的", situationIn({ ...HEAD, issues })).why).toEqual(["other-number"]);
  });
});

describe("another unit that is to help", () => {
  const issues = [own(10, "in_progress", "工地夜里有人闹事"), own(24, "dispatched", "围墙缺口")];

  it.each([
    ["10让建管局配合一下，查查那个工地有没有手续", ["offer assist 10: 建设管理局 查查那个工地有没有手续"]],
    ["10昨晚抓了两个人，请社会局也去看看", ["offer assist 10: 社会事务局 昨晚抓了两个人，请社会局也去看看"]],
    [
      "24签了，今晚加派巡逻，让社会局也看看围墙",
      ["do sign 24: ", "offer assist 24: 社会事务局 今晚加派巡逻，让社会局也看看围墙"],
    ],
  ])("hears what was told before it is named: %s", (text, expected) => {
    expect(shown(text, { ...HEAD, issues })).toEqual(expected);
  });

  it("is not called where that is asked", () => {
    expect(said("10要不要叫建管局配合？", { ...HEAD, issues })).not.toContain("assist");
  });
});

describe("an issue that is not of this unit", () => {
  const issues = [own(13, "in_progress", "食堂蟑螂多"), own(15, "in_progress", "垃圾没人收")];

  it.each(["25清完了，以后每天两趟", "25号那个修好了", "30已经联系了，明天去"])("is none of the others: %s", (text) => {
    expect(said(text, { ...HEAD, issues })).toMatch(/^decline \w+ (?:25|30)$/u);
  });
});

describe("who answers the only 批示", () => {
  const owes = [{ kind: "instruct" as const, year: 2026, number: 4 }];
  const issues = [{ ...own(10, "in_progress", "工地夜里有人闹事"), owes }, own(24, "in_progress", "围墙缺口")];

  it.each(["督办的事：已传唤包工头", "批示的事：已传唤包工头", "批示9号：已传唤包工头"])("is shown it: %s", (text) => {
    expect(shown(text, { ...HEAD, issues })).toEqual(["offer feedback 10: 已传唤包工头"]);
  });

  it("and a yes is one to the only one that was named", () => {
    const doing = { command: "feedback", word: "反馈", number: null, rest: "已传唤包工头" };
    const question: Question = { ask: "which", doing, among: [10] };
    const { steps } = understand("是", { ...situationIn({ ...HEAD, issues }), question });
    expect(steps).toEqual([{ kind: "do", doing: { ...doing, number: 10 } }]);
  });
});

describe("the coordinator", () => {
  const issues = [
    { ...own(10, "in_progress", "工地夜里有人闹事"), confidential: true },
    { ...own(12, "in_progress", "车间跳闸"), request: "extension" as const },
    own(8, "in_progress", "水压低"),
    own(11, "answered", "社保材料"),
  ];
  const LIMIN = { who: "coordinator" as const, now: HEAD.now, issues };

  it.each([
    "同意王建国的延期，但只给到10号",
    "延期可以，最多到10号",
    "王建国那个延期可以，最多到10号",
    "王局那个延期批了吧，到10号",
    "供电那个延期行，给到10号",
    "电那边的延期可以的",
  ])("names a day, and no issue: %s", (text) => {
    expect(said(text, LIMIN)).toBe("offer approve 12");
  });

  it.each([
    ["8和12分别催一下", "do urge 8 + do urge 12"],
    ["8、11都给我催一催", "do urge 8 + do status 11"],
    ["11、8催一下企业确认没有", "do status 11 + do status 8"],
    ["别催8了", /^(?!.*urge)/u],
  ])("presses no unit for what waits for the company: %s", (text, expected) => {
    expect(said(text, LIMIN)).toMatch(expected);
  });
});

it.each(["这几个路的都签了", "那三条都签收了哈", "这些路上的全部签了吧"])(
  "what is merely signed for is noted nowhere: %s",
  (text) => {
    const issues = [2, 3, 4].map((number) => own(number, "dispatched", "路面坑洼"));
    expect(said(text, { ...HEAD, issues })).not.toContain("note");
  },
);
