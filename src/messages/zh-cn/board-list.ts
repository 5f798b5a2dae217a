/** What the list in a browser says of its filters and its order. */

export const FACETS = {
  department: "责任单位",
  category: "类别",
  company: "企业",
  urgency: "缓急",
  themeDay: "主题日",
  overdue: "只看超期",
  held: "只看挂账",
  state: "状态",
  words: "字词",
  any: "不限",
  others: "其他企业",
  chosen: "已选条件",
  remove: "去掉",
  none: "没有可选的",
} as const;

export const SORT = "排序";

export const SORTS = {
  best: "最相符",
  newest: "最新",
  due: "期限先后",
  overdue: "超期最久",
  company: "企业",
  department: "责任单位",
  changed: "最近变动",
} as const;

/** What is cut where words are too common. */
export const CUT = {
  list: (count: number) => `字词太常见，最多列出最近的 ${count} 件，请多写几个字词`,
  counts: (count: number) => `字词太常见，条件旁的件数只按最近的 ${count} 件计`,
} as const;

export const SORT_NOTES: Partial<Readonly<Record<keyof typeof SORTS, string>>> = {
  due: "未办结的按答复期限，早的在前；其余按编号",
  best: "编号相同的、标题里有这些字词的在前，其余按编号",
  overdue: "计时中的按答复期限，超期最久的在前；其余按编号",
};

export const PAGES_ON = { first: "回到第一页", next: "下一页" } as const;

/** 供电公司 等 2 项 */
export const chosenText = (first: string, count: number) => (count === 1 ? first : `${first} 等 ${count} 项`);

/** 第 16 期 用工专场（2026-11-30） */
export const themeDayName = (number: number | null, theme: string, day: string) =>
  `${number === null ? "" : `第 ${number} 期 `}${theme}（${day}）`;
