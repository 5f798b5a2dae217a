import { randomBytes } from "node:crypto";
import type { Config } from "../../config.ts";
import { S3Shelf } from "../../features/files/s3-shelf.ts";
import { FolderShelf } from "../../features/files/shelf.ts";
import { messageOf } from "../../shared/errors.ts";
import { about, type Finding } from "./finding.ts";

const { ok, note, fail } = about("files");

/** Whether pictures and files can be kept where they are to be: a small one is put there, read and taken away. */
export async function checkFiles({ s3, dataDir, databaseUrl }: Config): Promise<readonly Finding[]> {
  const shelf = s3 === undefined ? new FolderShelf(dataDir) : new S3Shelf(s3);
  const { name } = shelf;
  const bytes = randomBytes(64);
  const key = `doctor-${bytes.toString("hex", 0, 16)}`;
  try {
    await shelf.put(key, bytes);
    const read = await shelf.get(key);
    await shelf.remove(key);
    if (read === null || !read.equals(bytes)) return [fail((words) => words.filesOtherwise(name))];
  } catch (error) {
    const why = causeOf(error);
    return [fail((words) => (s3 === undefined ? words.filesFolderFault(name, why) : words.filesStoreFault(name, why)))];
  }
  const shared = s3 === undefined && databaseUrl !== undefined ? [note((words) => words.filesOfReplicas())] : [];
  return [ok((words) => words.filesKept(name)), ...shared];
}

/** What a library wraps says more than what it says itself. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return messageOf(cause);
}
