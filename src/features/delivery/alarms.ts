import type { Target } from "../../domain/notice/notice.ts";
import { laneOf, type Place, supervisionPlaces } from "../../domain/notice/places.ts";
import type { PlatformName } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import { type Card, say } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import {
  BARRED_FIELDS,
  barredText,
  barredTitle,
  uncheckedText,
  withheldText,
  yearUnknownText,
} from "../../messages/zh-cn/delivery.ts";
import { placeName } from "../../messages/zh-cn/places.ts";
import type { BarredRobot } from "../../outbox/carrier.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { monthOf, SCARCE_PERCENT } from "../../outbox/usage-book.ts";
import type { Bar, Quota } from "../../platforms/platform.ts";
import { addMissingChecks, type Unchecked, uncheckedIssues } from "../../store/looks.ts";
import type { StoredNotice } from "../../store/notices.ts";
import { claimSetting, dropSetting, dropSettings, readSetting } from "../../store/settings.ts";
import { claimShare, takeWithheld } from "../../store/usage.ts";
import { quotaCard, quotasIn } from "./quotas.ts";

/** What is wrong with the program's own work is said to the coordinator, once. */

/** What somebody has to mend outside of the chat. */
export type Alarm =
  | { readonly kind: "unchecked"; readonly count: number; readonly oldest: string | null }
  | { readonly kind: "calendar-year"; readonly year: number }
  /** A robot may not send: by its allow-list, its quota or another setting. `reason`: the platform's. */
  | {
      readonly kind: "barred";
      readonly platform: PlatformName;
      readonly bar: Bar;
      /** Where one of its messages was to go. */
      readonly to: Target;
      readonly reason: string;
    }
  /** So much of a platform's month is used. `month`: as 2026-11. */
  | { readonly kind: "quota"; readonly quota: Quota; readonly used: number; readonly month: string }
  /** Messages came without their content. `day`: as 2026-11-26. */
  | { readonly kind: "withheld"; readonly day: string };

interface AlarmBody {
  readonly kind: "alarm";
  readonly alarm: Alarm;
}

export const alarmNotice = noticeKind<AlarmBody, Alarm>("alarm", {
  lookAgain: async ({ alarm }) => alarm,
  card: alarmCard,
});

function alarmCard(alarm: Alarm, reader: Reader): Card {
  switch (alarm.kind) {
    case "unchecked": {
      const since = alarm.oldest === null ? null : reader.dateTime(new Date(alarm.oldest));
      return say(uncheckedText(alarm.count, since));
    }
    case "calendar-year":
      return say(yearUnknownText(alarm.year));
    case "quota":
      return quotaCard(alarm.quota, alarm.used, alarm.month);
    case "withheld":
      return say(withheldText(alarm.day));
    case "barred":
      return {
        blocks: [
          { kind: "title", text: barredTitle(alarm.platform, alarm.bar) },
          {
            kind: "fields",
            fields: [
              { label: BARRED_FIELDS.place, value: placeName(alarm.to, reader.park, reader.audience) },
              { label: BARRED_FIELDS.reason, value: alarm.reason },
            ],
          },
          { kind: "text", text: barredText(alarm.bar) },
          { kind: "actions", steps: [{ command: "outbox", label: "see-waiting" }] },
        ],
      };
  }
}

/** The shares of a quota that are told of, in percent, the highest first. */
const SHARES = [100, SCARCE_PERCENT];
/** The sweep comes every minute; later than this it has stood still. */
const LATE_MS = 10 * 60_000;
const TOLD = "told-unchecked";
/** From here on deadlines reach into the next year. */
const NEXT_YEAR_FROM = "12-01";

/** The open issues that are not looked at as they should be, at this moment. */
export function unchecked({ db, now }: Pick<Context, "db" | "now">): Promise<Unchecked> {
  return uncheckedIssues(db, new Date(now.getTime() - LATE_MS));
}

/**
 * The auditor: gives a next look to every open issue that has none, and tells the coordinator when some are not looked at,
 * once until all is well again. Runs beside the sweep, which it watches.
 */
