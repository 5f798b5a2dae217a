import { DateTime } from "luxon";
import type { Calendar } from "../../domain/park/calendar.ts";
import { zoneOf } from "../../domain/park/zone.ts";

/** What is usual on a road, so that silence can be told from a quiet day. */

/** So many days are looked back. */
export const USUAL_DAYS = 28;

/** What is usual of one kind of chat. */
export interface Usual {
  /** How many messages each hour of a working day brings, by the hour on the park's clocks. */
  readonly byHour: ReadonlyMap<number, number>;
  /** By weekday (1 is Monday) what part of that it brings: at most all. */
  readonly byWeekday: ReadonlyMap<number, number>;
  /** How long the park was silent before, in messages that would have come meanwhile: its longest silences but one. */
  readonly longest: number;
  /** In how many spans of ten minutes all of them came: what one person writes in a row says no more than one message. */
  readonly turns: number;
}

const HOUR_MS = 3_600_000;
/** From fewer nothing usual is known. */
const FEWEST_DAYS = 8;
const FEWEST_MESSAGES = 50;
/** A day that brought more than so many times the middle one counts as that: a theme day says nothing of the week behind it. */
const LIVELIEST = 1.5;
export const TURN_MS = 600_000;

interface DayHeard {
  readonly weekday: number;
  readonly byHour: Map<number, number>;
  total: number;
}

/** From the moments at which messages came, rising; those of working days before today. Null: too little is known. */
export function usualOf(calendar: Calendar, heard: readonly Date[], now: Date): Usual | null {
  const today = calendar.dateOf(now);
  const byHour = new Map<number, Date[]>();
  for (const at of heard) {
    const hour = Math.floor(at.getTime() / HOUR_MS);
    const moments = byHour.get(hour);
    if (moments === undefined) byHour.set(hour, [at]);
    else moments.push(at);
  }
  const days = new Map<string, DayHeard>();
  const counted: Date[] = [];
  for (const [hour, moments] of byHour) {
    const at = new Date(hour * HOUR_MS);
    const date = calendar.dateOf(at);
    if (date >= today || !calendar.isWorkday(date)) continue;
    counted.push(...moments);
    const local = DateTime.fromJSDate(at, { zone: zoneOf(calendar.timeZone) });
    const day = days.get(date) ?? { weekday: local.weekday, byHour: new Map<number, number>(), total: 0 };
    day.byHour.set(local.hour, moments.length);
    day.total += moments.length;
    days.set(date, day);
  }
  if (days.size < FEWEST_DAYS || counted.length < FEWEST_MESSAGES) return null;
  const usual = { ...meansOf([...days.values()]), turns: turnsOf(counted), longest: 0 };
  return { ...usual, longest: longestOf(calendar, usual, counted) };
}

function meansOf(days: readonly DayHeard[]): Pick<Usual, "byHour" | "byWeekday"> {
  const totals = days.map(({ total }) => total).sort((a, b) => a - b);
  const most = LIVELIEST * (totals[Math.floor(totals.length / 2)] ?? 0);
  const sums = new Map<number, number>();
  const ofWeekday = new Map<number, number[]>();
  for (const { weekday, byHour, total } of days) {
    const part = Math.min(1, most / total);
    for (const [hour, count] of byHour) sums.set(hour, (sums.get(hour) ?? 0) + count * part);
    ofWeekday.set(weekday, [...(ofWeekday.get(weekday) ?? []), total * part]);
  }
  const all = mean([...sums.values()], days.length);
  return {
    byHour: new Map([...sums].map(([hour, sum]) => [hour, sum / days.length])),
    byWeekday: new Map([...ofWeekday].map(([day, list]) => [day, Math.min(1, mean(list, list.length) / all)])),
  };
}

function mean(numbers: readonly number[], count: number): number {
  return numbers.reduce((sum, one) => sum + one, 0) / count;
}

/** In how many different spans of ten minutes messages came. */
export function turnsOf(moments: readonly Date[]): number {
  return new Set(moments.map((at) => Math.floor(at.getTime() / TURN_MS))).size;
}

/** The longest silence but one, so that a single one in which it was really deaf does not make it normal. */
function longestOf(calendar: Calendar, usual: Usual, moments: readonly Date[]): number {
  const rate = ratesOf(calendar, usual);
  let first = 0;
  const silences = moments.map((at, index) => {
    const next = moments[index + 1];
    if (next === undefined) return 0;
    while ((moments[first] ?? at).getTime() <= at.getTime() - JUST_NOW_MS) first += 1;
    return sumBetween(rate, at, next) * livelinessOf(rate, at, index - first + 1);
  });
  return silences.sort((a, b) => b - a)[1] ?? 0;
}

