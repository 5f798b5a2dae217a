import { momentText } from "../domain/moments.ts";
import type { Work } from "../issues/work.ts";
import type { ThemeDayWords } from "../messages/theme-day-card.ts";
import type { Session } from "../store/sessions.ts";

/** A theme day in words. */
export function wordsOf({ number, theme, at, place }: Session, { park, now }: Work): ThemeDayWords {
  return { number, theme, place, when: momentText(at, park.org.park.timeZone, now) };
}
