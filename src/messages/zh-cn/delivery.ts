import type { PlatformName } from "../../domain/park/org.ts";
import { reasonText as causeText } from "./causes.ts";
import { codeText } from "./platform-codes.ts";
import { PLATFORM_NAMES } from "./terms.ts";

/** What is said of the program's own work: messages that did not arrive, and what somebody has to mend outside of the chat. */

/** Why a message was given up, where that is the program's own finding: the code that is stored and logged, and what people read. */
const OWN_REASONS = {
  "person-gone": "机构文件里已没有这个人，或已不在该单位、该企业",
  "chat-gone": "机构文件里已没有这个群",
  "wecom-not-configured": "没有配置企业微信",
  "dingtalk-not-configured": "没有配置钉钉",
  "cannot-make": "这台服务器生成不了图片或文档，请看程序日志",
  "program-fault": "程序出错，请看程序日志",
  "not-recorded": "没有记录",
  "reply-over": "回复期已过，没有其他途径送达",
  "no-webhook": "机构文件里没有这个群的 webhook",
  "webhook-unusable": "群的 webhook 地址不能用：要以 https:// 开头，不能是内网地址，请在机构文件里改正",
  "no-road-to-person": "企业微信没有配置应用，不能发私信",
  "not-a-member": "对方不是本组织的成员，不能发私信",
  "user-unknown": "钉钉没有这个用户，或机器人对他不可见",
  "too-large": "图片或文件太大，平台不收",
  "outside-app": "企业微信没有这个成员，或他不在应用的可见范围里",
  unlicensed: "对方没有企业微信的接口许可，应用不能给他发消息",
  "app-missing": "没有配置钉钉应用（DINGTALK_CLIENT_ID、DINGTALK_CLIENT_SECRET）",
} as const;

export type OwnReason = keyof typeof OWN_REASONS;

/** A stored reason for people: a sentence, behind which what the platform said itself stays as it is. */
export function reasonText(reason: string): string {
  return isOwn(reason) ? OWN_REASONS[reason] : (codeText(reason) ?? causeText(reason));
}

function isOwn(reason: string): reason is OwnReason {
  return Object.hasOwn(OWN_REASONS, reason);
}

export const LOST_REASON = "原因";

/** 消息没有送达：园区企业群 #4 */
export function lostTitle(where: string): string {
  return `消息没有送达：${where}`;
}

export function allLostTitle(count: number): string {
  return `有 ${count} 条消息没有送达，当时没能通知您`;
}

/** 7：园区企业群 #4，原因 … */
export function lostLine(notice: number, where: string, reason: string): string {
  return `${notice}：${where}${because(reason)}`;
}

function because(reason: string | null): string {
  return reason === null ? "" : `，原因 ${reasonText(reason)}`;
}

export const OLDEST_NAMED = "这里是最早的几条。";

export const OUTBOX_ELSEWHERE = "请在督办群或私聊里查看投递情况。";
export const OUTBOX_EMPTY = "没有等待或失败的消息。";
/** What the outbox's lines are counted by. */
export const MESSAGES_COUNTED = "条";

/** 投递　等待 3　失败 1 */
export function outboxTitle(waiting: number, dead: number): string {
  return `投递　等待 ${waiting}　失败 ${dead}`;
}

/** `at`: when it goes. `reason`: why it has not gone yet. */
export function waitingLine(where: string, at: string, reason: string | null): string {
  return `等待：${where}，${at} 发出${because(reason)}`;
}

export function deadLine(notice: number, where: string, reason: string | null): string {
  return `失败 ${notice}：${where}${because(reason)}`;
}

export function sentAgain(notice: number): string {
  return `消息 ${notice} 已重新发送。`;
}

export function notLost(notice: number): string {
  return `没有编号 ${notice} 的失败消息，发「投递」查看列表。`;
}

/** `since`: from when on the first of them should have been looked at. */
export function uncheckedText(count: number, since: string | null): string {
  const earliest = since === null ? "" : `，最早从 ${since} 起`;
  return `有 ${count} 件未办结的诉求没有按时检查${earliest}，提醒可能会晚到，请告诉管理员查看程序日志。`;
}

/** `day`: as 2026-11-26. */
export function withheldText(day: string): string {
  return `${day} 起有消息到达时没有内容：本单位本月的钉钉用量已用完。写消息的人已得到提示。请钉钉管理员开通专业版或加量包，或等下月恢复。`;
}

export function yearUnknownText(year: number): string {
  return `${year} 年的放假安排尚未录入，期限先按周一至周五计算。公布后请管理员更新程序，或在机构文件的 holidays 中补上。`;
}

/** What bars a robot, and who can mend it. */
const BARS = {
  "allow-list": { what: "服务器的 IP 不在机器人的白名单里", todo: "请管理员把服务器的出口 IP 加进白名单。" },
  quota: { what: "机器人的调用额度用完了", todo: "请管理员增加额度，或等额度恢复。" },
  setting: { what: "机器人的设置不对", todo: "请管理员检查机器人的权限、密钥、安全设置和启用状态。" },
} as const;

export function barredTitle(platform: PlatformName, bar: keyof typeof BARS): string {
  return `${PLATFORM_NAMES[platform]}的消息发不出去：${BARS[bar].what}`;
}

export function barredText(bar: keyof typeof BARS): string {
  return `${BARS[bar].todo}这些消息都在等，改好后自动发出，不用重发。`;
}

export const BARRED_FIELDS = { place: "例如", reason: "原因" } as const;
