import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { inbound } from "./schema.ts";
import { gaps } from "./schema-roads.ts";
import { readSetting, writeSetting } from "./settings.ts";

/** What is known of the roads on which messages come in: when each was last alive, what was heard, and what may be missing. */

/** How a road stands, as its process last wrote it. */
export interface RoadNote {
  readonly state: "open" | "lost" | "refused" | "displaced";
  /** When it was last certain that what is said arrives. */
  readonly aliveAt: Date;
  /** How far the program's clock was ahead of the machine's then, in milliseconds: a clock that is moved makes no gap. */
  readonly ahead: number;
  /** Of one that is not open: fit for a log. */
  readonly reason: string | null;
}

const nameOf = (platform: PlatformName) => `road ${platform}`;
const STATES = ["open", "lost", "refused", "displaced"] as const;

export async function readRoad(db: Db, platform: PlatformName): Promise<RoadNote | null> {
  const kept = await readSetting(db, nameOf(platform));
  if (typeof kept !== "object" || kept === null || !("aliveAt" in kept) || !("state" in kept)) return null;
  const state = STATES.find((one) => one === kept.state);
  const reason = "reason" in kept && typeof kept.reason === "string" ? kept.reason : null;
  const ahead = "ahead" in kept && typeof kept.ahead === "number" ? kept.ahead : 0;
  return state === undefined ? null : { state, aliveAt: new Date(String(kept.aliveAt)), ahead, reason };
}

export function noteRoad(db: Db, platform: PlatformName, note: RoadNote): Promise<void> {
  return writeSetting(db, nameOf(platform), { ...note, aliveAt: note.aliveAt.toISOString() });
}

export type Gap = typeof gaps.$inferSelect;
export type GapKind = Gap["kind"];
export type NewGap = Pick<Gap, "platform" | "kind" | "cause" | "beganAt" | "noticedAt" | "endedAt">;

export async function insertGap(db: Db, gap: NewGap): Promise<void> {
  await db.insert(gaps).values(gap);
}

/** The gaps that are not over. */
export function openGaps(db: Db): Promise<readonly Gap[]> {
  return db.select().from(gaps).where(isNull(gaps.endedAt)).orderBy(asc(gaps.id));
}

/** Ends a gap, once. Null: it was over already. */
export async function endGap(db: Db, id: number, endedAt: Date): Promise<Gap | null> {
  const [row] = await db
    .update(gaps)
    .set({ endedAt })
    .where(and(eq(gaps.id, id), isNull(gaps.endedAt)))
    .returning();
  return row ?? null;
}

/** Gaps that are over and that nobody was told of, oldest first. */
export function untoldGaps(db: Db): Promise<readonly Gap[]> {
  return db
    .select()
    .from(gaps)
    .where(and(isNotNull(gaps.endedAt), isNull(gaps.postedAt)))
    .orderBy(asc(gaps.beganAt), asc(gaps.id));
}

/** Marks gaps as told. */
export async function markTold(db: Db, ids: readonly number[], postedAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(gaps)
    .set({ postedAt })
    .where(sql`${gaps.id} in ${[...ids]}`);
}

export async function forgetGaps(db: Db, before: Date): Promise<void> {
  await db.delete(gaps).where(lt(gaps.endedAt, before));
}

/** When something was last heard in groups, or in direct chats. Null: never, as far as is remembered. */
export async function lastHeard(db: Db, platform: PlatformName, inGroup: boolean): Promise<Date | null> {
  const [row] = await db
    .select({ at: inbound.receivedAt })
    .from(inbound)
    .where(and(eq(inbound.platform, platform), eq(inbound.inGroup, inGroup)))
    .orderBy(desc(inbound.receivedAt))
    .limit(1);
  return row?.at ?? null;
}

/** How many messages came in each hour since a moment; `hour` is in hours since 1970. */
export async function heardByHour(
  db: Db,
  platform: PlatformName,
  { inGroup, since }: { readonly inGroup: boolean; readonly since: Date },
): Promise<readonly { readonly hour: number; readonly count: number }[]> {
  const hour = sql<number>`floor(extract(epoch from ${inbound.receivedAt}) / 3600)::int`;
  return db
    .select({ hour, count: sql<number>`count(*)::int` })
    .from(inbound)
    .where(and(eq(inbound.platform, platform), eq(inbound.inGroup, inGroup), gte(inbound.receivedAt, since)))
    .groupBy(hour);
}

/** How many messages came since a moment. */
export async function heardSince(
  db: Db,
  platform: PlatformName,
  { inGroup, since }: { readonly inGroup: boolean; readonly since: Date },
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(inbound)
    .where(and(eq(inbound.platform, platform), eq(inbound.inGroup, inGroup), gte(inbound.receivedAt, since)));
  return row?.count ?? 0;
}
