import { and, asc, eq, gt, gte, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { inbound, notices, settings } from "./schema.ts";
import { gaps } from "./schema-roads.ts";
import { stateIs } from "./states.ts";

/** What is known of the roads on which messages come in: when each was last alive, what was heard, and what may be missing. */

/** From when until when a connection is known to have heard: milliseconds on the machine's clock. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/** What a process said of its own connection to a road on which several may be open. */
export interface Hearing {
  /** When it heard, oldest first, as far as it is not settled. While it is open the last one goes on. */
  readonly spans: readonly Span[];
  /** `left`: it ended in order and nobody else heard, so it may be back in a moment. */
  readonly state: "open" | "lost" | "left";
  /** When it said so, in milliseconds on the machine's clock. */
  readonly at: number;
}

/** What all of them heard. */
export interface Ledger {
  /** What nobody heard before this moment, in milliseconds on the machine's clock, is noted. Null: nobody heard yet. */
  readonly settled: number | null;
  /** By process. */
  readonly hearings: Readonly<Record<string, Hearing>>;
}

/** How a road stands, as a process last wrote it. Moments are those of the reader's clock: one that is moved makes no gap. */
export interface RoadNote {
  readonly state: "open" | "lost" | "refused" | "displaced";
  /** When it was last certain that what is said arrives; of a road that never was open, since when it is tried. */
  readonly aliveAt: Date;
  /** Whether it ever was open: before, nobody could have been missed. */
  readonly heard: boolean;
  /** Of one that is not open: fit for a log. */
  readonly reason: string | null;
  /** When this was written, and by which process. */
  readonly at: Date;
  readonly by: string;
  /** When its connection was last asked to be made anew, as an instant that is only compared; null: never. */
  readonly renewAt: string | null;
  /** Of a road with several connections; empty for any other. */
  readonly ledger: Ledger;
}

const nameOf = (platform: PlatformName) => `road ${platform}`;
const STATES = ["open", "lost", "refused", "displaced"] as const;

/** `offset`: how far the reader's clock is ahead of the machine's, in milliseconds. */
function noteOf(kept: unknown, offset: number): RoadNote | null {
  if (typeof kept !== "object" || kept === null) return null;
  const facts: Partial<Record<string, unknown>> = { ...kept };
  const state = STATES.find((one) => one === facts["state"]);
  if (state === undefined) return null;
  const moved = offset - (typeof facts["ahead"] === "number" ? facts["ahead"] : 0);
  const instant = (name: string) => new Date(Date.parse(String(facts[name])) + moved);
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : null);
  return {
    state,
    aliveAt: instant("aliveAt"),
    heard: facts["heard"] === true,
    reason: text("reason"),
    at: instant("at"),
    by: text("by") ?? "",
    renewAt: text("renewAt"),
    ledger: isLedger(facts["ledger"]) ? facts["ledger"] : NO_LEDGER,
  };
}

/** Nobody heard yet. */
export const NO_LEDGER: Ledger = { settled: null, hearings: {} };

/** Only this program writes it. */
function isLedger(kept: unknown): kept is Ledger {
  return typeof kept === "object" && kept !== null && "settled" in kept && "hearings" in kept;
}

/** How the roads stand, each by its platform. */
export async function readRoads(db: Db, offset: number): Promise<ReadonlyMap<PlatformName, RoadNote>> {
  const rows = await db.select().from(settings).where(sql`${settings.name} like 'road %'`);
  const notes = new Map<PlatformName, RoadNote>();
  for (const platform of ["wecom", "dingtalk"] as const) {
    const note = noteOf(rows.find(({ name }) => name === nameOf(platform))?.value, offset);
    if (note !== null) notes.set(platform, note);
  }
  return notes;
}

/**
 * How a road stands, under its lock: whoever decides by it whether something was missed, or tells of it, does so in this
 * transaction, so that two processes never do it both. Null: nothing was written yet.
 */
