import { dateProblem } from "../../chat/understand/zh-cn-date-problem.ts";
import { leadingDate } from "../../chat/understand/zh-cn-dates.ts";
import { leadingTime } from "../../chat/understand/zh-cn-theme-day.ts";
import type { Context } from "../../issues/context.ts";
import type { Reader } from "../../messages/reader.ts";
import type { Saying } from "../../messages/saying.ts";
import { dayToWrite } from "../../messages/zh-cn/dates.ts";
import * as words from "../../messages/zh-cn/theme-day-chosen.ts";
import { openThemeDays, type ThemeDay } from "../../store/theme-days.ts";
import { beginsWithName, withoutJoint } from "./zh-cn-said.ts";

/** Which of several theme days is meant: that of a day, and of a time where two are on it; without one the first. */

/** What somebody has said of a theme day. `rest`: what stands behind its date. */
export interface Chosen {
  readonly themeDay: ThemeDay | null;
  readonly rest: string;
}

/** Those that can be meant, the one that runs first, then those ahead by their time. */
export async function openNow({ db, now }: Pick<Context, "db" | "now">): Promise<readonly ThemeDay[]> {
  const open = await openThemeDays(db, now);
  return [...open.filter(({ state }) => state === "running"), ...open.filter(({ state }) => state === "planned")];
}

/** The one that a text begins with, else the first. `among`: those that may be meant; `none`: what is said of a day without one. */
export function choose(
  ctx: Context,
  reader: Reader,
  text: string,
  {
    among,
    none = words.noneThatDay,
  }: { readonly among: readonly ThemeDay[]; readonly none?: typeof words.noneThatDay },
): Chosen | { readonly problem: Saying } {
  const first = { themeDay: among[0] ?? null, rest: text };
  const { calendar, directory } = ctx.park;
  // 三一重工 and 周大福 begin like a date, and are none.
  if (beginsWithName(text, (name) => directory.companyNamed(name).kind !== "none")) return first;
  const read = leadingDate(text, ctx.now, calendar)?.date;
  const problem = dateProblem(read);
  if (problem !== null) return { problem };
  if (read?.kind !== "date") return first;
  const behind = text.slice(read.end);
  const time = leadingTime(behind);
  const rest = withoutJoint(behind.slice(time?.words.length ?? 0));
  const ofDay = among.filter(({ at }) => calendar.dateOf(at) === read.day);
  const found = time === null ? ofDay : ofDay.filter(({ at }) => isAt(ctx, at, read.day, time));
  const [only = null, ...more] = found;
  if (more.length > 0) return { problem: words.severalThatDay(found.map(({ at }) => reader.dateTime(at))) };
  if (only === null)
    return {
      problem: none(
        text.slice(read.start, read.end),
        among.map(({ at }) => reader.dateTime(at)),
      ),
    };
  return { themeDay: only, rest };
}

function isAt(
  { park: { calendar } }: Context,
  at: Date,
  day: string,
  { hour, minute }: { readonly hour: number; readonly minute: number },
): boolean {
  return hour < 24 && calendar.at(day, `${hour}:${String(minute).padStart(2, "0")}`).getTime() === at.getTime();
}

/** How one is named where another one would be meant without a date; empty where it is the first. */
export function nameOf(
  { park, now }: Pick<Context, "park" | "now">,
  { id, at }: ThemeDay,
  among: readonly ThemeDay[],
): string {
  if (among[0]?.id === id) return "";
  const { calendar, org } = park;
  const isAlone = among.every((one) => one.id === id || calendar.dateOf(one.at) !== calendar.dateOf(at));
  return dayToWrite(at, org.park.timeZone, { now, withTime: !isAlone });
}
