import { blocksFrom, lastBlock } from "../store/blocks.ts";
import type { Db } from "../store/client.ts";
import { forgottenIn } from "../store/disclosures.ts";
import { eventsOfIssues, eventWithoutIssue, type StoredEvent, unevenIssue } from "../store/events.ts";
import { countIssues } from "../store/figures.ts";
import { readIssues } from "../store/issues.ts";
import { alteredIn, type Fault, faultAt, type OnWalked, type Sealed, walkChain } from "./audit-chain.ts";
import { wrongCommon } from "./audit-common.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { retell, unlinked } from "./retell.ts";

/** The audit of what came behind a checkpoint, and of the whole life of each issue in which something happened since. */

export interface SoundSince {
  readonly sealed: Sealed;
  /** In these something happened since, and they are as the record tells them from their first event on. */
  readonly issues: number;
  /** Of these the number of events was looked at, and nothing else. */
  readonly others: number;
  readonly checkpoint: Checkpoint;
}

/** Why a record does not hold the block that was signed, and where its seals end. */
export interface Misfit {
  /** It begins otherwise; it ends before; or it begins the same and has another block in that place. */
  readonly kind: "another" | "set-back" | "went-another-way";
  readonly last: number;
}

const PAGE = 200;

/** Null: the record holds the block that was signed. */
export async function misfitOf(
  db: Db,
  checkpoint: Checkpoint,
): Promise<{ readonly misfit: Misfit } | { readonly fault: Fault } | null> {
  const { block, hash, beginning } = checkpoint;
  const last = (await lastBlock(db))?.id ?? 0;
  const misfit = (kind: Misfit["kind"]) => ({ misfit: { kind, last } });
  const start = await blockOf(db, Math.min(block, 1));
  if (start !== undefined && start.hash !== beginning) return misfit("another");
  if (last < block) return misfit("set-back");
  const own = await blockOf(db, block);
  if (own === undefined) return { fault: faultAt(null, `block ${block} of its seals is missing`) };
  return own.hash === hash ? null : misfit("went-another-way");
}

async function blockOf(db: Db, id: number) {
  const [block] = await blocksFrom(db, id, 1);
  return block?.id === id ? block : undefined;
}

/** Of a checkpoint that fits. Gives the first fault: in the chain, in how many events there are, then by issue. */
export async function auditSince(
  db: Db,
  checkpoint: Checkpoint,
  onWalked?: OnWalked,
): Promise<{ readonly fault: Fault } | SoundSince> {
  const moves = new Moves();
  const sealed = await walkChain(db, { checkpoint, onEvent: (event) => moves.note(event) }, onWalked);
  if ("fault" in sealed) return sealed;
  const uneven = await unevenIn(db);
  if (uneven !== null) return { fault: uneven };
  const ids = moves.issues();
  for (let at = 0; at < ids.length; at += PAGE) {
    const fault = await wrongAmong(db, ids.slice(at, at + PAGE), { moves, sealed });
    if (fault !== null) return { fault };
  }
  const common = await wrongCommon(db);
  if (common !== null) return { fault: faultAt(null, common) };
  return { sealed, issues: ids.length, others: (await countIssues(db)) - ids.length, checkpoint };
}

/** That each issue has as many events as moves is counted by the database, for all of them. */
async function unevenIn(db: Db): Promise<Fault | null> {
  const orphan = await eventWithoutIssue(db);
  if (orphan !== null) return faultAt(orphan, "its issue is not in the ledger");
  const uneven = await unevenIssue(db);
  if (uneven === null) return null;
  const { id: issue, moves, recorded } = uneven;
  const what =
    recorded === 0
      ? "it is in the ledger and in no event"
      : `the ledger has ${moves} moves of this issue, the record ${recorded}`;
  return { seq: null, issue, what };
}

async function wrongAmong(
  db: Db,
  ids: readonly number[],
  { moves, sealed }: { readonly moves: Moves; readonly sealed: Sealed },
): Promise<Fault | null> {
  const events = await eventsOfIssues(db, ids);
  const since = await forgottenIn(db, events);
  for (const issue of await readIssues(db, ids)) {
    const own = events.filter((event) => event.issueId === issue.id);
    const altered = alteredAmong(own, since);
    if (altered !== null) return altered;
    const stray = moves.strayAmong(own);
    if (stray !== null) return faultAt(stray, "it is in no block");
    const told = unlinked(own, sealed) ?? retell(issue, own);
    if ("fault" in told) return told.fault;
  }
  return null;
}

/** What is before the checkpoint was not walked. */
function alteredAmong(events: readonly StoredEvent[], since: ReadonlyMap<number, string>): Fault | null {
  for (const event of events) {
    const what = alteredIn(event, since);
    if (what !== null) return faultAt(event, what);
  }
  return null;
}

/** In which issues something happened behind the checkpoint. Numbers alone are kept, however much is in the events. */
class Moves {
  readonly #since = new Map<number, { readonly first: number; readonly count: number }>();

  note({ issueId, version }: StoredEvent): void {
    const { first, count } = this.#since.get(issueId) ?? { first: version, count: 0 };
    this.#since.set(issueId, { first: Math.min(first, version), count: count + 1 });
  }

  issues(): readonly number[] {
    return [...this.#since.keys()].sort((a, b) => a - b);
  }

  /** An event that follows on those that were walked, and was not: what an issue's life has behind one of them is behind the checkpoint. */
  strayAmong(own: readonly StoredEvent[]): StoredEvent | null {
    const [event] = own;
    const since = event === undefined ? undefined : this.#since.get(event.issueId);
    if (since === undefined) return null;
    const behind = own.filter(({ version }) => version >= since.first);
    return behind.length > since.count ? (behind.at(-1) ?? null) : null;
  }
}
