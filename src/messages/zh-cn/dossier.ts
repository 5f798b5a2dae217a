import type { RequestKind, RequestState } from "../../domain/issue/issue.ts";
import { type Action, type Doable, isDoable } from "../../domain/issue/lifecycle.ts";
import { commandOf, commandWord } from "./commands.ts";
import { REQUEST_WORDS } from "./terms.ts";

/** What those who handle an issue read of it in 进度. */

export const HEADS = {
  measures: "历次措施",
  requests: "申请",
  supervisions: "督办",
  events: "最近记录",
} as const;

export const REQUEST_STATES: Readonly<Record<RequestState, string>> = {
  pending: "待批复",
  approved: "已同意",
  refused: "未同意",
};

/** Who does what the clock brings. */
export const BY_ITSELF = "系统";

/** 供电公司 王建国　11-16 10:05 */
export function byAt(who: string, at: string): string {
  return `${who}　${at}`;
}

/** 11-16 10:05 供电公司 王建国：更换变压器（承诺 11-30 17:30 前） */
export function measureOf(
  by: { readonly who: string; readonly at: string },
  text: string,
  date: string | null,
): string {
  return `${by.at} ${by.who}：${text}${date === null ? "" : `（承诺 ${date} 前）`}`;
}

/** Above a note. */
export function noteBy(who: string, at: string): string {
  return `备注　${at} ${who}`;
}

export function notesLeft(count: number): string {
  return `更早的备注还有 ${count} 条。`;
}

/** 延期：等设备（王建国 11-18 10:05，已同意 李敏 11-18 11:00：尽快） */
export function requestLine(
  { kind, reason, asked }: { readonly kind: RequestKind; readonly reason: string; readonly asked: string },
  decided: { readonly state: RequestState; readonly by: string | null; readonly note: string | null },
): string {
  const by = decided.by === null ? "" : ` ${decided.by}`;
  const note = decided.note === null || decided.note === "" ? "" : `：${decided.note}`;
  return `${REQUEST_WORDS[kind]}：${reason}（${asked}，${REQUEST_STATES[decided.state]}${by}${note}）`;
}

/** What a request that lost its object was settled with. */
export const OVERTAKEN = "诉求已有新的办理，不再需要批复";

/** 督办〔2026〕1号　赵长河 11-20 09:00：请尽快（已反馈 曾敏 11-21 10:00：已复产） */
export function supervisionLine(
  given: { readonly number: string; readonly by: string; readonly text: string },
  answered: { readonly by: string; readonly text: string } | null,
): string {
  const answer = answered === null ? "待反馈" : `已反馈 ${answered.by}：${answered.text}`;
  return `${given.number}　${given.by}：${given.text}（${answer}）`;
}

/** A dispatch of what another unit had. */
export const TRANSFER = "转派";

/** 11-16 10:05 签收　供电公司 王建国; 11-16 10:05 派单 → 城管局　李敏 */
export function eventLine(at: string, what: string, who: string, text: string | null): string {
  return `${at} ${what}　${who}${text === null ? "" : `：${text}`}`;
}

/** 签收; of what nobody says: 自动办结. */
export function actionWord(action: Action): string {
  if (isDoable(action)) return commandWord(commandOf(action));
  return NOBODYS_WORDS[action];
}

/** What is no move that somebody says. */
const NOBODYS_WORDS: Readonly<Record<Exclude<Action, Doable>, string>> = {
  submit: "提出",
  respond: "企业有回应，未自动办结",
  lapse: "自动办结",
  absorb: "并入",
};
