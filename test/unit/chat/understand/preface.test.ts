import { expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What is said in front of a text, or to an offer, and is no part of it. */

const POWER = own(12, "in_progress", "三车间夜里停电两次");
const SUBMIT: Question = {
  ask: "offer",
  doings: [{ command: "submit", word: "诉求", number: null, rest: "路灯坏了" }],
};
const WAY = { said: "join", number: 3, doing: { command: "join", word: "同感", number: 3, rest: "" } } as const;

type Spoken = Parameters<typeof situationIn>[0];

/** The texts of what would be done, with what it is. */
function texts(text: string, spoken: Spoken, question: Question | null = null) {
  const { steps } = understand(text, { ...situationIn(spoken), question });
  return steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.rest}` : step.kind));
}

it.each([
  "不是同一件，隔壁厂夜里施工太吵",
  "这不是一回事。隔壁厂夜里施工太吵",
  "两码事，隔壁厂夜里施工太吵",
  "改成：隔壁厂夜里施工太吵",
])("«%s» raises what stands behind", (text) => {
  expect(texts(text, { who: "liaison", issues: [POWER] })).toEqual(["offer submit 隔壁厂夜里施工太吵"]);
});

it("what is to be written in place of nothing is written, and no word of that with it", () => {
  const head: Spoken = { who: "head", issues: [POWER] };
  expect(texts("改成：变压器已更换", head)).toEqual(["offer answer 变压器已更换"]);
  expect(texts("改为: 本周五前换好变压器", head)).toEqual(["do measure 本周五前换好变压器"]);
});

it("what is written in place of a text that was not sent is the same of that issue", () => {
  const answer = { command: "answer", word: "答复", number: 12, rest: "12月3日已修好" } as const;
  const left: Question = { ask: "ways", ways: [{ said: "anew", number: 12, doing: answer }] };
  const head: Spoken = { who: "head", issues: [POWER, own(13, "in_progress", "水压太低")] };
  for (const text of ["改成：12月8日前换好变压器", "不对，改为12月8日前换好变压器", "那就写：12月8日前换好变压器"])
    expect(texts(text, head, left), text).toEqual(["offer answer 12月8日前换好变压器"]);
  expect(texts("改成：延期 13 3天 等材料", head, left)).toEqual(["do extend 3天 等材料"]);
  const { steps, keepsQuestion } = understand("算了", { ...situationIn(head), question: left });
  expect([steps, keepsQuestion]).toEqual([[{ kind: "silence" }], true]);
});

it("a new matter is a yes to what is offered as one, and no addition to what was offered so", () => {
  const liaison: Spoken = { who: "liaison", issues: [POWER] };
  for (const text of ["新诉求", "是新诉求", "不是同一件，是新诉求", "作为新的诉求提交", "另外一件事"])
    expect(texts(text, liaison, SUBMIT), text).toEqual(["do submit 路灯坏了"]);
  expect(texts("不是，是另一件事", liaison, SUBMIT)).not.toEqual(["do submit 路灯坏了"]);
  expect(texts("不是，是另一件事", liaison, { ...SUBMIT, ways: [WAY] })).toEqual(["do submit 路灯坏了"]);
  expect(texts("新诉求", liaison, { ask: "ways", ways: [WAY] })).toEqual(["silence"]);
  const unsolved = { command: "unsolved", word: "未解决", number: 12, rest: "隔壁太吵" } as const;
  expect(texts("新诉求", liaison, { ask: "offer", doings: [unsolved] })).toEqual(["offer submit 隔壁太吵"]);
});

it.each([
  ["隔壁厂夜里施工太吵", "offer submit"],
  ["门口夜里货车鸣笛吵得睡不着", "offer submit"],
  ["夜里又停了", "offer unsolved 12"],
  ["没好，夜里噪声也大", "offer unsolved 12"],
])("«%s», while an answer waits, is %s", (text, wanted) => {
  expect(said(text, { who: "liaison", issues: [own(12, "answered", "三车间夜里停电两次")] })).toBe(wanted);
});

it.each([
  ["电话13812345678，找老何", "offer supplement 12"],
  ["有事打0746-1234567找何师傅", "offer supplement 12"],
  ["电话多少", "do human"],
  ["配电箱冒烟了，打谁电话", "danger + do human"],
  ["周总，你家灯亮不亮", "silence"],
  ["周总你家停电没有", "silence"],
  ["李工你们那边停电没有", "silence"],
  ["电工你们什么时候派来", "offer submit"],
  ["老鼠把仓库的包装咬坏了", "offer submit"],
  ["客户在催货，损失不小", "offer submit"],
])("«%s» is %s", (text, wanted) => {
  expect(said(text, { who: "liaison", issues: [POWER] })).toBe(wanted);
});

it("what stands beside a no is not lost, and 不是同一件 is a yes to what is offered as a new one", () => {
  const liaison: Spoken = { who: "liaison", issues: [POWER] };
  const supplement: Question = {
    ask: "offer",
    doings: [{ command: "supplement", word: "补充", number: 12, rest: "主要是下午两点到五点" }],
  };
  expect(texts("不是水压，是水表坏了，师傅刚看过", liaison, supplement)).toEqual([
    "offer supplement 主要是下午两点到五点\n不是水压，是水表坏了，师傅刚看过",
  ]);
  expect(texts("不是同一件事", liaison, SUBMIT)).toEqual(["do submit 路灯坏了"]);
  expect(texts("今天上午翻了一台三轮车，人送医院了", liaison)[0]).toBe("danger");
  expect(texts("员工要去医院体检，班车能不能绕一下", liaison)[0]).not.toBe("danger");
});
