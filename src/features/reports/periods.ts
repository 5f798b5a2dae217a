import { type MonthSaid, statsAsked } from "../../chat/understand/zh-cn-periods.ts";
import { monthOf, monthSpan, type Period, startOfMonth } from "../../domain/park/instants.ts";
import { narrow } from "../../domain/plain.ts";
import type { Context } from "../../issues/context.ts";
import { PERIOD_WORDS } from "../../messages/zh-cn/dates.ts";
import { monthText } from "../../messages/zh-cn/reports.ts";

/** The periods of figures: read as they are said, and written. */

type Here = Pick<Context, "now" | "park">;

/** A period by its words; null for others, and for a month that has not begun. */
export function periodIn(text: string, here: Here): Period | null {
  const asked = statsAsked(narrow(text).replace(/\s/gu, "").toLowerCase());
  return asked.kind === "figures" && asked.period !== null ? periodOf(asked.period, here) : null;
}

/** What was said of a period as one that there is; null for a month that has not begun. */
export function periodOf(
  said: Exclude<MonthSaid, string> | Extract<Period, string>,
  { now, park }: Here,
): Period | null {
  if (typeof said === "string") return said;
  const zone = park.org.park.timeZone;
  const month = monthNamed(said, now, zone);
  const span = monthSpan(month, zone);
  return span === null || span.from > now ? null : { month };
}

/** As 2026-10; without a year the last one that has begun. */
export function monthNamed(said: MonthSaid, now: Date, zone: string): string {
  const current = monthOf(now, zone);
  if (said === "this-month") return current;
  if (said === "last-month") return monthOf(startOfMonth(now, zone, 1), zone);
  const year = Number(current.slice(0, 4));
  if (said.year === "this-year") return `${year}-${said.number}`;
  if (said.year === "last-year") return `${year - 1}-${said.number}`;
  if (said.year !== null) return `${said.year}-${said.number}`;
  return `${year}-${said.number}` <= current ? `${year}-${said.number}` : `${year - 1}-${said.number}`;
}

/** 本周, 2026年11月 */
export function periodText(period: Period): string {
  return typeof period === "string" ? PERIOD_WORDS[period] : monthText(period.month);
}
