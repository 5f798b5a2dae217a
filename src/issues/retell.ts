import { advance, type Tally } from "../domain/issue/figures.ts";
import { type Issue, STATES, type State, UNTOUCHED } from "../domain/issue/issue.ts";
import { CHAIN_START, canonicalJson, type StoredEvent } from "../store/events.ts";
import { type Fault, faultAt, type Sealed } from "./audit-chain.ts";

/** An issue's life told again from its events alone. */

/** The first event that does not continue the one before it. */
export function unlinked(
  events: readonly StoredEvent[],
  { chained }: Pick<Sealed, "chained">,
): { readonly fault: Fault } | null {
  const index = events.findIndex(
    ({ seq, previous }, place) => seq > chained && previous !== (events[place - 1]?.hash ?? CHAIN_START),
  );
  const event = events[index];
  return event === undefined ? null : { fault: faultAt(event, "it does not continue the event of its issue before") };
}

/** Tells an issue's life from its events, and holds the ledger's row against it. */
export function retell(
  issue: Issue,
  events: readonly StoredEvent[],
): { readonly fault: Fault } | { readonly tally: Tally } {
  let tally: Tally | undefined;
  // An event of an earlier version says nothing of a field that came later: then it is as nobody touched it.
  let row: Readonly<Record<string, unknown>> = { ...UNTOUCHED };
  for (const [index, event] of events.entries()) {
    const { toState } = event;
    if (event.version !== index + 1)
      return { fault: faultAt(event, `it says version ${event.version}, not ${index + 1}`) };
    if (event.fromState !== (tally?.state ?? null)) return { fault: faultAt(event, "it starts from another state") };
    if (!isState(toState)) return { fault: faultAt(event, "it leads to no known state") };
    const rating = event.data["rating"];
    const request = event.data["request"];
    const more = {
      ...(typeof rating === "number" ? { rating } : {}),
      ...(typeof request === "string" ? { request } : {}),
    };
    tally = advance(tally, { action: event.action, toState, ...more });
    row = { ...row, ...rowOf(event) };
  }
  const last = events.at(-1);
  if (tally === undefined || last === undefined) {
    return { fault: { seq: null, issue: issue.id, what: "it is in the ledger and in no event" } };
  }
  if (issue.version !== last.version) {
    return { fault: faultAt(last, `the ledger has ${issue.version} moves of this issue, the record ${last.version}`) };
  }
  const { state, outcome, rating } = tally;
  // What was taken over from a file says it itself: the event of it is in the record of another ledger.
  const returned = tally.returned || row["returned"] === true;
  const wrong = wrongFields(issue, { ...row, state, outcome, rating, returned });
  if (tally.measured !== (issue.measureAt !== null)) wrong.unshift("measure");
  const [first] = wrong;
  if (first === undefined) return { tally };
  const setter = events.findLast((event) => first in rowOf(event)) ?? last;
  return { fault: faultAt(setter, `the ledger's ${wrong.join(", ")} of this issue is not what the record says`) };
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
