import type { Counts, RateName } from "../../domain/issue/figures.ts";
import type {
  Issue,
  Outcome,
  RequestKind,
  State,
  SupervisionKind,
  SupervisionNumber,
} from "../../domain/issue/issue.ts";
import type { PlatformName, Urgency } from "../../domain/park/org.ts";

/** The words that people read, in Chinese. Another language is another file like this. */

export const PLATFORM_NAMES: Readonly<Record<PlatformName, string>> = { wecom: "企业微信", dingtalk: "钉钉" };

export const STATE_WORDS: Readonly<Record<State, string>> = {
  submitted: "待派单",
  dispatched: "待签收",
  in_progress: "办理中",
  waiting: "待企业补充",
  on_hold: "挂账",
  answered: "待企业确认",
  closed: "已办结",
  rejected: "不予受理",
  withdrawn: "已撤回",
  merged: "已并入",
};

/** In lists, where there is little room. */
const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  solved: "已解决",
  explained: "解释认可",
  unconfirmed: "超时未确认",
};

/** Behind 已办结: how it came to that. */
const CLOSED_BY: Readonly<Record<Outcome, string>> = {
  solved: "企业确认解决",
  explained: "企业认可解释",
  unconfirmed: "超时未确认",
};

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = { urgent: "紧急", normal: "一般", complex: "复杂" };

export const REQUEST_WORDS: Readonly<Record<RequestKind, string>> = { return: "退单", extend: "延期", hold: "挂账" };

export const RATE_WORDS: Readonly<Record<RateName, string>> = {
  sign: "签收及时率",
  contact: "响应率",
  onTime: "按期办结率",
  firstOnTime: "原始按期率",
  measure: "措施率",
  solved: "解决率",
  satisfied: "满意率",
  reopened: "重开率",
  dispatched: "派单准确率",
  drafted: "参考采用率",
};

/** How an issue stands. */
export type Standing = Pick<Issue, "state" | "outcome" | "voided" | "mergedInto">;

/** 已办结（企业确认解决）, 已并入 #7 */
export function stateText({ state, outcome, voided, mergedInto }: Standing): string {
  const word = STATE_WORDS[state];
  if (state === "withdrawn" && voided) return "已作废";
  if (state === "merged" && mergedInto !== null) return `${word} #${mergedInto}`;
  return state === "closed" && outcome !== null ? `${word}（${CLOSED_BY[outcome]}）` : word;
}

/** For lists: of a closed issue only how it ended. */
export function shortState(standing: Standing): string {
  const { state, outcome } = standing;
  return state === "closed" && outcome !== null ? OUTCOME_WORDS[outcome] : stateText(standing);
}

/** 3 家企业: who has the same concern, never by name. Null: nobody. */
export function joinedText(count: number): string | null {
  return count === 0 ? null : `${count} 家企业`;
}

/** What stands next for an issue in this state, and who must do it; null where it is over. */
export const NEXT_STEPS: Readonly<Record<State, string | null>> = {
  submitted: "营商办派单",
  dispatched: "责任单位签收",
  in_progress: "责任单位答复",
  waiting: "企业补充情况",
  on_hold: "到复核日期恢复办理",
  answered: "企业确认是否解决",
  closed: null,
  rejected: null,
  withdrawn: null,
  merged: null,
};

export const COUNT_WORDS: Readonly<Record<keyof Counts, string>> = {
  collected: "收集",
  measured: "有措施",
  solved: "已解决",
  open: "未解决",
};

/** 收集 95　有措施 92　已解决 82　未解决 13 */
export function countsLine(counts: Counts): string {
  return countTexts(counts, ["collected", "measured", "solved", "open"]);
}

/** The same on two lines, of which a phone breaks none. */
export function countsLines(counts: Counts): string {
  return `${countTexts(counts, ["collected", "measured"])}\n${countTexts(counts, ["solved", "open"])}`;
}

function countTexts(counts: Counts, names: readonly (keyof Counts)[]): string {
  return names.map((name) => `${COUNT_WORDS[name]} ${counts[name]}`).join("　");
}

