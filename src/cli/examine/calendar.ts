import type { Calendar } from "../../domain/park/calendar.ts";
import { limitOf, spanMinutes } from "../../domain/park/limits.ts";
import { CLOCKS, type Org, URGENCIES } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { about, type Finding } from "./finding.ts";

const { ok, note, fail } = about("calendar");

/** Whether the holidays are known of the years that deadlines are counted in. Null: which org file is in force is not known. */
export function checkCalendar(park: Park | null, now: Date): readonly Finding[] {
  if (park === null) return [note((words) => words.calendarUnknown())];
  const { calendar, org } = park;
  const today = calendar.dateOf(now);
  const year = Number(today.slice(0, 4));
  const known = calendar.knownYears();
  if (!known.includes(year)) {
    return [fail((words) => words.calendarMissing(year))];
  }
  if (!known.includes(year + 1) && (today.slice(5, 7) === "12" || isReached(year + 1, calendar, org, now))) {
    return [ok((words) => words.calendarThisYear(year)), note((words) => words.calendarNextYear(year + 1))];
  }
  const last = known.filter((one) => one >= year).findLast((one, index) => one === year + index);
  return [ok((words) => words.calendarKnown(last ?? year))];
}

/** Whether the longest limit, given now, ends in that year. */
function isReached(year: number, calendar: Calendar, org: Org, now: Date): boolean {
  const categories = [undefined, ...org.categories];
  const minutes = CLOCKS.flatMap((clock) =>
    URGENCIES.flatMap((urgency) =>
      categories.map((one) => spanMinutes(limitOf(clock, urgency, one, org.policy), calendar.minutesPerDay)),
    ),
  );
  return calendar.missingYears(now, calendar.add(now, Math.max(...minutes))).includes(year);
}
