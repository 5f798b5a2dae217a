import type { Issue, Listed, RequestKind } from "../../domain/issue/issue.ts";
import { type Stuck, stuckBy, stuckSince } from "../../domain/issue/stuck.ts";
import type { Context } from "../../issues/context.ts";
import type { Block } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { stuckLine } from "../../messages/stuck.ts";
import { STUCK, stuckCounts } from "../../messages/zh-cn/stuck.ts";
import { issuesInState, overdueIssues, pendingRequests } from "../../store/issues.ts";
import { type DigestLists, idsOf, issuesOf } from "./digest.ts";

/** What a digest keeps of a request that waits for a decision; `at`: when it was asked, which an earlier version did not keep. */
export interface Asked {
  readonly issueId: number;
  readonly kind: RequestKind;
  readonly at?: string;
}

/** The issues that may be stuck, by what: each list is looked at again when the digest goes. */
export interface StuckFacts {
  readonly undispatched: readonly number[];
  readonly unsigned: readonly number[];
  readonly overdue: readonly number[];
  readonly requests: readonly Asked[];
}

/** With what an earlier version did not keep. */
export function stuckIn(facts: Partial<StuckFacts>): StuckFacts {
  return { undispatched: [], unsigned: [], overdue: [], requests: [], ...facts };
}

/** What is past its limit at a moment, and every request that waits. */
export async function stuckFacts({ db }: Pick<Context, "db">, at: Date): Promise<StuckFacts> {
  const late = (issues: readonly Listed[]) => idsOf(issues.filter((issue) => stuckBy(issue, undefined, at).length > 0));
  return {
    undispatched: late(await issuesInState(db, "submitted")),
    unsigned: late(await issuesInState(db, "dispatched")),
    overdue: idsOf(await overdueIssues(db, at)),
    requests: await askedNow(db),
  };
}

export async function askedNow(db: Context["db"]): Promise<readonly Asked[]> {
  const requests = await pendingRequests(db);
  return requests.map(({ issueId, kind, askedAt }) => ({ issueId, kind, at: askedAt.toISOString() }));
}

export function stuckIds({ undispatched, unsigned, overdue, requests }: StuckFacts): readonly (readonly number[])[] {
  return [undispatched, unsigned, overdue, issuesOf(requests)];
}

/** What is stuck for one reader: how many there are, and the lists by unit, the worst first. */
export function stuckNow(facts: StuckFacts, lists: DigestLists, reader: Reader) {
  const asked = new Map(
    facts.requests.map(({ issueId, kind, at }) => [
      issueId,
      { kind, at: at === undefined ? reader.now : new Date(at) },
    ]),
  );
  const found = lists.of([...new Set(stuckIds(facts).flat())]).flatMap((issue) => {
    const stuck = stuckBy(issue, asked.get(issue.id), reader.now);
    return stuck.length === 0 ? [] : [{ issue, stuck }];
  });
  const worst = found.toSorted((a, b) => +stuckSince(a.stuck) - +stuckSince(b.stuck));
  const reasons = new Map(worst.map(({ issue, stuck }) => [issue.id, stuck]));
  const line = (issue: Issue, to: Reader) => stuckLine(issue, reasons.get(issue.id) ?? [], to);
  return {
    count: worst.length,
    blocks: lists.units(
      STUCK,
      worst.map(({ issue }) => issue),
      line,
    ),
    summary: summaryOf(worst.flatMap(({ stuck }) => stuck)),
  };
}

/** 未派单 2，未签收 4: an issue may be among several. */
function summaryOf(stuck: readonly Stuck[]): readonly Block[] {
  const count = (...by: readonly Stuck["by"][]) => stuck.filter((one) => by.includes(one.by)).length;
  const text = stuckCounts({
    undispatched: count("undispatched"),
    unsigned: count("unsigned"),
    overdue: count("overdue"),
    requests: count("return", "extend", "hold"),
  });
  return text === "" ? [] : [{ kind: "text", text }];
}
