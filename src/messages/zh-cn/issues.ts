import type { Issue, RequestKind } from "../../domain/issue/issue.ts";
import type { DayOffNamed } from "../move-words.ts";
import type { Saying } from "../saying.ts";
import { commandWord } from "./commands.ts";
import { NEXT_STEPS, REQUEST_WORDS, STATE_WORDS, type Standing, stateText, URGENCY_WORDS } from "./terms.ts";

/** How an issue is shown, and what is said to those who ask about issues. */

/** What is told of an issue, in the order in which a card has it. */
export const LABELS = {
  company: "企业",
  state: "状态",
  contact: "联系人",
  department: "责任单位",
  reason: "分派依据",
  signed: "签收",
  contacted: "联系企业",
  due: "答复期限",
  measure: "措施",
  joined: "同感",
  pictures: "附图",
  suggestions: "建议",
  request: "待批复",
  helpers: "协办",
  tracking: "对口跟踪",
  firstDue: "最初期限",
  supervisions: "待反馈",
  level: "升级督办",
  before: "承接",
  after: "后续",
  absorbed: "已并入本件",
  common: "共性问题",
} as const;

/** ［紧急·保密］ in front of a title. */
export function marks(of: Pick<Issue, "urgency" | "confidential">): string {
  const found = markWords(of);
  return found.length === 0 ? "" : `［${found.join("·")}］`;
}

/** 紧急, 保密: each by itself. */
export function markWords({ urgency, confidential }: Pick<Issue, "urgency" | "confidential">): readonly string[] {
  return [...(urgency === "normal" ? [] : [URGENCY_WORDS[urgency]]), ...(confidential ? ["保密"] : [])];
}

export function receivedTitle(title: string): string {
  return `已收到 ${title}`;
}

export const COORDINATOR_DISPATCHES = "由营商办派单";
export const DUE_FROM_DISPATCH = "派单后起算";

/** 答复期限：11月23日 周一 09:00; without a date while it is not dispatched. */
export function dueLine(due: string | null): string {
  return `${LABELS.due}：${due ?? DUE_FROM_DISPATCH}`;
}

/** A day off as a limit: it counts to the working day before. */
export function countedBefore(dayOff: DayOffNamed | null): string {
  return dayOff === null ? "" : `${dayOff.named}不是工作日，按前一个工作日计（${dayOff.counted}）。`;
}

export function picturesText(count: number): string {
  return `${count} 张（在看板查看）`;
}

export function countedWithoutHolidays(years: readonly number[]): string {
  return `${years.join("、")} 年放假安排尚未公布，期限先按周一至周五计算。`;
}

export function unverifiedCompany(company: string): string {
  return `${company}（联络人未核实）`;
}

/** 办理中　下一步：责任单位答复 */
export function stateAndNext(standing: Standing): string {
  const next = NEXT_STEPS[standing.state];
  return next === null ? stateText(standing) : `${stateText(standing)}　下一步：${next}`;
}

/** Of a unit that has not kept it. */
export const PROMISE_PAST = "承诺已过";

/** `promise`: until when. `isPast`: it was not kept. */
export function promisedMeasure(measure: string, promise: string, isPast: boolean): string {
  return `${measure}（承诺 ${promise} 前${isPast ? "，已过" : ""}）`;
}

/** To a department that can know neither the company nor its people: how to write to them. */
export function throughBot(id: number): Saying {
  const ways = (["ask", "progress", "answer"] as const).map(commandWord);
  const hidden = "保密件不显示企业和联系人，与企业沟通请";
  return {
    text: `${hidden}发：${ways.map((word) => `${word} ${id} …`).join("、")}`,
    onPage: `${hidden}用${ways.map((word) => `「${word}」`).join("")}`,
  };
}

/** 周长友 13800000000, or the name alone. */
export function contactText(name: string, phone: string | null): string {
  return phone === null ? name : `${name} ${phone}`;
}

export function phoneInText(phone: string): string {
  return `诉求中留的电话 ${phone}`;
}

export const LAST_ANSWER = "最近答复";
export const ISSUE_TEXT = "诉求内容";
/** What the company has said to it since. */
export const ADDED_TEXT = "企业后来补充";

/** At the end of a list's line. */
export function dueOfLine(due: string): string {
  return `期限 ${due}`;
}

/** 2 次: how often it was pressed from above. */
export function timesRaised(level: number): string {
  return `${level} 次`;
}

/** A request that waits for a decision. */
export function requestText(kind: RequestKind, reason: string): string {
  return `${REQUEST_WORDS[kind]}：${reason}`;
}

/** In a group: what was raised elsewhere is not listed there. */
export const NO_ISSUES_HERE =
  "本群暂无诉求；在其他群或私聊提出的，请到原处或私聊我发「我的」查看。提出诉求请发：诉求 …";
export const NO_ISSUES = "暂无诉求，提出诉求请发：诉求 …";

export function newestIssues(count: number): string {
  return `最近的诉求（${count}）`;
}

export const TODO_TITLE = "待办";
export const TODO_IS_THE_STAFFS = "「待办」供工作人员使用，企业请发：我的";
export const NOTHING_TO_DO = "暂无待办事项。";
/** 待办 全部, of the coordinator and the leaders. */
export const ALL_OPEN_TITLE = "未办结的诉求";
export const NOTHING_OPEN = "没有未办结的诉求。";

/** What waits for somebody, by what it waits for. */
export const TODO_LISTS = {
  undispatched: STATE_WORDS.submitted,
  unsigned: STATE_WORDS.dispatched,
  inHand: STATE_WORDS.in_progress,
  company: "待企业确认/补充",
  onHold: STATE_WORDS.on_hold,
  requests: "待批复",
  overdue: "已超期",
  supervised: "督办未反馈",
} as const;
export type TodoList = keyof typeof TODO_LISTS;

export const SAY_TERMS = "请写要找的字词，例如：搜索 停电";
export const NOTHING_FOUND = "没有找到含有这些字词的诉求。";
export const NOTHING_FOUND_SO_FAR = "这些字词太常见，在最近的诉求中没有找到。请多写几个字词再搜索。";

/** `most`: how many are listed at most, where there may be more. */
export function foundIssues(count: number, most: number | null): string {
  if (most === null) return `找到 ${count} 件`;
  const which = count < most ? "字词太常见，只查找了最近的诉求" : `只列出最近的 ${most} 件`;
  return `找到 ${count} 件（${which}，请多写几个字词）`;
}
