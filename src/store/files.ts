import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { SealedFile } from "../domain/issue/files.ts";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";
import { isOverBefore } from "./over.ts";
import { issues } from "./schema.ts";
import { files } from "./schema-files.ts";
import { isOpen, stateIn, stateIs, stateNotIn } from "./states.ts";

/** Pictures and files that came with messages: what is to be fetched, what is kept, and what is over. */
export type StoredFile = typeof files.$inferSelect;
export type NewFile = Pick<
  StoredFile,
  | "id"
  | "platform"
  | "messageId"
  | "userId"
  | "userName"
  | "place"
  | "kind"
  | "name"
  | "source"
  | "receivedAt"
  | "retryAt"
  | "until"
>;

/** Keeps what is to be fetched, in the transaction that answers its message. */
export async function insertFiles(db: Db, fresh: readonly NewFile[]): Promise<void> {
  if (fresh.length === 0) return;
  await db.insert(files).values(fresh.map((one) => ({ ...one, state: "waiting" as const })));
}

/** What came with its bytes, and belongs to nothing yet. */
export type NewKept = Pick<
  StoredFile,
  "id" | "platform" | "messageId" | "userId" | "userName" | "kind" | "name" | "mime" | "bytes"
> & { readonly digest: string; readonly at: Date };

/** Keeps what came with its bytes, before they are on the shelf: whoever is removing the same ones has done so before, or sees this. */
export async function insertKept(db: Db, { at, ...fresh }: NewKept): Promise<void> {
  await db.transaction(async (tx) => {
    await lockDigest(tx, fresh.digest);
    const times = { receivedAt: at, retryAt: at, until: at, keptAt: at };
    await tx.insert(files).values({ ...fresh, ...times, state: "kept", source: null, place: null });
  });
}

/** Of these what somebody sent that belongs to nothing yet. */
export async function looseFiles(
  db: Db,
  ids: readonly string[],
  { platform, userId }: Pick<StoredFile, "platform" | "userId">,
): Promise<readonly StoredFile[]> {
  if (ids.length === 0) return [];
  const isHis = and(eq(files.platform, platform), eq(files.userId, userId));
  return db
    .select()
    .from(files)
    .where(and(inArray(files.id, [...ids]), isHis, isNull(files.issueId), stateIs(files.state, "kept")))
    .orderBy(asc(files.id));
}

/** Takes one, until the transaction ends, unless it belongs to an issue by now. */
export async function takeLoose(tx: Db, id: string): Promise<readonly StoredFile[]> {
  return tx
    .select()
    .from(files)
    .where(and(eq(files.id, id), isNull(files.issueId)))
    .for("update");
}

/** With what an issue was moved. */
export interface CameWith {
  readonly issueId: number;
  readonly version: number;
  readonly action: string;
}

/**
 * Gives files that belong to no issue yet to the move with which they came. Those whose bytes are there are sealed by its
 * event; the others when they are.
 */
export async function claimFiles(
  db: Db,
  ids: readonly string[],
  { issueId, version, action }: CameWith,
): Promise<readonly (Pick<SealedFile, "id"> & Partial<SealedFile>)[]> {
  const sealedIn = sql<number | null>`case when ${files.state} = 'kept' then ${version}::int end`;
  const claimed = await db
    .update(files)
    .set({ issueId, version, action, sealedIn })
    .where(and(inArray(files.id, [...ids]), isNull(files.issueId), stateNotIn(files.state, ["removed"])))
    .returning({ id: files.id, state: files.state, digest: files.digest });
  return claimed.map(({ id, state, digest }) => (state === "kept" && digest !== null ? { id, digest } : { id }));
}

/**
 * Takes files whose time to be fetched has come, each until `retryAt`: should this process die over one, it is taken up again
 * then.
 */
export async function takeWaiting(
  db: Db,
  { now, retryAt, limit }: { readonly now: Date; readonly retryAt: Date; readonly limit: number },
): Promise<readonly StoredFile[]> {
  const due = db
    .select({ id: files.id })
    .from(files)
    .where(and(stateIs(files.state, "waiting"), lte(files.retryAt, now)))
    .orderBy(asc(files.retryAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(files)
    .set({ retryAt, attempts: sql`${files.attempts} + 1` })
    .where(inArray(files.id, due))
    .returning();
}

/** When the next one is to be fetched; null: none is. */
export async function nextWaiting(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: files.retryAt })
    .from(files)
    .where(stateIs(files.state, "waiting"))
    .orderBy(asc(files.retryAt))
    .limit(1);
  return row?.at ?? null;
}

/** Ends a process's hold on all: for a start on a database that nobody else can be using. */
export async function releaseAllFiles(db: Db, now: Date): Promise<void> {
  await db.update(files).set({ retryAt: now }).where(stateIs(files.state, "waiting"));
}

/** Changes one that is still waited for. False: another process has settled it. */
export async function settleFile(db: Db, id: string, change: Partial<StoredFile>): Promise<boolean> {
  const changed = await db
    .update(files)
    .set(change)
    .where(and(eq(files.id, id), stateIs(files.state, "waiting")))
    .returning({ id: files.id });
  return changed.length === 1;
}

/** One of the same message that may come within moments; for what fails again and again the others do not wait. */
const SOON = sql`exists (select from files w where w.platform = ${files.platform} and w.message_id = ${files.messageId}
  and w.state = 'waiting' and w.attempts < 3)`;

