import type { Issue } from "../../src/domain/issue/issue.ts";
import { seal } from "../../src/issues/seal.ts";
import type { Db } from "../../src/store/client.ts";
import { appendEvent } from "../../src/store/events.ts";
import { insertIssue, readIssue, updateIssue } from "../../src/store/issues.ts";
import { newEvent, newIssue } from "./store.ts";

/** Issues with a record that the audit finds sound. */

export async function file(db: Db, patch: Partial<Omit<Issue, "id">> = {}): Promise<number> {
  const { id, version, ...row } = await insertIssue(db, newIssue(patch));
  const { state: toState } = row;
  await appendEvent(db, newEvent(id, version, { action: "submit", fromState: null, toState, data: { row } }));
  return id;
}

/** Somebody notes something, and the issue has another handler. */
export async function move(db: Db, id: number, handler: string): Promise<void> {
  const issue = await readIssue(db, id);
  const moved = issue === null ? null : await updateIssue(db, issue, { handler });
  if (moved === null) throw new Error(`issue ${id} cannot be moved`);
  const { version, state } = moved;
  await appendEvent(db, newEvent(id, version, { fromState: state, toState: state, data: { row: { handler } } }));
}

/** Each time in a block of its own. */
export async function sealed(db: Db, ...works: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const work of works) {
    await work();
    await seal(db, new Date("2026-11-16T01:02:04Z"));
  }
}
