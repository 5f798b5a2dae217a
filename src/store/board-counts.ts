import { and, type SQL, sql } from "drizzle-orm";
import { answered } from "./answered.ts";
import { type Asked, conditionsOf, FILTERS, type Filter, HELD, OPENLY, type Sight, seen } from "./board-list.ts";
import type { Db } from "./client.ts";
import { isLate } from "./figure-parts.ts";
import { plannedAnew } from "./planned-anew.ts";
import { issues } from "./schema.ts";

/** How many of what is listed there are of each value of each filter. */

/** By value as text; what has none under "". */
export type Counts = Readonly<Record<Filter, ReadonlyMap<string, number>>>;

export interface Counted {
  readonly counts: Counts;
  /** What all filters together let through. */
  readonly total: number;
}

/**
 * Beside a value stands how many there would be with it: the other filters hold, and the one that it is of does not. The issues that
 * are alike in all that filters ask are counted once, in the order of an index that holds just that; then each such group is noted with
 * the filters that it misses. A filter whose values are not `wanted` holds for all; and so does one that is not among `freed`: beside
 * its values stands how many of what it lets through have them.
 */
export async function boardCounts(
  db: Db,
  sight: Sight,
  asked: Asked,
  {
    wanted = FILTERS,
    freed = wanted,
  }: { readonly wanted?: readonly Filter[]; readonly freed?: readonly Filter[] } = {},
): Promise<Counted> {
  const asks = [...conditionsOf(asked)];
  const beside = asks.filter(([name]) => freed.includes(name));
  const always = asks.filter(([name]) => !freed.includes(name)).map(([, condition]) => condition);
  const bitOf = (name: Filter) => {
    const place = beside.findIndex(([one]) => one === name);
    return place < 0 ? 0 : 1 << place;
  };
  const misses = sql.join(
    [
      sql`0`,
      ...beside.map(
        ([name, condition], place) =>
          sql`case when ${name === "overdue" ? IS_LATE : condition} then 0 else ${written(1 << place)} end`,
      ),
    ],
    sql` + `,
  );
  const values = wanted.map((name) => sql`${columnOf(name, asked)} as ${alias(name)}`);
  const bits = [...new Set([0, ...wanted.map(bitOf)])];
  const columns = wanted.map(alias);
  const sets = columns.map((column) => sql`(${column}, misses)`);
  const rows = await plannedAnew(db, async (tx) =>
    answered(
      await tx.execute(sql`
        with alike as materialized (
          select ${ALIKE}, count(*) as number, count(*) filter (where ${isLate(asked.now)}) as late
          from issues where ${and(seen(db, sight), ...always) ?? sql`true`} group by ${ALIKE}
        ), listed as (
          select ${list(values)}, ${misses} as misses, parts.number
          from alike as issues
          cross join lateral (values (true, issues.late), (false, issues.number - issues.late)) parts(is_late, number)
          where parts.number > 0
        )
        select ${list(columns)}, misses, grouping(${list(columns)}) as which, sum(number)::int as count
        from listed where misses in (${list(bits.map(written))}) group by grouping sets (${list(sets)})`),
    ),
  );
  return sorted(rows as readonly Row[], wanted, bitOf);
}

/** What filters ask of an issue beside its due date, in the order of the index. */
const ALIKE = sql.raw("state, department, category, enterprise, urgency, session, confidential");
const IS_LATE = sql`parts.is_late`;

type Row = Readonly<Record<string, unknown>> & {
  readonly misses: number;
  readonly which: number;
  readonly count: number;
};

function sorted(rows: readonly Row[], wanted: readonly Filter[], bitOf: (name: Filter) => number): Counted {
  const counts = new Map<Filter, Map<string, number>>(FILTERS.map((name) => [name, new Map()]));
  let total = 0;
  for (const row of rows) {
    // Of the grouped columns that a row has, the bit is not set; the first one has the highest.
    const place = wanted.findIndex((_, index) => (row.which & (1 << (wanted.length - 1 - index))) === 0);
    const name = wanted[place];
    if (name === undefined) throw new Error("a row of no grouping");
    if (place === 0 && row.misses === 0) total += row.count;
    if ((row.misses & ~bitOf(name)) !== 0) continue;
    const value = String(row[`of_${name}`] ?? "");
    const known = counts.get(name);
    known?.set(value, (known.get(value) ?? 0) + row.count);
  }
  return { counts: Object.fromEntries(counts) as unknown as Counts, total };
}

function columnOf(name: Filter, { hidesCompanies }: Asked): SQL {
  switch (name) {
    case "state":
    case "department":
    case "category":
    case "urgency":
      return sql`${issues[name]}`;
    case "company":
      return hidesCompanies ? sql`case when ${OPENLY} then ${issues.enterprise} end` : sql`${issues.enterprise}`;
    case "overdue":
      return IS_LATE;
    case "held":
      return sql`${HELD}`;
    case "themeDay":
      return sql`${issues.session}`;
  }
}

function alias(name: Filter): SQL {
  return sql.identifier(`of_${name}`) as unknown as SQL;
}

/** A number of the program's own, as a constant. */
function written(number: number): SQL {
  return sql.raw(String(number));
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}
