import { earliest } from "../domain/park/instants.ts";
import type { Park } from "../domain/park/park.ts";
import { type ClockContext, type ClockWork, hourly } from "../features/feature.ts";
import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { nextInboundRetry } from "../store/inbound.ts";
import { nextReady } from "../store/notices.ts";
import { forgetOld } from "../store/retention.ts";
import { tallySome } from "../store/tally.ts";
import { tidy } from "../store/upkeep.ts";

/** One look at everything that may be due. Due work lives in rows, so a look that was missed loses nothing. */

export interface SweepDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => Park;
  readonly logger: Logger;
  /** In this order at each look. */
  readonly works: readonly ClockWork[];
}

/** One piece that throws, one digest even, does not stop the others. Sends nothing: what it queues goes with the courier. */
export async function sweep({ db, clock, logger, park, works }: SweepDeps): Promise<void> {
  const apart = keepApart(logger);
  const ctx = { db, now: clock.now(), park: park(), logger, apart };
  for (const work of works) await apart({ piece: work.name }, () => work.run(ctx));
}

/** Does one piece of a look's work by itself; the next look tries again what it throws. */
function keepApart(logger: Logger): ClockContext["apart"] {
  return async (what, piece) => {
    try {
      await piece();
    } catch (error) {
      logger.error({ ...what, ...describe(error) }, "A piece of the sweep failed; the next sweep tries it again");
    }
  };
}

/** The next moment at which something becomes due by itself, later than `after`. */
export async function nextDue({ db, clock, park, works }: SweepDeps, after: Date): Promise<Date | null> {
  const ctx = { db, now: clock.now(), park: park() };
  const moments: Date[] = [];
  // One after the other: together they would have a connection made for each.
  for (const work of works) {
    const at = await work.next(ctx, after);
    if (at !== null && at > after) moments.push(at);
  }
  return earliest(moments);
}

/** Everything that the clock brings, in the order of a look. `takeUp`: goes on with messages that were accepted and not finished. */
export function allWorks(takeUp: () => Promise<void>, ofFeatures: readonly ClockWork[]): readonly ClockWork[] {
  return [
    { name: "inbound", run: takeUp, next: ({ db }) => nextInboundRetry(db) },
    ...ofFeatures,
    // What waits to be sent goes with the courier: here only when that will be.
    { name: "outbox", run: async () => {}, next: ({ db }, after) => nextReady(db, after) },
    hourly({ name: "forgetting", run: forget, next: async () => null }),
    { name: "tally", run: tally, next: async () => null },
  ];
}

/** A ledger of a million is counted in a night; after that there is next to nothing. */
const MOST_TALLIES = 2;

async function tally({ db, now }: ClockContext): Promise<void> {
  for (let time = 0; time < MOST_TALLIES; time++) if ((await tallySome(db, now)).isAll) return;
}

/** In UTC: at night, where the platforms are. */
const TIDIES_AT = 19;

async function forget({ db, now }: ClockContext): Promise<void> {
  await forgetOld(db, now);
  if (now.getUTCHours() === TIDIES_AT) await tidy(db);
}
