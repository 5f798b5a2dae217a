import { and, asc, desc, eq, gt, isNotNull, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import { type Issue, isOpen as isOpenIssue, isRunning, RUNNING_STATES } from "../domain/issue/issue.ts";
import { type Asked, askedFor, OPENLY, type Sight, seen } from "./board-list.ts";
import type { Db } from "./client.ts";
import { toIssue } from "./issues.ts";
import { oneOf } from "./one-of.ts";
import { plannedAnew } from "./planned-anew.ts";
import { wholeRows } from "./record-json.ts";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";
import { isOpen, stateIn } from "./states.ts";

/** Pages of the board's list, in whatever order. */

/**
 * The newest number first; the soonest due first; the longest overdue first, then what is due next; by company or unit; what was last
 * moved first. What has no place in an order (nothing is due any more) stands behind it, the newest first.
 */
export const ORDERS = ["newest", "due", "overdue", "company", "department", "changed"] as const;
export type Order = (typeof ORDERS)[number];

/**
 * Where an issue stands in an order: in which stretch of it, by what (its due date, or its last event), and its number, so that no two
 * stand in one place. A page begins behind such a place, whatever has moved meanwhile.
 */
export interface Place {
  readonly stretch: string;
  readonly at: number;
  readonly id: number;
}

type By = "id" | "due" | "change";

interface Stretch {
  readonly name: string;
  readonly where: SQL | undefined;
  readonly by: By;
  readonly most: number;
}

/** A company or a unit, "" for none, and how many of what is asked for are of it. */
export interface Group {
  readonly code: string;
  readonly count: number;
}

export interface PageAsked {
  readonly order: Order;
  readonly after: Place | null;
  readonly limit: number;
  /** Of an order by company or unit: from where on it is read, in its order, as many as a page needs. */
  readonly groups: readonly Group[];
}

const DUE = isNotNull(issues.due);
const OPEN = isOpen(issues);
const RUNNING = stateIn(issues.state, RUNNING_STATES);

function stretchesOf({ order, groups, limit }: PageAsked, hidesCompanies: boolean): readonly Stretch[] {
  const inTwo = (among: SQL): readonly Stretch[] => [
    { name: "due", where: and(OPEN, among, DUE), by: "due", most: limit },
    { name: "rest", where: or(not(among), isNull(issues.due)), by: "id", most: limit },
  ];
  switch (order) {
    case "newest":
      return [{ name: "all", where: undefined, by: "id", most: limit }];
    case "changed":
      return [{ name: "all", where: undefined, by: "change", most: limit }];
    case "due":
      return inTwo(OPEN);
    case "overdue":
      return inTwo(RUNNING);
    case "company":
    case "department":
      return groups.map(({ code, count }, index) => ({
        name: code,
        where: inGroup(order, code, hidesCompanies),
        by: "id",
        most: index === 0 ? limit : Math.min(count, limit),
      }));
  }
}

function inGroup(order: "company" | "department", code: string, hidesCompanies: boolean): SQL | undefined {
  if (order === "department") return code === "" ? isNull(issues.department) : eq(issues.department, code);
  // Whose company is hidden stands by none.
  if (code === "") return hidesCompanies ? not(OPENLY) : sql`false`;
  return and(eq(issues.enterprise, code), hidesCompanies ? OPENLY : undefined);
}

/** Of an issue what decides whether it is exported, and where it stands in an order. */
export type Mark = Pick<Issue, "id" | "state" | "confidential" | "due" | "enterprise" | "department">;

/** Of all that is asked for the marks, the newest first, up to so many. */
export async function boardMarks(db: Db, sight: Sight, asked: Asked, limit: number): Promise<readonly Mark[]> {
  const { id, state, confidential, due, enterprise, department } = issues;
  return db
    .select({ id, state, confidential, due, enterprise, department })
    .from(issues)
    .where(and(seen(db, sight), askedFor(asked)))
    .orderBy(desc(id))
    .limit(limit);
}

/** So many issues behind a place. */
export async function boardPage(db: Db, sight: Sight, asked: Asked, page: PageAsked): Promise<readonly Issue[]> {
  const { after, limit } = page;
  const all = stretchesOf(page, asked.hidesCompanies);
  const start = after === null ? 0 : all.findIndex(({ name }) => name === after.stretch);
  if (start < 0) return [];
  const wanted = and(seen(db, sight), askedFor(asked));
  return plannedAnew(db, async (tx) => {
    const found: Issue[] = [];
    for (const [index, stretch] of all.slice(start).entries()) {
      if (found.length >= limit) break;
      const behind = index === 0 && after !== null ? after : null;
      const most = Math.min(stretch.most, limit - found.length);
      found.push(...(await readStretch(tx, and(wanted, stretch.where), { by: stretch.by, behind, most })));
    }
    return found;
  });
}

interface Reading {
  readonly by: By;
  readonly behind: Place | null;
  readonly most: number;
}

async function readStretch(db: Db, where: SQL | undefined, { by, behind, most }: Reading): Promise<readonly Issue[]> {
  if (most <= 0) return [];
  const rest = sql`limit ${most}`;
  const from = (order: SQL, after: SQL | undefined) =>
    sql`select issues.* from issues where ${and(where, after) ?? sql`true`} order by ${order} ${rest}`;
  switch (by) {
    case "id":
      return read(db, from(desc(issues.id), behind === null ? undefined : lt(issues.id, behind.id)));
    case "due":
      return read(db, from(sql`${issues.due}, ${issues.id}`, behind === null ? undefined : dueBehind(behind)));
    case "change": {
      const after = behind === null ? undefined : lt(events.seq, behind.at);
      // From the record backwards: the last event of an issue is the one that made its version.
      return read(
        db,
        sql`select issues.* from ${events} join issues on ${LAST} where ${and(where, after) ?? sql`true`} order by ${desc(events.seq)} ${rest}`,
      );
    }
  }
}

const LAST = sql`${issues.id} = ${events.issueId} and ${issues.version} = ${events.version}`;

function dueBehind({ at, id }: Place): SQL | undefined {
  const due = sql`${new Date(at).toISOString()}::timestamptz`;
  return or(gt(issues.due, due), and(eq(issues.due, due), gt(issues.id, id)));
}

async function read(db: Db, query: SQL): Promise<readonly Issue[]> {
  return (await wholeRows(db, issues, query)).map(toIssue);
}

/** The number of the last event of each of these. */
export async function lastEvents(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: events.issueId, seq: events.seq })
    .from(events)
    .innerJoin(issues, LAST)
    .where(oneOf(issues.id, ids))
    .orderBy(asc(events.seq));
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The place of an issue in an order. `changes`: what `lastEvents` gives of it. */
export function placeIn(
  order: Order,
  issue: Mark,
  { changes, hidesCompanies }: { readonly changes: ReadonlyMap<number, number>; readonly hidesCompanies: boolean },
): Place {
  const { id, due } = issue;
  const byId = (stretch: string): Place => ({ stretch, at: 0, id });
  switch (order) {
    case "newest":
      return byId("all");
    case "changed":
      return { stretch: "all", at: changes.get(id) ?? 0, id };
    case "due":
    case "overdue": {
      const has = order === "due" ? isOpenIssue(issue) : isRunning(issue);
      return has && due !== null ? { stretch: "due", at: due.getTime(), id } : byId("rest");
    }
    case "company":
      return byId(hidesCompanies && issue.confidential ? "" : issue.enterprise);
    case "department":
      return byId(issue.department ?? "");
  }
}

/** Which of two places comes first. `rank`: of a stretch. */
export function comparePlaces(order: Order, rank: (stretch: string) => number) {
  return (one: Place, other: Place): number => {
    const apart = rank(one.stretch) - rank(other.stretch);
    if (apart !== 0) return apart;
    if (order === "changed") return other.at - one.at;
    return one.stretch === "due" && (order === "due" || order === "overdue")
      ? one.at - other.at || one.id - other.id
      : other.id - one.id;
  };
}
