import { and, eq, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/org.ts";
import type { Db } from "./client.ts";
import { contacts, issues } from "./schema.ts";

/** Platform users that the org file does not know. */
export type Contact = typeof contacts.$inferSelect;

export async function readContact(db: Db, platform: PlatformName, userId: string): Promise<Contact | null> {
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.platform, platform), eq(contacts.userId, userId)));
  return row ?? null;
}

export async function saveContact(db: Db, contact: Contact): Promise<void> {
  const { platform: _, userId: __, ...rest } = contact;
  await db
    .insert(contacts)
    .values(contact)
    .onConflictDoUpdate({ target: [contacts.platform, contacts.userId], set: rest });
}

/** The coordinator vouches for a contact; what it raised before counts as verified too. */
export async function verifyContact(db: Db, platform: PlatformName, userId: string): Promise<void> {
  await db
    .update(contacts)
    .set({ verified: true })
    .where(and(eq(contacts.platform, platform), eq(contacts.userId, userId)));
  await db
    .update(issues)
    .set({ reporterVerified: sql`true` })
    .where(and(eq(issues.reporterPlatform, platform), eq(issues.reporterUserId, userId)));
}
