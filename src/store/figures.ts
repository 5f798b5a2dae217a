import { and, asc, desc, eq, exists, gt, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Counts } from "../domain/issue/figures.ts";
import { type Figures, RATES, type RateName } from "../domain/issue/figures.ts";
import type { Db } from "./client.ts";
import { countParts, isLate, OTHER_PARTS, type Period, rateParts, valid, within } from "./figure-parts.ts";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";
import { isOpen, stateIn, stateIs } from "./states.ts";
import { minutesWithin, TALLY, type Tally, talliedUntil } from "./tally.ts";

const counting = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** Whose issues are counted: those that these departments lead. Null: all. */
type Units = readonly string[] | null;

function validOf(units: Units): SQL | undefined {
  return units === null ? valid : and(valid, inArray(issues.department, [...units]));
}

const counted = <Name extends string>(parts: Readonly<Record<Name, SQL | undefined>>) => {
  const all = Object.entries<SQL | undefined>(parts).map(([name, part]) => [name, counting(part)]);
  return Object.fromEntries(all) as Record<Name, SQL<number>>;
};

/** All that are in the ledger, whatever became of them. */
export async function countIssues(db: Db): Promise<number> {
  return db.$count(issues);
}

/** 收集 / 有措施 / 已解决 in a period; 未解决 are those collected in it that are not solved. */
export async function countsOf(db: Db, period: Period, units: Units = null): Promise<Counts> {
  return countsWith(db, period, { units, isTallied: await mayTally(db, period, units) });
}

async function countsWith(
  db: Db,
  period: Period,
  { units, isTallied }: { readonly units: Units; readonly isTallied: boolean },
): Promise<Counts> {
  const [row] = await db
    .select({ counts: counted(countParts(period)), tally: tallyOf(isTallied) })
    .from(issues)
    .where(and(validOf(units), touchedIn(period), besideTally(isTallied)));
  if (row === undefined) throw new Error("an aggregate without groups has one row");
  return withTallied(row.counts, row.tally);
}

/** What else there is counts for nothing: by this it is found. */
function touchedIn(period: Period): SQL | undefined {
  if (period.from === null) return undefined;
  return or(within(issues.submittedAt, period), within(issues.measureAt, period), within(issues.closedAt, period));
}

/** Whether what was counted once is part of what is asked for: since the start, and of the whole park. */
async function mayTally(db: Db, period: Period, units: Units): Promise<boolean> {
  return period.from === null && units === null && (await talliedUntil(db)) <= period.to;
}

/** What is counted beside it. */
function besideTally(isTallied: boolean): SQL | undefined {
  return isTallied ? sql`not ${issues.tallied}` : undefined;
}

/** In the statement that counts what is beside it, so that nothing goes over meanwhile. */
function tallyOf(isTallied: boolean): SQL<Tally | null> {
  return isTallied ? TALLY : sql<Tally | null>`null::json`;
}

function withTallied<Name extends string>(
  counts: Readonly<Record<Name, number>>,
  tally: Tally | null,
  prefix = "",
): Record<Name, number> {
  const all = Object.entries<number>(counts).map(([name, count]) => [name, count + (tally?.[`${prefix}${name}`] ?? 0)]);
  return Object.fromEntries(all) as Record<Name, number>;
}

/** Of every rate what counts for it, and what it is counted of, in SQL. */
function ratesAt(now: Date) {
  const rates = rateParts(sql`${now.toISOString()}::timestamptz`);
  return Object.fromEntries(RATES.map((name) => [name, counted(rates[name])])) as Record<
    RateName,
    { readonly part: SQL<number>; readonly whole: SQL<number> }
  >;
}

const SHARES = [0.5, 0.9] as const;

/** The working minutes within which these shares were answered. */
const MINUTES = sql<readonly (number | null)[]>`array[${sql.join(
  SHARES.map(
    (share) => sql`percentile_cont(${sql.raw(String(share))}) within group (order by ${issues.handlingMinutes})`,
  ),
  sql`, `,
)}]::float8[]`;

