import { audienceOfChat } from "../../domain/issue/audience.ts";
import { toChat } from "../../domain/notice/places.ts";
import { PLATFORMS, type PlatformName } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import { endGap, type Gap, type GapKind, insertGap, markTold, openGaps, untoldGaps } from "../../store/roads.ts";
import { gapNotice, type RoadFacts, roadNotice } from "./notice.ts";

/** Times in which messages may not have arrived: noted, told to who must mend it, and to the groups when they are over. */

/** A gap shorter than this is not worth a message in every group: the coordinator hears of several together. */
const POSTED_FROM_MS = 60_000;
/** Outside of working hours few speak, so a longer one is needed. */
const POSTED_AT_NIGHT_MS = 600_000;
/** The first of several short ones waits this long for the others; after that they are told once an hour. */
const SHORT_AFTER_MS = 240_000;
const SHORT_AGAIN_MS = 3_600_000;

/** A gap that begins to be noticed. `cause`: fit for a log. */
export interface Noticed {
  readonly platform: PlatformName;
  readonly kind: GapKind;
  readonly cause: string;
  readonly beganAt: Date;
}

/** Notes a gap that is not over, once, and tells who must mend it. False: it is noted already. */
export async function noticeGap(ctx: Context, gap: Noticed, facts: RoadFacts): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const open = await openGaps(tx);
    if (open.some(({ platform, kind }) => platform === gap.platform && kind === gap.kind)) return false;
    await insertGap(tx, { ...gap, noticedAt: ctx.now, endedAt: null });
    await tellOffice({ ...ctx, db: tx }, facts);
    return true;
  });
}

/** Notes that a road is heard again after a gap, whether that was noticed before or not. */
export async function closeGap(ctx: Context, gap: Noticed): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const open = (await openGaps(tx)).find(({ platform, kind }) => platform === gap.platform && kind === gap.kind);
    if (open === undefined) {
      await insertGap(tx, { ...gap, noticedAt: ctx.now, endedAt: ctx.now });
      return;
    }
    await endGap(tx, open.id, ctx.now);
    // It was told that it is gone, so it is told that it is back, however short it was.
    await tellOver(inside, { ...open, endedAt: ctx.now });
  });
}

/** Tells of gaps that came to their end untold: each long one, and the short ones together. */
export async function tellOfGaps(
  ctx: Context,
  lastTold: (platform: PlatformName) => Date | null,
): Promise<PlatformName[]> {
  const untold = await untoldGaps(ctx.db);
  const long = untold.filter((one) => isLong(ctx, one));
  for (const gap of long) {
    await ctx.db.transaction((tx) => tellOver({ ...ctx, db: tx }, gap));
  }
  const told: PlatformName[] = [];
  for (const platform of PLATFORMS) {
    const gaps = untold.filter((one) => one.platform === platform && !long.includes(one));
    if (gaps.length === 0 || !isTime(ctx.now, gaps, lastTold(platform))) continue;
    await ctx.db.transaction((tx) => tellShort({ ...ctx, db: tx }, platform, gaps));
    told.push(platform);
  }
  return told;
}

function isTime(now: Date, gaps: readonly Gap[], last: Date | null): boolean {
  const oldest = gaps[0]?.noticedAt ?? now;
  const waited = now.getTime() - oldest.getTime() >= SHORT_AFTER_MS;
  return waited && (last === null || now.getTime() - last.getTime() >= SHORT_AGAIN_MS || now < last);
}

async function tellOver(ctx: Context, gap: Gap): Promise<void> {
  const { platform, kind, beganAt } = gap;
  const endedAt = gap.endedAt ?? ctx.now;
  const [began, ended] = [beganAt.toISOString(), endedAt.toISOString()];
  const posted = kind !== "direct" && isLong(ctx, gap) && (await post(ctx, platform, { began, ended }));
  await markTold(ctx.db, [gap.id], ctx.now);
  await tellOffice(ctx, { what: "back", platform, kind, began, ended, posted });
}

/** Asks every group of the platform to say it again. False: there is none. */
async function post(ctx: Context, platform: PlatformName, gap: { began: string; ended: string }): Promise<boolean> {
  const chats = ctx.park.org.chats.filter((one) => one.platform === platform);
  const places = chats.map((chat) => toChat(chat, audienceOfChat(chat), []));
  // Soon after it people still know what they said; at night nobody is woken for it.
  await tell(ctx, places, { notice: gapNotice.of(gap), express: ctx.park.calendar.isOpen(ctx.now) });
  return places.length > 0;
}

async function tellShort(ctx: Context, platform: PlatformName, gaps: readonly Gap[]): Promise<void> {
  const lengths = gaps.map(lengthOf);
  const ends = gaps.map(({ endedAt, beganAt }) => (endedAt ?? beganAt).getTime());
  await markTold(
    ctx.db,
    gaps.map((one) => one.id),
    ctx.now,
  );
  await tellOffice(ctx, {
    what: "short",
    platform,
    count: gaps.length,
    totalMs: lengths.reduce((sum, one) => sum + one, 0),
    longestMs: Math.max(...lengths),
    first: (gaps[0]?.beganAt ?? ctx.now).toISOString(),
    last: new Date(Math.max(...ends)).toISOString(),
  });
}

/** Whether it is worth a message in each group. */
function isLong({ park }: Context, gap: Gap): boolean {
  const end = gap.endedAt ?? gap.beganAt;
  const inHours = park.calendar.isOpen(gap.beganAt) || park.calendar.between(gap.beganAt, end) > 0;
  return lengthOf(gap) >= (inHours ? POSTED_FROM_MS : POSTED_AT_NIGHT_MS);
}

function lengthOf({ beganAt, endedAt }: Gap): number {
  return endedAt === null ? 0 : endedAt.getTime() - beganAt.getTime();
}

async function tellOffice(ctx: Context, facts: RoadFacts): Promise<void> {
  await tell(ctx, await officePlaces(ctx), { notice: roadNotice.of({ facts }), express: facts.what !== "short" });
}
