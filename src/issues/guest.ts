import type { Issue } from "../domain/issue.ts";
import type { GuestFacts, KnownBody } from "../domain/notice.ts";
import { coordinatorPlaces } from "../domain/recipients.ts";
import { readRoster } from "../store/roster.ts";
import { tell } from "./tell.ts";
import type { Work } from "./work.ts";

/**
 * Tells the coordinator of somebody whom the org file does not know: with his issue, to be vouched for; without one, that he
 * says he is from another company now.
 */
export async function tellOfGuest(work: Work, facts: GuestFacts, issue: Issue | null): Promise<void> {
  const { platform, userId, name, enterprise, before } = facts;
  const places = coordinatorPlaces(work.park, await readRoster(work.db, work.now, []));
  const notice: KnownBody = { kind: "guest", facts: { platform, userId, name, enterprise, before } };
  await tell(work, places, { notice, issueId: issue?.id ?? null });
}
