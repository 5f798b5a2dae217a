/** The page of the month reports. */

export const REPORT_PAGE = {
  choose: "月份",
  show: "查看",
  word: "下载 Word",
  pdf: "下载 PDF",
  duties: "责任清单 Word",
  fingerprint: "下载指纹文件",
  key: "下载公钥",
  figures: "主要数据",
  rates: "各项比率",
  departments: "各单位",
} as const;

export const reportOf = (month: string) => `${month}月报`;
export const asOf = (until: string) => `数据截至 ${until}`;
/** Behind what is not over yet. */
export const RUNNING = "（进行中）";
