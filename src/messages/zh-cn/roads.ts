import { DateTime } from "luxon";
import type { PlatformName } from "../../domain/park/org.ts";
import { zoneOf } from "../../domain/park/zone.ts";
import { dateTimeText } from "./dates.ts";

/** What is said when messages may not have arrived: to the groups, and to who has to mend it. */

const NAMES: Readonly<Record<PlatformName, string>> = { wecom: "企业微信", dingtalk: "钉钉" };
const CHATS = { group: "群消息", direct: "私聊消息" } as const;

/** 10:02–10:31 of today; with the day of another one: 11月25日 周三 23:50–11月26日 周四 00:10. */
export function spanText(from: Date, to: Date, timeZone: string, now: Date): string {
  const [start, end, today] = [from, to, now].map((at) => DateTime.fromJSDate(at, { zone: zoneOf(timeZone) }));
  const sameDay = start?.toISODate() === end?.toISODate();
  const short = end?.toFormat("HH:mm") ?? "";
  if (sameDay && end?.toISODate() === today?.toISODate()) return `${start?.toFormat("HH:mm")}–${short}`;
  return `${dateTimeText(from, timeZone, now)}–${sameDay ? short : dateTimeText(to, timeZone, now)}`;
}

/** 29 分钟, 38 秒 */
export function lengthText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} 秒`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`;
}

/** More times than these are told as one. */
const MOST_SPANS = 5;

/** For a group: what was written then is to be written again. */
export function sayAgain(spans: readonly string[]): string {
  if (spans.length <= MOST_SPANS) return `${spans.join("、")} 的消息可能未收到，请重发。`;
  const some = spans.slice(0, MOST_SPANS).join("、");
  return `${some} 等 ${spans.length} 段时间的消息可能未收到；没有得到回复的，请重发。`;
}

const DOWN = {
  lost: { what: "连接中断，正在自动重连", todo: "如果一直连不上，请管理员检查服务器的网络和程序日志。" },
  refused: {
    what: "机器人的凭证被拒绝",
    todo: {
      wecom: "请管理员核对 WECOM_BOT_ID 和 WECOM_BOT_SECRET（管理后台 → 智能机器人 → API 模式）。",
      dingtalk:
        "请管理员核对 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET，并确认机器人已选 Stream 模式、版本已发布（开放平台 → 应用）。",
    },
  },
  displaced: {
    what: "另一个程序用同一个机器人连上了，本程序已让开",
    todo: "请管理员停掉那个程序（常见的是测试机），再重启本程序；不处理的话，一小时后自动再试一次。",
  },
} as const;

export type Down = keyof typeof DOWN;

export function downTitle(platform: PlatformName, state: Down): string {
  return `${NAMES[platform]}收不到消息：${DOWN[state].what}`;
}

export function downText(platform: PlatformName, state: Down, since: string): string {
  const { todo } = DOWN[state];
  return `从 ${since} 起收不到消息。${typeof todo === "string" ? todo : todo[platform]}恢复后我会说明哪段时间的消息可能没有收到。`;
}

export const REASON = "平台的答复（给管理员）";

export function backTitle(platform: PlatformName, kind: "connection" | "group" | "direct"): string {
  return kind === "connection" ? `${NAMES[platform]}已恢复收消息` : `${NAMES[platform]}又收到${CHATS[kind]}了`;
}

/** `posted`: the groups are told as well, at night in the morning. */
export function backText(span: string, length: string, posted: boolean): string {
  const groups = posted ? "群里会提醒大家重发。" : "没有在群里提醒；如果这段时间有人说过话，请他重发。";
  return `${span}（${length}）的消息可能未收到。${groups}`;
}

/** `span`: from the first to the last of them. */
export function shortText(
  platform: PlatformName,
  gaps: { readonly count: number; readonly total: string; readonly longest: string; readonly span: string },
): string {
  const { count, total, longest, span } = gaps;
  const often = count === 1 ? `中断 ${total}` : `短暂中断 ${count} 次，共 ${total}，最长 ${longest}`;
  return `${NAMES[platform]}的连接${often}（${span}），已自动恢复。正好在那时发的消息可能未收到；如果有人说没有回复，请他再发一次。`;
}

export function silentTitle(platform: PlatformName, kind: "group" | "direct"): string {
  return `${NAMES[platform]}可能收不到${CHATS[kind]}`;
}

/** `usual`: so many would have come by now. `others`: so many came in the other kind of chat meanwhile. */
export function silentText(
  kind: "group" | "direct",
  facts: { readonly since: string; readonly usual: number; readonly others: number; readonly renewed: boolean },
): string {
  const { since, usual, others, renewed } = facts;
  const other = CHATS[kind === "group" ? "direct" : "group"];
  const beside = others > 0 ? `，而${other}有 ${others} 条` : "";
  const expected = usual > 0 ? `（平时这段时间约有 ${usual} 条）` : "";
  const done = renewed ? "我正在重新连接。" : "";
  const where = kind === "group" ? "请在任意一个群里 @我 发「帮助」" : "请私聊我发「帮助」";
  return `从 ${since} 起没有收到任何${CHATS[kind]}${expected}${beside}。${done}${where}试一下：有回复就没有问题；没有回复请告诉管理员。`;
}
