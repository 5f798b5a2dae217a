import type { CountedBasis } from "../../domain/issue/due-basis.ts";
import { dayReason, plainDay } from "./dates.ts";
import { aboutHours, limitText } from "./terms.ts";

/** How a due date came to be, line by line. */

/** `isOver`: it was taken back, merged or not accepted before a unit had it, and none will. */
export function notDispatched(id: number, isOver: boolean): string {
  return isOver ? `#${id} 没有派过单，没有答复期限。` : `#${id} 尚未派单，答复期限从派单起算。`;
}

export function dueTitle(id: number): string {
  return `#${id} 的答复期限`;
}

const STARTS = { dispatch: "派单", reopen: "重开" } as const;

export function startedLine(by: keyof typeof STARTS, at: string): string {
  return `${STARTS[by]}：${at}，开始计时`;
}

export function firstDueLine(due: string): string {
  return `最初期限：${due}`;
}

export function pausedLine(since: string, left: string): string {
  return `${since} 起停表，还剩 ${left}`;
}

export function dueNowLine(due: string): string {
  return `现在的期限：${due}`;
}

export const LIMIT_UNKNOWN = "时限：派单时的日历没有保存，不能逐日说明";
export const DATE_NAMED = "时限：派单时指定了日期";

export function limitLine({ limit, workingHours }: Pick<CountedBasis, "limit" | "workingHours">): string {
  return `时限：${limitText(limit)}（每天 ${workingHours.join("、")}）`;
}

/** 11月20日 周五：计 6.5 小时; 11月21日 周六：周末，不计; 10月10日 周六：调休上班，计 6.5 小时 */
export function dayLine({ date, minutes, why, name }: CountedBasis["days"][number]): string {
  const reason = dayReason(why, name);
  const counted = minutes === 0 ? "不计" : `计 ${aboutHours(minutes)}`;
  return `${plainDay(date)}：${reason === "" ? "" : `${reason}，`}${counted}`;
}

/** Of a limit of days that would end in the first minutes of a morning or an afternoon. */
export const REST_LEFT_OUT = "余下不到一刻钟，不跨到下一个上班时段，期限到此为止";

export function hoursChangedLine(hours: readonly string[]): string {
  return `工作时间后来改为每天 ${hours.join("、")}，这个期限仍按当时的算`;
}

export function daysChangedLine(days: readonly { readonly date: string; readonly worked: boolean }[]): string {
  const changed = days.map(({ date, worked }) => `${plainDay(date)} ${worked ? "上班" : "放假"}`);
  return `放假安排后来有变：${changed.join("、")}，这个期限仍按当时的算`;
}

export function unlistedThenLine(years: readonly number[]): string {
  return `当时 ${years.join("、")} 年放假安排尚未公布，按周一至周五计算`;
}

export function unlistedLine(years: readonly number[]): string {
  return `${years.join("、")} 年放假安排尚未公布，按周一至周五计算`;
}

/** What moves the clock once it runs. `transfer-anew`: to another unit, with another date. */
export type DueChange =
  | "ask"
  | "supplement"
  | "answer"
  | "unsolved"
  | "resume"
  | "hold"
  | "withdraw"
  | "restore"
  | "extend"
  | "transfer"
  | "transfer-anew";

/** `named`: with the date that is given anew. */
const CHANGES: Readonly<Record<DueChange, { readonly what: string; readonly named?: true }>> = {
  ask: { what: "请企业补充，停表" },
  supplement: { what: "企业已补充，继续计时" },
  answer: { what: "已答复，停表" },
  unsolved: { what: "企业反馈未解决，继续计时", named: true },
  resume: { what: "挂账恢复，继续计时", named: true },
  hold: { what: "挂账，停表" },
  withdraw: { what: "企业撤回，停表" },
  restore: { what: "企业恢复，继续计时", named: true },
  extend: { what: "同意延期", named: true },
  transfer: { what: "转派，期限不变" },
  "transfer-anew": { what: "转派", named: true },
};

export function changeLine(change: DueChange, at: string, due: string | null): string {
  const { what, named } = CHANGES[change];
  return `${at} ${what}${named === true && due !== null ? `，期限 ${due}` : ""}`;
}
