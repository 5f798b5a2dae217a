import type { State } from "../../domain/issue/issue.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import type { Role } from "../../domain/park/org.ts";
import { PLATFORM_NAMES } from "./terms.ts";

/** What the pages in a browser say beside what a chat says as well. */

export const NAMES = {
  board: "看板",
  overview: "概览",
  issues: "诉求",
  todo: "待办",
  commons: "共性问题",
  themeDays: "主题日",
  deliveries: "投递",
  routing: "派单试跑",
  reports: "月报",
  admin: "管理",
  signOut: "退出",
  signIn: "登录",
  enter: "进入",
  filter: "筛选",
  clear: "清除条件",
  all: "全部",
  open: "在办",
  older: "更早的",
  newest: "回到最新",
  number: "编号",
  title: "诉求",
  company: "企业",
  department: "责任单位",
  category: "类别",
  state: "状态",
  due: "答复期限",
  urgency: "缓急",
  overdue: "只看超期",
  words: "字词",
  actions: "办理",
  timeline: "经过",
  reload: "刷新",
  back: "返回列表",
  skip: "跳到正文",
  period: "时段",
  volume: "件数",
  signed: "及时签收",
  onTime: "按期办结",
  satisfied: "满意",
  late: "现超期",
  counts: "总体情况",
  rates: "各项比率",
  trend: "近 12 周收集与解决",
  units: "各单位",
  stuck: "超期在办",
} as const;

export const SITE = (park: string) => `${park} · 茶叙`;

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  liaison: "企业联络员",
  officer: "经办人",
  head: "单位负责人",
  coordinator: "营商办",
  leader: "领导",
  admin: "管理员",
};

export const LOGIN = {
  lead: "请在企业微信或钉钉里给茶叙单独发「看板」，点开它回复的链接。链接 10 分钟内有效，只能用一次。",
  choose: "这是演示环境：选一个人，直接进入。",
  person: "以谁的身份进入",
  over: "这个链接已经用过，或者超过了 10 分钟。请再发一次「看板」。",
  unknown: "名单里没有这个人，请找营商办。",
} as const;

export const PROBLEMS = {
  "not-found": "没有这个页面。",
  "no-issue": "这里没有这个编号的诉求。",
  "no-common": "没有这个共性问题，或不在您能看的范围里。",
  "no-theme-day": "没有这一期主题日，或不在您能看的范围里。",
  "no-month": "没有这个月的月报，请从列表中选择月份。",
  "no-file": "没有这个文件，或者您不能查看。",
  "bad-filter": "筛选条件有误，请重新选择。",
  "too-many": "超过 20 万件，一个文件放不下：请加上筛选条件，分几次导出。",
  "too-many-duties": "未办结的超过 5000 件，一份 Word 放不下：请加上筛选条件，或导出 Excel。",
  "no-contacts": "这件诉求的联系方式不对您显示；需要时请找营商办。",
  "not-listed": "名单里没有您的账号，请找营商办。",
  "bad-form": "这个表单已经过期，没有做任何改动。请返回后重新提交。",
  "not-possible": "这一步现在不能做，没有做任何改动。",
  "too-large": "内容太长，没有做任何改动。",
  failed: "出了点问题，没有做任何改动。请稍后再试。",
} as const;

export type Problem = keyof typeof PROBLEMS;

/** In place of an answer that finds no room above the page. */
export const SAID_TOO_LONG = "结果太长，这里显示不下：办成了没有，请看下面的页面。";

/** A group of states in the list's filter. */
export const GROUPS = {
  open: "在办",
  submitted: "待派单",
  dispatched: "待签收",
  in_progress: "办理中",
  waiting: "待企业补充",
  answered: "待企业确认",
  on_hold: "挂账",
  closed: "已办结",
  other: "未受理、撤回、并入",
} as const satisfies Partial<Record<State | "open" | "other", string>>;

export const NOTHING_LISTED = "没有符合条件的诉求。";
export const listedCount = (count: number) => `共 ${count} 件`;

/** Where something was done: on a platform, on a page, or by the clock; or it was taken over from a list. */
export const PLACES = { ...PLATFORM_NAMES, page: "网页", clock: "系统", import: "导入" } as const;

/** 在办 12 件，3 件超期，2 件待派单（1 件已超时），1 件签收超时 */
export function verdict(of: {
  readonly open: number;
  readonly overdue: number;
  readonly undispatched: number;
  /** Past their limits. */
  readonly late: { readonly undispatched: number; readonly unsigned: number };
}): string {
  const { open, overdue, undispatched, late } = of;
  const ofThem = late.undispatched === 0 ? "" : `（${late.undispatched} 件已超时）`;
  return [
    `在办 ${open} 件`,
    overdue === 0 ? "没有超期" : `${overdue} 件超期`,
    undispatched === 0 ? null : `${undispatched} 件待派单${ofThem}`,
    late.unsigned === 0 ? null : `${late.unsigned} 件签收超时`,
  ]
    .filter((part) => part !== null)
    .join("，");
}

/** What a field of a form asks for. */
export const FIELDS = {
  text: "内容",
  reason: "原因",
  opinion: "说明（可不填）",
  department: "单位",
  date: "日期",
  rating: "分数",
  into: "并入的编号",
  choose: "请选择",
} as const;

/** 请填写日期和原因: of fields that were left empty, in their order. */
export const fillIn = (names: readonly string[]) => `请填写${names.join("和")}，这一步没有办理。`;

/** What is done with a form, where the command's word is not enough. */
export const FORM_NOTES: Partial<Readonly<Record<Doable, string>>> = {
  note: "内部备注，企业看不到",
  answer: "将发给企业，请企业确认",
  progress: "将告知企业",
  ask: "将发给企业，期间不计时",
  supervise: "编号后送单位负责人",
  withdraw: "1 个工作日内可恢复",
  void: "不计入收集数",
};

export const MARKS: Readonly<Record<number, string>> = {
  5: "5 非常满意",
  4: "4 满意",
  3: "3 一般",
  2: "2 不满意",
  1: "1 非常不满意",
};

export const BOARD_LINK = "打开看板";
export const BOARD_LINK_GOOD_FOR = "10 分钟内有效，只能打开一次；请不要转给别人。";
export const BOARD_IS_DIRECT = "看板的链接只发给本人：请单独给我发「看板」。";
export const BOARD_FOR_LISTED = "看板给名单里的人用。您可以先发「我是 企业名」，由营商办核实。";

/** 仍然派单: what was warned of is done all the same. */
export const anyway = (word: string) => `仍然${word}`;

/** A leader's word for pressing. */
export const INSTRUCTION = "批示";

/** 2026-11-30 as 2026年11月30日前 */
export function untilDay(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}年${Number(month)}月${Number(day)}日前`;
}

/** Above a page on which somebody is writing. */
export const CHANGED = "有新的变化，写完后请刷新。";
