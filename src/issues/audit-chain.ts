import {
  type Block,
  blocksFrom,
  chainedAfter,
  countEvents,
  countSealed,
  eventsNumbered,
  oldestUnsealed,
  strayEvent,
  unsealedAfter,
} from "../store/blocks.ts";
import type { Db } from "../store/client.ts";
import { countSealedCommons } from "../store/common-record.ts";
import {
  countSealedLooks,
  forgottenIn,
  forgottenLooks,
  isLookSound,
  looksNumbered,
  saysSince,
} from "../store/disclosures.ts";
import {
  CHAIN_START,
  contentOf,
  digestOf,
  isVeiled,
  linkOf,
  type SealedBeside,
  type StoredEvent,
  sealOf,
} from "../store/events.ts";
import { areCovered, forgottenPaths } from "../store/veils.ts";
import { commonsOf } from "./audit-common.ts";

/** The record as a whole: every event unaltered and in its place, none missing and none too many. */

/** What is wrong, and where. Contents never stand in it. */
export interface Fault {
  readonly seq: number | null;
  readonly issue: number | null;
  readonly what: string;
}

/** How far a sound record is sealed. */
export interface Sealed {
  /** All events, those included that are in no block yet. */
  readonly events: number;
  /** Up to this number each was chained to the one before it: the time before there were blocks. */
  readonly chained: number;
  readonly block: number;
  /** The hash of that block. */
  readonly hash: string;
  /** The hash of block 1, or of the first one where it is the only one. */
  readonly beginning: string;
  /** What is sealed beside the events that were walked: who was shown what, and what was forgotten. */
  readonly looks: number;
  /** Events of common problems that are sealed. */
  readonly commons: number;
  /** Of so many of these events something was forgotten, as the record says. */
  readonly forgotten: number;
  /** Events that wait for their block, and since when. */
  readonly waiting: number;
  readonly waitingSince: Date | null;
}

/** A few blocks at a time: each names up to a thousand events. */
const BLOCKS = 20;
const EVENTS = 500;

type Hears = (event: StoredEvent) => void;

/** Hears that so many more were walked. */
export type OnWalked = (count: number) => void;
const UNHEARD: OnWalked = () => {};

/** A walk that does not begin at the first event. */
export interface Start {
  readonly checkpoint: Omit<Walked, "looks" | "commons" | "forgotten">;
  /** Hears of each event that is behind it. */
  readonly onEvent: Hears;
}

/**
 * The first event that is not as it was recorded, or how far the sound record is sealed. Of what is up to the block where it
 * starts only the number is looked at; that this block is the one that was signed is for who starts there to see.
 */
export async function walkChain(
  db: Db,
  start?: Start,
  onWalked: OnWalked = UNHEARD,
): Promise<{ readonly fault: Fault } | Sealed> {
  const [first] = await blocksFrom(db, 0, 1);
  if (first === undefined || first.id !== 0) return at(null, "the first block of its seals is gone");
  const old = start === undefined ? await walkChained(db, first, onWalked) : 0;
  if (typeof old !== "number") return old;
  const from = start === undefined ? { ...behindFirst(first), forgotten: old } : behind(start);
  const sealed = await walkBlocks(db, from, { onEvent: start?.onEvent, onWalked });
  if ("fault" in sealed) return sealed;
  const unsealed = await walkUnsealed(db, start?.onEvent);
  if ("fault" in unsealed) return unsealed;
  const { waiting } = unsealed;
  const walked = { ...sealed, events: sealed.events + waiting, forgotten: sealed.forgotten + unsealed.forgotten };
  const other =
    start === undefined ? await strayIn(db, first.count, walked) : await otherThan(db, start, walked.events);
  if (other !== null) return other;
  return { ...walked, waiting, waitingSince: await oldestUnsealed(db) };
}

function behindFirst({ id: block, hash, count }: Block): Walked {
  return { block, hash, beginning: hash, events: count, chained: count, looks: 0, commons: 0, forgotten: 0 };
}

