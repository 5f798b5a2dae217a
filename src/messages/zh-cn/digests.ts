import type { Counts } from "../../domain/issue/figures.ts";
import type { RequestKind } from "../../domain/issue/issue.ts";
import { issueLine } from "../issue-card.ts";
import type { IssueView } from "../reader.ts";
import { commandWord } from "./commands.ts";
import { pageAsked } from "./lists.ts";
import { COUNT_WORDS, countsLine, NEXT_STEPS, REQUEST_WORDS } from "./terms.ts";

/** What is said in digests, by kind. `title`: the park's own name of the digest. */

export const POSTED_LATE = "（服务曾中断，本期补发）";

export const BRIEF_FOR_STAFF = "「简报」给工作人员使用。企业请发：我的";

/** How the rest of a long list is seen. */
export const REST = {
  /** Only the park's offices page through it: who is in the group looks for the own ones, or by a word. */
  inGroup: "本企业的请发「我的」，其他的请发「搜索 字词」",
  today: `请发：${commandWord("todo")}`,
};

/** 统计 图 shows the picture of the trend. */
export const TREND_PICTURE = "图";

export const TOTAL_LABEL = "累计";
export const WEEK_LABEL = "近7天";

/** The companies' week. */
export const ENTERPRISE_WEEKLY = {
  lists: { raised: "近7天提出", moved: "近7天有进展", solved: "近7天解决", next: "下一步" },
  head: (title: string | undefined, from: string, to: string) => `${title ?? "诉求办理周报"}　${from} 至 ${to}`,
  quiet: (title: string | undefined, total: Counts) =>
    `${title ?? "诉求周报"}：近7天没有新的诉求和进展。累计：${countsLine(total)}`,
  /** #12 三车间昨晚停电两次：责任单位办理并答复，期限 11-30 17:30 */
  next: ({ id, title, state, due }: IssueView) =>
    `#${id} ${title}：${NEXT_STEPS[state]}${due === null ? "" : `，期限 ${due}`}`,
};

/** A department's day. */
export const DEPARTMENT_DAILY = {
  lists: {
    dueToday: "今天到期",
    overdue: "已超期",
    unsigned: "待签收",
    supervised: "待反馈",
    helping: "待协办",
    awaiting: "等企业",
  },
  head: (title: string | undefined, day: string, department: string) => `${title ?? "今日待办"}　${day}　${department}`,
  quiet: (head: string) => `${head}：没有到期、超期、待签收和等企业的诉求。`,
};

/** A leader's week. */
export const SUPERVISION_WEEKLY = {
  lists: { supervised: "督办未反馈", holds: "挂账", categories: "近7天共性类别" },
  overdueOf: (department: string) => `红灯·${department}`,
  head: (title: string | undefined, from: string, to: string) => `${title ?? "督办周报"}　${from} 至 ${to}`,
  quiet: (title: string | undefined, total: Counts) =>
    `${title ?? "督办周报"}：近7天没有新的诉求，没有超期、挂账和未反馈的督办。累计：${countsLine(total)}`,
  category: (name: string, issues: number, companies: number) => `${name} ${issues} 件，涉及 ${companies} 家企业`,
  /** 收集 5（比前7天 +2）　有措施 4（−1）　已解决 3（持平） */
  compared: (week: Counts, before: Counts) =>
    [
      `${COUNT_WORDS.collected} ${week.collected}（比前7天 ${changeText(week.collected - before.collected)}）`,
      `${COUNT_WORDS.measured} ${week.measured}（${changeText(week.measured - before.measured)}）`,
      `${COUNT_WORDS.solved} ${week.solved}（${changeText(week.solved - before.solved)}）`,
    ].join("　"),
  rest: (next: number) => pageAsked(commandWord("brief"), next),
};

function changeText(by: number): string {
  return by === 0 ? "持平" : `${by > 0 ? "+" : "−"}${Math.abs(by)}`;
}

/** The coordinator's day. */
export const COORDINATOR_DAILY = {
  lists: { undispatched: "待派单", unsigned: "待签收", requests: "等批复", supervised: "督办未反馈" },
  head: (title: string | undefined, day: string) => `${title ?? "营商办每日提示"}　${day}`,
  quiet: (head: string) => `${head}：没有待派单、待签收、等批复、未反馈和未送达的事项。`,
  request: (kind: RequestKind, issue: IssueView) => `${REQUEST_WORDS[kind]}申请：${issueLine(issue)}`,
  overdue: (count: number) => `已超期 ${count} 件，看列表：${commandWord("todo")}`,
  dead: (count: number) => `没有送达的消息 ${count} 条，看列表：${commandWord("outbox")}`,
};
