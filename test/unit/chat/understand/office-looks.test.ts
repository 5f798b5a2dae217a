import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What the coordinator says of issues that looks like an order or a note, and is none. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(1, "in_progress", "三车间停电"),
    own(2, "in_progress", "宿舍水压低"),
    own(13, "submitted", "有人在围墙外烧塑料"),
    { ...own(20, "submitted", "门口有人强收停车费"), confidential: true },
    own(57, "dispatched", "厂房漏雨"),
    own(58, "dispatched", "公交太少"),
  ],
};

/** With the units that have the last two. */
function withUnits(text: string): readonly string[] {
  const situation = situationIn(OFFICE);
  const units = new Map([
    [57, "transport"],
    [58, "construction"],
  ]);
  const issues = situation.issues.map((one) => ({ ...one, department: units.get(one.number) ?? null }));
  return stepsInFull(understand(text, { ...situation, issues }));
}

describe("what is no order", () => {
  it.each([
    "13派公安吧，不能让人知道是谁反映的",
    "13派公安，别让人知道是谁反映的",
    "13给公安，注意保密",
    "不要让别人知道是谁提的，13转公安",
  ])("is shown first with how an issue is kept in confidence: %s", (text) => {
    expect(saidInFull(text, OFFICE)).toEqual(["tell confidence-from-outside", "offer dispatch 13 公安分局"]);
  });

  it("but a confidential one is given away as it is", () => {
    expect(saidInFull("20派公安，别让人知道是谁反映的", OFFICE)).toEqual(["do dispatch 20 公安分局"]);
  });

  it.each(["烧塑料那个是公安还是审批管啊", "13公安还是社会局", "13是归公安还是归社会局管？"])(
    "asks which of two it is: %s",
    (text) => {
      expect(saidInFull(text, OFFICE)).toEqual(["do why 13"]);
    },
  );

  it.each(["13给公安，不给社会局", "13给公安，社会局配合"])("and an order stays one: %s", (text) => {
    expect(saidInFull(text, OFFICE)[0]).toMatch(/^(?:do|offer) dispatch 13 公安分局/u);
  });

  it.each([
    ["有没有跟2差不多的", "水压"],
    ["类似1的还有吗", "停电"],
    ["2跟之前哪个像", "水压"],
    ["2有没有类似的", "水压"],
    ["1以前有过类似的吗", "停电"],
    ["雨棚的事有人提过吗", "雨棚"],
    ["以前有没有人报过停水", "停水"],
    ["还有没有跟1号一样的诉求", "停电"],
    ["找一下上个月那个停电的", "停电"],
    ["翻翻前几天报的路灯那个", "路灯"],
    ["找找去年那几个漏雨的", "漏雨"],
  ])("looks for others: %s", (text, words) => {
    expect(saidInFull(text, OFFICE)).toEqual([`do search - ${words}`]);
  });

  it.each(["57和58换一下单位", "57跟58对调一下", "57 58单位弄反了，换过来", "57和58派反了", "把57、58的单位换一下"])(
    "changes the units of the two: %s",
    (text) => {
      expect(withUnits(text)).toEqual(["offer dispatch 57 建设管理局", "offer dispatch 58 交通运输局"]);
    },
  );

  it.each(["57换一下单位", "57和58都换个单位", "57和58别换单位"])("and no other two: %s", (text) => {
    expect(withUnits(text).filter((step) => /^(?:do|offer) dispatch/u.test(step))).toEqual([]);
  });

  it.each(["派单准不准", "派得准不准啊最近", "派单准确不准确", "派单准吗"])(
    "asks for figures, and decides nothing: %s",
    (text) => {
      const issues = [{ ...own(15, "in_progress", "噪声"), request: "return" as const }];
      expect(saidInFull(text, { ...OFFICE, who: "admin", issues })).toEqual(["do stats -"]);
    },
  );

  it.each(["把路灯这个词改给供电公司", "路灯这类词以后归供电", "关键词里把垃圾改给建设局"])(
    "is of words, which are kept elsewhere: %s",
    (text) => {
      expect(saidInFull(text, { ...OFFICE, who: "admin" })).toEqual(["tell words-of-units", "do board -"]);
    },
  );
});
