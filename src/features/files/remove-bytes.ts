import type { Db } from "../../store/client.ts";
import { endFiles, isNeeded, lockDigest, type StoredFile } from "../../store/files.ts";
import { previewKey } from "./preview.ts";
import type { Shelf } from "./shelf.ts";

interface Ended {
  readonly digest: string | null;
  /** Takes what is to be ended of this digest, until the transaction ends. */
  readonly take: (tx: Db) => Promise<readonly StoredFile[]>;
}

/**
 * Ends what is taken of one digest, and removes its bytes unless something else needs them. What they were stays in the record, with the
 * digest. Whoever is about to keep the same bytes anew waits meanwhile: else they would be removed behind his back.
 */
export async function removeBytes(tx: Db, shelf: Pick<Shelf, "remove">, { digest, take }: Ended): Promise<void> {
  if (digest !== null) await lockDigest(tx, digest);
  const taken = await take(tx);
  if (taken.length === 0) return;
  await endFiles(tx, taken);
  if (digest === null || (await isNeeded(tx, digest))) return;
  // Behind the last reference: should this fail, or the process die, the rows are as they were, and it is done again.
  // One behind the other: when the first fails, nothing is on its way any more that the end of the transaction lets go.
  await shelf.remove(previewKey(digest));
  await shelf.remove(digest);
}
