import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { heard, taking } from "../../../support/common-talk.ts";
import { own, type Spoken, said, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What an official has told to the companies of several issues at once, and what is no text of anybody's. */

const issues = [
  own(17, "in_progress", "没有充电桩，电动车没法充"),
  own(18, "in_progress", "充电桩太少"),
  own(23, "in_progress", "门口路灯不亮"),
  own(24, "dispatched", "路灯坏了三盏"),
  own(31, "in_progress", "隔壁烧塑料，味道呛人"),
  own(33, "in_progress", "晚上有人烧塑料"),
];
const head: Spoken = { who: "head", issues };
const both = (command: string, numbers: readonly number[], text: string) =>
  numbers.map((number) => `offer ${command} ${number} ${text}`);

describe("words for companies", () => {
  it.each([
    ["烧塑料的统一答：昨晚抓了现行，已责令停", both("answer", [31, 33], "昨晚抓了现行，已责令停")],
    ["烧塑料那两个回一下：人抓到了，让大家久等了", both("answer", [31, 33], "人抓到了，让大家久等了")],
    ["路灯的统一跟企业说一声：周五前换完", both("progress", [23, 24], "周五前换完")],
    ["路灯的事给他们统一说一句：已列入计划，给大家添麻烦了", both("progress", [23, 24], "已列入计划，给大家添麻烦了")],
    ["17 18 给企业说明年装新桩", both("progress", [17, 18], "明年装新桩")],
    ["给17、18的企业说一下明年装新桩", both("progress", [17, 18], "明年装新桩")],
    ["麻烦通知17和18两家企业，明年装新桩", both("progress", [17, 18], "明年装新桩")],
    ["你跟17 18他们说，桩明年装，别急", both("progress", [17, 18], "桩明年装，别急")],
    ["17、18的企业，跟他们讲：明年装", both("progress", [17, 18], "明年装")],
    ["路灯的，跟企业都打声招呼，周五换", both("progress", [23, 24], "周五换")],
    ["17、18跟企业讲一下明年装新桩", both("progress", [17, 18], "明年装新桩")],
    ["17和18告诉企业明年装新桩", both("progress", [17, 18], "明年装新桩")],
    ["17、18给企业统一说一声：明年装，请大家谅解", both("progress", [17, 18], "明年装，请大家谅解")],
    ["23号跟企业说一声：灯修好了", both("answer", [23], "灯修好了")],
    ["23号跟企业说一声：周五前换完", both("progress", [23], "周五前换完")],
    ["23号给企业回一下：昨晚换好了，请大家谅解", both("answer", [23], "昨晚换好了，请大家谅解")],
    ["23号回一句：灯周五换，给您添麻烦了", both("answer", [23], "灯周五换，给您添麻烦了")],
  ])("are shown whole, without what is said to the bot: %s", (text, steps) => {
    expect(saidInFull(text, head)).toEqual(steps);
  });

  it.each([
    ["路灯的答一下：昨晚换好了", "which answer 23/24"],
    ["跟企业说一声，周五来人", "which progress 17/18/23/24/31/33"],
    ["17号我跟企业说过了，明年装", "offer contact 17"],
    ["17号别跟企业说，还没定", "do note 17"],
    ["我下午跟企业说一声", "unknown"],
    ["让小刘跟企业说一声", "unknown"],
    ["已跟企业说明情况", "which contact 17/18/23/24/31/33"],
  ])("are asked about, or are none: %s", (text, expected) => {
    expect(said(text, head)).toBe(expected);
  });
});

const hold = { command: "hold", word: "挂账", number: null, rest: "路灯的事给他们统一说一句：已列入计划，别急" };
const which: Question = { ask: "which", doing: hold, among: [23, 31] };
const shown: Question = { ask: "offer", doings: [{ ...hold, number: 23, rest: "12月31日 已列入计划" }] };

it.each([
  ["不是挂账！就是告诉他们一声", which, "which progress - 已列入计划，别急"],
  ["不是挂账！就是告诉他们一声", shown, "offer progress 23 已列入计划"],
  ["谁让你挂账了，跟他们说一声就行", shown, "offer progress 23 已列入计划"],
  ["不是让你挂账，是告诉企业等财政拨款", which, "which progress - 等财政拨款"],
  ["没让你退单，是跟企业说一声：等财政拨款", shown, "offer progress 23 等财政拨款"],
  ["不是让你派给别人，告诉他们等拨款", shown, "offer progress 23 等拨款"],
  ["我不是要延期！就是跟企业讲一声要等材料", shown, "offer progress 23 要等材料"],
  ["你理解错了，我是让你告诉企业周五换", shown, "offer progress 23 周五换"],
  ["不是这个意思，我是说给企业回个话", shown, "offer progress 23 已列入计划"],
  ["搞错了，不是挂账，是跟企业说一声", shown, "offer progress 23 已列入计划"],
  ["不是让你挂账，是告诉企业等财政拨款", null, "which progress - 等财政拨款"],
  ["不是挂账，是延期", shown, "offer extend 23 12月31日 已列入计划"],
] as const)("a protest is nobody's text: %s", (text, question, expected) => {
  expect(stepsInFull(understand(text, { ...situationIn(head), question })).join("; ")).toBe(expected);
});

const three = (command: string): Question => ({
  ask: "offer",
  doings: [17, 18, 23].map((number) => ({ command, word: command, number, rest: "周五前换完" })),
});

it.each([
  "23是撞歪的，不算，单独处理",
  "23不算，它是撞歪的",
  "23是撞歪的，不在里面",
  "23不是一回事，去掉",
  "23那个是撞的，先不发",
  "23的杆子撞歪了，另外报",
  "23号我另外答",
])("whoever is taken out for a reason is left out of what is shown: %s", (text) => {
  for (const command of ["progress", "answer"])
    expect(stepsInFull(understand(text, { ...situationIn(head), question: three(command) }))).toEqual(
      both(command, [17, 18], "周五前换完"),
    );
  expect(heard(text, "head", taking("告知企业 G3 周五前换完"))).toBe("告知企业 G3 除 #23：周五前换完");
  expect(heard(text, "head", taking("答复 G3 换完了"))).toBe("答复 G3 除 #23：换完了");
});

it("what tells something of one that is shown takes it out of nothing", () => {
  const question = three("progress");
  expect(stepsInFull(understand("23号的灯昨晚修好了", { ...situationIn(head), question })).join()).toContain(
    "answer 23",
  );
});

const roads: Spoken = {
  who: "officer",
  issues: [
    own(40, "dispatched", "舜德路坑洼"),
    own(41, "dispatched", "路面塌了一块"),
    own(42, "in_progress", "路灯不亮"),
    own(43, "dispatched", "停水"),
  ],
};

it.each([
  ["这几个路的事我们都收到了，先签上", "offer sign 40 + offer sign 41"],
  ["路的这几个都收到了，签了", "offer sign 40 + offer sign 41"],
  ["我们有几个事没办", "do todo"],
  ["40 41 42路灯统一这周五修", "offer measure 40 + offer measure 41 + offer measure 42"],
  ["41、42这周五一起修", "offer measure 41 + offer measure 42"],
])("several are spoken of in one breath: %s", (text, expected) => {
  expect(said(text, roads)).toBe(expected);
});

it.each([
  ["督办那个回一下领导：已安排人，周五前换完", "offer feedback 23 已安排人，周五前换完"],
  ["督办的给领导回一下：已安排人去修了", "offer feedback 23 已安排人去修了"],
  ["批示那件跟赵书记说一声：灯周五换完", "offer feedback 24 灯周五换完"],
])("what was ordered is answered, also right behind a common problem: %s", (text, expected) => {
  const owing: Spoken = {
    who: "head",
    issues: [
      { ...own(23, "in_progress", "路灯不亮"), owes: [{ kind: "supervise", year: 2026, number: 1 }] },
      { ...own(24, "in_progress", "漏水"), owes: [{ kind: "instruct", year: 2026, number: 2 }] },
    ],
  };
  for (const question of [null, { ask: "ways", ways: [], common: 1 } as const])
    expect(stepsInFull(understand(text, { ...situationIn(owing), question })).join()).toBe(expected);
});
