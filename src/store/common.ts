import { and, asc, desc, eq, gte, inArray, type SQL } from "drizzle-orm";
import type { Common, CommonRow } from "../domain/common/common.ts";
import type { Db } from "./client.ts";
import { ofDepartments } from "./issues.ts";
import { nextNumber } from "./numbers.ts";
import { oneOf } from "./one-of.ts";
import { issues } from "./schema.ts";
import { commonMembers, commons } from "./schema-common.ts";
import { isOpen, stateIs } from "./states.ts";

/** Common problems (共性问题), and which issues belong to each. */

/** Writes a new one under the next number, in the transaction that records it. */
export async function insertCommon(db: Db, common: Omit<Common, "id">): Promise<Common> {
  const id = await nextNumber(db, "common");
  await db.insert(commons).values({ ...common, id });
  return { ...common, id };
}

export async function readCommon(db: Db, id: number, lock = false): Promise<Common | null> {
  const query = db.select().from(commons).where(eq(commons.id, id));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

/** All of them, or those that are open, the newest first. */
export function listCommons(db: Db, which: "all" | "open"): Promise<readonly Common[]> {
  const open = which === "open" ? stateIs(commons.state, "open") : undefined;
  return db.select().from(commons).where(open).orderBy(desc(commons.id));
}

/** Those of these numbers, the newest first. */
export function commonsNumbered(db: Db, ids: readonly number[]): Promise<readonly Common[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.select().from(commons).where(oneOf(commons.id, ids)).orderBy(desc(commons.id));
}

/** Writes what a deed changes, on the version that it was decided on. Null: somebody was faster. */
export async function updateCommon(db: Db, before: Common, patch: Partial<CommonRow>): Promise<Common | null> {
  const [row] = await db
    .update(commons)
    .set({ ...patch, version: before.version + 1 })
    .where(and(eq(commons.id, before.id), eq(commons.version, before.version)))
    .returning();
  return row ?? null;
}

export interface Membership {
  readonly issueId: number;
  readonly commonId: number;
}

/** Which issues belong to these, in the order of their numbers. */
export function membersOf(db: Db, commonIds: readonly number[]): Promise<readonly Membership[]> {
  if (commonIds.length === 0) return Promise.resolve([]);
  return membershipsWhere(db, oneOf(commonMembers.commonId, commonIds));
}

/** To which common problem each of these issues belongs; those that belong to none are not there. */
export function membershipsOf(db: Db, issueIds: readonly number[]): Promise<readonly Membership[]> {
  if (issueIds.length === 0) return Promise.resolve([]);
  return membershipsWhere(db, oneOf(commonMembers.issueId, issueIds));
}

function membershipsWhere(db: Db, where: SQL): Promise<readonly Membership[]> {
  return db.select().from(commonMembers).where(where).orderBy(asc(commonMembers.issueId));
}

/** Adds these. Gives those that belonged to none before: an issue belongs to one at most. */
export async function addMembers(db: Db, commonId: number, issueIds: readonly number[]): Promise<readonly number[]> {
  if (issueIds.length === 0) return [];
  const rows = await db
    .insert(commonMembers)
    .values(issueIds.map((issueId) => ({ issueId, commonId })))
    .onConflictDoNothing({ target: commonMembers.issueId })
    .returning();
  return rows.map(({ issueId }) => issueId).sort((one, other) => one - other);
}

export async function removeMembers(db: Db, commonId: number, issueIds: readonly number[]): Promise<void> {
  await db
    .delete(commonMembers)
    .where(and(eq(commonMembers.commonId, commonId), oneOf(commonMembers.issueId, issueIds)));
}

/** The newest open issues, and those that were closed since a moment: among these it is looked for what is alike. */
export async function recentIssues(db: Db, since: Date, limit: number): Promise<readonly number[]> {
  const ids = db.select({ id: issues.id }).from(issues);
  const open = await ids.where(isOpen(issues)).orderBy(desc(issues.id)).limit(limit);
  const closed = await db
    .select({ id: issues.id })
    .from(issues)
    .where(gte(issues.closedAt, since))
    .orderBy(desc(issues.closedAt))
    .limit(limit);
  const all = new Set([...open, ...closed].map(({ id }) => id));
  return [...all].sort((one, other) => other - one).slice(0, limit);
}

/** The numbers of those that these departments lead, or have an issue of (lead or help with it). */
export async function commonsNear(db: Db, departments: readonly string[]): Promise<readonly number[]> {
  const led = await db
    .select({ id: commons.id })
    .from(commons)
    .where(inArray(commons.lead, [...departments]));
  const having = await db
    .selectDistinct({ id: commonMembers.commonId })
    .from(commonMembers)
    .innerJoin(issues, eq(issues.id, commonMembers.issueId))
    .where(ofDepartments(db, departments));
  return [...new Set([...led, ...having].map(({ id }) => id))];
}
