/** What the overview and the wall say beside figures that a chat says as well. */

export const CHARTS = {
  weeks: "近 12 周",
  categories: "按类别",
  departments: "按责任单位",
} as const;

/** What is counted in a chart. */
export const SERIES = { collected: "收集", solved: "已解决", led: "件数", overdue: "现超期" } as const;

export const OVERVIEW = {
  figures: "数据表",
  week: "周（起始日）",
  category: "类别",
  department: "责任单位",
  red: "重点督办：督办、批示和超时最久",
  noRed: "没有督办、批示和超期的诉求。",
  late: "超期",
  pressed: "督办、批示",
  waits: "待我办理",
  whole: "全部待办",
  allLate: "全部超期",
  wall: "大屏",
  noUnits: "还没有派给单位的诉求。",
  back: "返回看板",
  confided: "保密诉求",
  wallTitle: "诉求办理情况",
} as const;

/** 最久的 #12 供电公司，超期 3 个工作日 */
export const longestLate = (id: number, unit: string, since: string) => `最久的是 #${id}（${unit}），${since}`;

/** 截至 11月24日 周二 09:00 */
export const asOf = (moment: string) => `截至 ${moment}`;

/** 每周收集和解决的件数，合计收集 12、解决 8 */
export const chartSummary = (title: string, sums: readonly (readonly [string, number])[]) =>
  `${title}，合计${sums.map(([name, sum]) => `${name} ${sum}`).join("、")}`;
