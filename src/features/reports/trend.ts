import { dateOf, startOfWeek } from "../../domain/park/instants.ts";
import type { Context } from "../../issues/context.ts";
import { PERIOD_WORDS } from "../../messages/zh-cn/dates.ts";
import { fullDateTime, NO_CATEGORY } from "../../messages/zh-cn/reports.ts";
import { trendOf } from "../../store/trend.ts";
import type { Units } from "./asked.ts";

/** What the picture of the trend shows. Names are words for people. */
export interface Trend {
  readonly park: string;
  /** The moment up to which it tells, in words. */
  readonly until: string;
  /** Oldest first; the last one may still be running. */
  readonly weeks: readonly Row[];
  /** Within the same weeks, the fullest first. */
  readonly categories: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly collected: number;
  readonly solved: number;
}

/** The figures up to a moment, as the ledger stands; `units`: of what these lead alone. */
export async function readTrend({ db, park, now }: Context, to: Date, units: Units = null): Promise<Trend> {
  const { name, timeZone } = park.org.park;
  const figures = await trendOf(db, to, { timeZone, units });
  const thisWeek = startOfWeek(now, timeZone).getTime();
  return {
    park: name,
    until: fullDateTime(to, timeZone),
    weeks: figures.weeks.map(({ start, ...counts }) => ({
      name: start.getTime() === thisWeek ? PERIOD_WORDS["this-week"] : dateOf(start, timeZone).slice("2026-".length),
      ...counts,
    })),
    categories: figures.categories.map(({ category, ...counts }) => ({
      name: category === null ? NO_CATEGORY : park.directory.categoryName(category),
      ...counts,
    })),
  };
}
