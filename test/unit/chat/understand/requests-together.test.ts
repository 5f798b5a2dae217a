import { describe, expect, it } from "vitest";
import { own, type Spoken, saidInFull } from "../../../support/talk.ts";

/** What is said of the requests that wait, without a number, is said of all of them. */

const asked = (n: number, title: string, request: "return" | "extension" | "hold") => ({
  ...own(n, "in_progress", title),
  request,
});

const ISSUES = [
  asked(15, "夜里打桩太吵", "return"),
  asked(16, "垃圾没人清运", "return"),
  asked(7, "厂房漏雨", "extension"),
  own(5, "in_progress", "退水沟两个都堵了"),
];
const OFFICE: Spoken = { who: "coordinator", place: "direct", issues: ISSUES };
const LEADER: Spoken = { ...OFFICE, who: "leader" };

const BOTH = ["offer approve 15", "offer approve 16"];
const to = (unit: string) => BOTH.map((step) => `${step} ${unit}`);

describe.each([OFFICE, LEADER])("of the requests that wait for the $who", (spoken) => {
  it.each([
    ["退的两个都同意", BOTH],
    ["退的那俩批了", BOTH],
    ["那几个退单准了吧", BOTH],
    ["所有的退单都同意", BOTH],
    ["同意退的那两个", BOTH],
    ["延期的都准了", ["offer approve 7"]],
    ["今天报上来的几个都同意", [...BOTH, "offer approve 7"]],
    ["退的那两个让经发办，同意", to("经济发展局")],
    ["刚退的几个都同意，给经发", to("经济发展局")],
    ["那两个退单都给公安", to("公安分局")],
    ["他们退的两个，同意，给社会局", to("社会事务局")],
  ])("all are shown: %s", (text, steps) => {
    expect(saidInFull(text, spoken)).toEqual(steps);
  });

  it.each([
    ["退的那三个同意", ["which approve -"]],
    ["退的那两个让城投办，同意", ["need approve 15", "need approve 16"]],
    ["挂账的两个都准了", ["decline approve -"]],
  ])("and it is asked or told where that cannot be: %s", (text, steps) => {
    expect(saidInFull(text, spoken)).toEqual(steps);
  });

  it.each(["退的那两个怎么办", "退税的两个都办好了", "退的两个同意一个", "今天要批的都有哪些", "退的那两个都不同意"])(
    "and nothing is agreed to: %s",
    (text) => {
      expect(saidInFull(text, spoken).filter((step) => /^(?:do|offer) approve/u.test(step))).toEqual([]);
    },
  );
});
