import { expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, SAMPLE_PARK, situationIn } from "../../../support/talk.ts";

/** 请假 in free words, on a Wednesday, 25 November: from when until when, and who stands in. */

const ISSUES = [own(8, "in_progress", "缺三十个普工")];
const [other = ""] = SAMPLE_PARK.org.people.filter((one) => one.role === "head").map((one) => one.name);

function meant(text: string): string {
  const [step] = understand(text, situationIn({ who: "officer", issues: ISSUES })).steps;
  if (step === undefined || !("doing" in step)) return step?.kind ?? "";
  const what = step.kind === "need" ? ` ${step.what}` : "";
  return `${step.kind} ${step.doing.command}${what}: ${step.doing.rest.replace(other, "某人")}`;
}

it.each([
  ["我明天开始休假三天，事情交给某人", "offer leave: 11月26日起3天 由某人代"],
  ["我下周一到周三出差，8号的事让某人代一下", "offer leave: 11月30日到12月2日 由某人代"],
  ["8号的事由某人盯着，我下周一到周三出差", "offer leave: 11月30日到12月2日 由某人代"],
  ["请三天假，从下周一开始，由某人代", "offer leave: 11月30日起3天 由某人代"],
  ["12月1日至12月4日外出学习，工作请某人负责", "offer leave: 12月1日到12月4日 由某人代"],
  ["明天我请假一天，单子找某人", "offer leave: 11月26日起1天 由某人代"],
  ["我周四周五请假，8号的事找某人", "offer leave: 11月26日到11月27日 由某人代"],
  ["周四和周五我休息，单子交给某人", "offer leave: 11月26日到11月27日 由某人代"],
  ["我请假到下周五，有事找某人", "offer leave: 到12月4日 由某人代"],
  ["我病假两天，某人代我", "offer leave: 2天 由某人代"],
  ["我明天开始休假三天", "need leave person: 我明天开始休假三天"],
  ["我要休年假，手上的事交给某人", "need leave date: 由某人代"],
])("is understood: %s", (text, expected) => {
  expect(meant(text.replace("某人", other))).toBe(expected);
});

it.each([
  ["请假两天，某人代", "do leave: 两天，某人代"],
  ["我回来了", "offer back: "],
  ["这周谁值班", "do duty: "],
])("is understood by few words: %s", (text, expected) => {
  expect(meant(text.replace("某人", other))).toBe(expected);
});

it("waits for a name, and takes no other order for one", () => {
  const doing = { command: "leave", word: "请假", number: null, rest: "两天" };
  const asked = {
    ...situationIn({ who: "officer", issues: ISSUES }),
    question: { ask: "need", what: "person", doing } as const,
  };
  const then = (text: string) =>
    understand(text, asked).steps.map((step) => ("doing" in step ? step.doing.command : ""));
  expect([then(`${other}值班`), then(other)]).toEqual([["duty"], ["leave"]]);
});

it.each([
  "企业联系人出差到下周三，暂时联系不上",
  "厂里负责人请假了，下周一再去现场",
  "8号的事让某人去看一下",
  "明天让某人去厂里看看",
  "我明天出差吗",
])("is none: %s", (text) => {
  expect(meant(text.replace("某人", other))).not.toMatch(/leave/u);
});
