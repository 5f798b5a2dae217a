import { sql } from "drizzle-orm";
import type { DigestKind } from "../domain/org.ts";
import type { Db } from "./client.ts";
import { digestWatch, issues, slots } from "./schema.ts";

/** Wins a digest slot by inserting it. False: another replica, or an earlier life, has it. */
export async function winSlot(db: Db, kind: DigestKind, chat: string, at: Date, now: Date): Promise<boolean> {
  const rows = await db
    .insert(slots)
    .values({ kind, chat, at, wonAt: now })
    .onConflictDoNothing()
    .returning({ chat: slots.chat });
  return rows.length === 1;
}

/**
 * Since when this digest is known: the first call starts it. The earliest moment counts: after the clock was set back,
 * another replica may still call with the old one.
 */
export async function watchedSince(db: Db, kind: DigestKind, chat: string, now: Date): Promise<Date> {
  const [row] = await db
    .insert(digestWatch)
    .values({ kind, chat, since: now })
    .onConflictDoUpdate({
      target: [digestWatch.kind, digestWatch.chat],
      set: { since: sql`least(${digestWatch.since}, excluded.since)` },
    })
    .returning({ since: digestWatch.since });
  return row?.since ?? now;
}

/** Whether no issue was ever recorded. */
export async function ledgerIsEmpty(db: Db): Promise<boolean> {
  const rows = await db.select({ id: issues.id }).from(issues).limit(1);
  return rows.length === 0;
}

/** Forgets what was posted and since when digests are known: for an empty ledger whose clock goes back. */
export async function forgetSlots(db: Db): Promise<void> {
  await db.delete(slots);
  await db.delete(digestWatch);
}
