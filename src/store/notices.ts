import { and, between, eq, gt, inArray, isNotNull, isNull, like, ne, type SQL, sql } from "drizzle-orm";
import { isBody, type NoticeBody, type StoredAudience, type Target } from "../domain/notice/notice.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { notices } from "./schema.ts";

/** The outbox. */
export type StoredNotice = typeof notices.$inferSelect;

export interface QueuedNotice {
  readonly target: Target;
  readonly audience: StoredAudience;
  readonly body: NoticeBody;
  readonly issueId: number | null;
  /** Whom to alert there, by name. */
  readonly mention: readonly string[];
  /** Does not wait for working hours or behind slower messages: replies, and what is urgent. */
  readonly express: boolean;
  readonly lane: string;
  readonly platform: PlatformName;
  readonly createdAt: Date;
  /** Not before this moment (quiet hours). */
  readonly readyAt: Date;
}

/** Queues them, each with the version that its issue has now. Gives their ids in the same order. */
export async function insertNotices(db: Db, rows: readonly QueuedNotice[]): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const version = (id: number) => sql<number>`(select version from issues where id = ${id})`;
  const queued = await db
    .insert(notices)
    .values(
      rows.map((row) => ({
        ...row,
        mention: [...row.mention],
        state: "waiting" as const,
        attempts: 0,
        partsSent: 0,
        issueVersion: row.issueId === null ? null : version(row.issueId),
      })),
    )
    .returning({ id: notices.id });
  return queued.map(({ id }) => id);
}

/**
 * Ends the wait of a message that was held until something else might have said it. `said`: it did, and the message is not
 * sent. Nothing happens when it is on its way already.
 */
export async function endHold(
  db: Db,
  id: number,
  { now, said }: { readonly now: Date; readonly said: boolean },
): Promise<void> {
  const end = said ? { state: "sent" as const, settledAt: now } : { readyAt: now };
  const held = and(eq(notices.id, id), eq(notices.state, "waiting"), isNull(notices.leaseOwner));
  await db.update(notices).set(end).where(held);
}

/**
 * Claims messages of one platform whose turn it is, express ones first. Within a lane the oldest goes first; an express
 * message passes those that wait, and nothing passes an express message. A lane has one message on its way at a time.
 */
export async function claimNotices(
  db: Db,
  claim: {
    readonly owner: string;
    readonly platform: PlatformName;
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
  },
): Promise<readonly StoredNotice[]> {
  const { owner, platform, now, until, limit } = claim;
  const at = now.toISOString();
  const ready = (head: SQL) => sql`${head}.ready_at <= ${at}::timestamptz`;
  const waiting = sql`n.state = 'waiting' and n.platform = ${platform}`;
  // From lane to lane by the index, and in each lane to its two heads: the backlog behind them costs nothing.
  const mine = sql`
    with recursive lanes (lane) as (
      select min(n.lane) from notices n where ${waiting}
      union all
      select (select min(n.lane) from notices n where ${waiting} and n.lane > l.lane) from lanes l where l.lane is not null
    ), heads as (
      select case
        when ${ready(sql`e`)} then e.id
        when ${ready(sql`o`)} and (e.id is null or o.id < e.id) then o.id
      end as id
      from lanes l
      left join lateral (
        select n.id, n.ready_at from notices n where ${waiting} and n.lane = l.lane and n.express order by n.id limit 1
      ) e on true
      left join lateral (
        select n.id, n.ready_at from notices n where ${waiting} and n.lane = l.lane and not n.express order by n.id limit 1
      ) o on true
      where l.lane is not null and not exists (
        select 1 from notices n
        where ${waiting} and n.lane = l.lane and n.lease_owner is not null and n.lease_until > ${at}::timestamptz
      )
    )
    select n.id from notices n
    where n.id in (select id from heads) and n.state = 'waiting'
      and (n.lease_until is null or n.lease_until <= ${at}::timestamptz)
    order by n.express desc, n.id limit ${limit}
    for update of n skip locked`;
  const rows = await db
    .update(notices)
    .set({ leaseUntil: until, leaseOwner: owner })
    .where(sql`${notices.id} in (${mine})`)
    .returning();
  return rows.sort((a, b) => Number(b.express) - Number(a.express) || a.id - b.id);
}

/** What becomes of a message after a try. */
export type Settlement = Partial<
  Pick<
    StoredNotice,
    | "state"
    | "lane"
    | "readyAt"
    | "attempts"
    | "retriedMs"
    | "unsure"
    | "partsSent"
    | "settledAt"
    | "toldAt"
    | "lastError"
    | "platformKey"
  >
>;

/** Writes what became of a message, if this owner still holds it, and gives it back. */
export async function settleNotice(db: Db, id: number, owner: string, outcome: Settlement): Promise<boolean> {
  const rows = await db
    .update(notices)
    .set({ ...outcome, leaseUntil: null, leaseOwner: null })
    .where(and(eq(notices.id, id), eq(notices.leaseOwner, owner)))
    .returning({ id: notices.id });
  return rows.length === 1;
}

