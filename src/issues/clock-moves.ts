import { CLOCK_ACTOR } from "../domain/issue.ts";
import { holdsToReview } from "../store/issues.ts";
import { move, readDossier } from "./move.ts";
import { FROM_CLOCK, type Work } from "./work.ts";

/** What happens to issues by itself when its moment has come. */

const AT_ONCE = 50;

/** Takes holds whose review date has come back into hand, `AT_ONCE` of them. Returns whether there may be more. */
export async function resumeDueHolds(work: Work): Promise<boolean> {
  const due = await holdsToReview(work.db, work.now, AT_ONCE);
  for (const { id } of due) {
    const dossier = await readDossier(work, id, true);
    if (dossier?.issue.state !== "on_hold") continue;
    await move(work, "resume", dossier, CLOCK_ACTOR, {}, FROM_CLOCK);
  }
  return due.length === AT_ONCE;
}
