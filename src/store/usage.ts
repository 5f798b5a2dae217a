import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { settings } from "./schema.ts";
import { usage } from "./schema-roads.ts";

/** What was used of the platforms' quotas. */
export interface Used {
  readonly counter: string;
  /** Of the park's calendar, as 2026-11. */
  readonly month: string;
  readonly used: number;
}

/** Adds to the counters, for all replicas together, and tells where they stand then. One statement. */
export async function addUsage(db: Db, rows: readonly Used[]): Promise<readonly Used[]> {
  if (rows.length === 0) return [];
  return db
    .insert(usage)
    .values(rows.map((row) => ({ ...row })))
    .onConflictDoUpdate({
      target: [usage.counter, usage.month],
      set: { used: sql`${usage.used} + excluded.used` },
    })
    .returning({ counter: usage.counter, month: usage.month, used: usage.used });
}

/** Where the counters of a month stand; what was not used is not there. */
export async function readUsage(db: Db, month: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select({ counter: usage.counter, used: usage.used }).from(usage).where(eq(usage.month, month));
  return new Map(rows.map((row) => [row.counter, row.used]));
}

/** Notes that the coordinator is told of this share, in percent. False: he was told of it, or of a higher one, this month. */
export async function claimShare(
  db: Db,
  { counter, month }: Pick<Used, "counter" | "month">,
  percent: number,
): Promise<boolean> {
  const rows = await db
    .update(usage)
    .set({ told: percent })
    .where(and(eq(usage.counter, counter), eq(usage.month, month), lt(usage.told, percent)))
    .returning({ counter: usage.counter });
  return rows.length === 1;
}

const WITHHELD = "withheld-content";
const UNTOLD = "untold";

/** Notes that a message came without its content, once a day (2026-11-26). */
export async function noteWithheld(db: Db, day: string): Promise<void> {
  await db
    .insert(settings)
    .values({ name: WITHHELD, value: { day, state: UNTOLD } })
    .onConflictDoUpdate({
      target: settings.name,
      set: { value: sql`excluded.value` },
      setWhere: sql`${settings.value} ->> 'day' <> ${day}`,
    });
}

/** Takes the day of which nobody was told yet, once; null when there is none. */
export async function takeWithheld(db: Db): Promise<string | null> {
  const rows = await db
    .update(settings)
    .set({ value: sql`${settings.value} || '{"state":"told"}'::jsonb` })
    .where(and(eq(settings.name, WITHHELD), sql`${settings.value} ->> 'state' = ${UNTOLD}`))
    .returning({ day: sql<string>`${settings.value} ->> 'day'` });
  return rows[0]?.day ?? null;
}
