import type { Counts } from "../../domain/issue/figures.ts";
import type { RequestKind } from "../../domain/issue/issue.ts";
import { issueLine } from "../issue-card.ts";
import type { IssueView } from "../reader.ts";
import { commandWord } from "./commands.ts";
import { pageAsked } from "./lists.ts";
import { COUNT_WORDS, countsLine, countsLines, REQUEST_WORDS } from "./terms.ts";

/** What is said in digests, by kind. `title`: the park's own name of the digest. */

export const POSTED_LATE = "（服务曾中断，本期补发）";

export const BRIEF_FOR_STAFF = "「简报」供工作人员使用，企业请发：我的";

/** How the rest of a long list is seen. */
export const REST = {
  /** Only the park's offices page through it: who is in the group looks for the own ones, or by a word. */
  inGroup: "本企业的请发「我的」，其他请发「搜索 字词」",
  today: `请发：${commandWord("todo")}`,
};

/** 统计 图 shows the picture of the trend. */
export const TREND_PICTURE = "图";

export const TOTAL_LABEL = "累计";
export const WEEK_LABEL = "近7天";

/** The period, and the four counts on two lines, of which a phone breaks none. */
export function countsOfPeriod(period: string, counts: Counts): string {
  return `${period}\n${countsLines(counts)}`;
}

/** What can have happened to an issue in the companies' week. */
export const WEEKLY_MOVES = ["raised", "moved", "closed"] as const;
export type WeeklyMove = (typeof WEEKLY_MOVES)[number];

const MOVE_WORDS: Readonly<Record<WeeklyMove, string>> = { raised: "新提出", moved: "有进展", closed: "已办结" };

/** The companies' week. */
export const ENTERPRISE_WEEKLY = {
  list: "诉求进展",
  /** 新提出 3 件，有进展 4 件，办结 2 件 */
  moves: (counts: Readonly<Record<WeeklyMove, number>>) =>
    WEEKLY_MOVES.flatMap((move) => (counts[move] === 0 ? [] : [`${MOVE_WORDS[move]} ${counts[move]} 件`])).join("，"),
  /** 【新提出】#12 三车间昨晚停电两次（待签收，供电公司，期限 11月30日 周一 17:30） */
  line: (issue: IssueView, moves: readonly WeeklyMove[]) =>
    `${moves.length === 0 ? "" : `【${moves.map((move) => MOVE_WORDS[move]).join("·")}】`}${issueLine(issue)}`,
  inGroup: (moves: string) => `本群近7天${moves}。`,
  /** Of the whole park, while the list is of the group. */
  figures: (period: string, counts: Counts) => countsOfPeriod(`全园区${period}`, counts),
  head: (title: string | undefined, from: string, to: string) => `${title ?? "诉求办理周报"}　${from} 至 ${to}`,
  quiet: (title: string | undefined, total: Counts) =>
    `${title ?? "诉求周报"}：近7天没有新的诉求和进展。累计：${countsLine(total)}`,
};

/** A department's day. */
export const DEPARTMENT_DAILY = {
  lists: {
    dueToday: "今天到期",
    overdue: "已超期",
    unsigned: "待签收",
    supervised: "待反馈",
    helping: "待协办",
    awaiting: "待企业确认/补充",
  },
  head: (title: string | undefined, day: string, department: string) => `${title ?? "今日待办"}　${day}　${department}`,
  quiet: (head: string) => `${head}：没有到期、超期、待签收和待企业确认、补充的诉求。`,
};

/** A leader's week. */
export const SUPERVISION_WEEKLY = {
  lists: { supervised: "督办未反馈", holds: "挂账", categories: "近7天共性类别", commons: "共性问题" },
  head: (title: string | undefined, from: string, to: string) => `${title ?? "督办周报"}　${from} 至 ${to}`,
  quiet: (title: string | undefined, total: Counts) =>
    `${title ?? "督办周报"}：近7天没有新的诉求，没有卡住、挂账的诉求和未反馈的督办。累计：${countsLine(total)}`,
  category: (name: string, issues: number, companies: number) => `${name} ${issues} 件，涉及 ${companies} 家企业`,
  /** 收集 5（+2）　有措施 4（−1） and 已解决 3（持平）, under what they are compared with. */
  compared: (week: Counts, before: Counts) => {
    const text = (name: keyof Counts) =>
      `${COUNT_WORDS[name]} ${week[name]}（${changeText(week[name] - before[name])}）`;
    return `${WEEK_LABEL}（括号内比前7天）\n${text("collected")}　${text("measured")}\n${text("solved")}`;
  },
  rest: (next: number) => pageAsked(commandWord("brief"), next),
};

function changeText(by: number): string {
  return by === 0 ? "持平" : `${by > 0 ? "+" : "−"}${Math.abs(by)}`;
}

/** The month that is over. */
export const SUPERVISION_MONTHLY = {
  head: (title: string | undefined, month: string) => `${title ?? "诉求办理月报"}　${month}`,
};

/** The coordinator's day. */
export const COORDINATOR_DAILY = {
  lists: { undispatched: "待派单", unsigned: "待签收", requests: "待批复", supervised: "督办未反馈" },
  head: (title: string | undefined, day: string) => `${title ?? "营商办每日提示"}　${day}`,
  quiet: (head: string) => `${head}：没有待派单、待签收、待批复、未反馈和未送达的事项。`,
  /** 今天收到 5 件，解决 2 件；等您派单 2 件、批复 1 件，超期 3 件 */
  lead: (today: Pick<Counts, "collected" | "solved"> | undefined, waiting: readonly (readonly [string, number])[]) => {
    const came = today === undefined ? [] : [`今天收到 ${today.collected} 件，解决 ${today.solved} 件`];
    const left = waiting.flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count} 件`]));
    return `${[...came, ...(left.length === 0 ? [] : [left.join("，")])].join("；")}。`;
  },
  overdueCounted: "超期",
  request: (kind: RequestKind, issue: IssueView, since: string | null) =>
    `${REQUEST_WORDS[kind]}申请：${issueLine(issue)}${since === null ? "" : `，已等${since}`}`,
  overdue: (count: number) => `已超期 ${count} 件，查看请发：${commandWord("overdue")}`,
  dead: (count: number) => `没有送达的消息 ${count} 条，查看请发：${commandWord("outbox")}`,
};
