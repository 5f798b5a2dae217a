import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Counts } from "../domain/issue/figures.ts";
import { type Figures, RATES, type RateName } from "../domain/issue/figures.ts";
import { RUNNING_STATES, VOID_STATES } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";
import { isOpen, stateIn, stateNotIn } from "./states.ts";

/** A span of time: after `from`, up to and with `to`. Without `from`: since the start. */
export interface Period {
  readonly from: Date | null;
  readonly to: Date;
}

const valid = stateNotIn(issues.state, VOID_STATES);
const solved = sql`${issues.state} = 'closed' and ${issues.outcome} = 'solved'`;

function within(column: typeof issues.submittedAt | typeof issues.measureAt | typeof issues.closedAt, period: Period) {
  const end = lte(column, period.to);
  return period.from === null ? end : and(gt(column, period.from), end);
}

const counting = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** Whose issues are counted: those that these departments lead. Null: all. */
type Units = readonly string[] | null;

function validOf(units: Units): SQL | undefined {
  return units === null ? valid : and(valid, inArray(issues.department, [...units]));
}

/** 收集 / 有措施 / 已解决 in a period; 未解决 are those collected in it that are not solved. */
export async function countsOf(db: Db, period: Period, units: Units = null): Promise<Counts> {
  const [row] = await db
    .select({
      collected: counting(within(issues.submittedAt, period)),
      measured: counting(within(issues.measureAt, period)),
      solved: counting(and(solved, within(issues.closedAt, period))),
      open: counting(and(sql`not (${solved})`, within(issues.submittedAt, period))),
    })
    .from(issues)
    .where(and(validOf(units), touchedIn(period)));
  return row ?? { collected: 0, measured: 0, solved: 0, open: 0 };
}

/** What else there is counts for nothing: by this it is found. */
function touchedIn(period: Period): SQL | undefined {
  if (period.from === null) return undefined;
  return or(within(issues.submittedAt, period), within(issues.measureAt, period), within(issues.closedAt, period));
}

/** Of every rate what counts for it, and what it is counted of. */
function ratesAt(now: Date): Readonly<Record<RateName, { readonly part: SQL<number>; readonly whole: SQL<number> }>> {
  const rate = (part: SQL | undefined, whole: SQL | undefined) => ({ part: counting(part), whole: counting(whole) });
  const inTime = (done: typeof issues.signedAt, limit: typeof issues.signDue) => sql`${done} <= ${limit}`;
  const doneOrDue = (done: typeof issues.signedAt, limit: typeof issues.signDue) =>
    or(isNotNull(done), sql`${limit} is not null and ${limit} <= ${now.toISOString()}::timestamptz`);
  const notHeld = sql`${issues.state} <> 'on_hold'`;
  const said = inArray(issues.outcome, ["solved", "explained"]);
  return {
    sign: rate(inTime(issues.signedAt, issues.signDue), doneOrDue(issues.signedAt, issues.signDue)),
    contact: rate(inTime(issues.contactAt, issues.contactDue), doneOrDue(issues.contactAt, issues.contactDue)),
    onTime: rate(inTime(issues.answeredAt, issues.due), and(notHeld, doneOrDue(issues.answeredAt, issues.due))),
    firstOnTime: rate(
      inTime(issues.answeredAt, issues.firstDue),
      and(notHeld, doneOrDue(issues.answeredAt, issues.firstDue)),
    ),
    measure: rate(and(isNotNull(issues.signedAt), isNotNull(issues.measureDue)), isNotNull(issues.signedAt)),
    solved: rate(eq(issues.outcome, "solved"), or(said, sql`${issues.rework} > 0`)),
    satisfied: rate(sql`${issues.rating} >= 4`, isNotNull(issues.rating)),
    reopened: rate(isNotNull(issues.reopenedAt), or(isNotNull(issues.closedAt), isNotNull(issues.reopenedAt))),
  };
}

/** The figures of the issues that were raised in a period, as they stand now. */
export async function figuresOf(db: Db, period: Period, now: Date, units: Units = null): Promise<Figures> {
  const [row] = await db
    .select({
      ...ratesAt(now),
      others: {
        onHold: counting(eq(issues.state, "on_hold")),
        unconfirmed: counting(eq(issues.outcome, "unconfirmed")),
        unrated: counting(and(eq(issues.state, "closed"), isNull(issues.rating))),
        medianMinutes: sql<number | null>`percentile_cont(0.5) within group (order by ${issues.handlingMinutes})`,
        p90Minutes: sql<number | null>`percentile_cont(0.9) within group (order by ${issues.handlingMinutes})`,
      },
    })
    .from(issues)
    .where(and(validOf(units), within(issues.submittedAt, period)));
  if (row === undefined) throw new Error("an aggregate without groups has one row");
  return {
    ...row.others,
    counts: await countsOf(db, period, units),
    rates: RATES.map((name) => ({ name, ...row[name] })),
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

/** How many of its issues are past their due date now, by unit. */
export async function overdueByUnit(db: Db, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ department: issues.department, count: sql<number>`count(*)::int` })
    .from(issues)
    .where(and(stateIn(issues.state, RUNNING_STATES), lte(issues.due, now)))
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
  const done = await pick(and(here, eq(issues.state, "closed"), within(issues.closedAt, period)));
  const moved = await pick(and(here, open, exists(moves)));
  const next = await pick(
    and(here, open, stateIn(issues.state, ["dispatched", "in_progress", "on_hold", "answered", "waiting"])),
  );
  return { raised, moved, solved: done, next };
}