/** Whether anything is to be fetched by now, to be sealed, or to be told of. One look, since mostly there is nothing. */
export async function hasFileWork(db: Db, now: Date): Promise<boolean> {
  const [row] = answered<{ readonly yes: boolean }>(
    await db.execute(sql`select
      exists (select from files f where f.state = 'waiting' and f.retry_at <= ${now.toISOString()}::timestamptz)
      or exists (select from files f where f.state = 'kept' and f.sealed_in is null and f.issue_id is not null)
      or exists (select from files f where f.state = 'lost' and f.told_at is null) as yes`),
  );
  return row?.yes === true;
}

/** Issues of which kept files stand in no event yet. */
export async function issuesToSeal(db: Db, limit: number): Promise<readonly number[]> {
  const rows = await db
    .selectDistinct({ id: files.issueId })
    .from(files)
    .where(and(stateIs(files.state, "kept"), isNull(files.sealedIn), isNotNull(files.issueId), sql`not ${SOON}`))
    .limit(limit);
  return rows.flatMap(({ id }) => id ?? []);
}

/** Notes the event of its issue, which is locked, in which its kept files are sealed. Gives those that were in none yet. */
export async function sealKept(db: Db, issueId: number, sealedIn: number): Promise<readonly SealedFile[]> {
  const sealed = await db
    .update(files)
    .set({ sealedIn })
    .where(and(eq(files.issueId, issueId), stateIs(files.state, "kept"), isNull(files.sealedIn)))
    .returning({ id: files.id, digest: files.digest });
  return sealed
    .flatMap(({ id, digest }) => (digest === null ? [] : [{ id, digest }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Takes, until the transaction ends, what could not be kept and its sender has not heard of. */
export async function takeUntold(db: Db, limit: number): Promise<readonly StoredFile[]> {
  return db
    .select()
    .from(files)
    .where(and(stateIs(files.state, "lost"), isNull(files.toldAt), sql`not ${SOON}`))
    .orderBy(asc(files.receivedAt), asc(files.id))
    .limit(limit)
    .for("update", { skipLocked: true });
}

export async function markTold(db: Db, ids: readonly string[], toldAt: Date): Promise<void> {
  await db
    .update(files)
    .set({ toldAt })
    .where(inArray(files.id, [...ids]));
}

/** What came with an issue, in the order in which it came. */
export async function filesOf(db: Db, issueId: number): Promise<readonly StoredFile[]> {
  return db
    .select()
    .from(files)
    .where(eq(files.issueId, issueId))
    .orderBy(asc(files.version), asc(files.receivedAt), asc(files.id));
}

/** Files whose bytes are not needed any more: of issues that were over before a moment, and of none since another. */
export interface OldFiles {
  readonly overBefore: Date;
  readonly looseBefore: Date;
}

function areOld(db: Db, { overBefore, looseBefore }: OldFiles): SQL | undefined {
  const over = db
    .select({ id: issues.id })
    .from(issues)
    .where(and(eq(issues.id, files.issueId), sql`not ${isOpen(issues)}`, isOverBefore(overBefore)));
  const isLoose = and(isNull(files.issueId), lte(files.receivedAt, looseBefore));
  const isOver = and(stateIs(files.state, "kept"), isNotNull(files.issueId), sql`exists ${over}`);
  return or(isLoose, isOver);
}

/** The digests of some that are old; null: of what never came. */
export async function oldDigests(db: Db, old: OldFiles, limit: number): Promise<readonly (string | null)[]> {
  const rows = await db.selectDistinct({ digest: files.digest }).from(files).where(areOld(db, old)).limit(limit);
  return rows.map(({ digest }) => digest);
}

/** Takes, until the transaction ends, what is old of one digest. */
export async function takeOld(
  tx: Db,
  old: OldFiles,
  { digest, limit }: { readonly digest: string | null; readonly limit: number },
): Promise<readonly StoredFile[]> {
  const isSame = digest === null ? isNull(files.digest) : eq(files.digest, digest);
  return tx
    .select()
    .from(files)
    .where(and(isSame, areOld(tx, old)))
    .limit(limit)
    .for("update", { of: files, skipLocked: true });
}

/** Until the transaction ends nobody else begins to keep these bytes, or looks whether they are needed. */
export async function lockDigest(tx: Db, digest: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file ${digest}`}, 0))`);
}

/**
 * Notes by which bytes one is about to be kept: from then on they are needed. Whoever is removing the same ones has done so before, or
 * sees this. False: another process has settled it.
 */
export async function noteDigest(db: Db, id: string, digest: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockDigest(tx, digest);
    return settleFile(tx, id, { digest });
  });
}

/** Whether anything else is kept, or may come to be, by the same bytes. */
export async function isNeeded(db: Db, digest: string): Promise<boolean> {
  const [row] = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.digest, digest), stateIn(files.state, ["kept", "waiting"])))
    .limit(1);
  return row !== undefined;
}

/** What belongs to an issue stays as a line without bytes; what belongs to none goes. */
export async function endFiles(db: Db, old: readonly StoredFile[]): Promise<void> {
  const [loose, owned] = [
    old.filter(({ issueId }) => issueId === null).map(({ id }) => id),
    old.filter(({ issueId }) => issueId !== null).map(({ id }) => id),
  ];
  if (loose.length > 0) await db.delete(files).where(inArray(files.id, loose));
  if (owned.length > 0) await db.update(files).set({ state: "removed" }).where(inArray(files.id, owned));
}
