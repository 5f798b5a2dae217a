import { type Issue, isVoid, type Outcome, type State } from "./issue.ts";

/** The figures of the issues, and the same once more from the record alone: what the audit holds against the ledger's own. */

/** 收集 / 有措施 / 已解决 / 未解决. */
export interface Counts {
  readonly collected: number;
  readonly measured: number;
  readonly solved: number;
  readonly open: number;
}

/** What counting needs of an issue. */
export interface Tally {
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly measured: boolean;
  readonly rating: number | null;
  /** A unit gave it back, and that was granted. */
  readonly returned: boolean;
}

/** An event as far as figures need it. */
export interface FigureEvent {
  readonly action: string;
  readonly toState: State;
  readonly rating?: number | undefined;
  /** Which request was granted. */
  readonly request?: string | undefined;
}

/** What an issue's tally is after one more event. */
export function advance(before: Tally | undefined, event: FigureEvent): Tally {
  const outcome = outcomeAfter(before?.outcome ?? null, event);
  return {
    state: event.toState,
    outcome,
    measured: (before?.measured ?? false) || event.action === "measure",
    rating: event.action === "rate" ? (event.rating ?? null) : (before?.rating ?? null),
    returned: (before?.returned ?? false) || (event.action === "approve" && event.request === "return"),
  };
}

function outcomeAfter(before: Outcome | null, event: FigureEvent): Outcome | null {
  if (event.toState !== "closed") return null;
  switch (event.action) {
    case "solved":
      return "solved";
    case "accept":
      return "explained";
    case "lapse":
      return "unconfirmed";
    default:
      return before;
  }
}

/** 收集 / 有措施 / 已解决 / 未解决 over these issues; void ones do not count. */
export function countOf(tallies: Iterable<Tally>): Counts {
  let collected = 0;
  let measured = 0;
  let solved = 0;
  for (const tally of tallies) {
    if (isVoid(tally.state)) continue;
    collected += 1;
    if (tally.measured) measured += 1;
    if (tally.state === "closed" && tally.outcome === "solved") solved += 1;
  }
  return { collected, measured, solved, open: collected - solved };
}

/** A rate with its numerator and denominator, as every rate is shown. */
export interface Rate {
  readonly name: RateName;
  readonly part: number;
  readonly whole: number;
}

export const RATES = [
  "sign",
  "contact",
  "onTime",
  "firstOnTime",
  "measure",
  "solved",
  "satisfied",
  "reopened",
  "dispatched",
  "drafted",
] as const;
export type RateName = (typeof RATES)[number];

export interface Figures {
  readonly counts: Counts;
  readonly rates: readonly Rate[];
  readonly onHold: number;
  readonly unconfirmed: number;
  readonly unrated: number;
  /** Working minutes from dispatch to answer, waiting not counted. */
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
}

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
  dispatched: ({ firstDue, returned }) => [firstDue !== null && !returned, firstDue !== null],
  drafted: ({ draftOf }) => [draftOf !== null && draftOf > 0, draftOf !== null],
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