export async function lockRoad(tx: Db, platform: PlatformName, offset: number): Promise<RoadNote | null> {
  const name = nameOf(platform);
  await tx.insert(settings).values({ name, value: {} }).onConflictDoNothing({ target: settings.name });
  const where = eq(settings.name, name);
  const [row] = await tx.select({ value: settings.value }).from(settings).where(where).for("update");
  return noteOf(row?.value, offset);
}

/** What a process writes of a road. `ahead`: how far its clock is ahead of the machine's, in milliseconds. */
export interface RoadEntry extends Pick<RoadNote, "state" | "reason" | "at" | "by" | "aliveAt"> {
  readonly ahead: number;
  /** Undefined: as before. */
  readonly heard?: boolean;
  readonly ledger?: Ledger;
}

const merged = (entry: RoadEntry) => sql`${settings.value} || ${JSON.stringify(entry)}::jsonb`;

/** Writes how a road stands, under its lock. */
export async function writeRoad(tx: Db, platform: PlatformName, entry: RoadEntry): Promise<void> {
  await tx
    .update(settings)
    .set({ value: merged(entry) })
    .where(eq(settings.name, nameOf(platform)));
}

/**
 * The same in one statement, if nobody else has written meanwhile. Null: somebody has, or nothing was written yet.
 * `before`: the ledger as this process last saw it, where it writes one.
 */
export async function rewriteRoad(
  db: Db,
  platform: PlatformName,
  entry: RoadEntry,
  before: Ledger,
): Promise<RoadNote | null> {
  const isOwn = sql`${settings.value} ->> 'by' = ${entry.by}`;
  const isAsBefore = sql`${settings.value} -> 'ledger' = ${JSON.stringify(before)}::jsonb`;
  const [row] = await db
    .update(settings)
    .set({ value: merged(entry) })
    .where(and(eq(settings.name, nameOf(platform)), isOwn, entry.ledger === undefined ? undefined : isAsBefore))
    .returning({ value: settings.value });
  return noteOf(row?.value, entry.ahead);
}

/** Writes what was heard, for a process that has nothing else to say. Under the road's lock. */
export async function writeLedger(tx: Db, platform: PlatformName, ledger: Ledger): Promise<void> {
  const value = sql`${settings.value} || ${JSON.stringify({ ledger })}::jsonb`;
  await tx
    .update(settings)
    .set({ value })
    .where(eq(settings.name, nameOf(platform)));
}

/** Has the connection made anew, by whoever holds it, when he writes next. Under the road's lock. */
export async function askToRenew(tx: Db, platform: PlatformName, now: Date): Promise<void> {
  const value = sql`${settings.value} || ${JSON.stringify({ renewAt: now })}::jsonb`;
  await tx
    .update(settings)
    .set({ value })
    .where(eq(settings.name, nameOf(platform)));
}

export type Gap = typeof gaps.$inferSelect;
export type GapKind = Gap["kind"];
export type NewGap = Pick<Gap, "platform" | "kind" | "cause" | "beganAt" | "noticedAt" | "endedAt">;

export async function insertGap(db: Db, gap: NewGap): Promise<void> {
  await db.insert(gaps).values(gap);
}

/** The gaps that are not over, and those that are and of which nobody was told; by their beginning. */
export function pendingGaps(db: Db): Promise<readonly Gap[]> {
  return db
    .select()
    .from(gaps)
    .where(or(isNull(gaps.endedAt), isNull(gaps.postedAt)))
    .orderBy(asc(gaps.beganAt), asc(gaps.id));
}

/** The gap of this kind that is not over. */
export async function openGap(db: Db, platform: PlatformName, kind: GapKind): Promise<Gap | null> {
  const [row] = await db
    .select()
    .from(gaps)
    .where(and(eq(gaps.platform, platform), eq(gaps.kind, kind), isNull(gaps.endedAt)))
    .orderBy(asc(gaps.id))
    .limit(1);
  return row ?? null;
}

