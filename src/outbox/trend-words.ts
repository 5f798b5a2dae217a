import type { Trend } from "../attachments/trend-option.ts";
import { dateOf, startOfWeek } from "../domain/moments.ts";
import type { ParkView } from "../domain/park-view.ts";
import { momentText } from "../messages/zh-cn/dates.ts";
import { PERIOD_WORDS } from "../messages/zh-cn/periods.ts";
import type { Db } from "../store/client.ts";
import { trendOf } from "../store/trend.ts";

/** The figures of the trend up to a moment, in the words that the picture shows. */
export async function trendWords(db: Db, { org, directory }: ParkView, to: Date, now: Date): Promise<Trend> {
  const { name: park, timeZone } = org.park;
  const figures = await trendOf(db, to, timeZone);
  const thisWeek = startOfWeek(now, timeZone).getTime();
  return {
    park,
    until: fullMoment(to, timeZone),
    weeks: figures.weeks.map(({ start, ...counts }) => ({
      name: start.getTime() === thisWeek ? PERIOD_WORDS["this-week"] : dateOf(start, timeZone).slice("2026-".length),
      ...counts,
    })),
    categories: figures.categories.map(({ category, ...counts }) => ({
      name: category === null ? "未分类" : directory.categoryName(category),
      ...counts,
    })),
  };
}

/** Always with the year: what is kept as a file is read in another year as well. */
export function fullMoment(at: Date, timeZone: string): string {
  return momentText(at, timeZone, new Date(0));
}
