import type { Issue } from "../../domain/issue/issue.ts";
import { echo } from "../escape.ts";
import { type Standing, stateText } from "./terms.ts";

/** What is said to those who raise an issue. */

export const SAY_FOR_WHOM = "请写明代哪家企业提出：代 企业名 诉求 …";
export const RAISED_BY_COMPANIES = "「诉求」由企业联络员提出。您可以发「待办」看本单位的诉求。";
export const SAY_WHAT = "请写明诉求内容，例如：诉求 三车间昨晚停电两次，影响交货";

export const FOR_IS_THE_COORDINATORS = "「代」由营商办使用；企业请直接发：诉求 …";
export const SAY_FOR_LIKE_THIS = "请写成：代 企业名 诉求 内容";

export function severalCompanies(said: string, names: readonly string[]): string {
  return `${echo(said)}有几家：${names.join("、")}。请写全名。`;
}

export function noSuchCompany(said: string): string {
  return `没有叫${echo(said)}的企业，请核对名称，或加入机构文件。`;
}

export function nextIsTheCompanys(id: number): string {
  return `「后续」由提出 #${id} 的企业和营商办使用。`;
}

export function notClosedYet({ id, ...standing }: Standing & Pick<Issue, "id">): string {
  return `#${id} 现在「${stateText(standing)}」，尚未办结；补充情况请发：补充 ${id} …`;
}

export const COMPANY_GONE = "这家企业已不在机构文件里，请先补上。";

export const ASK_FOR_COMPANY = "尚不清楚您是哪家企业，请先回复「我是 企业名」，刚才的诉求随后自动登记。";

export function tooManyWait(waiting: number): string {
  return `已有 ${waiting} 件诉求待您说明企业，这一件没有登记；请先回复「我是 企业名」，再发一次。`;
}

export const RECEIPT_ELSEWHERE = "此前在其他群提出的诉求也已登记，回执发在原群。";
/** The group that it was said in read it: who wrote it alone can take it back there. */
export const SEE_IN_PRIVATE = "已收到，请到与我的私聊里发「我的」查看和跟进，请自行撤回群内原消息。";
export const ANSWERED_IN_PRIVATE = "已收到，已私下回复，请自行撤回群内原消息。";

/** Told before it is filed, by a guest or by somebody who has yet to say 是; for the coordinator. */
export const DANGER_BEFORE_FILED = {
  title: "涉及人身安全，请立即处置：诉求尚未提交",
  company: "企业",
  who: "反映人",
  chat: "所在群",
  waits: "对方尚未确认提交或尚未说明企业，请先联系处置。",
  first: "请先联系处置。",
  over: "对方说险情已经过去：诉求尚未提交",
  overWaits: "请再联系核实；对方没有提交诉求。",
  stranger: "对方不在名单里，这句话不会登记成诉求，请先联系处置。",
} as const;

/** A group that the org file does not know. */
export function groupWithoutName(id: string): string {
  return `未登记的群 ${id}`;
}

/** 小马 13800001111（企业微信 xiaoma） */
export function withAccount(called: string, account: string): string {
  return `${called}（${account}）`;
}

/** Before a confidential issue goes to a unit that it speaks against. */
export const accusedWarning = {
  title: (unit: string, title: string) => `确认交给${unit}吗？${title}`,
  why: (unit: string, readers: readonly string[]) =>
    `这件保密诉求涉及${unit}或其工作人员，或要求不让其知道；交办后${readers.join("、")}能看到全部内容。`,
};

/** Told of an issue that is there. `id`: null where not everybody may read of it. */
export function dangerOf(id: number | null): string {
  return `涉及人身安全，请立即处置：${id === null ? "企业有新情况" : `#${id} 有新情况`}`;
}
