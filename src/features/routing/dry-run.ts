import type { Issue } from "../../domain/issue/issue.ts";
import type { Park } from "../../domain/park/park.ts";
import { Comparing, type Comparison, type Proposal, proposalOf } from "../../domain/routing/compare.ts";
import { routeOf } from "../../issues/submit.ts";
import type { Db } from "../../store/client.ts";
import { decidedAmong, raisedAfter, type Span } from "../../store/decisions.ts";
import { isMessage, type Line, type LineProblem, type Message, unitOf } from "./lines.ts";

/** What the present rules, and what was learned, would do with messages. Nothing is filed or changed. */

/** A message of a list, tried. */
export interface Tried {
  readonly line: number;
  readonly message: Message;
  readonly proposal: Proposal;
  /** The code of the unit that was decided; null: it is not said, or there is no such unit. */
  readonly decided: string | null;
}

/** A line that holds no message. */
export interface Unread {
  readonly line: number;
  readonly problem: LineProblem;
}

export interface DryRun<One> {
  readonly each: readonly One[];
  readonly comparison: Comparison;
}

/** One line after another. Yields behind each, so that others may work meanwhile. */
export function* tryLines(lines: readonly Line[], park: Park): Generator<void, DryRun<Tried | Unread>> {
  const comparing = new Comparing();
  const each: (Tried | Unread)[] = [];
  for (const { line, read } of lines) {
    each.push(isMessage(read) ? tried({ line, message: read }, park, comparing) : { line, problem: read });
    yield;
  }
  return { each, comparison: comparing.comparison };
}

function tried({ line, message }: Pick<Tried, "line" | "message">, park: Park, comparing: Comparing): Tried {
  const proposal = proposalOf(routeOf({ text: message.text, category: message.category }, park));
  const decided = unitOf(message, park.directory);
  comparing.add(proposal, decided);
  return { line, message, proposal, decided };
}

/** Units that messages name and the org file does not have, each with how many messages do, the most frequent first. */
export function unknownUnits(each: readonly (Tried | Unread)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const one of each) {
    if (!("message" in one) || one.decided !== null || one.message.unit === undefined) continue;
    counts.set(one.message.unit, (counts.get(one.message.unit) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

/** An issue of the ledger, and to whom it belonged in the end; null: nobody has decided that yet. */
export interface Raised {
  readonly issue: Issue;
  readonly decided: string | null;
}

/** So many are read at once. */
const PAGE = 200;

/** The issues that were raised in a month and are still there, the oldest first, some at a time; `most` of them. */
export async function* raisedIn(
  db: Db,
  span: Span,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly Raised[]> {
  let [after, left] = [0, most];
  while (left > 0) {
    const issues = await raisedAfter(db, span, { after, limit: Math.min(PAGE, left) });
    const decided = await decidedAmong(
      db,
      issues.map(({ id }) => id),
    );
    if (issues.length > 0) yield issues.map((issue) => ({ issue, decided: decided.get(issue.id) ?? null }));
    if (issues.length < PAGE) return;
    after = issues.at(-1)?.id ?? after;
    left -= issues.length;
  }
}

/** An issue, tried. */
export interface TriedIssue extends Raised {
  readonly proposal: Proposal;
}

/** One issue after another, as if each were raised now. What was decided about itself is no reason. */
export function* tryIssues(
  raised: readonly Raised[],
  park: Park,
  comparing: Comparing,
): Generator<void, readonly TriedIssue[]> {
  const each: TriedIssue[] = [];
  for (const one of raised) {
    const proposal = proposalOf(routeOf({ text: one.issue.text, category: undefined }, park, one.issue.id));
    // Of a unit that is gone nothing can be right.
    const decided = one.decided !== null && park.directory.department(one.decided) === undefined ? null : one.decided;
    comparing.add(proposal, decided);
    each.push({ ...one, decided, proposal });
    yield;
  }
  return each;
}
