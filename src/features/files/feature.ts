import { FILES_KEPT_DAYS } from "../../domain/park/org.ts";
import { endFiles, isNeeded, nextWaiting, type StoredFile, takeOld } from "../../store/files.ts";
import { type ClockContext, type ClockWork, type Feature, hourly } from "../feature.ts";
import type { Fetcher } from "./fetcher.ts";
import { lostNotice } from "./lost-notice.ts";
import { previewKey } from "./preview.ts";
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
const AT_ONCE = 100;
const MOST_BATCHES = 20;

/** Takes away what is not needed any more, so many at one time. */
async function removeOld(ctx: ClockContext, shelf: Shelf): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) if ((await removeOldFiles(ctx, shelf)) < AT_ONCE) break;
  if (shelf instanceof FolderShelf) await shelf.sweep(new Date(ctx.now.getTime() - DAY_MS));
}

/**
 * Removes the bytes of files of issues that have been over for as long as the park's policy says, and what belongs to no issue.
 * What they were stays in the record, with the digest of each. Gives how many.
 */
async function removeOldFiles(
  { db, now, park }: Pick<ClockContext, "db" | "now" | "park">,
  shelf: Shelf,
): Promise<number> {
  const overBefore = new Date(now.getTime() - (park.org.policy.filesKeptDays ?? FILES_KEPT_DAYS) * DAY_MS);
  const looseBefore = new Date(now.getTime() - LOOSE_MS);
  return db.transaction(async (tx) => {
    const old = await takeOld(tx, { overBefore, looseBefore, limit: AT_ONCE });
    await endFiles(tx, old);
    // Behind the last reference: should this fail, the rows are as they were, and it is done again.
    for (const digest of digestsOf(old)) if (!(await isNeeded(tx, digest))) await removeWhole(shelf, digest);
    return old.length;
  });
}

async function removeWhole(shelf: Shelf, digest: string): Promise<void> {
  await shelf.remove(previewKey(digest));
  await shelf.remove(digest);
}

function digestsOf(old: readonly StoredFile[]): ReadonlySet<string> {
  return new Set(old.flatMap(({ digest }) => digest ?? []));
}
