import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { SealedFile } from "../../domain/issue/files.ts";
import type { Db } from "../../store/client.ts";
import { insertKept, type StoredFile, takeLoose } from "../../store/files.ts";
import { acceptedType, isPicture, safeName } from "./accepted.ts";
import { removeBytes } from "./remove-bytes.ts";
import type { Shelf } from "./shelf.ts";

/** What comes with its bytes, by a form of a page: kept as what is fetched for a chat, and given to a move by its ids as that is. */

/** One that was received, and lies in a folder for the while. */
export interface Received {
  readonly path: string;
  /** As its sender calls it. */
  readonly name: string | null;
}

/** One of which it is known what it is. */
export interface Weighed extends Received {
  readonly mime: string;
  readonly digest: string;
  readonly bytes: number;
}

/** What a form takes: pictures alone, or whatever is taken in a direct chat. */
export type Takes = "pictures" | "all";

/** Null: it is nothing that is taken there. */
export function weigh(received: Received, takes: Takes): Promise<Weighed | null> {
  return inTurn(async () => {
    const bytes = await readFile(received.path);
    const type = await acceptedType(bytes, received.name);
    if (type === null || (takes === "pictures" && !isPicture(type.mime))) return null;
    const digest = createHash("sha256").update(bytes).digest("hex");
    return { ...received, mime: type.mime, digest, bytes: bytes.length };
  });
}

/** One at a time: each may be twenty megabytes in memory. */
let before: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const one = before.then(work);
  before = one.catch(() => {});
  return one;
}

interface Keeping {
  readonly db: Db;
  readonly shelf: Pick<Shelf, "put" | "remove">;
}

/** Who sends them, and when. */
type From = Pick<StoredFile, "platform" | "userId" | "userName"> & { readonly at: Date };

/**
 * Keeps them, belonging to nothing yet: the next move that has their ids takes them. All or none; what nobody takes is dropped by
 * `dropLoose`, and by the clock after a day. Not within a transaction: another one must see that the bytes are needed.
 */
export async function keepWeighed(
  keeping: Keeping,
  weighed: readonly Weighed[],
  { at, ...from }: From,
): Promise<readonly SealedFile[]> {
  const { db, shelf } = keeping;
  const messageId = `form-${randomUUID()}`;
  const kept: SealedFile[] = [];
  try {
    for (const [nth, { path, name, mime, digest, bytes }] of weighed.entries()) {
      // By it they stand in the order in which they were sent.
      const id = `${String(nth).padStart(2, "0")}-${randomUUID()}`;
      const own = isPicture(mime)
        ? ({ kind: "picture", name: null } as const)
        : ({ kind: "file", name: safeName(name) } as const);
      // Before the bytes are there, as when they are fetched.
      await insertKept(db, { ...from, ...own, id, messageId, mime, digest, bytes, at });
      kept.push({ id, digest });
      await inTurn(async () => shelf.put(digest, await readFile(path)));
    }
    return kept;
  } catch (error) {
    await dropLoose(keeping, kept);
    throw error;
  }
}

/** Takes away what of these belongs to no issue. */
export async function dropLoose({ db, shelf }: Keeping, files: readonly SealedFile[]): Promise<void> {
  for (const { id, digest } of files) {
    await db.transaction((tx) => removeBytes(tx, shelf, { digest, take: () => takeLoose(tx, id) }));
  }
}
