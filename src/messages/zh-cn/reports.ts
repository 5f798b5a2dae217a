import type { AttachmentRef } from "../../domain/notice/notice.ts";
import { dateOf } from "../../domain/park/instants.ts";
import { dateTimeText, dayText } from "./dates.ts";

/** 统计, the picture of the trend, and the month report. */

export const STATS_FOR_STAFF = "「统计」供工作人员使用，企业请发：我的";
export const NOT_IN_COMPANIES_GROUP = "趋势图和月报不发到企业群，请在督办群或私聊里发：统计 图、统计 上月";
export const REPORT_NOT_YOURS = "月报涉及全园区诉求，只发给督办群、营商办和园区领导。本时段的数据请发：统计 上月";
export const WHICH_PERIOD =
  "统计的时段可以写：本周、上周、本月、上月、今天、10月、2026-10；不写就是自开始以来。还可以发：统计 各单位、统计 供电公司 本周、统计 图、统计 月报 2026-10";
export const WHICH_MONTH = "未能识别是哪个月的月报，请写成：统计 月报 2026-10";
export const MONTH_NOT_BEGUN = "该月尚未开始，没有月报。";
export const NO_SUCH_MONTH_YET = "没有这个月份，或者该月尚未开始，请写成：统计 2026-10";

/** 统计　上月 */
export function statsTitle(period: string): string {
  return `统计　${period}`;
}

/** A line each: a phone breaks a longer one within a word. */
export const HANDLING_TIMES = { median: "答复用时中位数", ninetieth: "90% 的诉求" } as const;
export const NOTHING_HANDLED = "—";

/** 在 3 个工作日内答复, behind «90% 的诉求». */
export function answeredWithin(time: string): string {
  return `在 ${time}内答复`;
}

export const COUNTED_APART = "另计";

/** What no rate counts, a line each: 超时未确认 1 */
export function countedApart(of: Readonly<Record<"onHold" | "unconfirmed" | "unrated", number>>): readonly string[] {
  return [`挂账 ${of.onHold}`, `超时未确认 ${of.unconfirmed}`, `未评价 ${of.unrated}`];
}

/** 诉求趋势图，截至 11月25日 周三 */
export function captionOf(what: AttachmentRef, timeZone: string, now: Date): string {
  switch (what.kind) {
    case "trend":
      return `诉求趋势图，截至 ${dayText(new Date(what.to), timeZone, now)}`;
    case "month-report":
      return `${monthText(what.month)}诉求办理月报`;
    case "month-report-pdf":
      return `${monthText(what.month)}诉求办理月报（PDF）`;
    case "fingerprint":
      return `${monthText(what.month)}记录指纹`;
    case "duty-list":
      return `责任清单，截至 ${dayText(now, timeZone, now)}`;
  }
}

export function fileNameOf(what: AttachmentRef, timeZone: string, now: Date): string {
  switch (what.kind) {
    case "trend":
      return `诉求趋势-${dateOf(new Date(what.to), timeZone)}.png`;
    case "month-report":
      return `诉求办理月报-${what.month}.docx`;
    case "month-report-pdf":
      return `诉求办理月报-${what.month}.pdf`;
    case "fingerprint":
      return `记录指纹-${what.month}.txt`;
    case "duty-list":
      return `责任清单-${dateOf(now, timeZone)}.docx`;
  }
}

/** Of a picture or document that is sent by itself. */
export function comesHere(caption: string): string {
  return `${caption}，随后发到这里。`;
}

export const OPEN_LINK: Readonly<Record<"picture" | "file", string>> = { picture: "点开查看", file: "点开下载" };
export const LINK_IS_OPEN = "链接 30 天内有效，任何人持链接均可打开，请勿外传。";
export const LINK_OVER = "链接无效或已过期，请在聊天中重新获取：统计 图、统计 上月。\n";

/** 2026年10月 */
export function monthText(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${year}年${Number(number)}月`;
}

/** Always with the year: what is kept as a file is read in another year as well. */
export function fullDateTime(at: Date, timeZone: string): string {
  return dateTimeText(at, timeZone, new Date(0));
}

/** Issues that have none yet. */
export const NO_DEPARTMENT = "待派单";
/** Done with elsewhere, and nobody wrote down by whom. */
export const UNKNOWN_DEPARTMENT = "未记责任单位";
export const NO_CATEGORY = "未分类";

export function trendTitle(park: string): string {
  return `${park}　诉求趋势`;
}

export function trendUntil(until: string): string {
  return `截至 ${until}`;
}

export const BY_WEEK = "按周";

export function weeksSummary(of: { readonly weeks: number; readonly collected: number; readonly solved: number }) {
  return `近 ${of.weeks} 周收集 ${of.collected} 件，已解决 ${of.solved} 件；横轴为周一的日期`;
}

export const BY_CATEGORY = "按类别";
export const SAME_SPAN = "同一时段";
export const NOTHING_YET = "暂无数据";
export const OTHER_CATEGORIES = "其他";
