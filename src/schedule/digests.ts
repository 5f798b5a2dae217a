import type { DigestSpec } from "../domain/org.ts";
import { queue } from "../issues/announce.ts";
import { weeklyFacts } from "../issues/weekly-facts.ts";
import type { Work } from "../issues/work.ts";
import { watchedSince, winSlot } from "../store/slots.ts";
import { slotAfter, slotBefore } from "./slots.ts";

/** Digests: each slot is posted once, whoever wins it; one that was missed is posted late, within a limit. */

const LATEST_MS = 12 * 3_600_000;
/** Posted this much after its time, a digest says that it is late. */
const LATE_MS = 10 * 60_000;

/** The digests that this version posts. */
function posted(specs: readonly DigestSpec[]): readonly (DigestSpec & { chat: string })[] {
  return specs.flatMap(({ chat, ...spec }) =>
    spec.kind === "enterprise-weekly" && chat !== undefined ? [{ ...spec, chat }] : [],
  );
}

/** Queues every digest whose slot has come. Each in a transaction: the slot and the message are one. */
export async function postDueDigests(work: Work): Promise<void> {
  for (const spec of posted(work.park.org.digests)) await postDigest(work, spec);
}

async function postDigest(work: Work, spec: DigestSpec & { chat: string }): Promise<void> {
  const { now, park } = work;
  const since = await watchedSince(work.db, spec.kind, spec.chat, now);
  const slot = slotBefore(spec.cron, park.org.park.timeZone, now);
  if (slot === null || slot <= since || now.getTime() - slot.getTime() > LATEST_MS) return;
  await work.db.transaction(async (db) => {
    if (!(await winSlot(db, spec.kind, spec.chat, slot, now))) return;
    const late = now.getTime() - slot.getTime() > LATE_MS;
    const facts = await weeklyFacts(db, spec.chat, slot, late);
    await queue({ ...work, db }, [
      {
        target: { kind: "chat", code: spec.chat },
        audience: { kind: "enterprise", chat: spec.chat },
        body: { kind: "digest", facts },
        issueId: null,
        mention: [],
        express: true,
      },
    ]);
  });
}

/** The next slot of any digest after a moment. */
export function nextDigest(work: Pick<Work, "park">, after: Date): Date | null {
  const zone = work.park.org.park.timeZone;
  const next = posted(work.park.org.digests).flatMap((spec) => slotAfter(spec.cron, zone, after) ?? []);
  next.sort((a, b) => a.getTime() - b.getTime());
  return next[0] ?? null;
}
