import { FILES_KEPT_DAYS } from "../../domain/park/org.ts";
import type { Db } from "../../store/client.ts";
import { nextWaiting, oldDigests, takeOld } from "../../store/files.ts";
import { type ClockContext, type ClockWork, type Feature, hourly } from "../feature.ts";
import type { Fetcher } from "./fetcher.ts";
import { lostNotice } from "./lost-notice.ts";
import { removeBytes } from "./remove-bytes.ts";
import { FolderShelf, type Shelf } from "./shelf.ts";

/** Pictures and files that come with messages. */
export const files: Feature = { commands: [], notices: [lostNotice], clock: [] };

/** What the clock brings for them. */
export function fileWorks({
  fetcher,
  shelf,
}: {
  readonly fetcher: Fetcher;
  readonly shelf: Shelf;
}): readonly ClockWork[] {
  return [
    // What is slow must not hold up the other works.
    { name: "files", run: async () => fetcher.hint(), next: ({ db }) => nextWaiting(db) },
    hourly({ name: "old-files", run: (ctx) => removeOld(ctx, shelf), next: async () => null }),
  ];
}

const DAY_MS = 86_400_000;
/** What belongs to no issue is kept so long: a question to which it may belong is open for minutes. */
const LOOSE_MS = DAY_MS;
/** So many digests are asked for at once; each is a transaction of its own. */
const AT_ONCE = 100;
const MOST_BATCHES = 20;
/** So many rows of one digest are ended at once. */
const MOST_ROWS = 1_000;

/** Takes away what is not needed any more: the bytes of what has been over for as long as the park's policy says, and what belongs to no issue. */
async function removeOld({ db, now, park }: ClockContext, shelf: Shelf): Promise<void> {
  const overBefore = new Date(now.getTime() - (park.org.policy.filesKeptDays ?? FILES_KEPT_DAYS) * DAY_MS);
  const old = { overBefore, looseBefore: new Date(now.getTime() - LOOSE_MS) };
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const digests = await oldDigests(db, old, AT_ONCE);
    for (const digest of digests) {
      const take = (tx: Db) => takeOld(tx, old, { digest, limit: MOST_ROWS });
      await db.transaction((tx) => removeBytes(tx, shelf, { digest, take }));
    }
    if (digests.length < AT_ONCE) break;
  }
  if (shelf instanceof FolderShelf) await shelf.sweep(new Date(now.getTime() - DAY_MS));
}
