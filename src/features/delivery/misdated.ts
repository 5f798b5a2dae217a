import { quietUntil } from "../../issues/tell.ts";
import { LONGEST_PAUSE } from "../../outbox/pace.ts";
import { type Misdated, readMisdated, redate } from "../../store/notices-misdated.ts";
import type { ClockContext, ClockWork } from "../feature.ts";

/** The clocks of one installation differ by less; in milliseconds. */
const CLOCKS_DIFFER_BY = 5 * 60_000;

/**
 * Lets go what a process whose clock was ahead put off, be it gone or set right since: a message from the future, and one that waits
 * longer than any rule has it wait. What is behind them in their chats would wait with them. Only what is found at two looks: at one
 * of them it may be this process that is late, while the clock of a sandbox is moved.
 */
export function misdated(): ClockWork {
  let seen: ReadonlySet<number> = new Set();
  const run = async ({ db, now, park, logger }: ClockContext) => {
    const ahead = (from: Date | number) => new Date(Number(from) + CLOCKS_DIFFER_BY);
    const opening = park.calendar.nextOpening(now);
    const rule: Misdated = {
      made: ahead(now),
      longest: ahead(Math.max(now.getTime() + LONGEST_PAUSE, opening.getTime())),
      may: { atOnce: now, else: quietUntil(park.calendar, now) },
    };
    const found = await readMisdated(db, rule);
    const again = found.filter((id) => seen.has(id));
    seen = new Set(found);
    if (again.length === 0) return;
    await redate(db, again, rule);
    logger.warn({ count: again.length }, "Messages waited for a moment of a wrong clock; they wait no longer");
  };
  return { name: "misdated", run, next: async () => null };
}
