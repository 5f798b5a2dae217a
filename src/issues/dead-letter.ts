import { coordinatorPlaces, laneOf } from "../domain/recipients.ts";
import type { StoredNotice } from "../store/notices.ts";
import { readRoster } from "../store/roster.ts";
import { queue } from "./announce.ts";
import type { Work } from "./work.ts";

/** Tells the coordinator of a message that will not be delivered, at once, by another road than the one that failed. */
export async function tellOfDeadLetter(work: Work, notice: StoredNotice, place: string, reason: string): Promise<void> {
  if (notice.body.kind === "dead-letter") return;
  const roster = await readRoster(work.db, work.now, []);
  const places = coordinatorPlaces(work.park, roster).filter(
    (one) => laneOf(work.park, one.target)?.lane !== notice.lane,
  );
  await queue(
    work,
    places.map(({ target, audience, mention }) => ({
      target,
      audience,
      body: { kind: "dead-letter", notice: notice.id, place, reason },
      issueId: notice.issueId,
      mention,
      express: true,
    })),
  );
}
