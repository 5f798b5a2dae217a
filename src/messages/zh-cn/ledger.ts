/** The ledger as a workbook: what its sheets and columns are called in offices. */

export const SHEETS = { problems: "问题清单", duties: "责任清单" } as const;
export type SheetName = keyof typeof SHEETS;

/** 永州经开区企业诉求问题清单 */
export const sheetTitle = (park: string, sheet: SheetName) => `${park}企业诉求${SHEETS[sheet]}`;

/** 截至 2026年11月26日，共 3 件 */
export const sheetNote = (until: string, count: number) => `截至 ${until}，共 ${count} 件`;

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

/** 问题清单-2026-11-26.xlsx */
export const fileName = (sheet: SheetName, date: string, form: "xlsx" | "docx" = "xlsx") =>
  `${SHEETS[sheet]}-${date}.${form}`;

export const EXPORT = "导出 Excel";
export const EXPORT_DUTIES = "导出责任清单 Word";

/** The fonts of official papers. Where a machine lacks one, its program takes another. */
export const FONTS = { title: "方正小标宋简体", head: "黑体", note: "楷体", cell: "宋体" } as const;
