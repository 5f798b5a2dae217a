import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, situationIn, stepsInFull } from "../../../support/talk.ts";

/** 都按建议派: the coordinator hands out what is suggested, without saying the unit of each. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(5, "submitted", "红绿灯坏"),
    own(7, "submitted", "贷款办不下来"),
    own(12, "dispatched", "停车被贴条"),
    own(30, "submitted", "夜里太吵"),
  ],
};
/** Nothing is suggested for #30. */
const SUGGESTED: Readonly<Record<number, number>> = { 5: 2, 7: 1 };

function all(text: string, spoken: Spoken = OFFICE): readonly string[] {
  const situation = situationIn(spoken);
  const issues = situation.issues.map((one) => ({ ...one, suggested: SUGGESTED[one.number] ?? 0 }));
  return stepsInFull(understand(text, { ...situation, issues }));
}

describe("what is suggested", () => {
  it.each(["5 7都按建议派", "5、7按系统推荐的派吧", "把5和7照你的建议派下去", "5号7号都采纳推荐", "5，7按建议来"])(
    "is done with the issues that are named: %s",
    (text) => {
      expect(all(text)).toEqual(["do dispatch 5 1", "do dispatch 7 1"]);
    },
  );

  it.each([
    "全部按推荐派",
    "剩下的都按建议派吧",
    "其他的，都按系统建议派",
    "把剩下没派的都派了",
    "没派的全部派出去",
    "按建议派",
  ])("is shown of all that wait, and it is said for which there is none: %s", (text) => {
    expect(all(text)).toEqual(["offer dispatch 5 1", "offer dispatch 7 1", "do dispatch 30 1"]);
  });

  it("is listed where nothing waits", () => {
    const issues = (OFFICE.issues ?? []).filter(({ state }) => state !== "submitted");
    expect(all("把剩下没派的都派了", { ...OFFICE, issues })).toEqual(["do todo -"]);
  });

  it.each([
    ["按建议，5给公安", ["do dispatch 5 公安分局"]],
    ["5按企业的建议改一下方案", ["offer note 5 按企业的建议改一下方案"]],
    ["12按建议办", ["offer note 12 按建议办"]],
  ])("is not meant where something else is said: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("several issues with a unit each", () => {
  it.each([
    ["5给交通 7财金局 30社会局", ["do dispatch 5 交通运输局", "do dispatch 7 财政金融局", "do dispatch 30 社会事务局"]],
    ["5交通局，7财金局", ["offer dispatch 5 交通运输局", "offer dispatch 7 财政金融局"]],
    ["5给交通，12社会局", ["do dispatch 5 交通运输局", "offer note 12 社会局"]],
  ])("are all given, where it is said of one: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});
