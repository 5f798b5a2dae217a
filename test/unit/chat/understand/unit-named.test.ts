import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** Another unit that is named while it is shown who shall have an issue; and what is said to the bot, and is told to no unit. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(14, "dispatched", "停车场电瓶车被偷"),
    own(43, "dispatched", "食堂发票开不出来"),
    own(85, "submitted", "锅炉年检找谁"),
    own(96, "submitted", "抄表的人收茶水费"),
  ],
};
const QUESTION: Question = {
  ask: "offer",
  doings: [
    { command: "dispatch", word: "派单", number: 96, rest: "自来水公司 他们自己解释", unit: "water", sure: true },
  ],
};

function toOffer(text: string): readonly string[] {
  return stepsInFull(understand(text, { ...situationIn(OFFICE), question: QUESTION }));
}

describe("while it is asked whether a unit shall have it", () => {
  it.each([
    ["那给建管局转一下", "建设管理局"],
    ["那给经发局转一下", "经济发展局"],
    ["这个敏感，先转给经发局那边", "经济发展局"],
    ["给公安分局转过去", "公安分局"],
    ["还是给社会局吧", "社会事务局"],
    ["让社会局去办", "社会事务局"],
    ["那就社会局吧", "社会事务局"],
    ["公安分局", "公安分局"],
    ["96给公安", "公安分局"],
    ["转公安分局处理吧", "公安分局"],
    ["这是公安的事", "公安分局"],
    ["给社会局，让他们三天内答复", "社会事务局 让他们三天内答复"],
  ])("another one has its place, and nothing that was meant for the first: %s", (text, rest) => {
    expect(toOffer(text)).toEqual([`offer dispatch 96 ${rest}`]);
  });

  it("the same one is shown once more", () => {
    expect(toOffer("先给自来水公司吧")).toEqual(["offer dispatch 96 自来水公司 他们自己解释"]);
  });

  it.each([
    ["85给公安", ["do dispatch 85 公安分局"]],
    ["锅炉那个给经发局", ["do dispatch 85 经济发展局"]],
    ["给公安分局打个电话", ["unknown"]],
    ["他跟公安分局的人熟", ["unknown"]],
    ["不给自来水了", ["silence"]],
  ])("what is about another issue, or gives nothing away, is no such thing: %s", (text, expected) => {
    expect(toOffer(text)).toEqual(expected);
  });
});

describe("what is said to the bot", () => {
  it.each([
    ["14也是公安的，改一下", ["do dispatch 14 公安分局"]],
    ["43给社会局转一下", ["do dispatch 43 社会事务局"]],
    ["43派给社会局，麻烦重新派一下", ["do dispatch 43 社会事务局"]],
    ["85是经发局的不是建管局的", ["offer dispatch 85 经济发展局"]],
  ])("is told to no unit: %s", (text, expected) => {
    expect(saidInFull(text, OFFICE)).toEqual(expected);
  });

  it.each([
    ["85给经发局，让企业改一下图纸", ["do dispatch 85 经济发展局 让企业改一下图纸"]],
    ["85给经发局，三天内答复", ["do dispatch 85 经济发展局 三天内答复"]],
  ])("and what is said to the unit is: %s", (text, expected) => {
    expect(saidInFull(text, OFFICE)).toEqual(expected);
  });
});
