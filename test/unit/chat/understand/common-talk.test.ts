import { expect, it } from "vitest";
import { freeCommon } from "../../../../src/chat/understand/common-meant.ts";
import type { Doing, Question, Step } from "../../../../src/chat/understand/outcome.ts";
import type { Situation } from "../../../../src/chat/understand/situation.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn } from "../../../support/talk.ts";

/** What people say of common problems in words of their own, right behind one or not. */

const issues = [
  own(3, "in_progress", "舜德路大坑"),
  own(5, "in_progress", "路面沉降"),
  own(9, "in_progress", "水压低"),
];
const after = (common: number, did?: string): Question => ({
  ask: "ways",
  ways: [],
  common,
  ...(did !== undefined && { did }),
});

function heard(text: string, who: "coordinator" | "head" | "leader", question: Question | null): string {
  const situation: Situation = { ...situationIn({ who, issues }), question };
  return understand(text, situation)
    .steps.map((step) => shown(step, situation))
    .join("; ");
}

function shown(step: Step, situation: Situation): string {
  if (!("doing" in step)) return step.kind === "tell" ? `tell ${step.told}` : step.kind;
  const { command, number } = step.doing;
  return command === "common" ? ofCommon(step.doing, situation) : `${step.kind} ${command} ${number ?? ""}`.trim();
}

/** What stands behind its number is read by the command itself. */
function ofCommon({ rest }: Doing, situation: Situation): string {
  const free = /^g\d/iu.test(rest) ? freeCommon(rest, situation) : null;
  return free?.replace(/^共性 /u, "") ?? rest;
}

it.each([
  // What is to go is taken out, whatever is told of it beside.
  ["水压那个共性，8已经好了，先移出来", null, "移出 ⟪水压⟫ 8"],
  ["G1里2已经好了，移出来吧", null, "移出 G1 2"],
  ["12还是另外一回事，拿出来", after(1), "移出 G1 12"],
  ["7早修完了，从这里面踢出去", after(1), "移出 G1 7"],
  ["8那家说不用了，剔出去", after(1), "移出 G1 8"],
  ["凌云那家已经好了，先移出来", after(1), "移出 G1 ⟪凌云那家已经好了⟫"],
  ["停电那个共性，恒达的拿掉吧", null, "移出 ⟪停电⟫ ⟪恒达的⟫"],
  // Several clauses, of which the first names it or says what the next does.
  ["G1里头5那家不算，移出去，另外时限改到15号", null, "移出 G1 5; 时限 G1 15号"],
  ["5那家不要了，另外时限改到14号", after(1), "移出 G1 5; 时限 G1 14号"],
  ["9加进来，时限推到20号", after(1), "加入 G1 9; 时限 G1 推到20号"],
  ["G2把7号拿掉，牵头换成交通局", null, "移出 G2 7; 牵头 G2 交通局"],
  // A day is no issue.
  ["改回11号", after(1), "时限 G1 改回11号"],
  ["改回11号", after(1, "时限"), "时限 G1 11号"],
  ["不对，还是11号", after(1, "时限"), "时限 G1 11号"],
  ["最迟15号", after(1), "时限 G1 最迟15号"],
  ["刚才那个时限不对，改成12月18日", after(1), "时限 G1 不对，改成12月18日"],
  // What was moved is moved back; what merely sounds so is not.
  ["把6也放进来", after(1, "牵头 交通局"), "加入 G1 6"],
  ["把14号也拿进来", after(1, "加入 3"), "加入 G1 14"],
  ["放回去", after(1, "移出 3"), "加入 G1 3"],
  ["拿出来", after(1, "加入 3"), "移出 G1 3"],
  // An answer that has gone.
  ["等等，刚才那个水压的答复发早了，撤回来", after(2), "撤回答复 ⟪水压⟫"],
  ["刚才那条发错了，撤回", after(2, "答复 7"), "撤回答复 G2"],
  ["统一答复发早了，改成12月25日前", after(2), "撤回答复 G2"],
  ["哎呀，说早了，收回来", after(2, "答复 7"), "撤回答复 G2"],
  ["把水压那个共性问题的答复撤了", null, "撤回答复 ⟪水压⟫"],
  ["给大家统一回一下：水泵收回来检修", after(2), "答复 G2 水泵收回来检修"],
  ["给大家回：上次的通知作废，明天恢复供水", after(2), "答复 G2 上次的通知作废，明天恢复供水"],
  ["还不能撤回答复", after(2), "unknown"],
  // What somebody has to do with is no common problem.
  ["王建国那个延期可以，最多到10号", null, "unknown"],
  ["王建国那个延期可以，最多到10号", after(1), "unknown"],
  ["曾敏那边那个改到12月3日", after(1), "unknown"],
] as const)("the office says: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});

it.each([
  ["共性那个再给我宽限三天，下雨没法铺", null, "时限 再给我宽限三天，下雨没法铺"],
  ["答复发错了，不好意思", after(2), "撤回答复 G2"],
  ["刚才那个发错了，是12月11号前换新柜", after(1), "tell common-or-issue"],
] as const)("a head says: %s", (text, question, expected) => {
  expect(heard(text, "head", question)).toBe(expected);
});
