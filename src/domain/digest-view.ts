import { type Audience, mayShow } from "./audience.ts";
import type { Issue } from "./issue.ts";
import { type IssueView, type Veil, viewIssue } from "./issue-view.ts";
import { dayText } from "./moments.ts";
import type { Counts, DigestFacts } from "./notice.ts";
import { involvedIn, type ParkView } from "./park-view.ts";

/** A weekly digest as one audience may see it. */
export interface DigestView {
  readonly from: string;
  readonly to: string;
  readonly late: boolean;
  readonly total: Counts;
  readonly week: Counts;
  readonly raised: readonly IssueView[];
  readonly moved: readonly IssueView[];
  readonly solved: readonly IssueView[];
  readonly next: readonly IssueView[];
}

/** The ids that a digest speaks of. */
export function idsOf(facts: DigestFacts): readonly number[] {
  return [...new Set([...facts.raised, ...facts.moved, ...facts.solved, ...facts.next])];
}

export function viewDigest(
  facts: DigestFacts,
  issues: readonly Issue[],
  audience: Audience,
  park: ParkView,
  now: Date,
  veil: Veil,
): DigestView {
  const zone = park.org.park.timeZone;
  const shown = new Map<number, IssueView>();
  for (const issue of issues) {
    if (mayShow(issue, audience, involvedIn(park, issue, []))) {
      shown.set(issue.id, viewIssue(issue, audience, park, now, veil));
    }
  }
  const pick = (ids: readonly number[]) => ids.flatMap((id) => shown.get(id) ?? []);
  return {
    from: dayText(new Date(facts.from), zone, now),
    to: dayText(new Date(facts.to), zone, now),
    late: facts.late,
    total: facts.total,
    week: facts.week,
    raised: pick(facts.raised),
    moved: pick(facts.moved),
    solved: pick(facts.solved),
    next: pick(facts.next),
  };
}
