import { countOf, type Figures, RATES, type RateName, type Tally } from "./figures.ts";
import { type Issue, isVoid } from "./issue.ts";

/** The figures once more, issue by issue and without the database: what the audit holds against the ledger's own. */

/** An issue as the record tells it. */
export interface Recounted {
  /** What the actions alone say. */
  readonly tally: Tally;
  readonly issue: Issue;
}

/** The figures since the start, as they stand at `now`. */
export function figuresFrom(all: readonly Recounted[], now: Date): Figures {
  const valid = all.filter(({ tally }) => !isVoid(tally.state));
  const issues = valid.map(({ issue }) => issue);
  const count = (holds: (issue: Issue) => boolean) => issues.filter(holds).length;
  const minutes = issues.flatMap((issue) => issue.handlingMinutes ?? []).toSorted((a, b) => a - b);
  return {
    counts: countOf(valid.map(({ tally }) => tally)),
    rates: RATES.map((name) => ({
      name,
      part: count((issue) => SHARES[name](issue, now)[0]),
      whole: count((issue) => SHARES[name](issue, now)[1]),
    })),
    onHold: count((issue) => issue.state === "on_hold"),
    unconfirmed: count((issue) => issue.outcome === "unconfirmed"),
    unrated: count((issue) => issue.state === "closed" && issue.rating === null),
    medianMinutes: quantile(minutes, 0.5),
    p90Minutes: quantile(minutes, 0.9),
  };
}

/** Whether an issue is in the numerator and in the denominator of a rate: lifecycle.md, «Figures». */
const SHARES: Readonly<Record<RateName, (issue: Issue, now: Date) => readonly [part: boolean, whole: boolean]>> = {
  sign: ({ signedAt, signDue }, now) => [inTime(signedAt, signDue), signedAt !== null || isDue(signDue, now)],
  contact: ({ contactAt, contactDue }, now) => [
    inTime(contactAt, contactDue),
    contactAt !== null || isDue(contactDue, now),
  ],
  onTime: ({ answeredAt, due, state }, now) => [
    inTime(answeredAt, due),
    state !== "on_hold" && (answeredAt !== null || isDue(due, now)),
  ],
  firstOnTime: ({ answeredAt, firstDue, state }, now) => [
    inTime(answeredAt, firstDue),
    state !== "on_hold" && (answeredAt !== null || isDue(firstDue, now)),
  ],
  measure: ({ signedAt, measureDue }) => [signedAt !== null && measureDue !== null, signedAt !== null],
  solved: ({ outcome, rework }) => [
    outcome === "solved",
    outcome === "solved" || outcome === "explained" || rework > 0,
  ],
  satisfied: ({ rating }) => [rating !== null && rating >= 4, rating !== null],
  reopened: ({ reopenedAt, closedAt }) => [reopenedAt !== null, reopenedAt !== null || closedAt !== null],
};

function inTime(done: Date | null, limit: Date | null): boolean {
  return done !== null && limit !== null && done <= limit;
}

function isDue(limit: Date | null, now: Date): boolean {
  return limit !== null && limit <= now;
}

/** Between the two nearest values, as the database's `percentile_cont`. Null without any. */
function quantile(sorted: readonly number[], fraction: number): number | null {
  const place = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}
