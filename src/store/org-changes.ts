import { createHash } from "node:crypto";
import { asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { CHAIN_START, canonicalJson, linkOf } from "./events.ts";
import { settings } from "./schema.ts";
import { orgChanges, type RecordedChange } from "./schema-org.ts";
import { keepSetting } from "./settings.ts";

/** The record of what was changed of the org: each entry continues the one before, and none is changed afterwards. */

export type OrgChange = typeof orgChanges.$inferSelect;
export type NewOrgChange = Omit<OrgChange, "seq" | "digest" | "previous" | "hash">;
export type { RecordedChange };

/** The setting that holds the text in force. */
export const ORG_TEXT = "org-file";
const LOCK = "org-changes";

/** Whoever changes the org does so alone, until the transaction ends. */
export async function lockOrg(tx: Db): Promise<void> {
  await keepSetting(tx, LOCK, {});
  await tx.select({ name: settings.name }).from(settings).where(eq(settings.name, LOCK)).for("update");
}

/** What an entry says, as a digest. */
export function orgChangeDigest({ by, place, at, changes, text }: NewOrgChange): string {
  return createHash("sha256").update(canonicalJson({ by, place, at, changes, text })).digest("hex");
}

/** The digest of an org file's text. */
export function textDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Appends an entry; the caller holds `lockOrg`. */
export async function appendOrgChange(tx: Db, change: NewOrgChange): Promise<void> {
  const last = await lastOrgChange(tx);
  const previous = last?.hash ?? CHAIN_START;
  const digest = orgChangeDigest(change);
  const seq = (last?.seq ?? 0) + 1;
  await tx.insert(orgChanges).values({ ...change, seq, digest, previous, hash: linkOf(previous, digest) });
}

export async function lastOrgChange(db: Db): Promise<OrgChange | null> {
  const [last] = await db.select().from(orgChanges).orderBy(desc(orgChanges.seq)).limit(1);
  return last ?? null;
}

/** The last entry that concerns this; null where there is none. `key` null: whatever of that part. */
export async function lastOrgChangeOf(
  db: Db,
  { part, key }: { readonly part: string; readonly key: string | null },
): Promise<OrgChange | null> {
  const wanted = JSON.stringify([{ part, ...(key !== null && { key }) }]);
  const concerns = sql`${orgChanges.changes} @> ${wanted}::jsonb`;
  const [last] = await db.select().from(orgChanges).where(concerns).orderBy(desc(orgChanges.seq)).limit(1);
  return last ?? null;
}

/** The newest first, a page before `seq`. */
export function orgChangesBefore(db: Db, seq: number | null, limit: number): Promise<readonly OrgChange[]> {
  return db
    .select()
    .from(orgChanges)
    .where(seq === null ? undefined : lt(orgChanges.seq, seq))
    .orderBy(desc(orgChanges.seq))
    .limit(limit);
}

/** In their order, a page after `seq`. */
export function orgChangesAfter(db: Db, seq: number, limit: number): Promise<readonly OrgChange[]> {
  return db.select().from(orgChanges).where(gt(orgChanges.seq, seq)).orderBy(asc(orgChanges.seq)).limit(limit);
}
