import { isTelling, type NoticeBody, type Target } from "../../domain/notice/notice.ts";
import { laneOf, type Place } from "../../domain/notice/places.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import type { Card } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import {
  allLostTitle,
  LOST_REASON,
  lostLine,
  lostTitle,
  OLDEST_NAMED,
  reasonText,
} from "../../messages/zh-cn/delivery.ts";
import { placeName } from "../../messages/zh-cn/places.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { anyUntold, listUntold, markTold, tellingWaits } from "../../store/dead-letters.ts";
import type { StoredNotice } from "../../store/notices.ts";

/** The coordinator is told of every message that will not be delivered, if not at once, then when a way to him works again. */

/** A message that was given up: where it was to go, which is named for who reads it. */
export interface DeadLetter {
  readonly notice: number;
  readonly to?: Target | undefined;
  /** As it was kept before: the name of the place. */
  readonly place?: string | undefined;
  /** What it was about. Of one that is told of alone the notice itself has it. */
  readonly issue?: number | undefined;
  /** The platform's words, or a code of the program's. */
  readonly reason: string;
}

interface DeadLetterBody extends DeadLetter {
  readonly kind: "dead-letter";
}

/** All that nobody could be told of, by their numbers; only the oldest are named. */
interface DeadLettersBody {
  readonly kind: "dead-letters";
  readonly notices: readonly number[];
  readonly letters: readonly DeadLetter[];
}

export const deadLetterNotice = noticeKind<DeadLetterBody, DeadLetter>("dead-letter", {
  lookAgain: async (body, { issueId }) => ({ ...body, issue: issueId ?? undefined }),
  card: deadLetterCard,
});

export const deadLettersNotice = noticeKind<DeadLettersBody, DeadLettersBody>("dead-letters", {
  lookAgain: async (body) => body,
  card: deadLettersCard,
});

/** Tells of one that was given up just now. */
export function deadLetterCard(letter: DeadLetter, reader: Reader): Card {
  return {
    blocks: [
      { kind: "title", text: lostTitle(whereText(letter, reader)) },
      { kind: "fields", fields: [{ label: LOST_REASON, value: reasonText(letter.reason) }] },
      {
        kind: "actions",
        steps: [
          { command: "resend", id: letter.notice, label: "once-mended" },
          { command: "outbox", label: "see-all" },
        ],
      },
    ],
  };
}

/** Tells of all that nobody could be told of when they were given up. */
export function deadLettersCard({ notices, letters }: Omit<DeadLettersBody, "kind">, reader: Reader): Card {
  return {
    blocks: [
      { kind: "title", text: allLostTitle(notices.length) },
      { kind: "list", items: letters.map((one) => lostLine(one.notice, whereText(one, reader), one.reason)) },
      ...(notices.length > letters.length ? [{ kind: "hint" as const, text: OLDEST_NAMED }] : []),
      {
        kind: "actions",
        steps: [
          { command: "resend", id: "any", label: "once-mended" },
          { command: "outbox", label: "see-all" },
        ],
      },
    ],
  };
}

/** 园区企业群 #4 */
export function whereText({ to, place, issue }: Pick<DeadLetter, "to" | "place" | "issue">, reader: Reader): string {
  const where = to === undefined ? (place ?? "") : placeName(to, reader.park, reader.audience);
  return issue === undefined ? where : `${where} #${issue}`;
}

/** So many are named; the rest is counted, and stands in 投递. */
const NAMED = 10;
/** So many are told of in one message; what is beyond follows in another. */
const AT_ONCE = 1000;

/** Tells the coordinator of a message that will not be delivered, at once, by another way than the one that failed. */
export async function tellOfDeadLetter(ctx: Context, notice: StoredNotice, reason: string): Promise<void> {
  if (isTelling(notice.body)) return;
  const letter = { notice: notice.id, to: notice.target, reason };
  const places = await officePlaces(ctx);
  // Its own lane may be another by now: one that is tried apart from its chat stands in a lane of its own.
  const failed = laneOf(ctx.park, notice.target)?.lane;
  const others = places.filter((one) => laneOf(ctx.park, one.target)?.lane !== failed);
  await tellNow(ctx, others, deadLetterNotice.of(letter), notice.issueId);
}

/**
 * What follows when a message has arrived: what it told of is known now, and where it reached the coordinator, what he
 * could not be told of before goes there as one message. In the transaction that settles it, so that a lane, which has
 * one message on its way at a time, gets it once.
 */
export async function afterArrival(
  ctx: Context,
  { body, target }: Pick<StoredNotice, "body" | "target">,
): Promise<void> {
  const { db, now, park } = ctx;
  if (deadLetterNotice.is(body)) await markTold(db, [body.notice], now);
  if (deadLettersNotice.is(body)) await markTold(db, body.notices, now);
  if (!(await anyUntold(db))) return;
  const way = laneOf(park, target);
  const here = (await officePlaces(ctx)).filter((one) => laneOf(park, one.target)?.lane === way?.lane);
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
  const notice = deadLettersNotice.of({ notices: all, letters: letters.slice(0, NAMED) });
  await tellNow(ctx, here.slice(0, 1), notice, null);
}

function tellNow(ctx: Context, places: readonly Place[], notice: NoticeBody, issueId: number | null): Promise<void> {
  return tell(ctx, places, { notice, issueId, express: true });
}
