import type { Action } from "./lifecycle.ts";

/** Pictures and files that belong to an issue. */

/** `waiting`: it is fetched. `kept`: its bytes are there. `lost`: it could not be kept. `removed`: its time was over. */
export const FILE_STATES = ["waiting", "kept", "lost", "removed"] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Of a picture or file what the record seals. `digest`: the SHA-256 of its bytes. */
export interface SealedFile {
  readonly id: string;
  readonly digest: string;
}

/** What the record calls that files were kept: no move of the lifecycle, since nobody makes it and nothing changes by it. */
export const KEPT_FILES = "files";

/** What the company said, or was told with it: what came with any other move stays inside the departments, as its words do. */
const PUBLIC: ReadonlySet<string> = new Set<Action>([
  "submit",
  "supplement",
  "solved",
  "accept",
  "unsolved",
  "rate",
  "reopen",
  "urge",
  "withdraw",
  "restore",
  "progress",
  "ask",
  "answer",
  "correct",
]);

/** Whether what came with a move may be read by the company as well. */
export function isForCompany(action: string | null): boolean {
  return action !== null && PUBLIC.has(action);
}
