import { checkIssues, postponeIssue } from "../../issues/reminders.ts";
import { remindersNotice } from "../../outbox/reminders-notice.ts";
import { describe } from "../../shared/errors.ts";
import { dueChecks, nextCheck } from "../../store/checks.ts";
import type { ClockContext, ClockWork, Feature } from "../feature.ts";

const AT_ONCE = 100;

const look: ClockWork = { name: "checks", run: checkDueIssues, next: ({ db }, after) => nextCheck(db, after) };

/** The clocks of each issue: what is due, who hears of it, and what the clock does by itself. */
export const reminders: Feature = { commands: [], notices: [remindersNotice], clock: [look] };

/** Looks at each issue whose time has come. What somebody moves at this moment is looked at with the next sweep. */
async function checkDueIssues(ctx: ClockContext): Promise<void> {
  const { db, logger, park, now } = ctx;
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
      for (const id of ids) await checkOne(ctx, id);
    }
  }
}

async function checkOne({ db, logger, park, now }: ClockContext, id: number) {
  try {
    await db.transaction((tx) => checkIssues({ db: tx, now, park }, [id]));
  } catch (error) {
    logger.error({ issue: id, ...describe(error) }, "An issue could not be looked at; it is tried again in 5 minutes");
    await postponeIssue({ db, now, park }, id);
  }
}
