import { type Saying, taught } from "../saying.ts";

/** What stands around a list. */

/** What is counted, unless it is something else than issues. */
export const ISSUES_COUNTED = "件";

/** 待签收（123，第 31 至 60 件） */
export function countedHead(head: string, count: number, range: string): string {
  return `${head}（${count}${range}）`;
}

export function rangeText(first: number, last: number, unit: string): string {
  return `，第 ${first} 至 ${last} ${unit}`;
}

/** 还有 93 件，请发：待办 第2页 */
export function leftText(left: number, unit: string, rest: string): Saying {
  return taught(`还有 ${left} ${unit}`, `，${rest}`);
}

/** 请发：待办 第2页 */
export function pageAsked(command: string, page: number): string {
  return `请发：${command} 第${page}页`;
}

/** What is said to a page that a list does not reach. `total`: how many there are, where it is one list. */
export function noPage(page: number, total?: number): string {
  return `没有第 ${page} 页${total === undefined ? "" : `，一共 ${total} 件`}。`;
}
