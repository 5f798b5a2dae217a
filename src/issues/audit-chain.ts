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
import { CHAIN_START, digestOf, linkOf, type StoredEvent, sealOf } from "../store/events.ts";

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
  readonly checkpoint: Walked;
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
  const old = start === undefined ? await walkChained(db, first, onWalked) : null;
  if (old !== null) return old;
  const from = start === undefined ? behindFirst(first) : behind(start);
  const sealed = await walkBlocks(db, from, { onEvent: start?.onEvent, onWalked });
  if ("fault" in sealed) return sealed;
  const waiting = await walkUnsealed(db, start?.onEvent);
  if (typeof waiting !== "number") return waiting;
  const events = sealed.events + waiting;
  const other = start === undefined ? await strayIn(db, first.count, events) : await otherThan(db, start, events);
  if (other !== null) return other;
  return { ...sealed, events, waiting, waitingSince: await oldestUnsealed(db) };
}

function behindFirst({ id: block, hash, count }: Block): Walked {
  return { block, hash, beginning: hash, events: count, chained: count };
}

function behind({ checkpoint: { block, hash, beginning, events, chained } }: Start): Walked {
  return { block, hash, beginning, events, chained };
}

/** Nothing is there but what was walked, and nothing was walked twice. */
async function strayIn(db: Db, chained: number, walked: number): Promise<{ readonly fault: Fault } | null> {
  if ((await countSealed(db, chained)) !== walked) return at(null, "an event is sealed twice");
  return (await countEvents(db)) === walked ? null : at(await strayEvent(db, chained), "it is in no block");
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
): Promise<{ readonly fault: Fault } | null> {
  let last: Pick<StoredEvent, "seq" | "hash"> = { seq: 0, hash: CHAIN_START };
  for (;;) {
    const page = await chainedAfter(db, last.seq, { chained, limit: EVENTS });
    for (const event of page) {
      if (event.seq !== last.seq + 1) return missing(last.seq + 1);
      const what = alteredIn(event);
      if (what !== null) return at(event, what);
      if (event.previous !== last.hash) return at(event, `it does not continue event ${last.seq}`);
      last = event;
    }
    onWalked(page.length);
    if (page.length < EVENTS) break;
  }
  if (last.seq < chained) return missing(last.seq + 1);
  return last.hash === hash ? null : at(null, "the first block does not hold the hash of the events before it");
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
      const events = await walkBlock(db, walked, block);
      if ("fault" in events) return events;
      if (onEvent !== undefined) events.forEach(onEvent);
      onWalked(events.length);
      const { id, hash, count } = block;
      const beginning = id === 1 ? hash : walked.beginning;
      walked = { ...walked, block: id, hash, beginning, events: walked.events + count };
    }
    if (page.length < BLOCKS) return walked;
  }
}

/** The events of a block, unaltered. */
async function walkBlock(
  db: Db,
  before: Walked,
  block: Block,
): Promise<{ readonly fault: Fault } | readonly StoredEvent[]> {
  if (block.id !== before.block + 1) return at(null, `block ${before.block + 1} of its seals is missing`);
  if (block.previous !== before.hash)
    return at(null, `block ${block.id} of its seals does not continue the one before`);
  const found = await eventsNumbered(db, block.seqs);
  const bySeq = new Map(found.map((event) => [event.seq, event]));
  const events: StoredEvent[] = [];
  for (const seq of block.seqs) {
    const event = bySeq.get(seq);
    if (event === undefined) return missing(seq);
    const what = alteredIn(event);
    if (what !== null) return at(event, what);
    events.push(event);
  }
  const isWhole = events.length === block.count && sealOf(before.hash, events) === block.hash;
  return isWhole
    ? events
    : at(events[0] ?? null, `block ${block.id} of its seals does not hold what was sealed from here on`);
}

/** What waits for its block is unaltered as well. Returns how many that are. */
async function walkUnsealed(db: Db, onEvent?: Hears): Promise<{ readonly fault: Fault } | number> {
  let count = 0;
  for (let last = 0; ; ) {
    const seqs = await unsealedAfter(db, last, EVENTS);
    const found = await eventsNumbered(db, seqs);
    const gone = seqs.find((seq, index) => found[index]?.seq !== seq);
    if (gone !== undefined) return missing(gone);
    for (const event of found) {
      const what = alteredIn(event);
      if (what !== null) return at(event, what);
      onEvent?.(event);
    }
    count += seqs.length;
    last = seqs.at(-1) ?? last;
    if (seqs.length < EVENTS) return count;
  }
}

/** What is wrong with an event for itself. */
export function alteredIn(event: StoredEvent): string | null {
  if (digestOf(event) !== event.digest) return "its content is not what was recorded";
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
