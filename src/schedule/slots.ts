import { CronExpressionParser } from "cron-parser";

/** The moments of a cron expression in the park's zone. Expressions were checked with the org file. */

/** The last moment at or before `at`. Null: there was none. */
export function slotBefore(cron: string, timeZone: string, at: Date): Date | null {
  // The parser looks strictly before; a slot on the very moment counts.
  const currentDate = new Date(at.getTime() + 1);
  return step(() => CronExpressionParser.parse(cron, { currentDate, tz: timeZone }).prev().toDate());
}

/** The first moment after `at`. Null: there is none. */
export function slotAfter(cron: string, timeZone: string, at: Date): Date | null {
  return step(() => CronExpressionParser.parse(cron, { currentDate: at, tz: timeZone }).next().toDate());
}

function step(find: () => Date): Date | null {
  try {
    return find();
  } catch {
    return null;
  }
}
