import { and, asc, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { prepared } from "./prepared.ts";
import { issues } from "./schema.ts";
import { checks, reminders } from "./schema-supervision.ts";
import { isOpen } from "./states.ts";

/** When each open issue is looked at next, and what somebody was reminded of already. */

const isOpenIssue = isOpen(issues);

/** Sets when an issue is looked at next; it starts anew with its failures. */
export async function setCheck(db: Db, issueId: number, at: Date): Promise<void> {
  await setting(db, { issueId, at: at.toISOString() });
}

const setting = prepared(
  "set_check",
  () => sql`insert into checks (issue_id, at, failures)
    values (${sql.placeholder("issueId")}::int, ${sql.placeholder("at")}::timestamptz, 0)
    on conflict (issue_id) do update set at = excluded.at, failures = 0`,
);

/** As `setCheck`, for several in one statement. */
export async function setChecks(
  db: Db,
  rows: readonly { readonly issueId: number; readonly at: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(checks)
    .values(rows.map((row) => ({ ...row, failures: 0 })))
    .onConflictDoUpdate({ target: checks.issueId, set: { at: sql`excluded.at`, failures: 0 } });
}

/** What is over needs no look. */
export async function endCheck(db: Db, issueId: number): Promise<void> {
  await ending(db, { issueId });
}

const ending = prepared("end_check", () => sql`delete from checks where issue_id = ${sql.placeholder("issueId")}::int`);

/** That the company has spoken of these, and was asked back what it meant. */
export async function noteResponse(db: Db, issueIds: readonly number[], at: Date): Promise<void> {
  if (issueIds.length > 0) await db.update(checks).set({ respondedAt: at }).where(oneOf(checks.issueId, issueIds));
}

/** When the company last spoke of an issue so. */
export async function respondedAt(db: Db, issueId: number): Promise<Date | null> {
  const [row] = await db.select({ at: checks.respondedAt }).from(checks).where(eq(checks.issueId, issueId));
  return row?.at ?? null;
}

/** After a failure: looked at again later. */
export async function postponeCheck(db: Db, issueId: number, at: Date): Promise<void> {
  await db
    .update(checks)
    .set({ at, failures: sql`${checks.failures} + 1` })
    .where(eq(checks.issueId, issueId));
}

/** The issues whose time to be looked at has come, the longest overdue first, and not those that somebody moves now. */
export async function dueChecks(db: Db, now: Date, limit: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: checks.issueId })
    .from(checks)
    .where(lte(checks.at, now))
    .orderBy(asc(checks.at), asc(checks.issueId))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** The next moment after `after` at which an issue is to be looked at. */
export async function nextCheck(db: Db, after: Date): Promise<Date | null> {
  const [row] = await db
    .select({ at: checks.at })
    .from(checks)
    .where(gt(checks.at, after))
    .orderBy(asc(checks.at))
    .limit(1);
  return row?.at ?? null;
}

export type Reminder = typeof reminders.$inferSelect;

/** What was given about these issues. */
export function remindersOf(db: Db, issueIds: readonly number[]): Promise<readonly Reminder[]> {
  return db
    .select()
    .from(reminders)
    .where(and(eq(reminders.scope, "issue"), oneOf(reminders.subject, issueIds)));
}

/** Writes what is given now. Returns those that nobody had given before: the key is the promise of «once». */
export async function giveReminders(db: Db, rows: readonly Reminder[]): Promise<readonly Reminder[]> {
  if (rows.length === 0) return [];
  return db
    .insert(reminders)
    .values([...rows])
    .onConflictDoNothing({
      target: [reminders.scope, reminders.subject, reminders.rung, reminders.about, reminders.deadline],
    })
    .returning();
}

/** Open issues that are not looked at as they should be. */
export interface Unchecked {
  /** Without a next look. */
  readonly missing: number;
  /** Looking at them failed. */
  readonly failing: number;
  /** Their time is long past, and nobody tried. */
  readonly late: number;
  /** Since when the longest waits. Null when none does. */
  readonly oldest: Date | null;
}

/** `before`: a look that was to be taken before this moment should have been. */
export async function uncheckedIssues(db: Db, before: Date): Promise<Unchecked> {
  const open = await db.$count(issues, isOpenIssue);
  const failed = gt(checks.failures, 0);
  const late = and(lt(checks.at, before), eq(checks.failures, 0));
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      failing: sql<number>`(count(*) filter (where ${failed}))::int`,
      late: sql<number>`(count(*) filter (where ${late}))::int`,
      oldest: sql<string | null>`min(${checks.at}) filter (where ${or(failed, late)})`,
    })
    .from(checks);
  if (row === undefined) throw new Error("an aggregate without groups has one row");
  const { all, failing, oldest } = row;
  return { missing: open - all, failing, late: row.late, oldest: oldest === null ? null : new Date(oldest) };
}

/** Gives a check to each open issue that has none. Returns how many there were. */
export async function addMissingChecks(db: Db, now: Date): Promise<number> {
  const missing = await db
    .select({ issueId: issues.id })
    .from(issues)
    .leftJoin(checks, eq(checks.issueId, issues.id))
    .where(and(isOpenIssue, isNull(checks.at)));
  await setChecks(
    db,
    missing.map(({ issueId }) => ({ issueId, at: now })),
  );
  return missing.length;
}
