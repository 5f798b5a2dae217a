import type { Conversation } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import type { Common } from "../../domain/common/common.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { withTracked } from "../../domain/park/park.ts";
import { commonsInSight } from "../../issues/common-sight.ts";
import { lineOf, readingOf } from "../../messages/common-view.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { membershipsOf, membersOf, readCommon } from "../../store/common.ts";
import { commonEventsOf } from "../../store/common-record.ts";
import { readIssues } from "../../store/issues.ts";

/** Common problems as one reader may see them: with those of their issues alone that he may see, which are all that is counted. */

/** Where they are shown: a conversation, or a message that goes. */
export type Showing = Pick<Conversation, "ctx" | "reader">;

export interface SeenCommon {
  readonly common: Common;
  /** In the order of their numbers. */
  readonly members: readonly Issue[];
  /** What people wrote about it, as it may be read here. */
  readonly text: (written: string) => string;
}

/** Those that may be seen here, the newest first: those that are open, all that were not called off, or every one. */
export async function seenCommons(showing: Showing, which: "all" | "open" | "every"): Promise<readonly SeenCommon[]> {
  const { ctx, reader } = showing;
  const isMeant = ({ state }: Common) => which === "every" || (which === "all" ? state !== "void" : state === "open");
  const all = await commonsInSight(ctx, reader.audience, which === "open" ? "open" : "all");
  return see(showing, all.filter(isMeant));
}

/** One of them; with `lock` nobody else changes it until the transaction ends. Null: there is none here. */
export async function seenCommon(showing: Showing, id: number, lock = false): Promise<SeenCommon | null> {
  if (!showing.reader.seesInternal) return null;
  const common = await readCommon(showing.ctx.db, id, lock);
  const [seen] = common === null ? [] : await see(showing, [common]);
  return seen ?? null;
}

/** One as whoever led it knew it, though he has no part in it any more. */
export async function seenByFormer(showing: Showing, id: number): Promise<SeenCommon | null> {
  const common = await readCommon(showing.ctx.db, id);
  const [seen] = common === null ? [] : await see(showing, [common], true);
  return seen ?? null;
}

/** Whether the department that looks led it before. */
export async function ledBefore({ ctx, reader: { audience, park } }: Showing, id: number): Promise<boolean> {
  if (audience.kind !== "department") return false;
  const own = withTracked(park, audience.department);
  const rows = (await commonEventsOf(ctx.db, id)).flatMap(({ action, data }) =>
    action === "lead" ? [data["row"]] : [],
  );
  return rows.some((row) =>
    own.some((code) => typeof row === "object" && row !== null && "lead" in row && row.lead === code),
  );
}

/** The one to which an issue belongs; null: none that may be seen here. */
export async function seenCommonOf(showing: Showing, issueId: number): Promise<SeenCommon | null> {
  if (!showing.reader.seesInternal) return null;
  const [membership] = await membershipsOf(showing.ctx.db, [issueId]);
  return membership === undefined ? null : seenCommon(showing, membership.commonId);
}

async function see(showing: Showing, all: readonly Common[], anyway = false): Promise<readonly SeenCommon[]> {
  const { db } = showing.ctx;
  const memberships = await membersOf(
    db,
    all.map(({ id }) => id),
  );
  const issues = await readIssues(
    db,
    memberships.map(({ issueId }) => issueId),
  );
  const shown = new Set((await visible(showing, issues)).map(({ id }) => id));
  return all.flatMap((common) => {
    const ids = new Set(memberships.flatMap((one) => (one.commonId === common.id ? [one.issueId] : [])));
    const own = issues.filter(({ id }) => ids.has(id));
    const members = own.filter(({ id }) => shown.has(id));
    if (members.length === 0 && !anyway && !isAlwaysSeen(common, showing.reader)) return [];
    return [{ common, members, text: readingOf(own, showing.reader) }];
  });
}

/** The coordinator and the leaders see all, a department those that it leads. */
function isAlwaysSeen({ lead, state }: Common, { audience, park }: Reader): boolean {
  if (audience.kind !== "department") return true;
  if (state === "void") return false;
  return lead !== null && withTracked(park, audience.department).includes(lead);
}

/** What a line of a list tells of one. */
export function lineOfSeen({ common, members, text }: SeenCommon, reader: Reader): words.Line {
  return lineOf(common, members, { title: text(common.title), reader });
}

/** G3 停电频繁, as it may be called here. */
export function nameOf({ common, text }: SeenCommon): string {
  return words.named(common.id, text(common.title));
}

/** G1 路坑; by its number alone where it may not be seen here. */
export async function calledHere(showing: Showing, id: number): Promise<string> {
  const seen = await seenCommon(showing, id);
  return seen === null ? words.numberOfCommon(id) : nameOf(seen);
}
