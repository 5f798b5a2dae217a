import type { Work } from "../issues/work.ts";
import type { ThemeDayWords } from "../messages/theme-day-card.ts";
import type { Session } from "../store/sessions.ts";
import { moment } from "./moment.ts";

/** A theme day in words. */
export function wordsOf({ number, theme, at, place }: Session, work: Work): ThemeDayWords {
  return { number, theme, place, when: moment(work, at) };
}
