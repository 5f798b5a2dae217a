import { isRefusal, type Refusal } from "../domain/issue/decision.ts";
import { membershipsOf, readCommon } from "../store/common.ts";
import { moveSupervisions } from "../store/supervisions.ts";
import { changeCommon, type DoneBy } from "./common.ts";
import type { Context } from "./context.ts";
import { type Attempt, type Dossier, type Moved, move } from "./move.ts";

/** The two issues of a merging, both locked: `from` is merged into `into`. */
export interface Pair {
  readonly from: Dossier;
  readonly into: Dossier;
}

/** Merges one issue into another: a recorded move of each. What was pressed for from above goes on with the other. */
export async function mergeIssues(
  ctx: Context,
  { from, into }: Pair,
  { actor, source, text }: Pick<Attempt, "actor" | "source"> & { readonly text: string | undefined },
): Promise<Moved | Refusal> {
  const input = { text, other: into.issue };
  const merged = await move(ctx, from, { action: "merge", actor, source, input });
  if (isRefusal(merged)) return merged;
  await moveSupervisions(ctx.db, from.issue.id, into.issue.id);
  const absorbed = await move(ctx, into, { action: "absorb", actor, source, input: { other: from.issue } });
  // Decided on rows that are locked: nobody can have been faster.
  if (isRefusal(absorbed)) throw new Error(`a merged issue was not taken over: ${absorbed.refused}`);
  await keepInCommon(ctx, from.issue.id, into.issue.id, { actor, source });
  return merged;
}

/** What belonged to a common problem that is open goes on in it with the other. */
async function keepInCommon(ctx: Context, from: number, into: number, by: DoneBy): Promise<void> {
  const memberships = await membershipsOf(ctx.db, [from, into]);
  const own = memberships.find(({ issueId }) => issueId === from);
  if (own === undefined || memberships.length > 1) return;
  const common = await readCommon(ctx.db, own.commonId, true);
  if (common?.state === "open") await changeCommon(ctx, common, "add", { add: [into], by });
}
