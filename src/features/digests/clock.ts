import { audienceOfChat } from "../../domain/issue/audience.ts";
import type { KnownBody } from "../../domain/notice/notice.ts";
import type { Place } from "../../domain/notice/places.ts";
import { earliest } from "../../domain/park/instants.ts";
import { DIGEST_TRAITS, type DigestSpec } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { slotAfter, slotBefore } from "../../domain/park/slots.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, tellEach } from "../../issues/tell.ts";
import { slotsSince, watchedSince, winSlot } from "../../store/slots.ts";
import type { ClockContext } from "../feature.ts";
import type { Digests, Timing } from "./kinds.ts";

/** Digests: each slot is posted once, whoever wins it; one that was missed is posted late, within a limit. */

const LATEST_MS = 12 * 3_600_000;
/** Posted this much after its time, a digest says that it is late. */
const LATE_MS = 10 * 60_000;
/** No list of days off is longer. */
const MOST_DAYS_OFF = 30;

/** The day's work is for days that are worked; it is not caught up in the evening. */
function isDaily(spec: DigestSpec): boolean {
  return DIGEST_TRAITS[spec.kind].isDaily;
}

/** A daily digest is sent on every working day, make-up days included, whatever its expression says of the weekday. */
function cronOf(spec: DigestSpec): string {
  return isDaily(spec) ? spec.cron.trim().replace(/\S+$/, "*") : spec.cron;
}

/** Queues every digest whose slot has come. Each in a transaction: the slot and the message are one. */
export async function postDueDigests(ctx: ClockContext, digests: Digests): Promise<void> {
  const { db, now, park, apart } = ctx;
  const specs = park.org.digests;
  if (specs.length === 0) return;
  const since = await watchedSince(db, specs, now);
  const won = await slotsSince(db, new Date(now.getTime() - LATEST_MS));
  for (const spec of specs) {
    const slot = dueSlot(spec, park, now);
    if (slot === null || slot <= since(spec) || won(spec, slot)) continue;
    const late = now.getTime() - slot.getTime() > LATE_MS;
    await apart({ digest: spec.kind, chat: spec.chat }, () =>
      db.transaction(async (tx) => {
        if (await winSlot(tx, spec, slot, now)) await tellDigest({ ...ctx, db: tx }, digests, spec, { to: slot, late });
      }),
    );
  }
}

/** Tells a digest of its slot, in the transaction that won it. */
export async function tellDigest(ctx: Context, digests: Digests, spec: DigestSpec, timing: Timing): Promise<void> {
  const facts = await digests.facts(ctx, spec, timing);
  if (facts === null || digests.isLeftOut(facts, spec)) return;
  const attached = digests.attachments(facts).map((what): KnownBody => ({ kind: "attachment", what }));
  const notices = [digests.notice.of({ facts }), ...attached];
  const places = await placesOf(ctx, spec);
  await tellEach(
    ctx,
    places.flatMap((place) => notices.map((notice) => ({ place, notice, express: true }))),
  );
}

/** The chat of a digest; one without a chat goes to the coordinators themselves. */
async function placesOf(ctx: Context, { chat: code }: DigestSpec): Promise<readonly Place[]> {
  if (code === undefined) return officePlaces(ctx);
  const chat = ctx.park.directory.chat(code);
  if (chat === undefined) return [];
  return [{ target: { kind: "chat", code }, audience: audienceOfChat(chat), mention: [] }];
}

/** The last slot, when it is to be posted now. */
function dueSlot(spec: DigestSpec, { org, calendar }: Park, now: Date): Date | null {
  const slot = slotBefore(cronOf(spec), org.park.timeZone, now);
  if (slot === null || now.getTime() - slot.getTime() > LATEST_MS) return null;
  if (!isDaily(spec)) return slot;
  const late = now.getTime() - slot.getTime() > LATE_MS;
  return calendar.isWorkday(calendar.dateOf(slot)) && (!late || calendar.isOpen(now)) ? slot : null;
}

/** The next slot of any digest after a moment; a daily one that was missed may come with the next opening. */
export function nextDigest({ park }: Pick<Context, "park">, after: Date): Date | null {
  return earliest(park.org.digests.flatMap((spec) => nextSlot(spec, park, after) ?? []));
}

function nextSlot(spec: DigestSpec, { org, calendar }: Park, after: Date): Date | null {
  let slot = slotAfter(cronOf(spec), org.park.timeZone, after);
  for (let days = 0; isDaily(spec) && slot !== null && days < MOST_DAYS_OFF; days++) {
    if (calendar.isWorkday(calendar.dateOf(slot))) return slot;
    slot = slotAfter(cronOf(spec), org.park.timeZone, slot);
  }
  return slot;
}
