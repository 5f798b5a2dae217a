import { type DeadLetter, isBody, isTelling, type KnownBody } from "../domain/notice.ts";
import { coordinatorPlaces, laneOf, type Recipient } from "../domain/recipients.ts";
import { anyUntold, listUntold, markTold, tellingWaits } from "../store/dead-letters.ts";
import type { StoredNotice } from "../store/notices.ts";
import { readRoster } from "../store/roster.ts";
import { tell } from "./tell.ts";
import type { Work } from "./work.ts";

/** The coordinator is told of every message that will not be delivered, if not at once, then when a road to him works again. */

/** So many are named; the rest is counted, and stands in 投递. */
const NAMED = 10;
/** So many are told of in one message; what is beyond follows in another. */
const AT_ONCE = 1000;

/** Tells the coordinator of a message that will not be delivered, at once, by another road than the one that failed. */
export async function tellOfDeadLetter(work: Work, notice: StoredNotice, reason: string): Promise<void> {
  if (isTelling(notice.body)) return;
  const letter = { notice: notice.id, to: notice.target, reason };
  const places = await placesNow(work);
  // Its own lane may be another by now: one that is tried apart from its chat stands in a lane of its own.
  const failed = laneOf(work.park, notice.target)?.lane;
  const others = places.filter((one) => laneOf(work.park, one.target)?.lane !== failed);
  await tellNow(work, others, { kind: "dead-letter", ...letter }, notice.issueId);
}

/**
 * What follows when a message has arrived: what it told of is known now, and where it reached the coordinator, what he
 * could not be told of before goes there as one message. In the transaction that settles it, so that a lane, which has
 * one message on its way at a time, gets it once.
 */
export async function afterArrival(work: Work, { body, target }: Pick<StoredNotice, "body" | "target">): Promise<void> {
  const { db, now, park } = work;
  if (isBody(body, "dead-letter")) await markTold(db, [body.notice], now);
  if (isBody(body, "dead-letters")) await markTold(db, body.notices, now);
  if (!(await anyUntold(db))) return;
  const way = laneOf(park, target);
  const here = (await placesNow(work)).filter((one) => laneOf(park, one.target)?.lane === way?.lane);
  if (way === null || here.length === 0 || (await tellingWaits(db, way))) return;
  const letters = (await listUntold(db, AT_ONCE)).map(
    ({ id, target: to, issueId, lastError }): DeadLetter => ({
      notice: id,
      to,
      issue: issueId ?? undefined,
      reason: lastError ?? "not-recorded",
    }),
  );
  const all = letters.map(({ notice }) => notice);
  await tellNow(work, here.slice(0, 1), { kind: "dead-letters", notices: all, letters: letters.slice(0, NAMED) }, null);
}

async function placesNow({ db, now, park }: Work): Promise<readonly Recipient[]> {
  return coordinatorPlaces(park, await readRoster(db, now, []));
}

function tellNow(work: Work, places: readonly Recipient[], notice: KnownBody, issueId: number | null): Promise<void> {
  return tell(work, places, { notice, issueId, express: true });
}
