import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Issue } from "../domain/issue/issue.ts";
import type { Origin } from "../domain/park/org.ts";
import { type Absence, createRoster, type Duty, type Guest, type Roster } from "../domain/park/roster.ts";
import type { Db } from "./client.ts";
import { contacts, issues } from "./schema.ts";
import { absences, duties } from "./schema-supervision.ts";

/** Platform users that the org file does not know. */
export type Contact = typeof contacts.$inferSelect;

export async function readContact(db: Db, platform: Origin, userId: string): Promise<Contact | null> {
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.platform, platform), eq(contacts.userId, userId)));
  return row ?? null;
}

/** A contact with its lock, as it is now, or as this one where there is none yet: until the transaction ends nobody else changes it. */
export async function lockContact(db: Db, fresh: Contact): Promise<Contact> {
  await db
    .insert(contacts)
    .values(fresh)
    .onConflictDoNothing({ target: [contacts.platform, contacts.userId] });
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.platform, fresh.platform), eq(contacts.userId, fresh.userId)))
    .for("update");
  return row ?? fresh;
}

/** Locks a contact that is there, as whoever changes it does. */
export async function holdContact(db: Db, platform: Origin, userId: string): Promise<void> {
  await db
    .select({ userId: contacts.userId })
    .from(contacts)
    .where(and(eq(contacts.platform, platform), eq(contacts.userId, userId)))
    .for("update");
}

export async function saveContact(db: Db, contact: Contact): Promise<void> {
  const { platform: _, userId: __, ...rest } = contact;
  await db
    .insert(contacts)
    .values(contact)
    .onConflictDoUpdate({ target: [contacts.platform, contacts.userId], set: rest });
}

/** The companies that these users say they are from, as far as they do. */
async function companiesOfContacts(
  db: Db,
  users: readonly { readonly platform: Origin; readonly userId: string }[],
): Promise<readonly Guest[]> {
  if (users.length === 0) return [];
  const ids = [...new Set(users.map((user) => user.userId))];
  const rows = await db
    .select({ platform: contacts.platform, userId: contacts.userId, enterprise: contacts.enterprise })
    .from(contacts)
    .where(and(inArray(contacts.userId, ids), isNotNull(contacts.enterprise)));
  return rows.flatMap(({ enterprise, ...user }) => (enterprise === null ? [] : [{ ...user, enterprise }]));
}

/**
 * The coordinator vouches for a user as one company's: while he says that he is from it, he counts as its own, and what he
 * raised for it counts as raised by it. Nothing is said of any other company that he names.
 */
export async function verifyContact(db: Db, platform: Origin, userId: string, enterprise: string): Promise<void> {
  await db
    .update(contacts)
    .set({ verified: true })
    .where(and(eq(contacts.platform, platform), eq(contacts.userId, userId), eq(contacts.enterprise, enterprise)));
  const raised = and(eq(issues.reporterPlatform, platform), eq(issues.reporterUserId, userId));
  await db
    .update(issues)
    .set({ reporterVerified: sql`true` })
    .where(and(raised, eq(issues.enterprise, enterprise)));
}

/** Who is on duty and who is away. */

export async function insertDuty(db: Db, duty: Duty & { readonly setBy: string }): Promise<void> {
  await db.insert(duties).values(duty);
}

export async function insertAbsence(db: Db, absence: Absence & { readonly setBy: string }): Promise<void> {
  await db.insert(absences).values(absence);
}

/** Ends the absence of a person that holds at this moment. False: there is none. */
export async function endAbsence(db: Db, person: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(absences)
    .set({ until: now })
    .where(and(eq(absences.person, person), gt(absences.until, now)))
    .returning({ id: absences.id });
  return rows.length > 0;
}

/** The roster as it holds at a moment, with what those say of themselves who raised these issues. */
export async function readRoster(db: Db, now: Date, issues: readonly Pick<Issue, "reporter">[]): Promise<Roster> {
  const onDuty = await db
    .select()
    .from(duties)
    .where(and(lte(duties.since, now), or(isNull(duties.until), gt(duties.until, now))))
    .orderBy(asc(duties.id));
  const away = await db
    .select()
    .from(absences)
    .where(and(lte(absences.since, now), gt(absences.until, now)))
    .orderBy(asc(absences.id));
  const guests = await companiesOfContacts(
    db,
    issues.map((issue) => issue.reporter),
  );
  return createRoster(onDuty, away, guests);
}
