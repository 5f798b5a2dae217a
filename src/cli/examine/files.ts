import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../config.ts";
import { S3Shelf } from "../../features/files/s3-shelf.ts";
import { messageOf } from "../../shared/errors.ts";
import { about, type Finding } from "./finding.ts";

const { ok, note, fail } = about("files");

/** Whether pictures and files can be kept where they are to be. Nothing is made in a folder; into a store something small is put. */
export function checkFiles(config: Config): Promise<readonly Finding[]> {
  return config.s3 === undefined ? checkFolder(config) : checkStore(new S3Shelf(config.s3));
}

async function checkFolder({ dataDir, databaseUrl }: Config): Promise<readonly Finding[]> {
  const name = join(dataDir, "files");
  const shared = databaseUrl === undefined ? [] : [note((words) => words.filesOfReplicas())];
  for (const folder of [name, dataDir]) {
    try {
      await access(folder, constants.W_OK | constants.X_OK);
      return [ok((words) => words.filesInFolder(name)), ...shared];
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") continue;
      // Of the embedded database the same folder is told already.
      if (databaseUrl === undefined) return [];
      return [fail((words) => words.filesFolderFault(name, messageOf(error)))];
    }
  }
  return [ok((words) => words.filesToMake(name)), ...shared];
}

/** One is put there, read and taken away. */
async function checkStore(shelf: S3Shelf): Promise<readonly Finding[]> {
  const { name } = shelf;
  const bytes = randomBytes(64);
  const key = `doctor-${bytes.toString("hex", 0, 16)}`;
  try {
    await shelf.put(key, bytes);
    const read = await shelf.get(key);
    await shelf.remove(key);
    if (read === null || !read.equals(bytes)) return [fail((words) => words.filesOtherwise(name))];
    return [ok((words) => words.filesKept(name))];
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return [fail((words) => words.filesStoreFault(name, messageOf(cause)))];
  }
}
