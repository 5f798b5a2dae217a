import type { Hearing, Ledger, Span } from "../store/roads.ts";

/**
 * What several processes heard on one road, each by a connection of its own. Something was missed while none of them heard;
 * that is certain only when each has said until when it heard, or has been silent for so long that it says nothing more.
 * Moments are milliseconds on the machine's clock.
 */

/** More are not kept of one process: what is forgotten counts as unheard, never as heard. */
const MOST_SPANS = 100;

/** What a process has to say of its own connection. */
export interface Account {
  readonly owner: string;
  /** The interruptions that are over, oldest first. `from` null: it had not heard anything before. */
  readonly cuts: readonly { readonly from: number | null; readonly to: number }[];
  /** Since when it is open. Null: it is not. */
  readonly since: number | null;
  /** Until when it is known to have heard. Null: it never has. */
  readonly until: number | null;
  /** It ends in order. */
  readonly leaves: boolean;
  /** When it says so. */
  readonly at: number;
}

/** `graceMs`: who has said nothing for so long is not counted on. */
function isCounted({ at }: Hearing, now: number, graceMs: number): boolean {
  return now - at < graceMs;
}

/** Enters what a process says of itself. */
export function enter(ledger: Ledger, account: Account, graceMs: number): Ledger {
  const { owner, cuts, since, until, at } = account;
  const spans: Span[] = [...(ledger.hearings[owner]?.spans ?? [])];
  // What it has said before may be settled and forgotten, so that its last span is, too.
  const extend = (from: number | null, to: number | null) => {
    const last = spans.pop();
    if (last !== undefined) spans.push({ since: last.since, until: Math.max(last.until, to ?? last.until) });
    else if (from !== null && to !== null) spans.push({ since: from, until: to });
  };
  for (const { from, to } of cuts) {
    extend(from, from);
    spans.push({ since: to, until: to });
  }
  extend(since, until);
  const hearing = { spans: spans.slice(-MOST_SPANS), state: stateIn(ledger, account, graceMs), at };
  return { ...ledger, hearings: { ...ledger.hearings, [owner]: hearing } };
}

/** Who leaves while others hear is not missed; who leaves alone may be back in a moment. */
function stateIn({ hearings }: Ledger, { owner, since, leaves, at }: Account, graceMs: number): Hearing["state"] {
  if (since === null) return "lost";
  if (!leaves) return "open";
  const hears = (one: Hearing) => one.state === "open" && isCounted(one, at, graceMs);
  const goesOn = Object.entries(hearings).some(([by, one]) => by !== owner && hears(one));
  return goesOn ? "lost" : "left";
}

/**
 * What nobody heard, as far as that is certain now and was not said before; and the ledger without what is not needed any
 * more. An ordered start anew within `graceMs` is nothing that was missed.
 */
export function settle(
  ledger: Ledger,
  now: number,
  graceMs: number,
): { readonly ledger: Ledger; readonly unheard: readonly Span[] } {
  const all = Object.values(ledger.hearings);
  const spans = all.flatMap((one) => one.spans).sort((a, b) => a.since - b.since);
  const [first] = spans;
  if (first === undefined) return { ledger, unheard: [] };
  const ends = all
    .filter((one) => one.state === "open" && isCounted(one, now, graceMs))
    .map((one) => one.spans.at(-1)?.until ?? Number.NEGATIVE_INFINITY);
  const horizon = ends.length > 0 ? Math.min(...ends) : Math.max(...spans.map(({ until }) => until));
  const unheard: Span[] = [];
  let heardUntil = ledger.settled ?? first.since;
  for (const { since, until } of spans) {
    if (since > horizon) break;
    if (since > heardUntil) unheard.push({ since: heardUntil, until: since });
    heardUntil = Math.max(heardUntil, since, until);
  }
  const settled = Math.max(ledger.settled ?? first.since, Math.min(heardUntil, horizon));
  const isRestart = ({ since, until }: Span) =>
    until - since < graceMs && all.some((one) => one.state === "left" && one.spans.at(-1)?.until === since);
  return {
    ledger: { settled, hearings: withoutSettled(ledger.hearings, { settled, now, graceMs }) },
    unheard: unheard.filter((one) => !isRestart(one)),
  };
}

function withoutSettled(
  hearings: Ledger["hearings"],
  { settled, now, graceMs }: { readonly settled: number; readonly now: number; readonly graceMs: number },
): Ledger["hearings"] {
  const left = Object.entries(hearings)
    .map(([owner, one]) => [owner, { ...one, spans: one.spans.filter(({ until }) => until >= settled) }] as const)
    .filter(([, one]) => one.spans.length > 0 || isCounted(one, now, graceMs));
  return Object.fromEntries(left);
}
