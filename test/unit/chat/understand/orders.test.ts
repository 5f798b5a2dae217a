import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, type Spoken, said, situationIn } from "../../../support/talk.ts";

const ISSUES = [
  own(2, "closed", "厂门口路灯坏了"),
  own(3, "in_progress", "三车间停电"),
  own(6, "submitted", "食堂太贵"),
  own(10, "dispatched", "宿舍漏水"),
];
const by = (who: Line["who"]): Spoken => ({ who, place: "supervision", issues: ISSUES });

/** The step with the kind of order and its text. */
function ordered(text: string, who: Line["who"]): string {
  const [step] = understand(text, situationIn(by(who))).steps;
  if (step === undefined || !("doing" in step)) return step?.kind ?? "";
  const { word, number, rest } = step.doing;
  return `${step.kind} ${word} ${number} ${rest}`.trim();
}

describe.each(["leader", "coordinator"] as const)("what a %s orders in free words", (who) => {
  it.each([
    ["供电公司怎么回事，3号拖这么久，给我督办一下，三天内解决！", "offer 督办 3 三天内解决"],
    ["给3号督办，三天内解决", "offer 督办 3 三天内解决"],
    ["对3号督办：明天通电", "offer 督办 3 明天通电"],
    ["10号批示一下，抓紧", "offer 批示 10 抓紧"],
    ["3号要批示：明天必须通电", "offer 批示 3 明天必须通电"],
    ["3号怎么还没办好？给我督办", "need 督办 3"],
    ["10号我批示一下", "need 批示 10"],
    ["2号都这样了，批示一下", "decline 批示 2"],
  ])("%s", (text, expected) => {
    expect(ordered(text, who)).toBe(expected);
  });

  it.each(["3号督办了没有", "3号的督办反馈了吗", "3号怎么样了"])(
    "is no order where it is only asked for: %s",
    (text) => {
      expect(said(text, by(who))).toBe("do status 3");
    },
  );
});

describe("what else is clear in free words", () => {
  it("presses behind a question", () => {
    expect(said("10号怎么回事，请建国同志亲自抓", by("leader"))).toBe("offer supervise 10");
    expect(said("3号到底怎么回事，抓紧", by("coordinator"))).toBe("offer urge 3");
    const company: Spoken = { who: "liaison", issues: [own(3, "in_progress", "三车间停电")] };
    for (const text of ["3号啥情况，别拖了，催一下！", "3号办得怎么样了，麻烦催一下供电公司"])
      expect(said(text, company)).toBe("do urge 3");
    expect(said("3号怎么样了，先别催", company)).toBe("do status 3");
  });

  it.each(["6号派1", "6号派给第一个", "6 派单 1", "把6号派给1吧", "派6号给1", "6派1"])(
    "takes the suggestion of that place: %s",
    (text) => {
      expect(ordered(text, "coordinator")).toBe("do 派单 6 1");
    },
  );

  it("signs once, and says why where it is signed", () => {
    const officer: Spoken = {
      who: "officer",
      issues: [own(3, "dispatched", "跳闸"), own(5, "in_progress", "路灯坏了")],
    };
    for (const text of ["我把3号签了", "3号签掉", "我这就把3号签了", "帮我签一下3号"])
      expect(said(text, officer)).toBe("do sign 3");
    expect(said("3号签了，已联系企业", officer)).toBe("do sign 3 + do contact 3");
    expect(said("我把5号签了", officer)).toBe("decline sign 5");
  });
});
