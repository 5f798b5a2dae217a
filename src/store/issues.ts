import { and, asc, desc, eq, gt, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Assist, Issue, Listed, Request } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { isLate } from "./figure-parts.ts";
import { gramsIn, indexed } from "./grams.ts";
import { takeIssueNumber } from "./numbers.ts";
import { oneOf } from "./one-of.ts";
import { prepared } from "./prepared.ts";
import { asRecord, columnsOf, columnsReader, wholeRows } from "./record-json.ts";
import { assists, issues, requests } from "./schema.ts";
import { isOpen, stateIs } from "./states.ts";
import { changeOfOver, isOver } from "./tally.ts";

type Row = typeof issues.$inferSelect;

export function toIssue({ tallied: _tallied, maskedAt: _maskedAt, ...row }: Row): Issue {
  return toListed(row);
}

/** What is read of an issue that stands in a list. */
export const LISTED = [
  "id",
  "state",
  "dispatchDue",
  "signDue",
  "due",
  "confidential",
  "enterprise",
  "publicIn",
  "department",
  "reporterName",
  "reporterPlatform",
  "reporterUserId",
  "reporterVerified",
] as const;

export function toListed<Columns extends Pick<Row, (typeof LISTED)[number]>>({
  reporterName: name,
  reporterPlatform: platform,
  reporterUserId: userId,
  reporterVerified: verified,
  ...row
}: Columns) {
  return { ...row, reporter: { name, platform, userId, verified } };
}

/** The issues of a query that takes all columns. */
async function readThese(db: Db, query: SQLWrapper): Promise<readonly Issue[]> {
  return (await wholeRows(db, issues, query)).map(toIssue);
}

function toRow({ reporter, ...issue }: Partial<Issue>): Partial<Row> {
  if (reporter === undefined) return issue;
  return {
    ...issue,
    reporterName: reporter.name,
    reporterPlatform: reporter.platform,
    reporterUserId: reporter.userId,
    reporterVerified: reporter.verified,
  };
}

const record = sql.placeholder("record");

const insertion = prepared<{ id: number }>("insert_issue", () => {
  const columns = { without: ["id", "tallied", "maskedAt"] } as const;
  return sql`with next as (${takeIssueNumber}), filed as (
      insert into issues (id, ${columnsOf(issues, columns)})
      select last, ${columnsOf(issues, columns)} from next, jsonb_populate_record(null::issues, ${record}::jsonb)
      returning id
    )
    insert into issue_grams (issue_id, grams, plain)
    select id, ${gramsIn(sql`${sql.placeholder("pieces")}::text[]`, sql`id`)}, ${sql.placeholder("plain")}::text from filed
    returning issue_id as id`;
});

export async function insertIssue(db: Db, issue: Omit<Issue, "id">): Promise<Issue> {
  const [row] = await insertion(db, { record: asRecord(issues, toRow(issue)), ...indexed(issue) });
  if (row === undefined) throw new Error("an inserted issue came back empty");
  return { ...issue, id: row.id };
}

export async function readIssue(db: Db, id: number): Promise<Issue | null> {
  const [row] = await db.select().from(issues).where(eq(issues.id, id));
  return row === undefined ? null : toIssue(row);
}

export async function readIssues(db: Db, ids: readonly number[]): Promise<readonly Issue[]> {
  if (ids.length === 0) return [];
  const query = db.select().from(issues).where(oneOf(issues.id, ids)).orderBy(asc(issues.id));
  return readThese(db, query);
}

/** The issues of these numbers, in the order in which they are given. */
export async function readInOrder(db: Db, ids: readonly number[]): Promise<readonly Issue[]> {
  return inOrder(ids, await readIssues(db, ids));
}

