import type { ParkView } from "../domain/park-view.ts";
import { auditCalendar } from "../issues/alarms.ts";
import { checkIssues, postponeIssue } from "../issues/reminders.ts";
import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import { dueChecks, nextCheck } from "../store/checks.ts";
import type { Db } from "../store/client.ts";
import { forgetInbound, nextInboundRetry } from "../store/inbound.ts";
import { nextReady } from "../store/notices.ts";
import { keepApart } from "./apart.ts";
import { nextDigest, postDueDigests } from "./digests.ts";
import { nextThemeDayMoment, sweepThemeDays } from "./theme-days.ts";

/** One look at everything that may be due. Due work lives in rows, so a look that was missed loses nothing. */

export interface SweepParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => ParkView;
  readonly logger: Logger;
  /** Takes up messages that were accepted and not finished. */
  readonly takeUp: () => Promise<void>;
}

/** Message ids are remembered a little longer than the 30 days that are promised. */
const REMEMBER_MS = 31 * 24 * 3_600_000;
const AT_ONCE = 100;

/** One piece that throws, one digest even, does not stop the others. Sends nothing: what it queues goes with the courier. */
export async function sweep(parts: SweepParts): Promise<void> {
  const { db, clock, logger } = parts;
  const park = parts.park();
  const now = clock.now();
  const work = { db, now, park };
  const apart = keepApart(logger);
  await apart({ piece: "inbound" }, parts.takeUp);
  await apart({ piece: "checks" }, () => checkDueIssues(parts, park, now));
  await apart({ piece: "digests" }, () => postDueDigests(work, apart));
  await apart({ piece: "theme days" }, () => sweepThemeDays(work, apart));
  await apart({ piece: "calendar" }, () => auditCalendar(work));
  // Once an hour is enough to forget.
  const forget = () => forgetInbound(db, new Date(now.getTime() - REMEMBER_MS));
  if (now.getUTCMinutes() === 0) await apart({ piece: "forgetting" }, forget);
}

/** Looks at each issue whose time has come. What somebody moves at this moment is looked at with the next sweep. */
async function checkDueIssues({ db, logger }: SweepParts, park: ParkView, now: Date): Promise<void> {
  let before: readonly number[] = [];
  for (;;) {
    const ids = await dueChecks(db, now, AT_ONCE);
    // The same ones again: they are held by others.
    if (ids.length === 0 || (ids.length === before.length && ids.every((id, index) => id === before[index]))) return;
    before = ids;
    try {
      await db.transaction((tx) => checkIssues({ db: tx, now, park }, ids));
    } catch (error) {
      logger.error(describe(error), "Issues could not be looked at together; each is tried by itself");
      for (const id of ids) await checkOne({ db, logger }, park, now, id);
    }
  }
}

async function checkOne({ db, logger }: Pick<SweepParts, "db" | "logger">, park: ParkView, now: Date, id: number) {
  try {
    await db.transaction((tx) => checkIssues({ db: tx, now, park }, [id]));
  } catch (error) {
    logger.error({ issue: id, ...describe(error) }, "An issue could not be looked at; it is tried again in 5 minutes");
    await postponeIssue({ db, now, park }, id);
  }
}

/** The next moment at which something becomes due by itself, later than `after`. */
export async function nextMoment(parts: SweepParts, after: Date): Promise<Date | null> {
  const { db } = parts;
  const park = parts.park();
  const moments = [
    await nextReady(db, after),
    await nextCheck(db, after),
    await nextInboundRetry(db),
    nextDigest({ park }, after),
    await nextThemeDayMoment(db, park, after),
  ].flatMap((at) => (at !== null && at > after ? [at] : []));
  moments.sort((a, b) => a.getTime() - b.getTime());
  return moments[0] ?? null;
}
