import { and, asc, eq, isNull, ne, not, or, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { leaseEnd, leaseLasts } from "./notice-lease.ts";
import type { StoredNotice } from "./notices.ts";
import { oneOf } from "./one-of.ts";
import { notices } from "./schema.ts";
import { stateIs } from "./states.ts";

/** What waits in the lane of a message that is on its way, behind it: nobody else begins with it meanwhile. */

/** The next ones that are not express, in their order. */
export function readBehind(db: Db, head: StoredNotice, limit: number): Promise<readonly StoredNotice[]> {
  const { id, lane, platform } = head;
  const behind = and(
    stateIs(notices.state, "waiting"),
    eq(notices.platform, platform),
    eq(notices.lane, lane),
    eq(notices.express, false),
    ne(notices.id, id),
  );
  return db.select().from(notices).where(behind).orderBy(asc(notices.id)).limit(limit);
}

/** Claims these as their head was claimed. False: not all of them could be, and none is. */
export async function claimThese(
  db: Db,
  ids: readonly number[],
  { owner, leaseMs }: { readonly owner: string; readonly leaseMs: number },
): Promise<boolean> {
  const free = or(isNull(notices.leaseUntil), not(leaseLasts(sql`${notices.leaseUntil}`)));
  const rows = await db
    .update(notices)
    .set({ leaseOwner: owner, leaseUntil: leaseEnd(sql`${leaseMs}`) })
    .where(and(oneOf(notices.id, ids), stateIs(notices.state, "waiting"), free))
    .returning({ id: notices.id });
  if (rows.length === ids.length) return true;
  await releaseThese(
    db,
    rows.map((row) => row.id),
    owner,
  );
  return false;
}

/** Gives these back as they were. */
export async function releaseThese(db: Db, ids: readonly number[], owner: string): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(notices)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(oneOf(notices.id, ids), eq(notices.leaseOwner, owner)));
}
