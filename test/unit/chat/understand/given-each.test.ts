import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** Several issues are given away in one sentence: none is dropped, and none becomes a note to another one's unit. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [own(28, "submitted", "车间跳闸"), own(31, "submitted", "电压不稳"), own(35, "submitted", "招不到针车工")],
};

const ALL = ["dispatch 28 供电公司", "dispatch 31 供电公司", "dispatch 35 人社局"];

describe("several that are given to their units", () => {
  it.each([
    "28给供电，31也给供电，35人社",
    "28、31给供电，35人社",
    "28供电 31供电 35人社",
    "28给供电，31给供电，还有35人社",
    "28给供电，31给供电，剩下的35人社",
    "28给供电，31给供电，至于35，给人社",
    "28给供电，31给供电，35的话人社",
    "28给供电，31给供电，那35人社局",
    "28给供电，31同上，35人力资源和社会保障局",
    "派单 28 供电公司，31供电公司，35人社局",
  ])("are all given: %s", (text) => {
    expect(saidInFull(text, OFFICE).map((step) => step.replace(/^(?:do|offer) /u, ""))).toEqual(ALL);
  });

  it.each([
    ["派单 28 供电，35人社", ["do dispatch 28 供电", "do dispatch 35 人社局"]],
    ["派单 28 供电 35 人社", ["do dispatch 28 供电", "do dispatch 35 人社局"]],
    ["派单 28 供电公司，35先放着", ["do dispatch 28 供电公司", "need dispatch 35"]],
    ["28给供电，35跟28一样", ["do dispatch 28 供电公司", "do dispatch 35 供电公司"]],
    ["28给供电，35跟31一样", ["do dispatch 28 供电公司", "need dispatch 35"]],
    ["28给供电，35先看看", ["do dispatch 28 供电公司", "offer note 35 先看看"]],
  ])("or it is asked: %s", (text, steps) => {
    expect(saidInFull(text, OFFICE)).toEqual(steps);
  });

  it.each([
    ["28给供电，跟31是同一条线路", ["do dispatch 28 供电公司 跟31是同一条线路"]],
    ["派单 28 供电公司，3天内办好", ["do dispatch 28 供电公司，3天内办好"]],
    ["派单 28 供电公司，35人等着开工", ["do dispatch 28 供电公司，35人等着开工"]],
    ["派单 28 供电，重点看31说的那个", ["do dispatch 28 供电，重点看31说的那个"]],
  ])("and what merely counts or compares stays a note: %s", (text, steps) => {
    expect(saidInFull(text, OFFICE)).toEqual(steps);
  });
});
