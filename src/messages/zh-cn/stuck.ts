import { type CommandName, commandWord } from "./commands.ts";

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

export const STUCK_LISTS = { overdue: "超期", unsigned: "未签收" } as const;

/** Where there is nothing of it. */
export const NONE_STUCK: Readonly<Record<keyof typeof STUCK_LISTS, string>> = {
  overdue: "没有超期的诉求。",
  unsigned: "没有未签收的诉求。",
};

/** Of an issue that no unit has. */
export const NO_UNIT = "待派单";

/** 「超期」给工作人员使用。企业请发：我的 */
export function forStaff(name: CommandName): string {
  return `「${commandWord(name)}」给工作人员使用。看贵企业的诉求请发：我的；有新的诉求请说：诉求 …`;
}

export function forOffice(name: CommandName): string {
  return `「${commandWord(name)}」给营商办和园区领导使用。本单位的请发：待办`;
}

export function notAmongCompanies(name: CommandName): string {
  return `「${commandWord(name)}」不在企业群里答复，请在督办群或私聊里发。`;
}

export const OWN_UNIT_ALONE = "这里只能看本单位的情况。";
