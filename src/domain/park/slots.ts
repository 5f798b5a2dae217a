import { CronExpressionParser } from "cron-parser";

/** The moments of a cron expression in the park's zone. Expressions were checked with the org file. */

/** The two slots around a moment: the last at or before it, and the first after it. Null: there is none. */
interface Around {
  readonly before: Date | null;
  readonly after: Date | null;
}

/** Finding a slot costs as much as all the statements of a sweep, so the last pairs of each expression are kept. */
const known = new Map<string, readonly Around[]>();
/** A sweep looks around this moment, and on from the slots that it found there. */
const MOST_KEPT = 6;

/** The last moment at or before `at`. Null: there was none. */
export function slotBefore(cron: string, timeZone: string, at: Date): Date | null {
  return around(cron, timeZone, at).before;
}

/** The first moment after `at`. Null: there is none. */
export function slotAfter(cron: string, timeZone: string, at: Date): Date | null {
  return around(cron, timeZone, at).after;
}

function around(cron: string, tz: string, at: Date): Around {
  const key = `${tz} ${cron}`;
  const kept = known.get(key) ?? [];
  const held = kept.find((one) => holds(one, at));
  if (held !== undefined) return held;
  const found = {
    // The parser looks strictly before; a slot on the very moment counts.
    before: step(() =>
      CronExpressionParser.parse(cron, { currentDate: new Date(at.getTime() + 1), tz })
        .prev()
        .toDate(),
    ),
    after: step(() => CronExpressionParser.parse(cron, { currentDate: at, tz }).next().toDate()),
  };
  known.set(key, [found, ...kept].slice(0, MOST_KEPT));
  return found;
}

/** Where one side is missing, nothing can be said of other moments. */
function holds({ before, after }: Around, at: Date): boolean {
  return before !== null && after !== null && before <= at && at < after;
}

function step(find: () => Date): Date | null {
  try {
    return find();
  } catch {
    return null;
  }
}