/** The time before a silence tells what kind of day it is. */
export const JUST_NOW_MS = 86_400_000;
/** So many messages are put to both sides, so that a few say little. */
const WEIGHT = 5;

/** What part of the usual came in the time just before a moment; at most all of it. */
function livelinessOf(rate: RateOf, at: Date, came: number): number {
  const usually = sumBetween(rate, new Date(at.getTime() - JUST_NOW_MS), at);
  return Math.min(1, (came + WEIGHT) / (usually + WEIGHT));
}

/** What one hour usually brings, in hours since 1970. */
type RateOf = (hour: number) => number;

/** Days that are not worked count as silent. Each hour is looked up once. */
function ratesOf(calendar: Calendar, usual: Usual): RateOf {
  const known = new Map<number, number>();
  return (hour) => {
    const kept = known.get(hour);
    if (kept !== undefined) return kept;
    const at = new Date(hour * HOUR_MS);
    const local = DateTime.fromJSDate(at, { zone: zoneOf(calendar.timeZone) });
    const usually = (usual.byHour.get(local.hour) ?? 0) * (usual.byWeekday.get(local.weekday) ?? 1);
    const rate = calendar.isWorkday(calendar.dateOf(at)) ? usually : 0;
    known.set(hour, rate);
    return rate;
  };
}

/** Longer nobody looks back. */
const LONGEST_HOURS = 24 * 14;

function sumBetween(rate: RateOf, from: Date, to: Date): number {
  const last = to.getTime();
  let sum = 0;
  let at = Math.max(from.getTime(), last - LONGEST_HOURS * HOUR_MS);
  while (at < last) {
    const hour = Math.floor(at / HOUR_MS);
    const end = Math.min(last, (hour + 1) * HOUR_MS);
    sum += rate(hour) * ((end - at) / HOUR_MS);
    at = end;
  }
  return sum;
}

/**
 * How many messages would have come from one moment to another, by what is usual and by how many came just before: a quiet day
 * is no silence.
 */
export function expectedBetween(
  calendar: Calendar,
  usual: Usual,
  { from, to, before }: { readonly from: Date; readonly to: Date; readonly before: number },
): number {
  const rate = ratesOf(calendar, usual);
  return sumBetween(rate, from, to) * livelinessOf(rate, from, before);
}

/** So many would usually have come: where messages come one by one, that none did is no chance any more. */
const TOO_SILENT = 15;
/** Where they come in bursts, and days are unlike, silences are longer: so much longer than those before it has to be. */
const LONGER = 2.5;
/** As silent as that is suspicious everywhere. */
const MOST_SILENT = 60;
const NO_CHANCE = 0.000_02;
const FEWEST_OTHERS = 5;

/** What speaks for deafness: how much was missed, and what went on beside it. */
export interface Silence {
  readonly usual: Pick<Usual, "longest" | "turns">;
  /** What would usually have come. */
  readonly expected: number;
  /** In how many spans of ten minutes something came meanwhile in the other kind of chat. */
  readonly others: number;
  /** In how many it came before. */
  readonly otherTurns: number;
}

/** Whether silence says that a road is deaf: it is far longer than usual, or the other kind of chat goes on without it. */
export function isDeaf({ usual, expected, others, otherTurns }: Silence): boolean {
  if (expected >= Math.min(MOST_SILENT, Math.max(TOO_SILENT, LONGER * usual.longest))) return true;
  const rarely = (otherTurns + WEIGHT) / (usual.turns + otherTurns + WEIGHT);
  return others >= FEWEST_OTHERS && rarely ** others < NO_CHANCE;
}

/** The time before the last group message that says how lively the groups are, and the longest after it that is judged by it. */
export const LIVELY_MS = 1_800_000;
export const SOON_MS = 1_200_000;
const FEWEST_LIVELY = 8;
const NO_CHANCE_SO_SOON = 0.001;

/**
 * Whether lively groups fell silent from one moment to the next while people go on writing directly: for that nothing has to
 * be known of other days. `before`: what came in the lively time of each kind; `direct`: what came directly since then.
 */
export function fellSilent(before: { readonly group: number; readonly direct: number }, direct: number): boolean {
  if (before.group < FEWEST_LIVELY || direct < FEWEST_OTHERS) return false;
  const rarely = (before.direct + 1) / (before.group + before.direct + 1);
  return rarely ** direct < NO_CHANCE_SO_SOON;
}
