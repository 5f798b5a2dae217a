import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { commonProposals } from "./schema-common.ts";
import { stateIs } from "./states.ts";

/** What was proposed as a common problem, and what became of it: what was refused is not proposed again. */

export type Proposal = typeof commonProposals.$inferSelect;

/** What is found anew: issues of one matter, and the common problem to which they belong as well, if there is one. */
export type FoundProposal = Pick<Proposal, "commonId" | "issues">;

/** Those that wait for the coordinator, by their numbers in the list. */
export function openProposals(db: Db): Promise<readonly Proposal[]> {
  return db
    .select()
    .from(commonProposals)
    .where(stateIs(commonProposals.state, "open"))
    .orderBy(asc(commonProposals.place));
}

/** What was refused since a moment. */
export function refusedProposals(db: Db, since: Date): Promise<readonly Proposal[]> {
  const refused = and(stateIs(commonProposals.state, "refused"), gte(commonProposals.at, since));
  return db.select().from(commonProposals).where(refused);
}

/** Puts these in the place of what nobody has decided, each under its number in the list. Others wait until that is done. */
export async function renewProposals(db: Db, found: readonly FoundProposal[], at: Date): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${LIST_LOCK})`);
  await db.delete(commonProposals).where(stateIs(commonProposals.state, "open"));
  if (found.length === 0) return;
  const rows = found.map((one, index) => ({ ...one, place: index + 1, state: "open" as const, at }));
  await db.insert(commonProposals).values(rows);
}

/** Names the list among what transactions wait for. */
const LIST_LOCK = 7_261_003;

/** Decides one that is open. False: somebody was faster, or there is none. */
export async function decideProposal(
  db: Db,
  id: number,
  { state, by, at }: { readonly state: "taken" | "refused"; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const rows = await db
    .update(commonProposals)
    .set({ state, decidedBy: by, decidedAt: at })
    .where(and(eq(commonProposals.id, id), stateIs(commonProposals.state, "open")))
    .returning({ id: commonProposals.id });
  return rows.length > 0;
}
