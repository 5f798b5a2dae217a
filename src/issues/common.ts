import type { Common, CommonRow, Deed } from "../domain/common/common.ts";
import type { Actor } from "../domain/issue/issue.ts";
import { addMembers, insertCommon, removeMembers, updateCommon } from "../store/common.ts";
import { appendCommonEvent } from "../store/common-record.ts";
import type { Context, Source } from "./context.ts";

/** The kernel of common problems: what is done about one is written with its event, in one transaction. */

/** Who does it, and in which message. */
export interface DoneBy {
  readonly actor: Actor;
  readonly source: Source;
}

/** What a deed changes, and what was said with it. */
export interface Change {
  readonly patch?: Partial<CommonRow>;
  readonly add?: readonly number[];
  readonly remove?: readonly number[];
  readonly text?: string | undefined;
  /** Of an answer to all members: those that got it. */
  readonly reached?: readonly number[];
}

/** Opens one, with its first members. Gives it, and those that belonged to none before. */
export async function openCommon(
  ctx: Context,
  title: string,
  { members, lead, by }: { readonly members: readonly number[]; readonly lead: string | null; readonly by: DoneBy },
): Promise<{ readonly common: Common; readonly added: readonly number[] }> {
  const row: CommonRow = {
    state: "open",
    title,
    lead,
    measure: null,
    due: null,
    progress: null,
    closing: null,
    answer: null,
    doneAt: null,
  };
  const made = { ...row, version: 1, createdBy: by.actor.name, createdAt: ctx.now };
  const common = await insertCommon(ctx.db, made);
  const added = await addMembers(ctx.db, common.id, members);
  await append(ctx, common, "create", { patch: row, add: added, by });
  return { common, added };
}

/** Does something about one that is locked. Null: somebody was faster. */
export async function changeCommon(
  ctx: Context,
  before: Common,
  deed: Deed,
  { by, ...change }: Change & { readonly by: DoneBy },
): Promise<Common | null> {
  const after = await updateCommon(ctx.db, before, change.patch ?? {});
  if (after === null) return null;
  const added = await addMembers(ctx.db, before.id, change.add ?? []);
  await removeMembers(ctx.db, before.id, change.remove ?? []);
  await append(ctx, after, deed, { ...change, ...(change.add !== undefined && { add: added }), by });
  return after;
}

async function append(
  { db, now }: Context,
  { id, version }: Common,
  action: Deed,
  { patch, by: { actor, source }, ...said }: Change & { readonly by: DoneBy },
): Promise<void> {
  await appendCommonEvent(db, {
    commonId: id,
    version,
    action,
    actor: plain(actor),
    platform: source.platform,
    messageId: source.messageId,
    at: now,
    data: plain({ ...said, row: patch ?? {} }),
  });
}

/** As JSON has it, of which the digest must be made: moments are strings there, and what is not there is nowhere. */
function plain(facts: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(facts));
}
