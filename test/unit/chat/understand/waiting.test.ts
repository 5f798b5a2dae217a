import { describe, expect, it } from "vitest";
import type { Missing, Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** A text is waited for: what is none of it is not carried out as one, whoever is asked and for whatever. */

type Waits = readonly [who: "officer" | "coordinator" | "leader" | "liaison", command: string, what: Missing];

const WAITS: readonly Waits[] = [
  ["officer", "answer", "text"],
  ["officer", "progress", "text"],
  ["officer", "measure", "text"],
  ["officer", "note", "text"],
  ["officer", "ask", "text"],
  ["officer", "return", "reason"],
  ["officer", "extend", "reason"],
  ["coordinator", "reject", "reason"],
  ["coordinator", "refuse", "reason"],
  ["coordinator", "void", "reason"],
  ["coordinator", "supervise", "text"],
  ["leader", "supervise", "text"],
  ["liaison", "unsolved", "reason"],
  ["liaison", "supplement", "text"],
  ["liaison", "reopen", "reason"],
];

const STATES: Readonly<Record<string, Parameters<typeof own>[1]>> = {
  reject: "submitted",
  unsolved: "answered",
  reopen: "closed",
};

/** What is understood while this is waited for of #20; #18 and #9 are there as well. */
function meant([who, command, what]: Waits, text: string) {
  const issues = [
    { ...own(9, "in_progress", "班车太少"), request: "extension" as const },
    own(18, who === "liaison" ? "answered" : "in_progress", "路灯不亮"),
    {
      ...own(20, STATES[command] ?? "in_progress", "保安不让货车进"),
      ...(command === "refuse" && { request: "return" as const }),
    },
  ];
  const place = who === "liaison" ? "enterprise" : "direct";
  const situation = situationIn({ who, place, issues });
  const word = situation.commands.find(({ name }) => name === command)?.words[0] ?? command;
  const question: Question = {
    ask: "need",
    what,
    doing: { command, word, number: 20, rest: command === "extend" ? "3天" : "" },
  };
  return { word, ...understand(text.replaceAll("~", word), { ...situation, question }) };
}

const short = ({ steps }: Pick<ReturnType<typeof meant>, "steps">) =>
  steps.map((step) => ("doing" in step ? `${step.kind} ${step.doing.command} ${step.doing.number}` : step.kind));

const NONE = [
  "先不~，等他们那边回话",
  "还是算了吧",
  "先别~了",
  "等我问下张国庆再说",
  "我先问问再定",
  "18号路灯修好了",
  "对了，18号是谁提的",
  "哎，问一下18号怎么样了",
  "18和20是一回事吧？",
];

describe.each(WAITS)("while the %s is asked for %s, its %s", (...waits) => {
  it.each(NONE)("is none: %s", (text) => {
    const [, command] = waits;
    expect(short(meant(waits, text))).not.toContain(`do ${command} 20`);
  });

  it("is what tells something, and at once", () => {
    const [who, command] = waits;
    const text = who === "liaison" ? "夜里保安又拦了两次，货进不来" : "门卫交接时没有说清楚，本周内纠正";
    expect(short(meant(waits, text))).toEqual([`do ${command} 20`]);
  });
});

describe("what is said instead of a text", () => {
  it.each<[Waits, string, string[]]>([
    [["coordinator", "reject", "reason"], "还是派给公安分局吧", ["offer dispatch 20"]],
    [["coordinator", "reject", "reason"], "派给社会局", ["offer dispatch 20"]],
    [["coordinator", "refuse", "reason"], "9的延期批了", ["do approve 9"]],
    [["coordinator", "refuse", "reason"], "哦，还是同意，给公安", ["offer approve 20"]],
    [["officer", "return", "reason"], "18号路灯明天修好", ["do measure 18"]],
    [["officer", "measure", "text"], "18也一样，下周加派人手", ["offer measure 20", "offer measure 18"]],
    [["officer", "progress", "text"], "问一下18是谁提的", ["do status 18"]],
    [["officer", "answer", "text"], "这个是谁提的", ["do status 20"]],
    [["coordinator", "reject", "reason"], "受理吧，派公安", ["offer dispatch 20"]],
    [["coordinator", "refuse", "reason"], "那就同意", ["offer approve 20"]],
  ])("is done or shown: %s %s", (waits, text, expected) => {
    expect(short(meant(waits, text))).toEqual(expected);
  });

  it.each<[Waits, string]>([
    [["officer", "answer", "text"], "还是原来的门卫，换岗要到下周"],
    [["officer", "progress", "text"], "等公安那边确认门卫名单"],
    [["officer", "answer", "text"], "18号变压器明天换"],
    [["officer", "answer", "text"], "这个先不回"],
    [["officer", "answer", "text"], "没空，下午弄"],
    [["coordinator", "reject", "reason"], "还是受理吧"],
    [["coordinator", "void", "reason"], "见18的说明"],
  ])("may be the text, and is shown first: %s %s", (waits, text) => {
    const [, command] = waits;
    const { steps } = meant(waits, text);
    expect(steps).toMatchObject([
      { kind: command === "void" ? "do" : "offer", doing: { command, number: 20, rest: text } },
    ]);
  });

  it.each<[Waits, string]>([
    [["coordinator", "void", "reason"], "与 #18 重复提交"],
    [["officer", "extend", "reason"], "等上级审批"],
    [["liaison", "unsolved", "reason"], "还是不让进"],
    [["liaison", "unsolved", "reason"], "等了三天没人来"],
    [["leader", "supervise", "text"], "为什么拖了这么久没有动静？请三天内办好"],
  ])("is no more than the text: %s %s", (waits, text) => {
    const [, command] = waits;
    expect(short(meant(waits, text))).toEqual([`do ${command} 20`]);
  });

  it("comes later, and is still waited for; what was not to be is said not to be done", () => {
    const answer: Waits = ["officer", "answer", "text"];
    expect(meant(answer, "晚点再写")).toMatchObject({ why: ["later"], keepsQuestion: true });
    expect(meant(answer, "先不答复，等公安那边回话")).toMatchObject({ why: ["no", "more"], answers: true });
  });
});
