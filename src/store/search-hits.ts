import { type SQL, sql } from "drizzle-orm";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";
import { allOf, anyOf, inStretch, STRETCHES } from "./grams.ts";
import { plannedAnew } from "./planned-anew.ts";
import { assists, issues } from "./schema.ts";
import { issueGrams } from "./schema-search.ts";
import { holds, indexQuery, type Query, unitsOf } from "./search.ts";

/**
 * The numbers of the issues that hold what is looked for, the newest first, at a cost that does not grow with how many there are: an
 * index of words knows no order. Few are taken as they are; of many the stretches of numbers are asked one after the other, from the
 * newest on, each with its parts where it holds many. What units have of it is looked for among theirs.
 */

/** Some of them. */
export interface Hits {
  readonly ids: readonly number[];
  /** Below this number are more, perhaps. Null: these are all. */
  readonly before: number | null;
}

/** As many are read without a thought to their order. */
const FEW = 1_000;
/** So many issues of units are looked at together. */
const OF_UNITS = 5_000;
const [WIDEST] = STRETCHES;
const NARROWEST = 12;
/** The narrowest that are asked first: what is looked for often is looked for there in vain or not at all. */
const NEWEST = 2;

/** At least `enough` of those below a number, where there are so many; from null on all. Of units as many as a look at some of theirs finds. */
export function hitsOf(db: Db, query: Query, before: number | null, enough: number): Promise<Hits> {
  return plannedAnew(db, async (tx) => {
    // A plan that reads everything in the hope of meeting enough soon is wrong where words are seldom met together.
    await tx.execute(sql`set local enable_seqscan = off`);
    const hits = await hitsIn(tx, query, before, enough);
    await tx.execute(sql`set local enable_seqscan = on`);
    return hits;
  });
}

async function hitsIn(tx: Db, query: Query, before: number | null, enough: number): Promise<Hits> {
  const units = unitsOf(query);
  if (before !== null)
    return units === null ? descend(tx, query, before, enough) : amongUnits(tx, query, units, before);
  const end = units === null ? await endOf(tx) : 0;
  const newest = await newestBefore(tx, query, end);
  if (newest.ids.length >= enough) return newest;
  const all = await ask(tx, query, null, FEW + 1);
  if (all.length <= FEW) return { ids: sorted(all), before: null };
  if (units !== null) return amongUnits(tx, query, units, null);
  if (newest.before === null) return newest;
  const older = await descend(tx, query, newest.before, enough - newest.ids.length);
  return { ...older, ids: [...newest.ids, ...older.ids] };
}

/** One more than the highest number. */
async function endOf(tx: Db): Promise<number> {
  const [row] = await tx.select({ id: issues.id }).from(issues).orderBy(sql`id desc`).limit(1);
  return (row?.id ?? 0) + 1;
}

/** What is in the newest stretches of the narrowest kind. */
async function newestBefore(tx: Db, query: Query, end: number): Promise<Hits> {
  if (end <= 1) return { ids: [], before: null };
  const last = (end - 1) >> NARROWEST;
  const places = Array.from({ length: NEWEST }, (_, back) => last - back).filter((place) => place >= 0);
  const within = anyOf(places.map((place) => inStretch(NARROWEST, place)));
  const floor = Math.min(...places) << NARROWEST;
  return { ids: sorted(await ask(tx, query, within, null)), before: floor === 0 ? null : floor };
}

/** From a number downwards, a stretch after the other. */
async function descend(tx: Db, query: Query, before: number, enough: number): Promise<Hits> {
  const ids: number[] = [];
  let floor = before;
  const walk = async (level: number, place: number): Promise<void> => {
    const bits = STRETCHES[level];
    if (bits === undefined || ids.length >= enough || place << bits >= floor) return;
    const found = await ask(tx, query, inStretch(bits, place), bits === NARROWEST ? null : FEW + 1);
    const below = STRETCHES[level + 1];
    if (below === undefined || found.length <= FEW) {
      ids.push(...sorted(found).filter((id) => id < floor));
      floor = place << bits;
      return;
    }
    const parts = 1 << (bits - below);
    for (let part = parts - 1; part >= 0; part -= 1) await walk(level + 1, place * parts + part);
  };
  for (let place = (before - 1) >> WIDEST; place >= 0 && ids.length < enough; place -= 1) await walk(0, place);
  return { ids, before: floor === 0 ? null : floor };
}

/** Numbers of those that hold it, in a stretch or anywhere, in no order; up to so many. */
async function ask(tx: Db, query: Query, within: string | null, most: number | null): Promise<readonly number[]> {
  const asked = within === null ? indexQuery(query) : allOf([indexQuery(query), within]);
  const rows = answered<{ id: number }>(
    await tx.execute(sql`select issue_id as id from ${issueGrams}
      where ${issueGrams.grams} @@ ${asked}::tsquery and ${holds(query.terms)} ${most === null ? sql`` : sql`limit ${most}`}`),
  );
  return rows.map(({ id }) => id);
}

function sorted(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => b - a);
}

type Units = NonNullable<ReturnType<typeof unitsOf>>;

/** Among the next of the issues that these units have. */
async function amongUnits(tx: Db, query: Query, { codes, helped }: Units, before: number | null): Promise<Hits> {
  const next = (id: SQL) =>
    sql`${before === null ? sql`` : sql`and ${id} < ${before}`} order by ${id} desc limit ${OF_UNITS}`;
  const theirs = sql`unnest(array[${sql.join(
    [...codes].map((code) => sql`${code}`),
    sql`, `,
  )}]::text[]) as unit(code) cross join lateral`;
  const led = sql`select had.id from ${theirs} (select id from ${issues} where department = unit.code ${next(sql`id`)}) as had`;
  const helping = sql`select had.id from ${theirs}
    (select issue_id as id from ${assists} where department = unit.code ${next(sql`issue_id`)}) as had`;
  const [row] = answered<{ looked: number; floor: number | null; ids: readonly number[] }>(
    await tx.execute(sql`with near as materialized (
        select id from (${led} ${helped ? sql`union ${helping}` : sql``}) as had order by id desc limit ${OF_UNITS}
      )
      select (select count(*)::int from near) as looked, (select min(id) from near) as floor,
        array(select issue_id from near join ${issueGrams} on issue_id = near.id
          where ${holds(query.terms)} order by issue_id desc) as ids`),
  );
  const { looked = 0, floor = null, ids = [] } = row ?? {};
  return { ids, before: looked < OF_UNITS ? null : floor };
}
