import type { Alarm, KnownBody } from "../domain/notice.ts";
import { coordinatorPlaces, laneOf, type Recipient, supervisionPlaces } from "../domain/recipients.ts";
import { addMissingChecks, type Unchecked, uncheckedIssues } from "../store/checks.ts";
import type { StoredNotice } from "../store/notices.ts";
import { readRoster } from "../store/roster.ts";
import { claimSetting, dropSetting, dropSettings, readSetting } from "../store/settings.ts";
import { tell } from "./tell.ts";
import type { Work } from "./work.ts";

/** What is wrong with the program's own work is said to the coordinator, once. */

/** The sweep comes every minute; later than this it has stood still. */
const LATE_MS = 10 * 60_000;
const TOLD = "told-unchecked";
/** From here on deadlines reach into the next year. */
const NEXT_YEAR_FROM = "12-01";

/** The open issues that are not looked at as they should be, at this moment. */
export function unchecked({ db, now }: Pick<Work, "db" | "now">): Promise<Unchecked> {
  return uncheckedIssues(db, new Date(now.getTime() - LATE_MS));
}

/**
 * The auditor: gives a next look to every open issue that has none, and tells the coordinator when some are not looked at,
 * once until all is well again. Runs beside the sweep, which it watches.
 */
export async function auditChecks(work: Work): Promise<Unchecked> {
  const { db, now } = work;
  const found = await unchecked(work);
  const { missing, failing, late, oldest } = found;
  const count = missing + failing + late;
  if (count === 0) {
    await dropSetting(db, TOLD);
    return found;
  }
  if (missing > 0) await addMissingChecks(db, now);
  await db.transaction(async (tx) => {
    if (!(await claimSetting(tx, TOLD, now.toISOString()))) return;
    await tellCoordinator({ ...work, db: tx }, { kind: "unchecked", count, oldest: oldest?.toISOString() ?? null });
  });
  return found;
}

/** A year whose holidays nobody has listed is told once: the present one, and from December on the next. */
export async function auditCalendar(work: Work): Promise<void> {
  const { calendar } = work.park;
  const today = calendar.dateOf(work.now);
  const year = Number(today.slice(0, 4));
  const needed = today.slice(5) >= NEXT_YEAR_FROM ? [year, year + 1] : [year];
  const known = calendar.knownYears();
  for (const missing of needed.filter((one) => !known.includes(one))) {
    const name = `told-calendar-${missing}`;
    if ((await readSetting(work.db, name)) !== undefined) continue;
    await work.db.transaction(async (tx) => {
      if (!(await claimSetting(tx, name, work.now.toISOString()))) return;
      await tellCoordinator({ ...work, db: tx }, { kind: "calendar-year", year: missing });
    });
  }
}

/** What bars a robot: its own allow-list, quota or another setting. `code`: the platform's, `reason`: its words with it. */
export interface BarFound {
  readonly robot: string;
  readonly bar: Extract<Alarm, { kind: "barred" }>["bar"];
  readonly code: string;
  readonly reason: string;
}

const BARRED = "told-barred";

/**
 * Says once that robots of a platform may not send; their messages wait meanwhile. Said again for a robot that had got
 * through in between, not for each robot that meets the same.
 */
export async function tellOfBar(work: Work, notice: StoredNotice, found: BarFound): Promise<void> {
  const { robot, bar, code, reason } = found;
  const { db, now } = work;
  const { platform } = notice;
  const same = `${bar} ${code.slice(0, 60)}`;
  if (!(await claimSetting(db, `${BARRED} ${robot} ${same}`, now.toISOString()))) return;
  if (!(await claimSetting(db, `${BARRED}-all ${platform} ${same}`, now.toISOString()))) return;
  const alarm: Alarm = { kind: "barred", platform, bar, to: notice.target, reason };
  await tellCoordinator(work, alarm, { past: notice, express: true });
}

/** A message that had failed before went through this robot: what bars it next is said again. */
export async function forgetBar({ db }: Pick<Work, "db">, robot: string, platform: string): Promise<void> {
  const forgotten = await dropSettings(db, `${BARRED} ${robot} `);
  if (forgotten > 0) await dropSettings(db, `${BARRED}-all ${platform} `);
}

/** The places that do not hang on the robot of this message, as far as there are some. */
function beside(
  { park }: Work,
  places: readonly Recipient[],
  { platform, target }: StoredNotice,
): readonly Recipient[] {
  const lane = laneOf(park, target)?.lane;
  const onAnother = (one: Recipient) => laneOf(park, one.target)?.platform !== platform;
  const choices = [
    places.filter(onAnother),
    supervisionPlaces(park, []).filter(onAnother),
    places.filter((one) => laneOf(park, one.target)?.lane !== lane),
  ];
  return choices.find((some) => some.length > 0) ?? places;
}

async function tellCoordinator(
  work: Work,
  alarm: Alarm,
  { past, express = false }: { readonly past?: StoredNotice; readonly express?: boolean } = {},
): Promise<void> {
  const all = coordinatorPlaces(work.park, await readRoster(work.db, work.now, []));
  const notice: KnownBody = { kind: "alarm", alarm };
  await tell(work, past === undefined ? all : beside(work, all, past), { notice, express });
}
