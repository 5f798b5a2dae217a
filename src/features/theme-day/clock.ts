import { earliest } from "../../domain/park/instants.ts";
import type { Park } from "../../domain/park/park.ts";
import { slotAfter } from "../../domain/park/slots.ts";
import type { Context } from "../../issues/context.ts";
import { giveReminders } from "../../store/looks.ts";
import {
  insertThemeDay,
  overlapping,
  plannedBetween,
  runningThemeDay,
  slotTaken,
  type ThemeDay,
} from "../../store/theme-days.ts";
import type { ClockContext, ClockWork } from "../feature.ts";
import { end } from "./hold.ts";
import { MEETING_MS } from "./plan.ts";
import { tellInvited } from "./tell.ts";

/** Theme days by the clock: the fixed one is made by its rule, and those who are invited are reminded. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The fixed one is there to be seen and invited to this long ahead. */
const AHEAD_MS = 7 * DAY_MS;
/** No park is closed for so many meetings in a row. */
const MOST_SKIPPED = 20;

export const themeDayClock: ClockWork = { name: "theme days", run: sweep, next: nextInstant };

async function sweep({ apart, ...ctx }: ClockContext): Promise<void> {
  await apart({ themeDay: "end" }, () => endForgotten(ctx));
  const ahead = await plannedBetween(ctx.db, ctx.now, new Date(ctx.now.getTime() + AHEAD_MS));
  await apart({ themeDay: "rule" }, () => planByRule(ctx, ahead));
  for (const themeDay of ahead) {
    const steps = dueOf(themeDay, ctx.now);
    if (steps.length === 0) continue;
    await apart({ themeDay: themeDay.id }, () => ctx.db.transaction((db) => remind({ ...ctx, db }, themeDay, steps)));
  }
}

/** The next moment at which a theme day is to be made or reminded of. */
async function nextInstant({ db, park }: Context, after: Date): Promise<Date | null> {
  const ahead = await plannedBetween(db, after, new Date(after.getTime() + 2 * AHEAD_MS));
  const reminding = ahead.flatMap(({ at }) => [new Date(at.getTime() - DAY_MS), new Date(at.getTime() - HOUR_MS)]);
  const running = await runningThemeDay(db);
  const ending = running === null ? [] : [forgottenAt(running, park)];
  return earliest([...reminding, ...ending, ...makingInstants(park, after)].filter((at) => at > after));
}

/** One that nobody ended would take in every issue for ever: it ends with the next opening. */
async function endForgotten(ctx: Context): Promise<void> {
  const running = await runningThemeDay(ctx.db);
  if (running === null || forgottenAt(running, ctx.park) > ctx.now) return;
  await ctx.db.transaction((db) => end({ ...ctx, db }, running));
}

function forgottenAt({ startedAt, at }: ThemeDay, { calendar }: Park): Date {
  return calendar.nextOpening(new Date((startedAt ?? at).getTime() + 2 * MEETING_MS));
}

/** The next slot of the rule on a working day, when it is near enough; a day off is left out. */
async function planByRule({ db, now, park }: Context, ahead: readonly ThemeDay[]): Promise<void> {
  const rule = park.org.themeDay;
  const slot = slotOfRule(park, now);
  if (rule === undefined || slot === null || slot.getTime() - now.getTime() > AHEAD_MS) return;
  if (ahead.some((one) => one.slot?.getTime() === slot.getTime())) return;
  // It may have been called off, or be over.
  if (await slotTaken(db, slot)) return;
  // One that somebody planned for that evening takes its place.
  if ((await overlapping(db, slot, MEETING_MS)) !== null) return;
  const { theme, place = null, chat = null } = rule;
  await insertThemeDay(db, { theme, at: slot, place, chat, slot, createdBy: "rule", createdAt: now });
}

function slotOfRule({ org, calendar }: Park, after: Date): Date | null {
  if (org.themeDay === undefined) return null;
  let slot = slotAfter(org.themeDay.cron, org.park.timeZone, after);
  for (let skipped = 0; slot !== null && skipped < MOST_SKIPPED; skipped++) {
    if (calendar.isWorkday(calendar.dateOf(slot))) return slot;
    slot = slotAfter(org.themeDay.cron, org.park.timeZone, slot);
  }
  return null;
}

function makingInstants(park: Park, after: Date): readonly Date[] {
  const slot = slotOfRule(park, after);
  const following = slot === null ? null : slotOfRule(park, slot);
  return [slot, following].flatMap((one) => (one === null ? [] : [new Date(one.getTime() - AHEAD_MS)]));
}

type Step = "day" | "hour";

function dueOf({ at, createdAt }: ThemeDay, now: Date): readonly Step[] {
  const hour = new Date(at.getTime() - HOUR_MS);
  const day = new Date(at.getTime() - DAY_MS);
  return [
    // What was planned within the day before needs no word of the day before.
    ...(day <= now && createdAt <= day ? (["day"] as const) : []),
    ...(hour <= now ? (["hour"] as const) : []),
  ];
}

/** A day and an hour before, each once; of both at once, after a downtime, only the later. */
async function remind(ctx: Context, themeDay: ThemeDay, due: readonly Step[]): Promise<void> {
  const { db, now } = ctx;
  const given = await giveReminders(
    db,
    due.map((rung) => ({
      scope: "session",
      subject: themeDay.id,
      rung,
      about: "",
      deadline: themeDay.at,
      givenAt: now,
    })),
  );
  const told = due.findLast((rung) => given.some((row) => row.rung === rung));
  if (told !== undefined && told === due.at(-1)) await tellInvited(ctx, themeDay, told);
}
