import type { Calendar } from "../domain/calendar.ts";
import type { Tell } from "../domain/decision.ts";
import type { Actor, Issue } from "../domain/issue.ts";
import type { MoveFacts, NewNotice, Target } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import { laneOf, placesFor, type Recipient } from "../domain/recipients.ts";
import { insertNotices, type QueuedNotice } from "../store/notices.ts";
import { readRoster } from "../store/roster.ts";
import type { Source, Work } from "./work.ts";

/** Puts the announcements of a move into the outbox, in the transaction of the move. */
export async function announce(
  work: Work,
  issue: Issue,
  facts: MoveFacts,
  tells: readonly Tell[],
  by: { readonly actor: Actor; readonly source: Source },
): Promise<void> {
  if (tells.length === 0) return;
  const roster = await readRoster(work.db, work.now, [issue]);
  const places = tells.flatMap((tell) => placesFor(work.park, issue, tell, roster));
  const seen = new Set<string>();
  const rows: NewNotice[] = [];
  for (const place of places) {
    const key = laneOf(work.park, place.target)?.lane;
    if (key === undefined || seen.has(key) || hasReply(place, by)) continue;
    seen.add(key);
    rows.push({
      target: place.target,
      audience: place.audience,
      body: { kind: "move", facts: place.instead === undefined ? facts : { ...facts, instead: place.instead } },
      issueId: issue.id,
      mention: place.mention,
      express: issue.urgency === "urgent",
    });
  }
  await queue(work, rows);
}

/** The place where the move was said has its reply already. */
function hasReply(place: Recipient, { actor, source }: { actor: Actor; source: Source }): boolean {
  const { target } = place;
  if (target.kind === "chat") return source.chat !== null && target.code === source.chat;
  if (target.kind === "person") return target.platform === actor.platform && target.userId === actor.userId;
  return false;
}

/** Queues messages, each not before its time. What has no lane (a chat that left the org file) has no reader either. */
export async function queue(work: Work, rows: readonly NewNotice[]): Promise<void> {
  const queued = rows.flatMap((row): QueuedNotice[] => {
    const lane = laneOf(work.park, row.target);
    if (lane === null) return [];
    const readyAt = row.express ? work.now : quietUntil(work.park.calendar, work.now);
    return [{ ...row, ...lane, createdAt: work.now, readyAt }];
  });
  await insertNotices(work.db, queued);
}

/** Announcements wait from the end of a working day to the next opening, but not over lunch. */
export function quietUntil(calendar: Calendar, now: Date): Date {
  const opening = calendar.nextOpening(now);
  if (opening <= now) return now;
  const today = calendar.dateOf(now);
  const lunch = calendar.dateOf(opening) === today && calendar.between(calendar.at(today, "00:00"), now) > 0;
  return lunch ? now : opening;
}

/** An answer to a message, made for the place where it goes. */
export function replyNotice(target: Target, card: unknown, issueId: number | null): NewNotice {
  return {
    target,
    audience: { kind: "supervision" },
    body: { kind: "reply", card },
    issueId,
    mention: [],
    express: true,
  };
}

/** The name of an actor's unit, for people. */
export function unitOf(park: ParkView, actor: Actor): string | undefined {
  if (actor.department !== undefined) return park.directory.department(actor.department)?.name;
  if (actor.enterprise !== undefined) return park.directory.enterprise(actor.enterprise)?.name;
  return undefined;
}
