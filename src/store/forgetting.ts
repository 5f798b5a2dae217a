import { and, asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "./client.ts";
import { recordForgotten } from "./disclosures.ts";
import { contentOf, eventsOfIssues, plainDigestOf, type StoredEvent, sha256Of } from "./events.ts";
import { isOverBefore, OVER } from "./over.ts";
import { issues, notices, requests } from "./schema.ts";
import { files } from "./schema-files.ts";
import { events } from "./schema-record.ts";
import { cards } from "./schema-roads.ts";
import { supervisions } from "./schema-supervision.ts";
import { indexAnew } from "./search-index.ts";
import { isOpen } from "./states.ts";
import { isPersonal, veilsAfter, withTexts } from "./veils.ts";

/** Words that are forgotten wherever the ledger holds them about an issue. What the record is chained with stays. */

/** What a text is changed to, by where it stands; the same text for what stays. */
export type Change = (text: string, path: string) => string;

const unmasked = sql`${issues.maskedAt} is null and not ${isOpen(issues)}`;

/** Issues that were over before a moment and are as they were written, the longest over first. */
export async function overSince(db: Db, before: Date, limit: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(unmasked, isOverBefore(before)))
    .orderBy(OVER, asc(issues.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Since when the issue is over that is so longest and is as it was written. Null: there is none. */
export async function longestOver(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<string>`${OVER}` })
    .from(issues)
    .where(unmasked)
    .orderBy(OVER)
    .limit(1);
  return row === undefined ? null : new Date(row.at);
}

/** Notes that what was to be masked of an issue is masked. */
export async function markMasked(db: Db, id: number, at: Date): Promise<void> {
  await db.update(issues).set({ maskedAt: at }).where(eq(issues.id, id));
}

/** What is about one issue, its record first: locked, so that nobody moves it meanwhile. Null: there is no such issue. */
export async function lockForForgetting(tx: Db, id: number): Promise<readonly StoredEvent[] | null> {
  const rows = await tx.select({ id: issues.id }).from(issues).where(eq(issues.id, id)).for("update");
  return rows.length === 0 ? null : eventsOfIssues(tx, [id]);
}

/** Has every text about an issue changed, in each table that holds one, and the change recorded. Whether there was anything to change. */
export async function changeTexts(
  tx: Db,
  id: number,
  { written, change, by, at }: Changing & { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const digests = await changeEvents(tx, { written, change });
  const isRecorded = Object.keys(digests).length > 0;
  if (isRecorded) await recordForgotten(tx, id, { by, at, digests });
  const isOwn = await changeIssue(tx, id, change);
  let beside = false;
  for (const one of BESIDE) beside = (await changeRows(tx, one, eq(one.of, id), change)) || beside;
  return isRecorded || isOwn || beside;
}

interface Changing {
  readonly written: readonly StoredEvent[];
  readonly change: Change;
}

/** Gives what each event that was changed says since, by its number. */
async function changeEvents(tx: Db, { written, change }: Changing): Promise<Readonly<Record<string, string>>> {
  const changed = written.flatMap((event) => {
    const before = contentOf(event);
    // What the digest is made of as it stands cannot go.
    const after = withTexts(before, (text, path) => (isPersonal(path) ? change(text, path) : text));
    if (sha256Of(after) === sha256Of(before)) return [];
    const veils = event.veils === null ? null : veilsAfter(event.veils, before, after);
    return [{ seq: event.seq, ...after, veils, says: plainDigestOf({ ...event, ...after }) }];
  });
  if (changed.length > 0) {
    await whileForgetting(tx, () =>
      tx.execute(sql`update ${events} e set actor = c.actor, data = c.data, veils = nullif(c.veils, 'null'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(seq bigint, actor jsonb, data jsonb, veils jsonb)
      where e.seq = c.seq`),
    );
  }
  return Object.fromEntries(changed.map(({ seq, says }) => [seq, says]));
}

/** The record lets words go from nobody else. */
export async function whileForgetting(tx: Db, change: () => Promise<unknown>): Promise<void> {
  await tx.execute(sql`set local chaxu.forgetting = 'on'`);
  await change();
  await tx.execute(sql`set local chaxu.forgetting = 'off'`);
}

const OWN = [
  "title",
  "text",
  "reporterName",
  "reporterUserId",
  "handler",
  "reason",
  "measure",
  "publicAnswer",
  "answeredBy",
] as const;

async function changeIssue(tx: Db, id: number, change: Change): Promise<boolean> {
  const here = { table: issues, key: issues.id, columns: OWN };
  if (!(await changeRows(tx, here, eq(issues.id, id), change))) return false;
  // By what is gone nothing is found.
  await indexAnew(tx, id);
  return true;
}

interface Holds {
  readonly table: PgTable;
  readonly key: PgColumn;
  /** Says which issue a row is about. */
  readonly of: PgColumn;
  readonly columns: readonly string[];
}

/** What else holds texts about an issue, and who said them. */
const BESIDE: readonly Holds[] = [
  {
    table: requests,
    key: requests.id,
    of: requests.issueId,
    columns: ["reason", "decision", "askedBy", "decidedBy"],
  },
  {
    table: supervisions,
    key: supervisions.id,
    of: supervisions.issueId,
    columns: ["text", "by", "answer", "answeredBy"],
  },
  { table: notices, key: notices.id, of: notices.issueId, columns: ["target", "audience", "body", "mention"] },
  { table: cards, key: cards.id, of: cards.issueId, columns: ["facts"] },
  { table: files, key: files.id, of: files.issueId, columns: ["name", "userId", "userName", "place"] },
];

/** Changes the texts in these columns. Whether there was anything to change. */
export async function changeRows(
  tx: Db,
  { table, key, columns }: Omit<Holds, "of">,
  where: SQL | undefined,
  change: Change,
): Promise<boolean> {
  const all = Object.entries(getTableColumns(table));
  const chosen = Object.fromEntries(all.filter(([name]) => columns.includes(name)));
  const rows = await tx
    .select({ key, ...chosen })
    .from(table)
    .where(where);
  let isChanged = false;
  for (const { key: own, ...row } of rows) {
    const after = withTexts(row, change);
    if (sha256Of(after) === sha256Of(row)) continue;
    await tx.update(table).set(after).where(eq(key, own));
    isChanged = true;
  }
  return isChanged;
}
