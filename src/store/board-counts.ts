import { type SQL, sql } from "drizzle-orm";
import { answered } from "./answered.ts";
import {
  type Asked,
  conditionsOf,
  FILTERS,
  type Filter,
  HELD,
  isLate,
  OPENLY,
  type Sight,
  seen,
} from "./board-list.ts";
import type { Db } from "./client.ts";
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
 * Beside a value stands how many there would be with it: the other filters hold, and the one that it is of does not. One look at
 * the columns that filters need, which an index holds: each issue is noted with the filters that it misses.
 */
export async function boardCounts(
  db: Db,
  sight: Sight,
  asked: Asked,
  wanted: readonly Filter[] = FILTERS,
): Promise<Counted> {
  const conditions = [...conditionsOf(asked)];
  const bitOf = (name: Filter) => {
    const place = conditions.findIndex(([one]) => one === name);
    return place < 0 ? 0 : 1 << place;
  };
  const misses = sql.join(
    [
      sql`0`,
      ...conditions.map(([, condition], place) => sql`case when ${condition} then 0 else ${written(1 << place)} end`),
    ],
    sql` + `,
  );
  const values = wanted.map((name) => sql`${columnOf(name, asked)} as ${alias(name)}`);
  const bits = [0, ...wanted.map(bitOf)];
  const sets = wanted.map((name) => sql`(${alias(name)}, misses)`);
  const rows = await plannedAnew(db, async (tx) =>
    answered(
      await tx.execute(sql`
        with alike as materialized (
          select ${list(wanted.map(alias))}, misses, count(*) as count
          from (select ${list(values)}, ${misses} as misses from issues where ${seen(db, sight) ?? sql`true`}) listed
          where misses in (${list([...new Set(bits)].map(written))})
          group by ${list([...wanted.map(alias), sql`misses`])}
        )
        select ${list(wanted.map(alias))}, misses, grouping(${list(wanted.map(alias))}) as which, sum(count)::int as count
        from alike group by grouping sets (${list(sets)})`),
    ),
  );
  return sorted(rows as readonly Row[], wanted, bitOf);
}

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

function columnOf(name: Filter, { now, hidesCompanies }: Asked): SQL {
  switch (name) {
    case "state":
    case "department":
    case "category":
    case "urgency":
      return sql`${issues[name]}`;
    case "company":
      return hidesCompanies ? sql`case when ${OPENLY} then ${issues.enterprise} end` : sql`${issues.enterprise}`;
    case "overdue":
      return sql`coalesce(${isLate(now)}, false)`;
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
