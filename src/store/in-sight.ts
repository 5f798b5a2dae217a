import { and, desc, eq, gte, inArray, or, sql } from "drizzle-orm";
import { type Issue, OPEN_STATES, type RequestKind, type State } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { type Reach, toIssue, withinReach } from "./issues.ts";
import { assists, issues, requests } from "./schema.ts";

/** An issue with what decides who may do what with it. */
export interface Seen {
  readonly issue: Issue;
  /** Of the pending request. */
  readonly request: RequestKind | null;
  readonly helpers: readonly string[];
}

/** Which of them are read when there are more than `limit`. */
export interface Wanted {
  /** Read whatever their state is, before all others. */
  readonly numbers: readonly number[];
  /** This company's come next. */
  readonly company: string | null;
  /** Then those in these states, and those with a request. */
  readonly waiting: readonly State[];
  /** Of those that are closed: since when. */
  readonly since: Date;
  readonly limit: number;
}

/** The issues that somebody's words may be about, in one query: those that are wanted first, then the newest. */
export async function issuesInSight(db: Db, reach: Reach, wanted: Wanted): Promise<readonly Seen[]> {
  const { numbers, company, waiting, since, limit } = wanted;
  // Of a single table drizzle names columns alone: inside a subquery each is to say whose it is.
  const request = sql<RequestKind | null>`(select asked.kind from ${requests} asked
    where asked.issue_id = ${issues}.id and asked.state = 'pending' limit 1)`;
  const helpers = sql<
    readonly string[]
  >`(select coalesce(jsonb_agg(helping.department), '[]'::jsonb) from ${assists} helping
    where helping.issue_id = ${issues}.id)`;
  const isNamed = numbers.length === 0 ? undefined : inArray(issues.id, [...numbers]);
  const concerns = or(isNamed, inArray(issues.state, [...OPEN_STATES]), gte(issues.closedAt, since));
  const first = [
    isNamed,
    company === null ? undefined : eq(issues.enterprise, company),
    or(waiting.length === 0 ? undefined : inArray(issues.state, [...waiting]), sql`${request} is not null`),
  ];
  const rows = await db
    .select({ issue: issues, request, helpers })
    .from(issues)
    .where(and(withinReach(db, reach), concerns))
    .orderBy(...first.flatMap((one) => (one === undefined ? [] : [desc(one)])), desc(issues.id))
    .limit(limit);
  return rows.map(({ issue, ...beside }) => ({ issue: toIssue(issue), ...beside }));
}