/** Notes of a message that was given up that others say the same in its place. */
export async function noteRerouted(db: Db, id: number): Promise<void> {
  await db.update(notices).set({ state: "rerouted" }).where(eq(notices.id, id));
}

/** Messages are queued together with consecutive numbers, but for what others queue at the same time. */
const NEAR = 200;

/** Where else the same is said from the same moment: each place that has heard it or will, and whom it alerts there. */
export function twinsOf(
  db: Db,
  { id, createdAt, body }: Pick<StoredNotice, "id" | "createdAt" | "body">,
): Promise<readonly Pick<StoredNotice, "target" | "mention">[]> {
  const same = sql`${notices.body} = ${JSON.stringify(body)}::jsonb`;
  const near = between(notices.id, id - NEAR, id + NEAR);
  const where = and(
    near,
    ne(notices.id, id),
    eq(notices.createdAt, createdAt),
    inArray(notices.state, ["waiting", "sent"]),
    same,
  );
  return db.select({ target: notices.target, mention: notices.mention }).from(notices).where(where);
}

/** Notes that one more part of a long message has gone, so that a retry goes on after it, and renews the lease. */
export async function notePart(
  db: Db,
  id: number,
  owner: string,
  sent: { readonly partsSent: number; readonly leaseUntil: Date },
): Promise<void> {
  await db
    .update(notices)
    .set(sent)
    .where(and(eq(notices.id, id), eq(notices.leaseOwner, owner)));
}

/** Gives back everything that this owner holds: at a graceful stop. */
export async function releaseNotices(db: Db, owner: string): Promise<void> {
  await db.update(notices).set({ leaseUntil: null, leaseOwner: null }).where(eq(notices.leaseOwner, owner));
}

/** Whether somebody is sending, or died over it. */
export async function anyHeld(db: Db): Promise<boolean> {
  const held = and(eq(notices.state, "waiting"), isNotNull(notices.leaseOwner));
  const rows = await db.select({ id: notices.id }).from(notices).where(held).limit(1);
  return rows.length > 0;
}

/** Why a message waits whose connection is not open: the beginning of its reason. */
const NO_CONNECTION = "no connection";

/** Lets those that waited for a connection go now that it is open. */
export async function hastenNotices(db: Db, platform: PlatformName, now: Date): Promise<void> {
  await db
    .update(notices)
    .set({ readyAt: now })
    .where(
      and(
        eq(notices.platform, platform),
        eq(notices.state, "waiting"),
        gt(notices.readyAt, now),
        like(notices.lastError, `${NO_CONNECTION}%`),
      ),
    );
}

/** Ends every lease: for a start on a database that nobody else can be using. */
export async function releaseAllNotices(db: Db): Promise<void> {
  await db.update(notices).set({ leaseUntil: null, leaseOwner: null }).where(eq(notices.state, "waiting"));
}

/** The next moment at which something in the outbox could go: its time has come, or the lease of a dead process has ended. */
export async function nextReady(db: Db, after: Date): Promise<Date | null> {
  const at = sql<string | null>`min(greatest(${notices.readyAt}, ${notices.leaseUntil}))`;
  const later = sql`greatest(${notices.readyAt}, ${notices.leaseUntil}) > ${after.toISOString()}::timestamptz`;
  const [row] = await db
    .select({ at })
    .from(notices)
    .where(and(eq(notices.state, "waiting"), later));
  return row?.at == null ? null : new Date(row.at);
}

/** Sends a dead message again. False: there is no dead message of that number. */
export async function revive(db: Db, id: number, now: Date): Promise<boolean> {
  const rows = await db
    .update(notices)
    .set({
      state: "waiting",
      readyAt: now,
      createdAt: now,
      attempts: 0,
      retriedMs: 0,
      unsure: 0,
      settledAt: null,
      toldAt: null,
    })
    .where(and(eq(notices.id, id), eq(notices.state, "dead")))
    .returning({ id: notices.id });
  return rows.length === 1;
}

/** One message of a platform holds no more of these. */
const MOST_IN_ONE = 20;

/** What a message of the bot's was about. */
export interface QuotedNotice {
  readonly issueId: number;
  /** It was a 督办 or 批示. */
  readonly isSupervision: boolean;
}

/** Which issue the bot's message with this platform key was about; null when it was about several. */
export async function issueOfKey(db: Db, platform: PlatformName, key: string): Promise<QuotedNotice | null> {
  const rows = await db
    .select({ issueId: notices.issueId, body: notices.body })
    .from(notices)
    .where(and(eq(notices.platform, platform), eq(notices.platformKey, key)))
    .limit(MOST_IN_ONE);
  const issueId = rows[0]?.issueId ?? null;
  if (issueId === null || rows.some((row) => row.issueId !== issueId)) return null;
  return { issueId, isSupervision: rows.some(({ body }) => isBody(body, "move") && body.facts.action === "supervise") };
}
