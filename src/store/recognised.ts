import { and, asc, eq } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Recognition } from "../domain/park/recognition.ts";
import type { Db } from "./client.ts";
import { claims, recognised } from "./schema-roads.ts";

/** Who somebody unknown says to be, and whom the coordinator has recognised. */

/** A claim that waits; `person` is null after the coordinator has said no. */
export type StoredClaim = typeof claims.$inferSelect;
export type StoredRecognition = typeof recognised.$inferSelect;

interface Account {
  readonly platform: PlatformName;
  readonly userId: string;
}

/** All of them, in the order in which they were recognised. */
export function readRecognised(db: Db): Promise<StoredRecognition[]> {
  return db.select().from(recognised).orderBy(asc(recognised.at), asc(recognised.platform), asc(recognised.userId));
}

export async function recognitionOf(db: Db, { platform, userId }: Account): Promise<Recognition | null> {
  const [row] = await db
    .select()
    .from(recognised)
    .where(and(eq(recognised.platform, platform), eq(recognised.userId, userId)));
  return row ?? null;
}

/** Recognises an account, in place of what it was recognised as before; what it claimed is settled with it. */
export async function recognise(db: Db, row: StoredRecognition): Promise<void> {
  const { platform: _, userId: __, ...rest } = row;
  await db
    .insert(recognised)
    .values(row)
    .onConflictDoUpdate({ target: [recognised.platform, recognised.userId], set: rest });
  await db.delete(claims).where(and(eq(claims.platform, row.platform), eq(claims.userId, row.userId)));
}

/** Takes a recognition back: of every account that was recognised as this, or of one. Returns those. */
export function forgetRecognised(db: Db, person: string, userId?: string): Promise<StoredRecognition[]> {
  const which = [eq(recognised.person, person), ...(userId === undefined ? [] : [eq(recognised.userId, userId)])];
  return db
    .delete(recognised)
    .where(and(...which))
    .returning();
}

export async function readClaim(db: Db, { platform, userId }: Account): Promise<StoredClaim | null> {
  const [row] = await db
    .select()
    .from(claims)
    .where(and(eq(claims.platform, platform), eq(claims.userId, userId)));
  return row ?? null;
}

/** What an account says now takes the place of what it said before. */
export async function saveClaim(db: Db, claim: StoredClaim): Promise<void> {
  const { platform: _, userId: __, ...rest } = claim;
  await db
    .insert(claims)
    .values(claim)
    .onConflictDoUpdate({ target: [claims.platform, claims.userId], set: rest });
}

/** Those who say to be this person of the org file, or anybody, the oldest first; those who were told no, too. */
export function readClaims(db: Db, name?: string): Promise<StoredClaim[]> {
  return db
    .select()
    .from(claims)
    .where(name === undefined ? undefined : eq(claims.name, name))
    .orderBy(asc(claims.at), asc(claims.platform), asc(claims.userId));
}

/** The coordinator has said that this is not he. */
export async function denyClaim(db: Db, { platform, userId }: Account): Promise<void> {
  await db
    .update(claims)
    .set({ person: null })
    .where(and(eq(claims.platform, platform), eq(claims.userId, userId)));
}