/** 86.3%（82/95）; without anything to count, a dash. */
export function rateText(part: number, whole: number): string {
  return whole === 0 ? "—（0/0）" : `${((100 * part) / whole).toFixed(1)}%（${part}/${whole}）`;
}

/** Nobody needs a time closer than so many minutes. */
const ABOUT_MINUTES = 10;
const SOON = `不到 ${ABOUT_MINUTES} 分钟`;

function rounded(minutes: number): number {
  return Math.round(minutes / ABOUT_MINUTES) * ABOUT_MINUTES;
}

/** 6.5 小时, 50 分钟, 1 小时 20 分钟; never 0 of what is something. */
export function aboutHours(minutes: number): string {
  if (minutes > 0 && minutes < ABOUT_MINUTES) return SOON;
  const about = rounded(minutes);
  const [hours, rest] = [Math.floor(about / 60), about % 60];
  if (rest === 0 || rest === 30) return `${about / 60} 小时`;
  return `${hours === 0 ? "" : `${hours} 小时 `}${rest} 分钟`;
}

/** Working minutes as working days, hours and tens of minutes. */
export function workingTime(minutes: number, minutesPerDay: number): string {
  const days = Math.floor(rounded(minutes) / minutesPerDay);
  const rest = Math.max(0, rounded(minutes) - days * minutesPerDay);
  if (days === 0) return aboutHours(rest);
  return rest === 0 ? `${days} 个工作日` : `${days} 个工作日 ${aboutHours(rest)}`;
}

/** How far a deadline is ahead or behind, with the space that parts it from what stands before. */
export function distanceText(minutes: number, minutesPerDay: number): string {
  return minutes < ABOUT_MINUTES ? SOON : ` ${workingTime(minutes, minutesPerDay)}`;
}

/** How long something is late or waits: whole working days, from the first one on. */
export function sinceText(minutes: number, minutesPerDay: number): string {
  return distanceText(minutes < minutesPerDay ? minutes : minutes - (minutes % minutesPerDay), minutesPerDay);
}

/** A limit of the policy: 4h → 4 小时, 7d → 7 个工作日. */
export function limitText(limit: string): string {
  const match = /^(\d+(?:\.\d+)?)([dhm])$/.exec(limit);
  if (match === null) return limit;
  const unit = match[2] === "d" ? "个工作日" : match[2] === "h" ? "小时" : "分钟";
  return `${match[1]} ${unit}`;
}

/** 1 供电公司　2 自来水公司: what 派单 12 1 chooses from. Null when there is nothing to choose. */
export function suggestionsText(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.map((name, index) => `${index + 1} ${name}`).join("　");
}

/** 供电公司、经发局等 13 个单位: of a long list the first names, and how many there are. One more than fits is named too. */
export function someOf(names: readonly string[], most: number, counted: string, between = "、"): string {
  if (names.length <= most + 1) return names.join(between);
  return `${names.slice(0, most).join(between)}等 ${names.length} ${counted}`;
}

export const HIDDEN_COMPANY = "某企业";
/** Where one company's is to be told from others'. */
export const OTHER_COMPANY = "另一家企业";

/** In place of an answer that is still being made. */
export const ANSWER_FOLLOWS = "正在办理…";

/** In place of the rest of what is too long to be sent. */
export const REST_LEFT_OUT = "（内容太长，后面的没有显示，请缩小范围再问）";

export const SUPERVISION_WORDS: Readonly<Record<SupervisionKind, string>> = { supervise: "督办", instruct: "批示" };

/** 已督办（督办〔2026〕1号） */
export function supervisedText(numbers: readonly SupervisionNumber[]): string {
  const kinds = [...new Set(numbers.map(({ kind }) => SUPERVISION_WORDS[kind]))];
  return `已${kinds.join("、")}（${numberText(numbers)}）`;
}

/** 督办〔2026〕1号, or several of them. What was kept in words before is shown as it is. */
export function numberText(kept: SupervisionNumber | readonly SupervisionNumber[] | string): string {
  if (typeof kept === "string") return kept;
  const numbers = "kind" in kept ? [kept] : kept;
  return numbers.map(({ kind, year, number }) => `${SUPERVISION_WORDS[kind]}〔${year}〕${number}号`).join("、");
}
