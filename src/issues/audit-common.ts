import { COMMON_UNTOUCHED, type Common } from "../domain/common/common.ts";
import type { Block } from "../store/blocks.ts";
import type { Db } from "../store/client.ts";
import { listCommons, membersOf } from "../store/common.ts";
import {
  type CommonEvent,
  commonEventsNumbered,
  commonEventsOf,
  FORGOTTEN_OF_COMMON,
  isCommonEventSound,
  numbersTold,
} from "../store/common-record.ts";
import { canonicalJson, type SealedBeside } from "../store/events.ts";

/** The record of common problems is verified with that of the issues: each event as it was recorded, and the rows as the events say. */

/** What a block seals of them, whatever these events say: that is looked at with all of their common problem. */
export async function commonsOf(
  db: Db,
  block: Pick<Block, "id" | "commons">,
): Promise<{ readonly wrong: string } | { readonly commons: readonly SealedBeside[] }> {
  const byId = new Map((await commonEventsNumbered(db, block.commons)).map((event) => [event.id, event]));
  const commons: SealedBeside[] = [];
  for (const id of block.commons) {
    const event = byId.get(id);
    if (event === undefined) return { wrong: `event ${id} of the common problems is missing` };
    if (event.block !== block.id) return { wrong: `event ${id} of the common problems is not what was recorded` };
    commons.push({ id, digest: event.digest });
  }
  return { commons };
}

/** The first common problem that is not as its events tell. */
export async function wrongCommon(db: Db): Promise<string | null> {
  for (const common of (await listCommons(db, "all")).toReversed()) {
    const what = wrongIn(common, await commonEventsOf(db, common.id), await membersIn(db, common.id));
    if (what !== null) return `common problem ${common.id}: ${what}`;
  }
  return null;
}

async function membersIn(db: Db, id: number): Promise<readonly number[]> {
  return (await membersOf(db, [id])).map(({ issueId }) => issueId);
}

/** Null: nothing is. Names of fields only: what stands in them may be confidential. */
function wrongIn(common: Common, events: readonly CommonEvent[], members: readonly number[]): string | null {
  const altered = events.find((event) => !isCommonEventSound(event, events));
  if (altered !== undefined) return `its event ${altered.version} is not what was recorded`;
  const gap = events.findIndex(({ version }, index) => version !== index + 1);
  if (gap >= 0 || events.length === 0) return `its event ${Math.max(gap, 0) + 1} is missing`;
  if (events.length !== common.version) return `it has ${common.version} changes, and its record ${events.length}`;
  const told = retold(events);
  const names = Object.keys({ state: "", title: "", ...COMMON_UNTOUCHED }) as (keyof Common)[];
  const wrong: string[] = names.filter((name) => canonicalJson(common[name]) !== canonicalJson(told.row[name] ?? null));
  if (canonicalJson(told.members) !== canonicalJson(members)) wrong.push("members");
  return wrong.length === 0 ? null : `its ${wrong.join(", ")} is not what the record says`;
}

/** Its life told again from its events alone. */
function retold(events: readonly CommonEvent[]) {
  let row: Readonly<Record<string, unknown>> = { ...COMMON_UNTOUCHED };
  const members = new Set<number>();
  for (const event of events) {
    if (event.action === FORGOTTEN_OF_COMMON) continue;
    row = { ...row, ...recordIn(event.data["row"]) };
    for (const id of numbersTold(event, "add")) members.add(id);
    for (const id of numbersTold(event, "remove")) members.delete(id);
  }
  return { row, members: [...members].sort((one, other) => one - other) };
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