export async function auditChecks(ctx: Context): Promise<void> {
  const { db, now } = ctx;
  const { missing, failing, late, oldest } = await unchecked(ctx);
  const count = missing + failing + late;
  if (count === 0) {
    await dropSetting(db, TOLD);
    return;
  }
  if (missing > 0) await addMissingChecks(db, now);
  await db.transaction(async (tx) => {
    if (!(await claimSetting(tx, TOLD, now.toISOString()))) return;
    await tellCoordinator({ ...ctx, db: tx }, { kind: "unchecked", count, oldest: oldest?.toISOString() ?? null });
  });
}

/** A year whose holidays nobody has listed is told once: the present one, and from December on the next. */
export async function auditCalendar(ctx: Context): Promise<void> {
  const { calendar } = ctx.park;
  const today = calendar.dateOf(ctx.now);
  const year = Number(today.slice(0, 4));
  const needed = today.slice(5) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
  const known = calendar.knownYears();
  for (const missing of needed.filter((one) => !known.includes(one))) {
    const name = `told-calendar-${missing}`;
    if ((await readSetting(ctx.db, name)) !== undefined) continue;
    await ctx.db.transaction(async (tx) => {
      if (!(await claimSetting(tx, name, ctx.now.toISOString()))) return;
      await tellCoordinator({ ...ctx, db: tx }, { kind: "calendar-year", year: missing });
    });
  }
}

const BARRED = "told-barred";

/**
 * Says once that robots of a platform may not send; their messages wait meanwhile. Said again for a robot that had got
 * through in between, not for each robot that meets the same.
 */
export async function tellOfBar(ctx: Context, notice: StoredNotice, found: Omit<BarredRobot, "state">): Promise<void> {
  const { robot, bar, code, reason } = found;
  const { db, now } = ctx;
  const { platform } = notice;
  const same = `${bar} ${code.slice(0, 60)}`;
  if (!(await claimSetting(db, `${BARRED} ${robot} ${same}`, now.toISOString()))) return;
  if (!(await claimSetting(db, `${BARRED}-all ${platform} ${same}`, now.toISOString()))) return;
  const alarm: Alarm = { kind: "barred", platform, bar, to: notice.target, reason };
  await tellCoordinator(ctx, alarm, { past: notice, express: true });
}

/** A message that had failed before went through this robot: what bars it next is said again. */
export async function forgetBar({ db }: Pick<Context, "db">, robot: string, platform: string): Promise<void> {
  const forgotten = await dropSettings(db, `${BARRED} ${robot} `);
  if (forgotten > 0) await dropSettings(db, `${BARRED}-all ${platform} `);
}

/** The places that do not hang on the robot of this message, as far as there are some. */
function beside({ park }: Context, places: readonly Place[], { platform, target }: StoredNotice): readonly Place[] {
  const lane = laneOf(park, target)?.lane;
  const onAnother = (one: Place) => laneOf(park, one.target)?.platform !== platform;
  const choices = [
    places.filter(onAnother),
    supervisionPlaces(park, []).filter(onAnother),
    places.filter((one) => laneOf(park, one.target)?.lane !== lane),
  ];
  return choices.find((some) => some.length > 0) ?? places;
}

/** Tells the coordinator of a platform's month, and of messages without content, once each. */
export async function auditQuotas(ctx: Context): Promise<void> {
  const month = monthOf(ctx.park, ctx.now);
  for (const { quota, used, percent } of await quotasIn(ctx.db, month)) {
    const share = SHARES.find((one) => percent >= one);
    if (share === undefined) continue;
    await ctx.db.transaction(async (tx) => {
      if (!(await claimShare(tx, { counter: quota, month }, share))) return;
      await tellCoordinator({ ...ctx, db: tx }, { kind: "quota", quota, used, month });
    });
  }
  await ctx.db.transaction(async (tx) => {
    const day = await takeWithheld(tx);
    if (day !== null) await tellCoordinator({ ...ctx, db: tx }, { kind: "withheld", day });
  });
}

async function tellCoordinator(
  ctx: Context,
  alarm: Alarm,
  { past, express = false }: { readonly past?: StoredNotice; readonly express?: boolean } = {},
): Promise<void> {
  const all = await officePlaces(ctx);
  const notice = alarmNotice.of({ alarm });
  await tell(ctx, past === undefined ? all : beside(ctx, all, past), { notice, express });
}
