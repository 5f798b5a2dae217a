import { startOfLastWeek } from "../domain/park/instants.ts";
import type { Park } from "../domain/park/park.ts";
import type { Clock } from "../shared/clock.ts";

/** The tour's week is the one before this, and it ends when people find the bot at work. */
export function lastWeek({ clock, park }: { readonly clock: Clock; readonly park: () => Park }) {
  const { calendar, org } = park();
  const present = clock.now();
  return {
    park: org,
    monday: startOfLastWeek(present, org.park.timeZone),
    end: (now: Date) => calendar.nextOpening(new Date(Math.max(present.getTime(), now.getTime()))),
  };
}
