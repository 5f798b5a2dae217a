import type { Db } from "../store/client.ts";
import { CHAIN_START, digestOf, eventsAfter, linkOf, readHead, type StoredEvent } from "../store/events.ts";

/** The chain of the record: every event in its place, unaltered, and the last one the one that the head names. */

/** What is wrong, and where. Contents never stand in it. */
export interface Fault {
  readonly seq: number | null;
  readonly issue: number | null;
  readonly what: string;
}

interface Link {
  readonly seq: number;
  readonly hash: string;
}

const PAGE = 500;

/** The first event that is not as it was recorded, or the sound chain's end. */
export async function walkChain(db: Db): Promise<{ readonly fault: Fault } | { readonly end: Link }> {
  let last: Link = { seq: 0, hash: CHAIN_START };
  for (;;) {
    const page = await eventsAfter(db, last.seq, PAGE);
    for (const event of page) {
      const fault = brokenLink(last, event);
      if (fault !== null) return { fault };
      last = event;
    }
    if (page.length < PAGE) break;
  }
  const fault = wrongEnd(last, await readHead(db));
  return fault === null ? { end: last } : { fault };
}

function brokenLink(last: Link, event: StoredEvent): Fault | null {
  const fault = (what: string) => ({ seq: event.seq, issue: event.issueId, what });
  if (event.seq !== last.seq + 1) {
    const what = `it is missing: after event ${last.seq} comes event ${event.seq}`;
    return { seq: last.seq + 1, issue: null, what };
  }
  if (digestOf(event) !== event.digest) return fault("its content is not what was recorded");
  if (event.previous !== last.hash) return fault(`it does not continue event ${last.seq}`);
  if (linkOf(last.hash, event.digest) !== event.hash) return fault("its hash is not made of its content");
  return null;
}

function wrongEnd(last: Link, head: Link): Fault | null {
  if (head.seq > last.seq) {
    return { seq: last.seq + 1, issue: null, what: `it is missing: ${head.seq} events were recorded` };
  }
  if (head.seq < last.seq) {
    return { seq: head.seq + 1, issue: null, what: `it is too many: the chain's head ends at event ${head.seq}` };
  }
  return head.hash === last.hash
    ? null
    : { seq: last.seq, issue: null, what: "the chain's head does not hold its hash" };
}