function behind({ checkpoint: { block, hash, beginning, events, chained } }: Start): Walked {
  return { block, hash, beginning, events, chained, looks: 0, commons: 0, forgotten: 0 };
}

/** Nothing is there but what was walked, and nothing was walked twice. */
async function strayIn(db: Db, chained: number, walked: Walked): Promise<{ readonly fault: Fault } | null> {
  if ((await countSealed(db, chained)) !== walked.events) return at(null, "an event is sealed twice");
  if ((await countEvents(db)) !== walked.events) return at(await strayEvent(db, chained), "it is in no block");
  if ((await countSealedLooks(db)) !== walked.looks)
    return at(null, "a look says that it is sealed, and is in no block");
  return (await countSealedCommons(db)) === walked.commons
    ? null
    : at(null, "an event of the common problems says that it is sealed, and is in no block");
}

/** Removed or inserted before the checkpoint. */
async function otherThan(
  db: Db,
  { checkpoint: { events } }: Start,
  walked: number,
): Promise<{ readonly fault: Fault } | null> {
  const there = (await countEvents(db)) - (walked - events);
  return there === events
    ? null
    : at(null, `up to the checkpoint there are ${there} events, and were ${events} when it was signed`);
}

/** What was chained event by event, before there were blocks. */
async function walkChained(
  db: Db,
  { count: chained, hash }: Block,
  onWalked: OnWalked,
): Promise<{ readonly fault: Fault } | number> {
  let forgotten = 0;
  let last: Pick<StoredEvent, "seq" | "hash"> = { seq: 0, hash: CHAIN_START };
  for (;;) {
    const page = await chainedAfter(db, last.seq, { chained, limit: EVENTS });
    const since = await forgottenIn(db, page);
    forgotten += since.size === 0 ? 0 : page.filter(({ seq }) => since.has(seq)).length;
    for (const event of page) {
      if (event.seq !== last.seq + 1) return missing(last.seq + 1);
      const what = alteredIn(event, since);
      if (what !== null) return at(event, what);
      if (event.previous !== last.hash) return at(event, `it does not continue event ${last.seq}`);
      last = event;
    }
    onWalked(page.length);
    if (page.length < EVENTS) break;
  }
  if (last.seq < chained) return missing(last.seq + 1);
  return last.hash === hash ? forgotten : at(null, "the first block does not hold the hash of the events before it");
}

/** How far it is walked. */
export type Walked = Omit<Sealed, "waiting" | "waitingSince">;

async function walkBlocks(
  db: Db,
  from: Walked,
  { onEvent, onWalked }: { readonly onEvent: Hears | undefined; readonly onWalked: OnWalked },
): Promise<{ readonly fault: Fault } | Walked> {
  let walked = from;
  for (;;) {
    const page = await blocksFrom(db, walked.block + 1, BLOCKS);
    for (const block of page) {
      const found = await walkBlock(db, walked, block);
      if ("fault" in found) return found;
      if (onEvent !== undefined) found.events.forEach(onEvent);
      onWalked(found.events.length);
      const { id, hash, count, looks, commons } = block;
      const beginning = id === 1 ? hash : walked.beginning;
      const forgotten = walked.forgotten + found.forgotten;
      const beside = { looks: walked.looks + looks.length, commons: walked.commons + commons.length };
      walked = { ...walked, block: id, hash, beginning, events: walked.events + count, ...beside, forgotten };
    }
    if (page.length < BLOCKS) return walked;
  }
}

interface Found {
  readonly events: readonly StoredEvent[];
  readonly forgotten: number;
}

