import { audienceOfChat } from "../../domain/issue/audience.ts";
import { laneOf, type Place, supervisionPlaces, toChat } from "../../domain/notice/places.ts";
import { PLATFORMS, type PlatformName } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import {
  addToWaitingGap,
  askToRenew,
  endGap,
  type Gap,
  type GapKind,
  insertGap,
  lockRoad,
  markTold,
  openGap,
  type RoadNote,
} from "../../store/roads.ts";
import { gapNotice, type RoadFacts, roadNotice } from "./notice.ts";

/**
 * Times in which messages may not have arrived: noted, told to who must mend it, and to the groups when they are over. All
 * of it under the road's lock, so that it happens once, whichever processes come to it at the same time.
 */

/** A gap shorter than this is not worth a message in every group: the coordinator hears of several together. */
const POSTED_FROM_MS = 60_000;
/** Outside of working hours few speak, so a longer one is needed. */
const POSTED_AT_NIGHT_MS = 600_000;
/** DingTalk has each connection made anew now and then; what that takes is noted and nobody is troubled with it. */
const TOLD_FROM_MS = 1_000;
/** The first of several short ones waits this long for the others. */
const SHORT_AFTER_MS = 210_000;

/** A gap that begins to be noticed. `cause`: fit for a log. */
export interface Noticed {
  readonly platform: PlatformName;
  readonly kind: GapKind;
  readonly cause: string;
  readonly beganAt: Date;
}

/** A road, or a kind of chat, that is heard again. */
export interface HeardAgain extends Omit<Noticed, "beganAt"> {
  /** Null: nothing was missed, unless a gap is noted. */
  readonly beganAt: Date | null;
  readonly endedAt: Date;
  /** Whether the groups are asked to say it again: not where the program had never been heard there. */
  readonly posts: boolean;
}

/** `offset`: how far the program's clock is ahead of the machine's, in milliseconds. */
export interface WatchContext extends Context {
  readonly offset: number;
}

/** Does something under the lock of a road, which stands as the note says. */
export function underLock<T>(
  ctx: WatchContext,
  platform: PlatformName,
  work: (inside: Context, note: RoadNote | null) => Promise<T>,
): Promise<T> {
  return ctx.db.transaction(async (tx) => work({ ...ctx, db: tx }, await lockRoad(tx, platform, ctx.offset)));
}

/**
 * Notes a gap that is not over, once, and tells who must mend it. `stands`: whether what was seen still is so, under the
 * lock. `renews`: its connection is to be made anew. False: it is noted already, or over.
 */
export function noticeGap(
  ctx: WatchContext,
  gap: Noticed,
  told: {
    readonly facts: RoadFacts;
    readonly renews?: boolean;
    readonly stands?: (note: RoadNote | null) => boolean;
  },
): Promise<boolean> {
  const { facts, renews = false, stands = () => true } = told;
  return underLock(ctx, gap.platform, async (inside, note) => {
    if (!stands(note) || (await openGap(inside.db, gap.platform, gap.kind)) !== null) return false;
    await insertGap(inside.db, { ...gap, noticedAt: ctx.now, endedAt: null });
    if (renews) await askToRenew(inside.db, gap.platform, ctx.now);
    await tellOffice(inside, facts);
    return true;
  });
}

/** Notes that a road is heard again after a gap, whether that was noticed before or not. Under the road's lock. */
export async function closeGap(inside: Context, over: HeardAgain): Promise<void> {
  const { posts, beganAt, ...gap } = over;
  const open = await openGap(inside.db, gap.platform, gap.kind);
  if (open !== null) {
    await endGap(inside.db, open.id, gap.endedAt);
    // It was told that it is gone, so it is told that it is back, however short it was.
    await tellOver(inside, [open.id], posts);
  } else if (beganAt !== null) {
    await insertGap(inside.db, { ...gap, beganAt, noticedAt: inside.now });
  }
}

/**
 * Tells of gaps that came to their end untold: each long one, and the short ones together when it is time for that.
 * Returns the platforms of which short ones were told.
 */
export async function tellOfGaps(
  ctx: WatchContext,
  untold: readonly Gap[],
  isTime: (platform: PlatformName) => boolean,
): Promise<readonly PlatformName[]> {
  const told: PlatformName[] = [];
  for (const platform of PLATFORMS) {
    const gaps = untold.filter((one) => one.platform === platform);
    const long = gaps.filter((one) => isLong(ctx, one));
    const short = gaps.filter((one) => !isLong(ctx, one));
    if (long.length > 0) await underLock(ctx, platform, (inside) => tellOver(inside, idsOf(long), true));
    const oldest = Math.min(...short.map(({ noticedAt }) => noticedAt.getTime()));
    if (short.length === 0 || ctx.now.getTime() - oldest < SHORT_AFTER_MS || !isTime(platform)) continue;
    await underLock(ctx, platform, (inside) => tellShort(inside, platform, idsOf(short)));
    told.push(platform);
  }
  return told;
}

