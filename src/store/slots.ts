import { gt, sql } from "drizzle-orm";
import type { DigestSpec } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { issues } from "./schema.ts";
import { digestWatch, slots } from "./schema-supervision.ts";

/** A digest by what tells it from others; one to the coordinators themselves has no chat. */
export type DigestKey = Pick<DigestSpec, "kind" | "chat">;

function keyOf({ kind, chat }: { readonly kind: string; readonly chat?: string | undefined }): string {
  return `${kind} ${chat ?? ""}`;
}

/** Wins a digest slot by inserting it. False: another replica, or an earlier life, has it. */
export async function winSlot(db: Db, { kind, chat = "" }: DigestKey, at: Date, now: Date): Promise<boolean> {
  const rows = await db
    .insert(slots)
    .values({ kind, chat, at, wonAt: now })
    .onConflictDoNothing({ target: [slots.kind, slots.chat, slots.at] })
    .returning({ chat: slots.chat });
  return rows.length === 1;
}

/** Which slots after a moment are won, as a question. */
export async function slotsSince(db: Db, since: Date): Promise<(digest: DigestKey, at: Date) => boolean> {
  const rows = await db.select().from(slots).where(gt(slots.at, since));
  const won = new Set(rows.map((row) => `${keyOf(row)} ${row.at.getTime()}`));
  return (digest, at) => won.has(`${keyOf(digest)} ${at.getTime()}`);
}

/**
 * Since when these digests are known, as a question: the first call starts it. The earliest moment counts: after the clock
 * was set back, another replica may still call with the old one.
 */
export async function watchedSince(
  db: Db,
  digests: readonly DigestKey[],
  now: Date,
): Promise<(digest: DigestKey) => Date> {
  const known = new Map((await db.select().from(digestWatch)).map((row) => [keyOf(row), row.since]));
  const fresh = digests.filter((digest) => (known.get(keyOf(digest)) ?? now) >= now);
  const rows = [...new Map(fresh.map((digest) => [keyOf(digest), digest])).values()];
  if (rows.length > 0) {
    const written = await db
      .insert(digestWatch)
      .values(rows.map(({ kind, chat = "" }) => ({ kind, chat, since: now })))
      .onConflictDoUpdate({
        target: [digestWatch.kind, digestWatch.chat],
        set: { since: sql`least(${digestWatch.since}, excluded.since)` },
      })
      .returning();
    for (const row of written) known.set(keyOf(row), row.since);
  }
  return (digest) => known.get(keyOf(digest)) ?? now;
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
