import type { Counts } from "../notice/notice.ts";
import type { Outcome, State } from "./issue.ts";
import { isVoid } from "./issue.ts";

/** Figures recomputed from the event log alone: the proof of what the ledger's own counts say. */

/** What counting needs of an issue. */
export interface Tally {
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly measured: boolean;
  readonly rating: number | null;
}

/** An event as far as figures need it. */
export interface FigureEvent {
  readonly action: string;
  readonly toState: State;
  readonly rating?: number | undefined;
}

/** What an issue's tally is after one more event. */
export function advance(before: Tally | undefined, event: FigureEvent): Tally {
  const outcome = outcomeAfter(before?.outcome ?? null, event);
  return {
    state: event.toState,
    outcome,
    measured: (before?.measured ?? false) || event.action === "measure",
    rating: event.action === "rate" ? (event.rating ?? null) : (before?.rating ?? null),
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
