/** The ledger as a workbook: what its sheets and columns are called in offices. */

export const SHEETS = { problems: "问题清单", duties: "责任清单" } as const;
export type SheetName = keyof typeof SHEETS;
/** What a file of the whole ledger has besides. */
export const MORE_SHEETS = { events: "事件", figures: "统计", commons: "共性问题" } as const;

/** 永州经开区企业诉求问题清单 */
export const sheetTitle = (park: string, sheet: string) => `${park}企业诉求${sheet}`;

/** 截至 2026年11月26日，共 3 件 */
export const sheetNote = (until: string, count: number) => `截至 ${until}，共 ${count} 件`;
/** 截至 2026年11月26日，共 6000 件，列期限最早的 5000 件 */
export const cutNote = (until: string, count: number, listed: number) =>
  `${sheetNote(until, count)}，列期限最早的 ${listed} 件`;
export const eventsNote = (until: string, count: number) => `截至 ${until}，共 ${count} 条记录`;
export const sheetNoteOf = (until: string, count: number) => `截至 ${until}，共 ${count} 个`;
export const figuresNote = (until: string) => `自开始以来，截至 ${until}`;

/** What a file of the whole ledger says of itself above its list. */
export const CONTAINS_ALL =
  "含保密诉求的企业名称、联系电话和内部办理记录，限营商办内部使用，请勿外传；右侧隐藏列供重新导入，请勿改动";

/** 事件_2: a sheet that goes on from another. */
export const partOf = (sheet: string, part: number) => (part === 1 ? sheet : `${sheet}_${part}`);

export const COLUMNS = {
  place: "序号",
  number: "编号",
  submitted: "提出时间",
  company: "企业",
  contact: "联系人",
  category: "类别",
  text: "诉求内容",
  urgency: "缓急",
  department: "责任单位",
  handler: "责任人",
  measure: "解决措施",
  promised: "完成时限",
  due: "答复期限",
  state: "办理状态",
  answer: "答复内容",
  closed: "办结时间",
  rating: "评价",
} as const;
export type ColumnName = keyof typeof COLUMNS;

/** Of a file of the whole ledger: what there is for those alone who see everything, and for who takes it in again. */
export const MORE_COLUMNS = { confidential: "保密", key: "识别码", carried: "续办资料" } as const;
export const CONFIDENTIAL = "是";

export const COMMON_COLUMNS = {
  number: "编号",
  title: "问题",
  state: "状态",
  lead: "牵头单位",
  reach: "涉及",
  stands: "进度",
  measure: "措施",
  due: "时限",
  progress: "最新进展",
  closing: "办结说明",
  answer: "统一答复",
  members: "纳入的诉求",
  created: "建立时间",
  done: "办结时间",
} as const;

export const EVENT_COLUMNS = {
  seq: "记录号",
  number: "编号",
  at: "时间",
  what: "事项",
  who: "经办",
  where: "途径",
  from: "原状态",
  to: "现状态",
  text: "内容",
} as const;

export const FIGURE_COLUMNS = { scope: "范围", name: "指标", part: "数量", whole: "分母", share: "比率" } as const;
export const FIGURE_WORDS = {
  onHold: "挂账",
  unconfirmed: "超时未确认",
  unrated: "未评价",
  median: "答复用时中位数（工作分钟）",
  ninetieth: "答复用时 P90（工作分钟）",
  led: "承办",
} as const;

/** Who was shown the companies of confidential issues: whoever has the whole ledger written into a file. */
export const BY_COMMAND_LINE = "命令行导出台账";

/** What comes back of a list that was to be imported. */
export const RETURNED = {
  suffix: "-退回",
  title: "退回的行",
  note: (count: number) => `退回 ${count} 行，原因在最后一列；改好后可以直接导入这个文件`,
} as const;

/** 问题清单-2026-11-26.xlsx */
export const fileName = (sheet: SheetName, date: string, form: "xlsx" | "docx" = "xlsx") =>
  `${SHEETS[sheet]}-${date}.${form}`;

export const EXPORT = "导出 Excel";
export const EXPORT_DUTIES = "导出责任清单 Word";
/** How far an export is. The page's script fills in the braces. */
export const EXPORTING = {
  working: "正在导出，已收到 {size} MB…",
  done: "已导出：{name}（{size} MB）",
  failed: "没有导出完，请检查网络后再点一次。",
} as const;

/** The fonts of official papers. Where a machine lacks one, its program takes another. */
export const FONTS = { title: "方正小标宋简体", head: "黑体", note: "楷体", cell: "宋体" } as const;
