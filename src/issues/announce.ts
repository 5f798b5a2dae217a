import type { Hearer } from "../domain/issue/decision.ts";
import type { Actor, Issue } from "../domain/issue/issue.ts";
import type { KnownBody, MoveFacts } from "../domain/notice/notice.ts";
import { laneOf, type Place, placesFor } from "../domain/notice/places.ts";
import type { Park } from "../domain/park/park.ts";
import { readRoster } from "../store/roster.ts";
import type { Context, Source } from "./context.ts";
import { tell } from "./tell.ts";

/** What is to be announced: what happened, who hears of it, and where it was said by whom. */
export interface Announcement {
  readonly facts: MoveFacts;
  readonly tells: readonly Hearer[];
  readonly actor: Actor;
  readonly source: Source;
}

/** Puts the announcements of a move into the outbox, in the transaction of the move. */
export async function announce(ctx: Context, issue: Issue, announcement: Announcement): Promise<void> {
  const { facts, tells } = announcement;
  if (tells.length === 0) return;
  const roster = await readRoster(ctx.db, ctx.now, [issue]);
  const places = tells.flatMap((tell) => placesFor(ctx.park, issue, tell, roster));
  const seen = new Set<string>();
  const heard = places.filter((place) => {
    const key = laneOf(ctx.park, place.target)?.lane;
    if (key === undefined || seen.has(key) || hasReply(place, announcement)) return false;
    seen.add(key);
    return true;
  });
  const notice = ({ instead }: Place): KnownBody => ({
    kind: "move",
    facts: instead === undefined ? facts : { ...facts, instead },
  });
  await tell(ctx, heard, { notice, issueId: issue.id, express: issue.urgency === "urgent" });
}

/** The place where the move was said has its reply already. */
function hasReply(place: Place, { actor, source }: Announcement): boolean {
  const { target } = place;
  if (target.kind === "chat") return source.chat !== null && target.code === source.chat;
  if (target.kind === "person") return target.platform === actor.platform && target.userId === actor.userId;
  return false;
}

/** The name of an actor's unit, for people. */
export function unitOf(park: Park, actor: Actor): string | undefined {
  if (actor.department !== undefined) return park.directory.department(actor.department)?.name;
  if (actor.enterprise !== undefined) return park.directory.company(actor.enterprise)?.name;
  return undefined;
}
