import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Target } from "../domain/notice/notice.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { notices } from "./schema.ts";
import { stateIs } from "./states.ts";

/** Messages that were given up, and whether the coordinator knows of them. */

const untold = and(stateIs(notices.state, "dead"), isNull(notices.toldAt));

export async function anyUntold(db: Db): Promise<boolean> {
  const rows = await db.select({ id: notices.id }).from(notices).where(untold).limit(1);
  return rows.length > 0;
}

export interface Untold {
  readonly id: number;
  readonly target: Target;
  readonly issueId: number | null;
  readonly lastError: string | null;
}

/** Those that the coordinator does not know of, the oldest first. */
export async function listUntold(db: Db, limit: number): Promise<readonly Untold[]> {
  const { id, target, issueId, lastError } = notices;
  const columns = { id, target, issueId, lastError };
  return db.select(columns).from(notices).where(untold).orderBy(asc(notices.id)).limit(limit);
}

/** Whether words about dead letters wait in this lane already. */
export async function tellingWaits(
  db: Db,
  { platform, lane }: { readonly platform: PlatformName; readonly lane: string },
): Promise<boolean> {
  const kind = inArray(sql`${notices.body} ->> 'kind'`, ["dead-letter", "dead-letters"]);
  const rows = await db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.platform, platform), eq(notices.lane, lane), stateIs(notices.state, "waiting"), kind))
    .limit(1);
  return rows.length > 0;
}

/** Notes that the coordinator knows of these. */
export async function markTold(db: Db, ids: readonly number[], now: Date): Promise<void> {
  await db
    .update(notices)
    .set({ toldAt: now })
    .where(and(untold, oneOf(notices.id, ids)));
}
