import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** Whose issues are, in as few words as a coordinator has for it: each has its unit, and none of it is a note to another. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(14, "dispatched", "停车场电瓶车被偷"),
    own(43, "in_progress", "食堂发票开不出来"),
    own(85, "submitted", "锅炉年检找谁"),
    own(96, "submitted", "井盖松了，过车很响"),
  ],
};
const all = (text: string) => saidInFull(text, OFFICE);
const shown = (number: number, unit: string) => `offer dispatch ${number} ${unit}`;
const done = (number: number, unit: string) => `do dispatch ${number} ${unit}`;

describe("whose each of several is", () => {
  it.each([
    ["14是经发的 43是交通的", [shown(14, "经济发展局"), shown(43, "交通运输局")]],
    ["85是经发的 96是社会局的", [shown(85, "经济发展局"), shown(96, "社会事务局")]],
    ["85归经发，96归住建，14归公安", [shown(85, "经济发展局"), shown(96, "建设管理局"), shown(14, "公安分局")]],
    ["14改经发，43改社会局", [done(14, "经济发展局"), done(43, "社会事务局")]],
    ["14、43都改经发吧", [done(14, "经济发展局"), done(43, "经济发展局")]],
    ["85给经发，96改社会局", [done(85, "经济发展局"), done(96, "社会事务局")]],
  ])("is done, or shown: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("that one went wrong, and whose it is", () => {
  it.each([
    ["14给错了，是公安的", [done(14, "公安分局")]],
    ["43搞错了，要给经发", [shown(43, "经济发展局")]],
    ["85发错了，是公安", [done(85, "公安分局")]],
    ["14和43都给错了，是交通的", [done(14, "交通运输局"), done(43, "交通运输局")]],
    ["食堂发票那个也改公安分局", [shown(43, "公安分局")]],
    ["电瓶车那件给错了，是公安的，改一下", [shown(14, "公安分局")]],
  ])("is done, or shown where it is less clear: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it("and another number than the one that is meant gets nothing", () => {
    expect(all("不是96，是85给公安，96先放着")).toEqual([done(85, "公安分局"), "do status 96"]);
    expect(all("不是96，是85给公安")).toEqual([done(85, "公安分局")]);
  });
});

it.each([
  ["85给公安", [done(85, "公安分局")]],
  ["85给公安，三天内答复", [done(85, "公安分局 三天内答复")]],
  ["刚派给公安的14改交通", [done(14, "交通运输局")]],
  ["85给错了", ["need dispatch 85"]],
])("what is said otherwise stays as it is: %s", (text, expected) => {
  expect(all(text)).toEqual(expected);
});
