import { DateTime } from "luxon";
import type { Calendar } from "../../domain/park/calendar.ts";

/** What is usual on a road, so that silence can be told from a quiet day. */

/** How many messages each hour of a working day brings, by the hour on the park's clocks. */
export interface Usual {
  readonly byHour: ReadonlyMap<number, number>;
  /** Messages of all days that were looked at. */
  readonly total: number;
}

const HOUR_MS = 3_600_000;
/** From fewer nothing usual is known. */
const FEWEST_DAYS = 5;
const FEWEST_MESSAGES = 50;

/** From the counts of past hours (in hours since 1970), those of working days before today. Null: too little is known. */
export function usualOf(
  calendar: Calendar,
  hours: readonly { readonly hour: number; readonly count: number }[],
  now: Date,
): Usual | null {
  const today = calendar.dateOf(now);
  const days = new Set<string>();
  const sums = new Map<number, number>();
  let total = 0;
  for (const { hour, count } of hours) {
    const at = new Date(hour * HOUR_MS);
    const date = calendar.dateOf(at);
    if (date >= today || !calendar.isWorkday(date)) continue;
    days.add(date);
    total += count;
    const ofDay = hourOfDay(at, calendar);
    sums.set(ofDay, (sums.get(ofDay) ?? 0) + count);
  }
  if (days.size < FEWEST_DAYS || total < FEWEST_MESSAGES) return null;
  return { byHour: new Map([...sums].map(([hour, sum]) => [hour, sum / days.size])), total };
}

/** Longer nobody looks back. */
const LONGEST_HOURS = 24 * 14;

/** How many messages would usually have come from one moment to another. Days that are not worked count as silent. */
export function expectedBetween(calendar: Calendar, usual: Usual, from: Date, to: Date): number {
  let sum = 0;
  const last = to.getTime();
  let at = Math.max(from.getTime(), last - LONGEST_HOURS * HOUR_MS);
  while (at < last) {
    const end = Math.min(last, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    const moment = new Date(at);
    if (calendar.isWorkday(calendar.dateOf(moment))) {
      sum += (usual.byHour.get(hourOfDay(moment, calendar)) ?? 0) * ((end - at) / HOUR_MS);
    }
    at = end;
  }
  return sum;
}

/** So many would usually have come: that none did is no chance any more (about 1 in 20,000). */
const TOO_SILENT = 10;
const NO_CHANCE = 0.0005;
const FEWEST_OTHERS = 5;

/** What speaks for deafness: how much was missed, and what went on beside it. */
export interface Silence {
  /** What would usually have come. */
  readonly expected: number;
  /** What came meanwhile in the other kind of chat. */
  readonly others: number;
  /** The usual part of this kind in all that comes; null when nothing is known. */
  readonly share: number | null;
}

/** Whether silence says that a road is deaf: it is far longer than usual, or the other kind of chat goes on without it. */
export function isDeaf({ expected, others, share }: Silence): boolean {
  if (expected >= TOO_SILENT) return true;
  return share !== null && others >= FEWEST_OTHERS && (1 - share) ** others < NO_CHANCE;
}

function hourOfDay(at: Date, { timeZone }: Calendar): number {
  return DateTime.fromJSDate(at, { zone: timeZone }).hour;
}
