import type { Alarm } from "../domain/notice.ts";
import { coordinatorPlaces } from "../domain/recipients.ts";
import { addMissingChecks, type Unchecked, uncheckedIssues } from "../store/checks.ts";
import { readRoster } from "../store/roster.ts";
import { claimSetting, dropSetting, readSetting } from "../store/settings.ts";
import { queue } from "./announce.ts";
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
    await tell({ ...work, db: tx }, { kind: "unchecked", count, oldest: oldest?.toISOString() ?? null });
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
      await tell({ ...work, db: tx }, { kind: "calendar-year", year: missing });
    });
  }
}

async function tell(work: Work, alarm: Alarm): Promise<void> {
  const places = coordinatorPlaces(work.park, await readRoster(work.db, work.now, []));
  await queue(
    work,
    places.map(({ target, audience, mention }) => ({
      target,
      audience,
      body: { kind: "alarm", alarm },
      issueId: null,
      mention,
      express: false,
    })),
  );
}
