import type { Work } from "../issues/work.ts";
import type { ThemeDayWords } from "../messages/theme-day-card.ts";
import type { ThemeDay } from "../store/theme-days.ts";
import { moment } from "./moment.ts";

/** A theme day in words. */
export function wordsOf({ number, theme, at, place }: ThemeDay, work: Work): ThemeDayWords {
  return { number, theme, place, when: moment(work, at) };
}
