import { eq, type SQL, sql } from "drizzle-orm";
import { type Issue, VOID_STATES } from "../domain/issue/issue.ts";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";
import { EVER, namedParts, valid } from "./figure-parts.ts";
import { prepared } from "./prepared.ts";
import { columnsOf } from "./record-json.ts";
import { issues } from "./schema.ts";
import { talliedMinutes, tallies } from "./schema-tally.ts";
import { stateIn } from "./states.ts";

/**
 * What is over is counted once: how many issues count for each figure stands in a table, and whoever asks counts those that are
 * not in it beside it. A move takes an issue out again, in the statement that makes it.
 */

/** Most of what comes behind the end of an issue comes within these. */
const QUIET_MS = 2 * 86_400_000;
const AT_ONCE = 1_000;
/** Under this name stands up to when issues are counted here, in milliseconds. */
const UNTIL = "until";
/** All that is counted here is past, and what counts for it hangs on no moment. */
const AFTERWARDS = sql`timestamptz '9999-12-31'`;

const moment = (name: string) => sql`${sql.placeholder(name)}::timestamptz`;
const over = stateIn(issues.state, ["closed", ...VOID_STATES]);
/** Whatever else is counted of it does not hang on the moment any more. */
const isPast = (done: SQL, limit: SQL) =>
  sql`(${done} is not null or ${limit} is null or ${limit} <= ${moment("now")})`;

/** How many of `rows`, which have all columns of issues, count for each part: a name and a number each, but not none. */
function sumsOf(rows: SQL): SQL {
  const parts = [...namedParts(EVER, AFTERWARDS)];
  const counts = parts.map(([, part]) => sql`count(*) filter (where ${part})`);
  const names = parts.map(([name]) => sql.raw(`'${name}'`));
  return sql`select one.name, one.count from (
      select array[${sql.join(counts, sql`, `)}]::bigint[] as counts from ${rows} as issues where ${valid}
    ) summed, unnest(array[${sql.join(names, sql`, `)}]::text[], summed.counts) as one (name, count)
    where one.count <> 0`;
}

const tallying = prepared<{ count: number }>(
  "tally",
  () => sql`with chosen as (
      select issues.id from issues
      where not issues.tallied and ${over}
        and coalesce(issues.closed_at, issues.submitted_at) < ${moment("quiet")}
        and ${isPast(sql`issues.signed_at`, sql`issues.sign_due`)}
        and ${isPast(sql`issues.contact_at`, sql`issues.contact_due`)}
        and ${isPast(sql`issues.answered_at`, sql`greatest(issues.due, issues.first_due)`)}
      limit ${sql.raw(String(AT_ONCE))} for update skip locked
    ), taken as (
      update issues set tallied = true where issues.id = any(array(select id from chosen)) returning *
    ), added as (
      insert into tallies (name, count) ${sumsOf(sql`taken`)}
      union all
      select '${sql.raw(UNTIL)}', floor(extract(epoch from max(greatest(submitted_at, measure_at, closed_at))) * 1000) + 1
      from taken having count(*) > 0
      on conflict (name) do update set count = case when excluded.name = '${sql.raw(UNTIL)}'
        then greatest(tallies.count, excluded.count) else tallies.count + excluded.count end
    ), timed as (
      insert into tallied_minutes (minutes, count)
      select issues.handling_minutes, count(*) from taken as issues
      where ${valid} and issues.handling_minutes is not null group by 1
      on conflict (minutes) do update set count = tallied_minutes.count + excluded.count
    )
    select count(*)::int as count from taken`,
);

/** Counts some of what has been over for a while. Gives how many issues that were; fewer than it could be: there are no more. */
export async function tallySome(db: Db, now: Date): Promise<{ readonly count: number; readonly isAll: boolean }> {
  const quiet = new Date(now.getTime() - QUIET_MS);
  const [row] = await tallying(db, { now: now.toISOString(), quiet: quiet.toISOString() });
  const count = row?.count ?? 0;
  return { count, isAll: count < AT_ONCE };
}

const columns = { without: ["id"] } as const;

/** As the change of an open issue, and takes it out of what was counted. */
export const changeOfOver = prepared<{ id: number }>(
  "update_over_issue",
  () => sql`with old as (
      select * from issues where id = ${sql.placeholder("id")}::int and version = ${sql.placeholder("version")}::int and tallied
    ), less as (
      update tallies t set count = t.count - gone.count from (${sumsOf(sql`old`)}) gone where t.name = gone.name
    ), shorter as (
      update tallied_minutes m set count = m.count - 1 from old as issues
      where m.minutes = issues.handling_minutes and ${valid}
    )
    update issues i set (${columnsOf(issues, columns)}) = (
      select ${columnsOf(issues, { ...columns, of: "r." })}
      from jsonb_populate_record(i, ${sql.placeholder("record")}::jsonb || '{"tallied": false}') r
    ) where i.id = ${sql.placeholder("id")}::int and i.version = ${sql.placeholder("version")}::int returning i.id`,
);

/** Whether an issue may have been counted. */
export function isOver({ state }: Pick<Issue, "state">): boolean {
  return state === "closed" || VOID_STATES.some((one) => one === state);
}

/** What was counted once, by the names of the figures. */
export type Tally = Readonly<Record<string, number>>;

export const TALLY = sql<Tally | null>`(select json_object_agg(name, count) from ${tallies})`;

/** Every issue that is counted there was raised and over before. */
export async function talliedUntil(db: Db): Promise<Date> {
  const [row] = await db.select({ count: tallies.count }).from(tallies).where(eq(tallies.name, UNTIL));
  return new Date(row?.count ?? 0);
}

/** The working minutes within which this share of all was answered, as percentile_cont has it; null: none was. */
export async function minutesWithin(
  db: Db,
  shares: readonly number[],
  beside: SQL = sql`true`,
): Promise<readonly (number | null)[]> {
  const at = (place: SQL) => sql`min(d.minutes) filter (where d.upto > ${place})`;
  const values = shares.map((share) => {
    const place = sql`(t.last * ${share}::float8)`;
    const [low, high] = [at(sql`floor(${place})`), at(sql`ceil(${place})`)];
    return sql`${low} + (${high} - ${low}) * (${place} - floor(${place}))`;
  });
  const result = await db.execute(sql`with e as (
      select minutes, count from ${talliedMinutes} where count > 0
      union all
      select ${issues.handlingMinutes}, count(*) from ${issues} where ${beside} and ${issues.handlingMinutes} is not null group by 1
    ), s as (select minutes, sum(count) as count from e group by minutes),
    d as (select minutes, sum(count) over (order by minutes) as upto from s),
    t as (select (max(upto) - 1)::float8 as last from d)
    select array[${sql.join(values, sql`, `)}]::float8[] as minutes from d, t group by t.last`);
  const [row] = answered<{ readonly minutes: readonly (number | null)[] }>(result);
  return row?.minutes ?? shares.map(() => null);
}