const idsOf = (gaps: readonly Gap[]) => gaps.map(({ id }) => id);

async function tellOver(inside: Context, ids: readonly number[], posts: boolean): Promise<void> {
  for (const gap of await markTold(inside.db, ids, inside.now)) {
    const { platform, kind, beganAt } = gap;
    const [began, ended] = [beganAt.toISOString(), (gap.endedAt ?? inside.now).toISOString()];
    const worth = posts && kind !== "direct" && isLong(inside, gap);
    const posted = worth && (await post(inside, platform, { began, ended }));
    await tellOffice(inside, { what: "back", platform, kind, began, ended, posted });
  }
}

/** Asks every group of the platform to say it again. False: there is none. */
async function post(inside: Context, platform: PlatformName, span: { began: string; ended: string }): Promise<boolean> {
  const { park, db, now } = inside;
  const chats = park.org.chats.filter((one) => one.platform === platform);
  const fresh: Place[] = [];
  for (const chat of chats) {
    const place = toChat(chat, audienceOfChat(chat), []);
    const lane = laneOf(park, place.target)?.lane ?? "";
    // After a bad night a group reads one message in the morning, not one for each gap.
    if (!(await addToWaitingGap(db, lane, span))) fresh.push(place);
  }
  // Soon after it people still know what they said; at night nobody is woken for it.
  await tell(inside, fresh, { notice: gapNotice.of({ spans: [span] }), express: park.calendar.isOpen(now) });
  return chats.length > 0;
}

async function tellShort(inside: Context, platform: PlatformName, ids: readonly number[]): Promise<void> {
  const gaps = await markTold(inside.db, ids, inside.now);
  if (gaps.length === 0) return;
  const lengths = gaps.map(lengthOf);
  const totalMs = lengths.reduce((sum, one) => sum + one, 0);
  if (totalMs < TOLD_FROM_MS) return;
  const begins = gaps.map(({ beganAt }) => beganAt.getTime());
  const ends = gaps.map(({ endedAt, beganAt }) => (endedAt ?? beganAt).getTime());
  await tellOffice(inside, {
    what: "short",
    platform,
    count: gaps.length,
    totalMs,
    longestMs: Math.max(...lengths),
    first: new Date(Math.min(...begins)).toISOString(),
    last: new Date(Math.max(...ends)).toISOString(),
  });
}

/** Whether it is worth a message in each group. */
function isLong({ park }: Pick<Context, "park">, gap: Gap): boolean {
  const end = gap.endedAt ?? gap.beganAt;
  const inHours = park.calendar.isOpen(gap.beganAt) || park.calendar.between(gap.beganAt, end) > 0;
  return lengthOf(gap) >= (inHours ? POSTED_FROM_MS : POSTED_AT_NIGHT_MS);
}

function lengthOf({ beganAt, endedAt }: Gap): number {
  return endedAt === null ? 0 : endedAt.getTime() - beganAt.getTime();
}

async function tellOffice(inside: Context, facts: RoadFacts): Promise<void> {
  const all = await officePlaces(inside);
  const places = facts.what === "down" ? aroundDead(inside.park, all, facts.platform) : all;
  await tell(inside, places, { notice: roadNotice.of({ facts }), express: facts.what !== "short" });
}

/**
 * Where who must mend it reads it at once: each on another platform where that is possible; where nobody is reached so, the
 * supervision groups beside it that need no dead road. What is said on the dead road alone waits, and goes if it is not
 * over by then.
 */
function aroundDead(park: Park, places: readonly Place[], dead: PlatformName): readonly Place[] {
  const around = places.map((place) => onAnother(park, place, dead));
  const reaches = (one: Place) => !needsRoad(park, one, dead);
  if (around.some(reaches)) return around;
  return [...around, ...supervisionPlaces(park, []).filter(reaches)];
}

/** A group's webhook is asked without the connection. */
function needsRoad(park: Park, { target }: Place, dead: PlatformName): boolean {
  const byWebhook = target.kind === "chat" && park.directory.chat(target.code)?.webhook !== undefined;
  return laneOf(park, target)?.platform === dead && !byWebhook;
}

function onAnother(park: Park, place: Place, dead: PlatformName): Place {
  const { target } = place;
  if (target.kind !== "person" || target.platform !== dead) return place;
  const person = park.directory.person(target.name);
  for (const platform of PLATFORMS) {
    const userId = person?.[platform];
    if (platform !== dead && userId !== undefined && park.reaches(platform, userId)) {
      return { ...place, target: { ...target, platform, userId } };
    }
  }
  return place;
}
