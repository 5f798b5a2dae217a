import type { ParkView } from "../domain/park-view.ts";
import type { ClockWork } from "../features/feature.ts";
import type { Clock } from "../shared/clock.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { keepApart } from "./apart.ts";

/** One look at everything that may be due. Due work lives in rows, so a look that was missed loses nothing. */

export interface SweepParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => ParkView;
  readonly logger: Logger;
  /** In this order at each look. */
  readonly works: readonly ClockWork[];
}

/** One piece that throws, one digest even, does not stop the others. Sends nothing: what it queues goes with the courier. */
export async function sweep({ db, clock, logger, park, works }: SweepParts): Promise<void> {
  const apart = keepApart(logger);
  const ctx = { db, now: clock.now(), park: park(), logger, apart };
  for (const work of works) await apart({ piece: work.name }, () => work.run(ctx));
}

/** The next moment at which something becomes due by itself, later than `after`. */
export async function nextMoment({ db, clock, park, works }: SweepParts, after: Date): Promise<Date | null> {
  const ctx = { db, now: clock.now(), park: park() };
  const moments: Date[] = [];
  for (const work of works) {
    const at = await work.next(ctx, after);
    if (at !== null && at > after) moments.push(at);
  }
  moments.sort((a, b) => a.getTime() - b.getTime());
  return moments[0] ?? null;
}
