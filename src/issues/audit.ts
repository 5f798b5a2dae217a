import { type Figures, figuresFrom, type Recounted } from "../domain/issue/figures.ts";
import type { Db } from "../store/client.ts";
import { eventsOfIssues, eventWithoutIssue } from "../store/events.ts";
import { EVER } from "../store/figure-parts.ts";
import { figuresOf } from "../store/figures.ts";
import { issuesAfter } from "../store/issues.ts";
import { type Fault, faultAt, type OnWalked, type Sealed, walkChain } from "./audit-chain.ts";
import { wrongCommon } from "./audit-common.ts";
import { auditSince, type Misfit, misfitOf, type SoundSince } from "./audit-since.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { retell, unlinked } from "./retell.ts";

/** Recomputes the record and, from the record alone, every issue and every figure of the ledger. */

export interface Sound {
  readonly sealed: Sealed;
  readonly issues: number;
  readonly figures: Figures;
}

/** A checkpoint that the record has to fit, and whether what it stands for is recomputed all the same. */
export interface From {
  readonly checkpoint: Checkpoint;
  readonly whole: boolean;
}

export type Audited = { readonly fault: Fault } | { readonly misfit: Misfit } | Sound | SoundSince;

const PAGE = 200;

/**
 * Reads one state of the database, whatever is written meanwhile. Gives the first fault: in the chain, then by issue. `onWalked`
 * hears of each event, and then of each issue, some at a time.
 */
export function audit(db: Db, now: Date, onWalked?: OnWalked): Promise<{ readonly fault: Fault } | Sound> {
  return inOneState(db, (snapshot) => auditWhole(snapshot, now, onWalked));
}

/** The same of a record that has to fit a checkpoint, and of what is behind it alone unless the whole is asked for. */
export function auditFrom(db: Db, now: Date, { checkpoint, whole }: From, onWalked?: OnWalked): Promise<Audited> {
  return inOneState(db, async (snapshot) => {
    // The hash of its block is made of every event up to there: where that block comes out the same, nothing is otherwise.
    const misfit = await misfitOf(snapshot, checkpoint);
    if (misfit !== null) return misfit;
    return whole ? auditWhole(snapshot, now, onWalked) : auditSince(snapshot, checkpoint, onWalked);
  });
}

function inOneState<Result>(db: Db, work: (snapshot: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(work, { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function auditWhole(db: Db, now: Date, onWalked?: OnWalked): Promise<{ readonly fault: Fault } | Sound> {
  const sealed = await walkChain(db, undefined, onWalked);
  if ("fault" in sealed) return sealed;
  const orphan = await eventWithoutIssue(db);
  if (orphan !== null) return { fault: faultAt(orphan, "its issue is not in the ledger") };

  const recounted: Recounted[] = [];
  for (let last = 0; ; ) {
    const page = await issuesAfter(db, last, PAGE);
    const events = await eventsOfIssues(
      db,
      page.map((issue) => issue.id),
    );
    for (const issue of page) {
      const own = events.filter((event) => event.issueId === issue.id);
      const told = unlinked(own, sealed) ?? retell(issue, own);
      if ("fault" in told) return told;
      recounted.push({ tally: told.tally, issue });
    }
    last = page.at(-1)?.id ?? last;
    onWalked?.(page.length);
    if (page.length < PAGE) break;
  }

  const common = await wrongCommon(db);
  if (common !== null) return { fault: faultAt(null, common) };
  const figures = figuresFrom(recounted, now);
  const what = difference(figures, await figuresOf(db, EVER, now));
  if (what !== null) return { fault: { seq: null, issue: null, what } };
  return { sealed, issues: recounted.length, figures };
}

/** The first figure that the ledger and the record do not agree on. */
function difference(record: Figures, ledger: Figures): string | null {
  const [ours, theirs] = [figureTexts(record), figureTexts(ledger)];
  const index = ours.findIndex((text, place) => text !== theirs[place]);
  return index < 0 ? null : `a figure differs: ${ours[index]} by the record, ${theirs[index]} by the ledger`;
}

function figureTexts(figures: Figures): readonly string[] {
  const { counts, rates, medianMinutes, p90Minutes, ...others } = figures;
  const minutes = { medianMinutes, p90Minutes };
  return [
    ...Object.entries({ ...counts, ...others }).map(([name, count]) => `${name} ${count}`),
    ...rates.map(({ name, part, whole }) => `${name} ${part}/${whole}`),
    ...Object.entries(minutes).map(([name, value]) => `${name} ${value === null ? "none" : value.toFixed(3)}`),
  ];
}
