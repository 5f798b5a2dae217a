import { asc, desc, sql } from "drizzle-orm";
import type { Target } from "../domain/notice/notice.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { notices } from "./schema.ts";
import { stateIn, stateIs } from "./states.ts";

/** The outbox as it is looked at. */

export interface OutboxEntry {
  readonly id: number;
  readonly target: Target;
  readonly issueId: number | null;
  readonly createdAt: Date;
  readonly readyAt: Date;
  /** When it was given up. */
  readonly settledAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

const entry = {
  id: notices.id,
  target: notices.target,
  issueId: notices.issueId,
  createdAt: notices.createdAt,
  readyAt: notices.readyAt,
  settledAt: notices.settledAt,
  attempts: notices.attempts,
  lastError: notices.lastError,
};

/** What waits, oldest first, or what failed, newest first. */
export function listOutbox(db: Db, state: "waiting" | "dead", limit: number): Promise<readonly OutboxEntry[]> {
  const order = state === "waiting" ? asc(notices.id) : desc(notices.id);
  return db.select(entry).from(notices).where(stateIs(notices.state, state)).orderBy(order).limit(limit);
}

export interface OutboxFigures {
  readonly waiting: ReadonlyMap<PlatformName, number>;
  readonly dead: number;
  readonly oldest: Date | null;
}

/** How much waits, how much failed, and since when the oldest waits. */
export async function outboxFigures(db: Db): Promise<OutboxFigures> {
  const rows = await db
    .select({
      platform: notices.platform,
      state: notices.state,
      count: sql<number>`count(*)::int`,
      oldest: sql<string | null>`min(${notices.createdAt})`,
    })
    .from(notices)
    .where(stateIn(notices.state, ["waiting", "dead"]))
    .groupBy(notices.platform, notices.state);
  const waiting = rows.filter((row) => row.state === "waiting");
  const moments = waiting.flatMap((row) => (row.oldest === null ? [] : [new Date(row.oldest).getTime()]));
  return {
    waiting: new Map(waiting.map((row) => [row.platform, row.count])),
    dead: rows.filter((row) => row.state === "dead").reduce((sum, row) => sum + row.count, 0),
    oldest: moments.length === 0 ? null : new Date(Math.min(...moments)),
  };
}
