import { insertBlock, lockSeals, takeUnsealed } from "../store/blocks.ts";
import type { Db } from "../store/client.ts";
import { sealCommons } from "../store/common-record.ts";
import { sealLooks } from "../store/disclosures.ts";
import { sealOf } from "../store/events.ts";

/** More go into the next block, so that none is too long to be read at once. */
const MOST_EVENTS = 1_000;

/**
 * Seals what was recorded since: each block continues the one before, so that no event and no look can be changed, removed, inserted
 * or put elsewhere without changing all that follow. Nobody who records anything waits for it. Returns how many it sealed;
 * null: another process seals at this moment.
 */
export async function seal(db: Db, now: Date): Promise<number | null> {
  let sealed = 0;
  for (;;) {
    const count = await sealBlock(db, now);
    if (count === null) return null;
    sealed += count;
    if (count < MOST_EVENTS) return sealed;
  }
}

function sealBlock(db: Db, sealedAt: Date): Promise<number | null> {
  return db.transaction(async (tx) => {
    const last = await lockSeals(tx);
    if (last === null) return null;
    const id = last.id + 1;
    const taken = await takeUnsealed(tx, MOST_EVENTS);
    const looks = await sealLooks(tx, id, MOST_EVENTS);
    const commons = await sealCommons(tx, id, MOST_EVENTS);
    if (taken.length + looks.length + commons.length === 0) return 0;
    const { hash: previous } = last;
    const seqs = taken.map(({ seq }) => seq);
    await insertBlock(tx, {
      id,
      previous,
      hash: sealOf(previous, taken, looks, commons),
      count: taken.length,
      seqs,
      looks: looks.map((one) => one.id),
      commons: commons.map((one) => one.id),
      sealedAt,
    });
    return Math.max(taken.length, looks.length, commons.length);
  });
}
