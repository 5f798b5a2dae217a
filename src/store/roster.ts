import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Issue } from "../domain/issue/issue.ts";
import { type Absence, createRoster, type Duty, type Roster } from "../domain/park/roster.ts";
import type { Db } from "./client.ts";
import { companiesOfContacts } from "./contacts.ts";
import { absences, duties } from "./schema-supervision.ts";

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
