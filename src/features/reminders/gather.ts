import type { Due } from "../../domain/issue/due.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { laneOf, type Place } from "../../domain/notice/places.ts";
import type { Calendar } from "../../domain/park/calendar.ts";
import type { Park } from "../../domain/park/park.ts";

/** What comes to one place within half an hour comes as one message. */

/** A step of the ladder with the places where it is told. */
export interface Placed {
  readonly issue: Issue;
  readonly due: Due;
  readonly places: readonly Place[];
}

/** A step that waits for another. */
export interface Held {
  readonly issueId: number;
  readonly until: Date;
}

const GATHERED_MINUTES = 30;
const MINUTE_MS = 60_000;

/** Up to when a reminder that is due now may wait: half an hour, and never past the end of the working hours. */
export function gatheredUntil(calendar: Calendar, now: Date): Date {
  for (let minutes = GATHERED_MINUTES; minutes > 0; minutes--) {
    const at = new Date(now.getTime() + minutes * MINUTE_MS);
    if (calendar.isOpen(at)) return at;
  }
  return now;
}

/** What a place is known by. */
export function placeKey(park: Park, { target, audience }: Place): string {
  return `${laneOf(park, target)?.lane} ${JSON.stringify(audience)}`;
}

/**
 * Of the steps that are due, those that are told now, and those that wait. One waits while something else comes to one of its
 * places within half an hour of its own moment; what is urgent does not. Whatever is due goes with the first that goes to
 * the same place.
 */
export function gather(
  { park, now }: { readonly park: Park; readonly now: Date },
  due: readonly Placed[],
  ahead: readonly Placed[],
): { readonly told: readonly Placed[]; readonly held: readonly Held[] } {
  const until = new Map(due.map((step) => [step, waitsUntil(step, ahead, { park, now })]));
  const told = new Set(due.filter((step) => until.get(step) === null));
  const full = new Set([...told].flatMap((step) => keysOf(step, park)));
  for (let before = -1; before !== told.size; ) {
    before = told.size;
    for (const step of due) {
      const keys = keysOf(step, park);
      if (told.has(step) || !keys.some((key) => full.has(key))) continue;
      told.add(step);
      for (const key of keys) full.add(key);
    }
  }
  const held = due.flatMap((step) => {
    const at = until.get(step);
    return told.has(step) || at == null ? [] : [{ issueId: step.issue.id, until: at }];
  });
  return { told: due.filter((step) => told.has(step)), held };
}

/** When the last comes that it is told with; null when there is none to wait for. */
function waitsUntil(
  step: Placed,
  ahead: readonly Placed[],
  { park, now }: { readonly park: Park; readonly now: Date },
): Date | null {
  if (step.issue.urgency === "urgent") return null;
  const latest = gatheredUntil(park.calendar, step.due.at);
  const keys = keysOf(step, park);
  const moments = ahead
    .filter((one) => one.due.at > now && one.due.at <= latest && keysOf(one, park).some((key) => keys.includes(key)))
    .map((one) => one.due.at.getTime());
  return moments.length === 0 ? null : new Date(Math.max(...moments));
}

function keysOf({ places }: Placed, park: Park): readonly string[] {
  return places.map((place) => placeKey(park, place));
}
