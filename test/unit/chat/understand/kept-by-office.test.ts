import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** Whom a coordinator wishes an issue to be kept from: kept beside it, and in no text that a unit reads. */

const OFFICE: Spoken = {
  who: "coordinator",
  place: "direct",
  issues: [
    own(10, "submitted", "有人收摊位费"),
    own(22, "submitted", "补贴没到账"),
    own(23, "dispatched", "贷款办不下来"),
  ],
};
const all = (text: string) => saidInFull(text, OFFICE);

const SOCIETY = "do avoid 10 社会事务局";

describe("whom an issue is to be kept from", () => {
  it.each([
    "10给公安分局，社会局那边不要让他们知道",
    "10给公安分局，社会局的人千万别让晓得",
    "10给公安分局，社会局别知道",
    "10给公安分局，别给社会局知道",
    "10给公安分局，记得别让社会局晓得",
    "10给公安分局别让社会局知道",
    "10给公安分局，这事社会局绝对不能知道",
    "10给公安分局，对社会局保密",
    "10给公安分局，注意社会局那边先瞒着",
    "10给公安分局，社会局那边瞒住",
    "10给公安分局，瞒着社会局办",
    "10给公安分局，社会局那边，不要让他们知道",
    "10给公安分局，不要让胡文斌知道",
    "10给公安分局，消息不要透露给社会局",
    "10给公安分局，别跟社会局说",
    "10给公安分局，社会局那边先别说",
    "10给公安分局，社会局要回避",
    "10给公安分局，社会局避嫌",
    "10给公安分局 另外社会局那边不要让他们知道",
    "10给公安分局，这个先不让社会局知道",
    "10给公安分局，社会局不让知道",
    "10给公安分局，先不告诉社会局",
    "10给公安分局，社会局暂不知会",
    "10给公安分局，不得让社会局获知",
    "10给公安分局，社会局的人问起来就说不知道",
    "别让社会局知道，10给公安分局",
    "10是说协管的，别给社会局知道，先给公安看看",
    "10给公安分局，10别让社会局知道",
  ])("is kept, and the dispatch has no word of it: %s", (text) => {
    expect(all(text)).toEqual([SOCIETY, "do dispatch 10 公安分局"]);
  });

  it.each([
    ["10别给社会局知道", [SOCIETY]],
    ["10社会局要回避", [SOCIETY]],
    ["10号这个先不要跟社会局讲", [SOCIETY]],
    ["回避 10 社会局", ["do avoid 10 社会局"]],
    ["10和22都别让社会局知道", [SOCIETY, "do avoid 22 社会事务局"]],
    ["派单 10 公安 社会局不能知道", [SOCIETY, "do dispatch 10 公安"]],
    [
      "10给公安 22给财政，22别让审批局知道",
      ["do avoid 22 行政审批局", "do dispatch 10 公安分局", "do dispatch 22 财政金融局"],
    ],
    ["10给公安，社会局和审批局都不能知道", ["do avoid 10 社会事务局、行政审批局", "do dispatch 10 公安分局"]],
    ["10给公安处理，社会局不能知道，尽快", [SOCIETY, "do dispatch 10 公安分局 尽快"]],
    ["贷款那个给财政，别让社会局知道", ["do avoid 23 社会事务局", "offer dispatch 23 财政金融局"]],
    ["社会局的人不要知道这件", ["need avoid - 社会事务局"]],
  ])("is of the issues that are meant: %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([
    ["10给公安，社会局别说不归他们管", ["do dispatch 10 公安分局 社会局别说不归他们管"]],
    ["10给公安，别让企业知道", ["do dispatch 10 公安分局 别让企业知道"]],
    ["10给公安，不用通知社会局", ["do dispatch 10 公安分局"]],
    ["10给公安，社会局不用回避", ["do dispatch 10 公安分局 社会局不用回避"]],
    ["10给公安，企业说社会局不让他们知道政策", ["do dispatch 10 公安分局 企业说社会局不让他们知道政策"]],
    ["10给公安，社会局协办", ["do dispatch 10 公安分局", "do assist 10 社会事务局"]],
    ["10别给社会局", ["need dispatch 10"]],
    ["备注 10 别让社会局知道", ["do note 10 别让社会局知道"]],
    ["督办 23 别让财政局拖", ["do supervise 23 别让财政局拖"]],
  ])("is not read out of %s", (text, expected) => {
    expect(all(text)).toEqual(expected);
  });
});

describe("the unit that has it, by what stands for it alone", () => {
  const before = situationIn(OFFICE);
  const issues = before.issues.map((one) => (one.number === 23 ? { ...one, department: "finance" } : one));
  const heard = (text: string) => stepsInFull(understand(text, { ...before, issues }));
  const FINANCE = "do avoid 23 财政金融局";

  it.each([
    ["23退回来，何静不想让他们知道，收回来给经发局", [FINANCE, "offer dispatch 23 经济发展局"]],
    ["23转给经发局，企业怕他们晓得", [FINANCE, "do dispatch 23 经济发展局"]],
    ["23别让他们知道", [FINANCE]],
  ])("is kept out, and reads no note of it: %s", (text, expected) => {
    expect(heard(text)).toEqual(expected);
  });

  it.each(["23给经发局，别让他们知道是谁提的", "23他们不知道这个事"])(
    "and nobody where no such thing is wished: %s",
    (text) => {
      expect(heard(text).join()).not.toContain("avoid");
    },
  );
});
