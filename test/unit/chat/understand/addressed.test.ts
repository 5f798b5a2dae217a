import { expect, it } from "vitest";
import type { InSight } from "../../../../src/chat/understand/situation.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import type { Line } from "../../../../src/cli/talk/line.ts";
import { own, SAMPLE_PARK, situationIn } from "../../../support/talk.ts";

/** Whom an office names is who shall do it, and no word of an issue: the unit has issues of its own, a name is in many texts. */

const { directory } = SAMPLE_PARK;
const [head] = SAMPLE_PARK.org.people.filter((one) => one.role === "head" && one.department === "power");
const given = head?.name.slice(-2) ?? "";

const ISSUES: readonly (readonly [Line["issues"][number], string | null])[] = [
  [own(1, "in_progress", "三车间昨晚停电两次"), "power"],
  [own(3, "in_progress", "昨晚又停电了"), "power"],
  [own(7, "submitted", "供电公司的人来抄表时吃拿卡要"), null],
  [own(10, "dispatched", `供电公司${head?.name}亲戚的施工队垄断了配电改造`), "police"],
  [own(11, "dispatched", "门口路灯不亮"), "construction"],
];

function meant(text: string, who: Line["who"] = "leader"): string {
  const situation = situationIn({ who, place: "direct", issues: ISSUES.map(([issue]) => issue) });
  const issues = situation.issues.map((one): InSight => {
    const [, unit] = ISSUES.find(([{ n }]) => n === one.number) ?? [];
    return { ...one, department: unit ?? null };
  });
  const [step] = understand(text, { ...situation, issues }).steps;
  if (step === undefined || !("doing" in step)) return step?.kind ?? "";
  const which = step.kind === "which" ? step.among.join("/") : step.doing.number;
  return `${step.kind} ${step.doing.command} ${which}`;
}

it("the sample park has who is meant", () => {
  expect([given.length, directory.department("power")?.name]).toEqual([2, "供电公司"]);
});

it.each([
  ["停电问题反复出现，请供电公司高度重视，三天之内拿出根治方案，结果报我。", "which supervise 1/3"],
  ["请供电公司高度重视，抓紧整改", "which supervise 1/3"],
  ["停电的事，请建国同志亲自抓", "which supervise 1/3"],
  ["请建国局长务必亲自过问", "which supervise 1/3"],
  ["路灯的事，请建国同志亲自抓一下", "offer supervise 11"],
  ["请建设管理局抓紧解决", "offer supervise 11"],
  ["吃拿卡要的问题，务必严肃处理", "offer supervise 7"],
])("of a leader: %s", (text, expected) => {
  expect(meant(text.replaceAll("建国", given))).toBe(expected);
});

it.each([
  ["停电的事要盯紧，请建国同志认真对待", "which urge 1/3"],
  ["路灯那件催一下建设管理局", "do urge 11"],
])("of the coordinator: %s", (text, expected) => {
  expect(meant(text.replaceAll("建国", given), "coordinator")).toBe(expected);
});
