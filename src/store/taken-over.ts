import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Issue } from "../domain/issue/issue.ts";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { issues } from "./schema.ts";
import { takenOver } from "./schema-ledger.ts";
import { events } from "./schema-record.ts";
import { numbers } from "./schema-supervision.ts";

/** What makes an issue the same in every file of the ledger: by this it is taken over once. */

/** The keys of issues: of one that was taken over the one that it had there, of any other the hash of its first event. */
export async function keysOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const first = and(oneOf(events.issueId, ids), eq(events.version, 1));
  const own = await db.select({ id: events.issueId, key: events.hash }).from(events).where(first);
  const given = await db
    .select({ id: takenOver.issueId, key: takenOver.key })
    .from(takenOver)
    .where(oneOf(takenOver.issueId, ids));
  return new Map([...own, ...given].map(({ id, key }) => [id, key]));
}

/** Of these keys those of issues that were taken over, with their numbers. */
export async function takenWith(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const among = sql`${takenOver.key} = any(${`{${keys.join(",")}}`}::text[])`;
  const rows = await db.select({ id: takenOver.issueId, key: takenOver.key }).from(takenOver).where(among);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

export async function keepKey(db: Db, issueId: number, key: string): Promise<void> {
  await db.insert(takenOver).values({ issueId, key });
}

const AT_ONCE = 1_000;

/** The issues of these companies that were raised here, some at a time: by what a list would know them. */
export async function* raisedHere(
  db: Db,
  enterprises: readonly string[],
): AsyncGenerator<readonly Pick<Issue, "id" | "enterprise" | "text" | "submittedAt">[]> {
  const { id, enterprise, text, submittedAt } = issues;
  for (let last = 0; enterprises.length > 0; ) {
    const page = await db
      .select({ id, enterprise, text, submittedAt })
      .from(issues)
      .leftJoin(takenOver, eq(takenOver.issueId, id))
      .where(and(inArray(enterprise, [...enterprises]), isNull(takenOver.key), gt(id, last)))
      .orderBy(asc(id))
      .limit(AT_ONCE);
    yield page;
    last = page.at(-1)?.id ?? last;
    if (page.length < AT_ONCE) return;
  }
}

const ISSUES = "issue";

/** Has everybody wait who would take a number, until the transaction ends. Gives the last that was taken. */
export async function holdNumbers(db: Db): Promise<number> {
  const rows = answered<{ readonly last: number }>(
    await db.execute(sql`insert into numbers as n (series, last) values (${ISSUES}, 0)
      on conflict (series) do update set last = n.last returning last`),
  );
  return rows[0]?.last ?? 0;
}

/** No list has more: whoever wrote a larger number meant something else. */
const MOST_NUMBER = 9_999_999;

/** Files an issue under a number that nobody has yet; else under the next one, as any other. */
export async function withNumber<T>(db: Db, wanted: number | null, file: () => Promise<T>): Promise<T> {
  if (wanted === null || wanted < 1 || wanted > MOST_NUMBER) return file();
  const last = await holdNumbers(db);
  const [taken] = await db.select({ id: issues.id }).from(issues).where(eq(issues.id, wanted));
  if (taken !== undefined) return file();
  const setLast = (to: number) => db.update(numbers).set({ last: to }).where(eq(numbers.series, ISSUES));
  await setLast(wanted - 1);
  const filed = await file();
  await setLast(Math.max(last, wanted));
  return filed;
}
