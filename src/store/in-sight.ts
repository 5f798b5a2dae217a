import { and, desc, gte, inArray, or, sql } from "drizzle-orm";
import { type Issue, OPEN_STATES, type RequestKind } from "../domain/issue/issue.ts";
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

/**
 * The issues that somebody's words may be about, in one query: those of these numbers first, then what waits for a decision,
 * then the newest of the open ones and of those closed since `since`.
 */
export async function issuesInSight(
  db: Db,
  reach: Reach,
  { numbers, since, limit }: { readonly numbers: readonly number[]; readonly since: Date; readonly limit: number },
): Promise<readonly Seen[]> {
  // Of a single table drizzle names columns alone: inside a subquery each is to say whose it is.
  const request = sql<RequestKind | null>`(select asked.kind from ${requests} asked
    where asked.issue_id = ${issues}.id and asked.state = 'pending' limit 1)`;
  const helpers = sql<
    readonly string[]
  >`(select coalesce(jsonb_agg(helping.department), '[]'::jsonb) from ${assists} helping
    where helping.issue_id = ${issues}.id)`;
  const isNamed = numbers.length === 0 ? undefined : inArray(issues.id, [...numbers]);
  const concerns = or(isNamed, inArray(issues.state, [...OPEN_STATES]), gte(issues.closedAt, since));
  const rows = await db
    .select({ issue: issues, request, helpers })
    .from(issues)
    .where(and(withinReach(db, reach), concerns))
    .orderBy(
      ...(isNamed === undefined ? [] : [desc(isNamed)]),
      desc(sql`(${issues.state} = 'submitted' or ${request} is not null)`),
      desc(issues.id),
    )
    .limit(limit);
  return rows.map(({ issue, ...beside }) => ({ issue: toIssue(issue), ...beside }));
}
