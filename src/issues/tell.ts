import type { NoticeBody, Target } from "../domain/notice/notice.ts";
import { coordinatorPlaces, laneOf, type Place } from "../domain/notice/places.ts";
import type { Calendar } from "../domain/park/calendar.ts";
import { insertNotices, type QueuedNotice } from "../store/notices.ts";
import { readRoster } from "../store/people.ts";
import { type Context, write } from "./context.ts";

/** What is said, beside the places where: the same everywhere, or made for each. */
export interface Telling {
  readonly notice: NoticeBody | ((place: Place) => NoticeBody);
  readonly issueId?: number | null;
  /** Does not wait for working hours or behind slower messages: replies, and what is urgent. */
  readonly express?: boolean;
}

/** What is said in one place. */
export interface TellingIn extends Telling {
  readonly place: Place;
}

/** Tells it in each of these places: the one maker of notices. In the caller's transaction; nothing is sent here. */
export function tell(ctx: Context, places: readonly Place[], telling: Telling): Promise<void> {
  return tellEach(
    ctx,
    places.map((place) => ({ place, ...telling })),
  );
}

/** As `tell`, where each place hears something of its own. */
export async function tellEach(ctx: Context, tellings: readonly TellingIn[]): Promise<void> {
  const rows = tellings.flatMap((one) => queued(ctx, one));
  await write(ctx, queue(ctx, rows));
}

/** Whoever waits to send is told at the end of the transaction, where something may go at once. */
function queue({ db, now, writes }: Context, rows: readonly QueuedNotice[]): Promise<readonly number[]> {
  if (writes !== undefined && rows.some(({ readyAt }) => readyAt <= now)) writes.sends = true;
  return insertNotices(db, rows);
}

/** Tells it not before this moment, unless something else says it until then. Gives the notice's id; null: its chat is gone. */
export async function tellLater(ctx: Context, telling: TellingIn, readyAt: Date): Promise<number | null> {
  const rows = queued(ctx, telling).map((row) => ({ ...row, readyAt }));
  const [id = null] = await queue(ctx, rows);
  return id;
}

function queued(ctx: Context, { place, notice, issueId = null, express = false }: TellingIn): readonly QueuedNotice[] {
  // A chat that left the org file has no lane, and no reader either.
  const lane = laneOf(ctx.park, place.target);
  if (lane === null) return [];
  const { target, audience, mention } = place;
  const body = typeof notice === "function" ? notice(place) : notice;
  const readyAt = express ? ctx.now : quietUntil(ctx.park.calendar, ctx.now);
  return [{ target, audience, mention, body, issueId, express, ...lane, createdAt: ctx.now, readyAt }];
}

/** Where the coordinator hears something now: those who are there, or who stand in. */
export async function officePlaces({ db, now, park }: Context): Promise<readonly Place[]> {
  return coordinatorPlaces(park, await readRoster(db, now, []));
}

/** The place of a reply: made for those who read it there already. */
export function replyPlace(target: Target): Place {
  return { target, audience: { kind: "supervision" }, mention: [] };
}

/** Announcements wait from the end of a working day to the next opening, but not over lunch. */
export function quietUntil(calendar: Calendar, now: Date): Date {
  const opening = calendar.nextOpening(now);
  if (opening <= now) return now;
  const today = calendar.dateOf(now);
  const lunch = calendar.dateOf(opening) === today && calendar.between(calendar.at(today, "00:00"), now) > 0;
  return lunch ? now : opening;
}
