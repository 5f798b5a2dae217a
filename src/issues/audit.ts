import { advance, type Figures, figuresFrom, type Recounted, type Tally } from "../domain/issue/figures.ts";
import { type Issue, STATES, type State, UNTOUCHED } from "../domain/issue/issue.ts";
import type { Db } from "../store/client.ts";
import { CHAIN_START, canonicalJson, eventsOfIssues, eventWithoutIssue, type StoredEvent } from "../store/events.ts";
import { figuresOf } from "../store/figures.ts";
import { issuesAfter } from "../store/issues.ts";
import { type Fault, type Sealed, walkChain } from "./audit-chain.ts";

/** Recomputes the record and, from the record alone, every issue and every figure of the ledger. */

export interface Sound {
  readonly sealed: Sealed;
  readonly issues: number;
  readonly figures: Figures;
}

const PAGE = 200;
/** Later than any issue. */
const END_OF_TIME = new Date("9999-12-31T00:00:00Z");

/** Reads one state of the database, whatever is written meanwhile. Gives the first fault: in the chain, then by issue. */
export async function audit(db: Db, now: Date): Promise<{ readonly fault: Fault } | Sound> {
  return db.transaction((snapshot) => auditSnapshot(snapshot, now), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function auditSnapshot(db: Db, now: Date): Promise<{ readonly fault: Fault } | Sound> {
  const sealed = await walkChain(db);
  if ("fault" in sealed) return sealed;
  const orphan = await eventWithoutIssue(db);
  if (orphan !== null) return { fault: at(orphan, "its issue is not in the ledger") };

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
    if (page.length < PAGE) break;
  }

  const figures = figuresFrom(recounted, now);
  const what = difference(figures, await figuresOf(db, { from: null, to: END_OF_TIME }, now));
  if (what !== null) return { fault: { seq: null, issue: null, what } };
  return { sealed, issues: recounted.length, figures };
}

function at(event: StoredEvent, what: string): Fault {
  return { seq: event.seq, issue: event.issueId, what };
}

/** The first event that does not continue the one before it. */
function unlinked(events: readonly StoredEvent[], { chained }: Sealed): { readonly fault: Fault } | null {
  const index = events.findIndex(
    ({ seq, previous }, place) => seq > chained && previous !== (events[place - 1]?.hash ?? CHAIN_START),
  );
  const event = events[index];
  return event === undefined ? null : { fault: at(event, "it does not continue the event of its issue before") };
}

/** Tells an issue's life from its events, and holds the ledger's row against it. */
function retell(issue: Issue, events: readonly StoredEvent[]): { readonly fault: Fault } | { readonly tally: Tally } {
  let tally: Tally | undefined;
  // An event of an earlier version says nothing of a field that came later: then it is as nobody touched it.
  let row: Readonly<Record<string, unknown>> = { ...UNTOUCHED };
  for (const [index, event] of events.entries()) {
    const { toState } = event;
    if (event.version !== index + 1) return { fault: at(event, `it says version ${event.version}, not ${index + 1}`) };
    if (event.fromState !== (tally?.state ?? null)) return { fault: at(event, "it starts from another state") };
    if (!isState(toState)) return { fault: at(event, "it leads to no known state") };
    const rating = event.data["rating"];
    const more = typeof rating === "number" ? { rating } : {};
    tally = advance(tally, { action: event.action, toState, ...more });
    row = { ...row, ...rowOf(event) };
  }
  const last = events.at(-1);
  if (tally === undefined || last === undefined) {
    return { fault: { seq: null, issue: issue.id, what: "it is in the ledger and in no event" } };
  }
  if (issue.version !== last.version) {
    return { fault: at(last, `the ledger has ${issue.version} moves of this issue, the record ${last.version}`) };
  }
  const wrong = wrongFields(issue, { ...row, state: tally.state, outcome: tally.outcome, rating: tally.rating });
  if (tally.measured !== (issue.measureAt !== null)) wrong.unshift("measure");
  const [first] = wrong;
  if (first === undefined) return { tally };
  const setter = events.findLast((event) => first in rowOf(event)) ?? last;
  return { fault: at(setter, `the ledger's ${wrong.join(", ")} of this issue is not what the record says`) };
}

function rowOf(event: StoredEvent): Readonly<Record<string, unknown>> {
  const row = event.data["row"];
  return typeof row === "object" && row !== null ? { ...row } : {};
}

/** Names of fields only: what stands in them may be confidential. */
function wrongFields(issue: Issue, row: Readonly<Record<string, unknown>>): string[] {
  return Object.entries({ ...issue, reporter: withoutVerified(issue.reporter) }).flatMap(([field, value]) => {
    if (field === "id" || field === "version") return [];
    const said = field === "reporter" ? withoutVerified(row[field]) : row[field];
    return canonicalJson(value) === canonicalJson(said ?? null) ? [] : [field];
  });
}

/** Vouching for a contact (核实) is no move of the issue. */
function withoutVerified(reporter: unknown): unknown {
  return typeof reporter === "object" && reporter !== null ? { ...reporter, verified: null } : reporter;
}

function isState(word: string): word is State {
  return STATES.some((state) => state === word);
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