/** The connection's gaps that reach beyond a moment, each to its end. */
export function gapsSince(db: Db, platform: PlatformName, since: Date): Promise<readonly Gap[]> {
  return db
    .select()
    .from(gaps)
    .where(and(eq(gaps.platform, platform), eq(gaps.kind, "connection"), gt(gaps.endedAt, since)));
}

export async function endGap(db: Db, id: number, endedAt: Date): Promise<void> {
  await db.update(gaps).set({ endedAt }).where(eq(gaps.id, id));
}

/** Marks gaps that are over as told. Returns those that nobody had told yet. */
export async function markTold(db: Db, ids: readonly number[], postedAt: Date): Promise<readonly Gap[]> {
  if (ids.length === 0) return [];
  return db
    .update(gaps)
    .set({ postedAt })
    .where(and(sql`${gaps.id} in ${[...ids]}`, isNotNull(gaps.endedAt), isNull(gaps.postedAt)))
    .returning();
}

/** Adds a time to the message about gaps that still waits to go to a chat. False: none waits. */
export async function addToWaitingGap(
  db: Db,
  lane: string,
  span: { readonly began: string; readonly ended: string },
): Promise<boolean> {
  const spans = sql`${notices.body} -> 'spans' || ${JSON.stringify([span])}::jsonb`;
  const rows = await db
    .update(notices)
    .set({ body: sql`jsonb_set(${notices.body}, '{spans}', ${spans})` })
    .where(
      and(
        eq(notices.lane, lane),
        stateIs(notices.state, "waiting"),
        isNull(notices.leaseOwner),
        eq(notices.partsSent, 0),
        sql`${notices.body} ->> 'kind' = 'gap'`,
      ),
    )
    .returning({ id: notices.id });
  return rows.length > 0;
}

/** When something was last heard in groups, and in direct chats. Null: never, as far as is remembered. */
export async function lastHeard(
  db: Db,
  platform: PlatformName,
): Promise<{ readonly group: Date | null; readonly direct: Date | null }> {
  const last = (inGroup: boolean) => {
    const where = and(eq(inbound.platform, platform), eq(inbound.inGroup, inGroup));
    return sql<Date | null>`(select max(${inbound.receivedAt}) from ${inbound} where ${where})`.mapWith(
      inbound.receivedAt,
    );
  };
  const [row] = await db.select({ group: last(true), direct: last(false) }).from(sql`(values (1)) as one`);
  return row ?? { group: null, direct: null };
}

/** When messages came since a moment, of one kind of chat; rising. */
export async function heardSince(
  db: Db,
  platform: PlatformName,
  { inGroup, since }: { readonly inGroup: boolean; readonly since: Date },
): Promise<readonly Date[]> {
  const rows = await db
    .select({ at: inbound.receivedAt })
    .from(inbound)
    .where(and(eq(inbound.platform, platform), eq(inbound.inGroup, inGroup), gte(inbound.receivedAt, since)))
    .orderBy(asc(inbound.receivedAt));
  return rows.map(({ at }) => at);
}

/** How many messages of one kind of chat came in a time, and in how many different spans of so many milliseconds. */
export async function countHeard(
  db: Db,
  platform: PlatformName,
  {
    inGroup,
    from,
    to,
    spanMs,
  }: { readonly inGroup: boolean; readonly from: Date; readonly to: Date; readonly spanMs: number },
): Promise<{ readonly messages: number; readonly spans: number }> {
  const span = sql`floor(extract(epoch from ${inbound.receivedAt}) * 1000 / ${spanMs}::int)`;
  const [row] = await db
    .select({ messages: sql<number>`count(*)::int`, spans: sql<number>`count(distinct ${span})::int` })
    .from(inbound)
    .where(
      and(
        eq(inbound.platform, platform),
        eq(inbound.inGroup, inGroup),
        gt(inbound.receivedAt, from),
        lte(inbound.receivedAt, to),
      ),
    );
  return row ?? { messages: 0, spans: 0 };
}
