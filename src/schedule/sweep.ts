import type { ParkView } from "../domain/park-view.ts";
import { resumeDueHolds } from "../issues/clock-moves.ts";
import type { Clock } from "../shared/clock.ts";
import type { Db } from "../store/client.ts";
import { forgetInbound, nextInboundRetry } from "../store/inbound.ts";
import { nextReview } from "../store/issues.ts";
import { nextReady } from "../store/notices.ts";
import { nextDigest, postDueDigests } from "./digests.ts";

/** One look at everything that may be due. Due work lives in rows, so a look that was missed loses nothing. */

export interface SweepParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => ParkView;
  /** Takes up messages that were accepted and not finished. */
  readonly takeUp: () => Promise<void>;
  /** Sends what can go. */
  readonly drain: () => Promise<void>;
}

/** Message ids are remembered a little longer than the 30 days that are promised. */
const REMEMBER_MS = 31 * 24 * 3_600_000;

export async function sweep(parts: SweepParts): Promise<void> {
  const { db, clock } = parts;
  const park = parts.park();
  const now = clock.now();
  await parts.takeUp();
  let more = true;
  while (more) more = await db.transaction((tx) => resumeDueHolds({ db: tx, now, park }));
  await postDueDigests({ db, now, park });
  await forgetInbound(db, new Date(now.getTime() - REMEMBER_MS));
  await parts.drain();
}

/** The next moment at which something becomes due by itself, later than `after`. */
export async function nextMoment(parts: SweepParts, after: Date): Promise<Date | null> {
  const { db } = parts;
  const park = parts.park();
  const moments = [
    await nextReady(db, after),
    await nextReview(db, after),
    await nextInboundRetry(db),
    nextDigest({ park }, after),
  ].flatMap((at) => (at !== null && at > after ? [at] : []));
  moments.sort((a, b) => a.getTime() - b.getTime());
  return moments[0] ?? null;
}