/** Of these issues those with these numbers, in the order of the numbers. */
export function inOrder(ids: readonly number[], issues: readonly Issue[]): readonly Issue[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The ledger in the order of its numbers, a page after `id`. */
export async function issuesAfter(db: Db, id: number, limit: number): Promise<readonly Issue[]> {
  return readThese(db, db.select().from(issues).where(gt(issues.id, id)).orderBy(asc(issues.id)).limit(limit));
}

const change = prepared<{ id: number }>("update_issue", () => {
  const columns = { without: ["id"] } as const;
  return sql`update issues i set (${columnsOf(issues, columns)}) = (
      select ${columnsOf(issues, { ...columns, of: "r." })} from jsonb_populate_record(i, ${record}::jsonb) r
    ) where i.id = ${sql.placeholder("id")}::int and i.version = ${sql.placeholder("version")}::int returning i.id`;
});

/**
 * Writes a move on the version that it was decided on. Null: somebody was faster. What is said with it may hold what was
 * masked before.
 */
export async function updateIssue(db: Db, issue: Issue, patch: Partial<Issue>): Promise<Issue | null> {
  const { id, version } = issue;
  const moved = { ...patch, version: version + 1 };
  const written = isOver(issue) ? changeOfOver : change;
  const rows = await written(db, { id, version, record: asRecord(issues, { ...toRow(moved), maskedAt: null }) });
  return rows.length === 0 ? null : { ...issue, ...moved };
}

export async function insertRequest(db: Db, request: Omit<Request, "id">): Promise<void> {
  await db.insert(requests).values(request);
}

/** The unit to which a pending request wants the issue given. */
export async function proposeUnit(db: Db, id: number, department: string): Promise<void> {
  await db
    .update(requests)
    .set({ department })
    .where(and(eq(requests.id, id), stateIs(requests.state, "pending")));
}

export async function settleRequest(
  db: Db,
  id: number,
  decided: Pick<Request, "state" | "decidedBy" | "decidedAt" | "decision">,
): Promise<void> {
  await db
    .update(requests)
    .set(decided)
    .where(and(eq(requests.id, id), stateIs(requests.state, "pending")));
}

/** Pending requests with the ids of their issues, oldest first. */
export async function pendingRequests(db: Db): Promise<readonly Request[]> {
  return db.select().from(requests).where(sql`${requests.state} = 'pending'`).orderBy(asc(requests.id));
}

/** The assisting department has said its part. */
export async function finishAssist(db: Db, issueId: number, department: string, doneAt: Date): Promise<void> {
  await db
    .update(assists)
    .set({ doneAt })
    .where(and(eq(assists.issueId, issueId), eq(assists.department, department)));
}

/** Issues with their lock, in the order of their numbers; those that somebody moves now are left out. */
export async function lockIssues(db: Db, ids: readonly number[]): Promise<readonly Issue[]> {
  if (ids.length === 0) return [];
  const query = db
    .select()
    .from(issues)
    .where(oneOf(issues.id, ids))
    .orderBy(asc(issues.id))
    .for("update", { skipLocked: true });
  return readThese(db, query);
}

/** The assisting departments of several issues. */
export async function assistsOfIssues(
  db: Db,
  ids: readonly number[],
): Promise<readonly (Assist & { readonly issueId: number })[]> {
  if (ids.length === 0) return [];
  return db.select().from(assists).where(oneOf(assists.issueId, ids));
}

export async function insertAssist(db: Db, issueId: number, assist: Assist): Promise<void> {
  await db.insert(assists).values({ issueId, ...assist });
}

const isOpenIssue = isOpen(issues);

const listedColumns = columnsReader(issues, LISTED);

/**
 * Without a limit: open issues, or one company's. What is shown of them is cut after it was counted for its reader, so of
 * each no more is read than decides that.
 */
async function list(db: Db, where: SQL | undefined, order: SQL): Promise<readonly Listed[]> {
  return (await listedColumns(db, sql`where ${where} order by ${order}`)).map(toListed);
}

/** Open issues that these departments lead or help with, the soonest due first. */
export function openOfDepartments(db: Db, departments: readonly string[]): Promise<readonly Listed[]> {
  return list(db, and(isOpenIssue, ofDepartments(db, departments)), asc(issues.due));
}

/** Issues in a state, oldest first; of these departments alone, or of all. */
export function issuesInState(
  db: Db,
  state: Issue["state"],
  departments: readonly string[] | null = null,
): Promise<readonly Listed[]> {
  return list(db, and(stateIs(issues.state, state), ledBy(departments)), asc(issues.id));
}

/** Open issues past their due date at this moment, the oldest due first; of these departments alone, or of all. */
export function overdueIssues(
  db: Db,
  now: Date,
  departments: readonly string[] | null = null,
): Promise<readonly Listed[]> {
  return list(db, and(isLate(now), ledBy(departments)), asc(issues.due));
}

/** Those that these departments lead; null: all. */
export function ledBy(departments: readonly string[] | null): SQL | undefined {
  return departments === null ? undefined : inArray(issues.department, [...departments]);
}

export function countOverdue(db: Db, now: Date): Promise<number> {
  return db.$count(issues, isLate(now));
}

/** The issues of a company, the newest first. */
export function issuesOfCompany(db: Db, enterprise: string): Promise<readonly Listed[]> {
  return list(db, eq(issues.enterprise, enterprise), desc(issues.id));
}

/** The issues that this platform user raised, the newest first. */
export function issuesOfReporter(
  db: Db,
  platform: Issue["reporter"]["platform"],
  userId: string,
): Promise<readonly Listed[]> {
  const raised = and(eq(issues.reporterPlatform, platform), eq(issues.reporterUserId, userId));
  return list(db, raised, desc(issues.id));
}

/** Of the issues that are public in a group those of a company and those that a platform user raised, the newest first. */
export function ownPublicIn(
  db: Db,
  chat: string,
  own: { readonly enterprise: string | undefined; readonly userId: string },
): Promise<readonly Listed[]> {
  const theirs = own.enterprise === undefined ? undefined : eq(issues.enterprise, own.enterprise);
  const whose = or(theirs, eq(issues.reporterUserId, own.userId));
  return list(db, and(eq(issues.publicIn, chat), eq(issues.confidential, false), whose), desc(issues.id));
}

/** Asks the ledger for anything at all. Throws when there is no answer. */
export async function answers(db: Db): Promise<void> {
  await db.select({ id: issues.id }).from(issues).limit(1);
}

/** How many issues there are in each state. */
export async function countByState(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ state: issues.state, count: sql<number>`count(*)::int` })
    .from(issues)
    .groupBy(issues.state);
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** That these departments lead or help with it. */
export function ofDepartments(db: Db, departments: readonly string[]): SQL | undefined {
  const codes = [...departments];
  const helped = db.select({ id: assists.issueId }).from(assists).where(inArray(assists.department, codes));
  return or(inArray(issues.department, codes), inArray(issues.id, helped));
}

/** The issues that go on from one (后续), or that were merged into it. */
export async function relatedTo(db: Db, by: "follows" | "mergedInto", id: number): Promise<readonly number[]> {
  const rows = await db.select({ id: issues.id }).from(issues).where(eq(issues[by], id)).orderBy(asc(issues.id));
  return rows.map((row) => row.id);
}
