import type { Stuck } from "../../domain/issue/stuck.ts";
import { type CommandName, commandWord } from "./commands.ts";
import { REQUEST_WORDS } from "./terms.ts";

/** What is stuck, and since when. `since`: how long, with the space that parts it from what stands before. */

export function lateBy(since: string): string {
  return `超期${since}`;
}

export function dispatchedAt(at: string): string {
  return `${at} 派单`;
}

export function signUntil(due: string): string {
  return `签收时限 ${due}`;
}

export function signLateBy(since: string): string {
  return `签收已超时${since}`;
}

export function submittedSince(since: string): string {
  return `已等${since}`;
}

/** What an issue is stuck by, in a list under its unit. */
export const STUCK_TEXTS: Readonly<Record<Stuck["by"], (since: string) => string>> = {
  undispatched: (since) => `派单已超时${since}`,
  unsigned: signLateBy,
  overdue: lateBy,
  return: (since) => `${REQUEST_WORDS.return}待批复${since}`,
  extend: (since) => `${REQUEST_WORDS.extend}待批复${since}`,
  hold: (since) => `${REQUEST_WORDS.hold}待批复${since}`,
};

/** Over all of them together. */
export const STUCK = "卡住";

/** 未派单 2，未签收 4，超期 5，待批复 1; what there is none of is left out. */
export function stuckCounts(
  of: Readonly<Record<"undispatched" | "unsigned" | "overdue" | "requests", number>>,
): string {
  const named = [
    ["未派单", of.undispatched],
    ["未签收", of.unsigned],
    ["超期", of.overdue],
    ["待批复", of.requests],
  ] as const;
  return named.flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count}`])).join("，");
}

/** 近7天收到 14 件，解决 3 件，卡住 9 件 */
export function verdict(of: {
  readonly period: string;
  readonly collected: number;
  readonly solved: number;
  readonly stuck: number;
  /** Whose reader sees one unit alone: what is stuck is told of that. */
  readonly ofUnit: boolean;
}): string {
  const { period, collected, solved, stuck, ofUnit } = of;
  const came = collected === 0 ? `${period}没有收到诉求` : `${period}收到 ${collected} 件`;
  const done = collected === 0 && solved === 0 ? "" : `，解决 ${solved} 件`;
  const left = stuck === 0 ? "没有卡住的" : `卡住 ${stuck} 件`;
  return ofUnit ? `全园区${came}${done}；本单位${left}。` : `${came}${done}，${left}。`;
}

export const STUCK_LISTS = { overdue: "超期", unsigned: "未签收" } as const;

/** Where there is nothing of it. */
export const NONE_STUCK: Readonly<Record<keyof typeof STUCK_LISTS, string>> = {
  overdue: "没有超期的诉求。",
  unsigned: "没有未签收的诉求。",
};

/** The brief counts more as stuck than what is late. */
export const NONE_LATE_OF_ALL = "没有超期的诉求。未签收、待派单等卡住的请看「简报」。";

/** Of an issue that no unit has. */
export const NO_UNIT = "待派单";

/** 「超期」给工作人员使用。企业请发：我的 */
export function forStaff(name: CommandName): string {
  return `「${commandWord(name)}」供工作人员使用。查看贵企业的诉求请发：我的`;
}

export function forOffice(name: CommandName): string {
  return `「${commandWord(name)}」供营商办和园区领导使用，本单位的请发：待办`;
}

export function notAmongCompanies(name: CommandName): string {
  return `「${commandWord(name)}」不在企业群里答复，请在督办群或私聊里发。`;
}

export const OWN_UNIT_ALONE = "这里只能查看本单位的情况。";
