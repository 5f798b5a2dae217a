import {
  type Block,
  blocksFrom,
  chainedAfter,
  countEvents,
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
  /** Events that wait for their block, and since when. */
  readonly waiting: number;
  readonly waitingSince: Date | null;
}

/** A few blocks at a time: each names up to a thousand events. */
const BLOCKS = 20;
const EVENTS = 500;

/** The first event that is not as it was recorded, or how far the sound record is sealed. */
export async function walkChain(db: Db): Promise<{ readonly fault: Fault } | Sealed> {
  const [first] = await blocksFrom(db, 0, 1);
  if (first === undefined || first.id !== 0) return at(null, "the first block of its seals is gone");
  const old = await walkChained(db, first);
  if (old !== null) return old;
  const sealed = await walkBlocks(db, first);
  if ("fault" in sealed) return sealed;
  const waiting = await walkUnsealed(db);
  if (typeof waiting !== "number") return waiting;
  const events = await countEvents(db);
  if (events !== sealed.events + waiting) {
    const stray = await strayEvent(db, first.count);
    return at(stray, stray === null ? "an event is sealed twice" : "it is in no block");
  }
  const { id: block, hash } = sealed.last;
  return { events, chained: first.count, block, hash, waiting, waitingSince: await oldestUnsealed(db) };
}

/** What was chained event by event, before there were blocks. */
async function walkChained(db: Db, { count: chained, hash }: Block): Promise<{ readonly fault: Fault } | null> {
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
    if (page.length < EVENTS) break;
  }
  if (last.seq < chained) return missing(last.seq + 1);
  return last.hash === hash ? null : at(null, "the first block does not hold the hash of the events before it");
}

interface Walked {
  readonly last: Block;
  /** So many events are sealed. */
  readonly events: number;
}

async function walkBlocks(db: Db, first: Block): Promise<{ readonly fault: Fault } | Walked> {
  let walked: Walked = { last: first, events: first.count };
  for (;;) {
    const page = await blocksFrom(db, walked.last.id + 1, BLOCKS);
    for (const block of page) {
      const fault = await wrongIn(db, walked.last, block);
      if (fault !== null) return fault;
      walked = { last: block, events: walked.events + block.count };
    }
    if (page.length < BLOCKS) return walked;
  }
}

async function wrongIn(db: Db, before: Block, block: Block): Promise<{ readonly fault: Fault } | null> {
  if (block.id !== before.id + 1) return at(null, `block ${before.id + 1} of its seals is missing`);
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
    ? null
    : at(events[0] ?? null, `block ${block.id} of its seals does not hold what was sealed from here on`);
}

/** What waits for its block is unaltered as well. Returns how many that are. */
async function walkUnsealed(db: Db): Promise<{ readonly fault: Fault } | number> {
  let count = 0;
  for (let last = 0; ; ) {
    const seqs = await unsealedAfter(db, last, EVENTS);
    const found = await eventsNumbered(db, seqs);
    const gone = seqs.find((seq, index) => found[index]?.seq !== seq);
    if (gone !== undefined) return missing(gone);
    for (const event of found) {
      const what = alteredIn(event);
      if (what !== null) return at(event, what);
    }
    count += seqs.length;
    last = seqs.at(-1) ?? last;
    if (seqs.length < EVENTS) return count;
  }
}

function alteredIn(event: StoredEvent): string | null {
  if (digestOf(event) !== event.digest) return "its content is not what was recorded";
  return linkOf(event.previous, event.digest) === event.hash ? null : "its hash is not made of its content";
}

function missing(seq: number): { readonly fault: Fault } {
  return { fault: { seq, issue: null, what: "it is missing" } };
}

function at(event: StoredEvent | null, what: string): { readonly fault: Fault } {
  return { fault: { seq: event?.seq ?? null, issue: event?.issueId ?? null, what } };
}
