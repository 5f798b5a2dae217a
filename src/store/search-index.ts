import { asc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { gramsIn, indexed, type Searched } from "./grams.ts";
import { issues } from "./schema.ts";
import { issueGrams } from "./schema-search.ts";
import { readSetting, writeSetting } from "./settings.ts";

/** The index of the words of all issues, made of what is written down. */

/** Of how words are searched. Raise it when anything changes in what an issue is known by: then the next start makes the index anew. */
const FORM = 1;
const NAME = "searchIndex";
const AT_ONCE = 5_000;
/** That many at least, and the database makes its part in one go when all are there. */
const MANY = 1_000;

/** Makes the index anew where it is of another form, which the migration that brings it says too: all of it, or nothing. */
export async function keepSearchIndex(db: Db): Promise<void> {
  const form = await readSetting(db, NAME);
  if (form === undefined || form === FORM) return;
  await db.transaction(async (tx) => {
    await makeIndex(tx);
    await writeSetting(tx, NAME, FORM);
  });
  await db.execute(sql`analyze issue_grams`);
}

async function makeIndex(tx: Db): Promise<void> {
  const [last] = await tx.select({ id: issues.id }).from(issues).orderBy(sql`id desc`).limit(1);
  const isLarge = (last?.id ?? 0) > MANY;
  await tx.execute(sql`truncate issue_grams`);
  if (isLarge) await tx.execute(sql`drop index issue_grams_grams`);
  for (let after = 0; ; ) {
    const done = await indexAfter(tx, after);
    if (done === null) break;
    after = done;
  }
  if (isLarge) await tx.execute(sql`create index issue_grams_grams on issue_grams using gin (grams)`);
}

/** The index of one issue whose text has changed. */
export async function indexAnew(tx: Db, id: number): Promise<void> {
  await tx.delete(issueGrams).where(eq(issueGrams.issueId, id));
  await write(tx, await tx.select(INDEXED).from(issues).where(eq(issues.id, id)));
}

const INDEXED = { id: issues.id, text: issues.text, enterprise: issues.enterprise, publicIn: issues.publicIn };

/** Gives the last number that was looked at; null: there is none behind it. */
async function indexAfter(tx: Db, after: number): Promise<number | null> {
  const rows = await tx.select(INDEXED).from(issues).where(gt(issues.id, after)).orderBy(asc(issues.id)).limit(AT_ONCE);
  if (rows.length > 0) await write(tx, rows);
  return rows.at(-1)?.id ?? null;
}

async function write(tx: Db, rows: readonly (Searched & { readonly id: number })[]): Promise<void> {
  const made = rows.map((row) => ({ id: row.id, ...indexed(row) }));
  const pieces = sql`array(select jsonb_array_elements_text(pieces))`;
  await tx.execute(sql`insert into issue_grams (issue_id, grams, plain)
    select id, ${gramsIn(pieces, sql`id`)}, plain
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made(id int, plain text, pieces jsonb)`);
}
