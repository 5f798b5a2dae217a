import type { NewNotice, ThemeDayFacts } from "../domain/notice.ts";
import type { Recipient } from "../domain/recipients.ts";

/** What is said about a theme day to one place, at once: a meeting has its own hours. */
export function noticeTo(place: Recipient, facts: ThemeDayFacts): NewNotice {
  const { target, audience, mention } = place;
  return { target, audience, body: { kind: "theme-day", facts }, issueId: null, mention, express: true };
}
