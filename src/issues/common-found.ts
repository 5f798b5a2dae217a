import { type Matter, mattersAmong, topicsOf } from "../domain/common/matters.ts";
import type { Raised } from "../domain/common/raised.ts";
import { type Issue, isOpen } from "../domain/issue/issue.ts";
import type { Park } from "../domain/park/park.ts";
import type { Db } from "../store/client.ts";
import { commonsNumbered, listCommons, membershipsOf, recentIssues } from "../store/common.ts";
import {
  type FoundProposal,
  openProposals,
  type Proposal,
  refusedProposals,
  renewProposals,
} from "../store/common-proposals.ts";
import { commonEventsOf, numbersTold } from "../store/common-record.ts";
import { readIssues } from "../store/issues.ts";
import type { Context } from "./context.ts";
import { besides } from "./learn.ts";

/** What may be a common problem is found among the newest issues; what was refused is not proposed again. */

/** Among so many of the newest it is looked for. */
const MOST_LOOKED_AT = 400;
const DAY_MS = 24 * 3_600_000;
const RECENT_MS = 90 * DAY_MS;
/** So long it is remembered that something is none: the issues themselves are older then. */
const REMEMBERED_MS = 365 * DAY_MS;

/** Looks among the newest issues, and puts what is found in the place of what was proposed before. */
export async function findProposals({ db, now, park }: Context): Promise<readonly Proposal[]> {
  const ids = await recentIssues(db, new Date(now.getTime() - RECENT_MS), MOST_LOOKED_AT);
  const matters = await besides(mattersAmong(await raisedAmong({ db, park }, ids), await refusedBefore(db, now)));
  const found: FoundProposal[] = [];
  for (const { common, issues } of matters) {
    const out = common === null ? new Set<number>() : await takenOutOf(db, common);
    const left = issues.filter((id) => !out.has(id));
    if (left.length > 0) found.push({ commonId: common, issues: left });
  }
  await renewProposals(db, found, now);
  return standingProposals(db);
}

/** Somebody has said that these are none of it, and has not put them back: they are not proposed for it again. */
async function takenOutOf(db: Db, common: number): Promise<ReadonlySet<number>> {
  const out = new Set<number>();
  for (const event of await commonEventsOf(db, common)) {
    for (const id of numbersTold(event, "remove")) out.add(id);
    for (const id of numbersTold(event, "add")) out.delete(id);
  }
  return out;
}

/** The open proposals without what was put into a common problem meanwhile; where too little is left, there is nothing to propose. */
export async function standingProposals(db: Db): Promise<readonly Proposal[]> {
  const all = await besideOpen(db, await openProposals(db));
  const members = await membershipsOf(
    db,
    all.flatMap(({ issues }) => issues),
  );
  const taken = new Set(members.map(({ issueId }) => issueId));
  return all.flatMap((one): readonly Proposal[] => {
    const issues = one.issues.filter((id) => !taken.has(id));
    const isEnough = issues.length === one.issues.length || issues.length > (one.commonId === null ? 1 : 0);
    return isEnough ? [{ ...one, issues }] : [];
  });
}

/** To what is done or was called off nothing is added. */
async function besideOpen(db: Db, proposals: readonly Proposal[]): Promise<readonly Proposal[]> {
  const joined = proposals.flatMap(({ commonId }) => commonId ?? []);
  const open = new Set((await commonsNumbered(db, joined)).flatMap(({ id, state }) => (state === "open" ? [id] : [])));
  return proposals.filter(({ commonId }) => commonId === null || open.has(commonId));
}

/** What belongs to a common problem that is done, is done with. */
async function raisedAmong(
  { db, park }: Pick<Context, "db" | "park">,
  ids: readonly number[],
): Promise<readonly Raised[]> {
  const memberships = new Map((await membershipsOf(db, ids)).map(({ issueId, commonId }) => [issueId, commonId]));
  const open = new Set((await listCommons(db, "open")).map(({ id }) => id));
  return (await readIssues(db, ids)).toReversed().flatMap((issue): readonly Raised[] => {
    const common = memberships.get(issue.id) ?? null;
    return common !== null && !open.has(common) ? [] : [raisedOf(issue, common, park)];
  });
}

/** An issue as it is compared. `common`: that to which it belongs. */
export function raisedOf(issue: Issue, common: number | null, park: Park): Raised {
  const { id, text, category, enterprise, confidential, joined } = issue;
  const topics = topicsOf(text, category, park.org.categories);
  return { id, text, topics, enterprise, confidential, joined, common, isOpen: isOpen(issue) };
}

async function refusedBefore(db: Db, now: Date): Promise<readonly Matter[]> {
  const refused = await refusedProposals(db, new Date(now.getTime() - REMEMBERED_MS));
  return refused.map(({ commonId, issues }) => ({ common: commonId, issues }));
}