/** The events of a block, unaltered, as is what it seals beside them. */
async function walkBlock(db: Db, before: Walked, block: Block): Promise<{ readonly fault: Fault } | Found> {
  if (block.id !== before.block + 1) return at(null, `block ${before.block + 1} of its seals is missing`);
  if (block.previous !== before.hash)
    return at(null, `block ${block.id} of its seals does not continue the one before`);
  const found = await eventsNumbered(db, block.seqs);
  const since = await forgottenIn(db, found);
  const bySeq = new Map(found.map((event) => [event.seq, event]));
  const events: StoredEvent[] = [];
  for (const seq of block.seqs) {
    const event = bySeq.get(seq);
    if (event === undefined) return missing(seq);
    const what = alteredIn(event, since);
    if (what !== null) return at(event, what);
    events.push(event);
  }
  const looks = await walkLooks(db, block);
  if ("fault" in looks) return looks;
  const beside = await commonsOf(db, block);
  if ("wrong" in beside) return at(null, beside.wrong);
  const hash = sealOf(before.hash, events, looks.sealed, beside.commons);
  const isWhole = events.length === block.count && hash === block.hash;
  return isWhole
    ? { events, forgotten: events.filter(({ seq }) => since.has(seq)).length }
    : at(events[0] ?? null, `block ${block.id} of its seals does not hold what was sealed from here on`);
}

/** The looks of a block, unaltered. */
async function walkLooks(
  db: Db,
  block: Block,
): Promise<{ readonly fault: Fault } | { readonly sealed: readonly SealedBeside[] }> {
  const looks = await looksNumbered(db, block.looks);
  const forgotten = await forgottenLooks(db, looks);
  const byId = new Map(looks.map((look) => [look.id, look]));
  const sealed: SealedBeside[] = [];
  for (const id of block.looks) {
    const look = byId.get(id);
    if (look === undefined) return { fault: { seq: null, issue: null, what: `look ${id} is missing` } };
    if (!isLookSound(look, forgotten) || look.block !== block.id)
      return { fault: { seq: null, issue: look.issueId, what: `look ${id} is not what was recorded` } };
    sealed.push({ id, digest: look.digest ?? "" });
  }
  return { sealed };
}

/** What waits for its block is unaltered as well. Returns how many that are. */
async function walkUnsealed(
  db: Db,
  onEvent?: Hears,
): Promise<{ readonly fault: Fault } | { readonly waiting: number; readonly forgotten: number }> {
  let waiting = 0;
  let forgotten = 0;
  for (let last = 0; ; ) {
    const seqs = await unsealedAfter(db, last, EVENTS);
    const found = await eventsNumbered(db, seqs);
    const gone = seqs.find((seq, index) => found[index]?.seq !== seq);
    if (gone !== undefined) return missing(gone);
    const since = await forgottenIn(db, found);
    for (const event of found) {
      const what = alteredIn(event, since);
      if (what !== null) return at(event, what);
      onEvent?.(event);
    }
    waiting += seqs.length;
    forgotten += found.filter(({ seq }) => since.has(seq)).length;
    last = seqs.at(-1) ?? last;
    if (seqs.length < EVENTS) return { waiting, forgotten };
  }
}

/** What is wrong with an event for itself. `since`: what those say of which something was forgotten. */
export function alteredIn(event: StoredEvent, since: ReadonlyMap<number, string>): string | null {
  const { seq, veils } = event;
  const isAsDigested = digestOf(event) === event.digest;
  // Of one that was recorded before there were veils nothing can be forgotten but what it says as a whole.
  const isForgotten = isAsDigested ? forgottenPaths(veils).length > 0 : veils === null && !isVeiled(event);
  const isSound = isForgotten ? saysSince(event, since.get(seq)) && areCovered(contentOf(event), veils) : isAsDigested;
  if (!isSound) return "its content is not what was recorded";
  return linkOf(event.previous, event.digest) === event.hash ? null : "its hash is not made of its content";
}

function missing(seq: number): { readonly fault: Fault } {
  return { fault: { seq, issue: null, what: "it is missing" } };
}

function at(event: StoredEvent | null, what: string): { readonly fault: Fault } {
  return { fault: faultAt(event, what) };
}

/** Null: of no event in particular. */
export function faultAt(event: StoredEvent | null, what: string): Fault {
  return { seq: event?.seq ?? null, issue: event?.issueId ?? null, what };
}