/** The figures of the issues that were raised in a period, as they stand now. */
export async function figuresOf(db: Db, period: Period, now: Date, units: Units = null): Promise<Figures> {
  const isTallied = await mayTally(db, period, units);
  const where = and(validOf(units), within(issues.submittedAt, period), besideTally(isTallied));
  // In one packet, where they are asked in a transaction.
  const [[row], tallied, counts] = await Promise.all([
    db
      .select({
        ...ratesAt(now),
        others: counted(OTHER_PARTS),
        tally: tallyOf(isTallied),
        minutes: isTallied ? sql<null>`null` : MINUTES,
      })
      .from(issues)
      .where(where),
    isTallied ? minutesWithin(db, SHARES, where) : [],
    countsWith(db, period, { units, isTallied }),
  ]);
  if (row === undefined) throw new Error("an aggregate without groups has one row");
  const [medianMinutes = null, p90Minutes = null] = row.minutes ?? tallied;
  const { tally } = row;
  return {
    ...withTallied(row.others, tally),
    medianMinutes,
    p90Minutes,
    counts,
    rates: RATES.map((name) => ({ name, ...withTallied(row[name], tally, `${name}.`) })),
  };
}

/** What a unit has led of the issues that were raised in a period, as it stands now. */
export interface UnitFigures {
  readonly department: string;
  readonly led: number;
  readonly sign: Part;
  readonly onTime: Part;
  readonly satisfied: Part;
}

interface Part {
  readonly part: number;
  readonly whole: number;
}

/** A line for each unit that has led any. */
export async function unitFigures(db: Db, period: Period, now: Date, units: Units): Promise<readonly UnitFigures[]> {
  const { sign, onTime, satisfied } = ratesAt(now);
  const rows = await db
    .select({ department: issues.department, led: sql<number>`count(*)::int`, sign, onTime, satisfied })
    .from(issues)
    .where(and(validOf(units), isNotNull(issues.department), within(issues.submittedAt, period)))
    .groupBy(issues.department);
  return rows.flatMap(({ department, ...figures }) => (department === null ? [] : [{ department, ...figures }]));
}

/** How many of the issues that were raised up to a moment are past their due date now, by unit. */
export async function overdueByUnit(db: Db, raisedBy: Date, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ department: issues.department, count: sql<number>`count(*)::int` })
    .from(issues)
    .where(and(isLate(now), lte(issues.submittedAt, raisedBy)))
    .groupBy(issues.department);
  return new Map(rows.flatMap(({ department, count }) => (department === null ? [] : [[department, count]])));
}

/** How many issues of a category were raised, by how many companies. */
export interface Counted {
  readonly category: string;
  readonly issues: number;
  readonly companies: number;
}

/** The categories of a period, the most frequent first. */
export async function categoriesIn(db: Db, period: Period): Promise<readonly Counted[]> {
  const count = sql<number>`count(*)::int`;
  const companies = sql<number>`count(distinct ${issues.enterprise})::int`;
  const rows = await db
    .select({ category: issues.category, issues: count, companies })
    .from(issues)
    .where(and(valid, isNotNull(issues.category), within(issues.submittedAt, period)))
    .groupBy(issues.category)
    .orderBy(desc(count), asc(issues.category));
  return rows.flatMap(({ category, ...counts }) => (category === null ? [] : [{ category, ...counts }]));
}

/** What a unit does about an issue. */
const MOVING = ["sign", "progress", "ask", "answer", "correct", "approve", "unsolved", "reopen", "resume"] as const;

/** Ids of the issues (public in a group, or all) that were raised, moved or closed in a period, and those still open. */
export async function digestLists(db: Db, chat: string | null, period: Period) {
  const here = chat === null ? valid : and(eq(issues.publicIn, chat), eq(issues.confidential, false), valid);
  const pick = async (where: SQL | undefined) => {
    const rows = await db.select({ id: issues.id }).from(issues).where(where).orderBy(asc(issues.id));
    return rows.map((row) => row.id);
  };
  // From what is open to its own events: how many there are of others does not matter.
  const moves = db
    .select({ id: events.seq })
    .from(events)
    .where(
      and(
        eq(events.issueId, issues.id),
        inArray(events.action, [...MOVING]),
        period.from === null ? undefined : gt(events.at, period.from),
        lte(events.at, period.to),
      ),
    );
  const open = isOpen(issues);
  const raised = await pick(and(here, within(issues.submittedAt, period)));
  const done = await pick(and(here, stateIs(issues.state, "closed"), within(issues.closedAt, period)));
  const moved = await pick(and(here, open, exists(moves)));
  const next = await pick(
    and(here, open, stateIn(issues.state, ["dispatched", "in_progress", "on_hold", "answered", "waiting"])),
  );
  return { raised, moved, solved: done, next };
}
