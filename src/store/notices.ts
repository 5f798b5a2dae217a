import { and, between, eq, gt, isNotNull, isNull, like, ne, type SQL, sql } from "drizzle-orm";
import { isBody, type NoticeBody, type StoredAudience, type Target } from "../domain/notice/notice.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { leaseEnd, leaseLasts } from "./notice-lease.ts";
import { prepared } from "./prepared.ts";
import { asRecords, columnsOf, fromRecord } from "./record-json.ts";
import { notices } from "./schema.ts";
import { stateIn, stateIs } from "./states.ts";

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

const queueing = prepared<{ id: string }>("queue_notices", () => {
  const columns = { without: ["id", "issueVersion"] } as const;
  return sql`insert into notices (${columnsOf(notices, columns)}, issue_version)
    select ${columnsOf(notices, columns)}, (select i.version from issues i where i.id = r.issue_id)
    from jsonb_populate_recordset(null::notices, ${sql.placeholder("records")}::jsonb) r returning id`;
});

const FRESH = { state: "waiting", attempts: 0, partsSent: 0, retriedMs: 0, unsure: 0 } as const;

/** Queues them, each with the version that its issue has now. Gives their ids in the same order. */
export async function insertNotices(db: Db, rows: readonly QueuedNotice[]): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const queued = await queueing(db, {
    records: asRecords(
      notices,
      rows.map((row) => ({ ...row, ...FRESH })),
    ),
  });
  return queued.map(({ id }) => Number(id));
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
  const held = and(eq(notices.id, id), stateIs(notices.state, "waiting"), isNull(notices.leaseOwner));
  await db.update(notices).set(end).where(held);
}

/** So many are looked at for one claim: more than are claimed, because other processes claim at the same time. */
const LOOKED_AT = sql.raw("60");

const claiming = prepared<{ record: object }>("claim_notices", () => {
  const now = sql`${sql.placeholder("now")}::timestamptz`;
  const lasts = leaseLasts(sql`n.lease_until`);
  const waiting = sql`n.state = 'waiting' and n.platform = ${sql.placeholder("platform")}::text`;
  const head = (which: SQL) => sql`
    select n.id, n.ready_at from notices n where ${waiting} and n.lane = l.lane and ${which} order by n.id limit 1`;
  // From what is ready to its lanes, and in each of these to its two heads, until there are enough: what waits for its time, and
  // the backlog behind the heads, cost next to nothing.
  return sql`
    with lanes as (
      select n.lane, min(n.ready_at) as since, bool_or(n.express) as express
      from notices n
      where ${waiting} and n.ready_at <= ${now} and n.lane not in (
        select n.lane from notices n where ${waiting} and n.lease_owner is not null and ${lasts}
      )
      group by n.lane
    ), heads as (
      select h.id, l.express, l.since
      from (select * from lanes order by express desc, since) l
      left join lateral (${head(sql`n.express`)}) e on true
      left join lateral (${head(sql`not n.express`)}) o on true
      cross join lateral (select case
        when e.ready_at <= ${now} then e.id
        when o.ready_at <= ${now} and (e.id is null or o.id < e.id) then o.id
      end as id) h
      where h.id is not null
      order by l.express desc, l.since limit ${LOOKED_AT}
    ), mine as (
      select n.id from notices n
      where n.id = any(array(select id from heads)) and n.state = 'waiting'
        and (n.lease_until is null or not ${lasts})
      order by n.express desc, n.id limit ${sql.placeholder("limit")}::int
      for update skip locked
    )
    update notices n
    set lease_until = ${leaseEnd(sql`${sql.placeholder("leaseMs")}`)}, lease_owner = ${sql.placeholder("owner")}::text
    where n.id = any(array(select id from mine))
    returning to_json(n) as record`;
});

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
    readonly leaseMs: number;
    readonly limit: number;
  },
): Promise<readonly StoredNotice[]> {
  const rows = await claiming(db, { ...claim, now: claim.now.toISOString() });
  const claimed = rows.map(({ record }) => fromRecord(notices, record));
  return claimed.sort((a, b) => Number(b.express) - Number(a.express) || a.id - b.id);
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
    stateIn(notices.state, ["waiting", "sent"]),
    same,
  );
  return db.select({ target: notices.target, mention: notices.mention }).from(notices).where(where);
}

/** Notes that one more part of a long message has gone, so that a retry goes on after it, and renews the lease. */
export async function notePart(
  db: Db,
  id: number,
  owner: string,
  { partsSent, leaseMs }: { readonly partsSent: number; readonly leaseMs: number },
): Promise<void> {
  await db
    .update(notices)
    .set({ partsSent, leaseUntil: leaseEnd(sql`${leaseMs}`) })
    .where(and(eq(notices.id, id), eq(notices.leaseOwner, owner)));
}

/** Gives back everything that this owner holds: at a graceful stop. */
export async function releaseNotices(db: Db, owner: string): Promise<void> {
  await db.update(notices).set({ leaseUntil: null, leaseOwner: null }).where(eq(notices.leaseOwner, owner));
}

/** Whether somebody is sending, or died over it. */
export async function anyHeld(db: Db): Promise<boolean> {
  const held = and(stateIs(notices.state, "waiting"), isNotNull(notices.leaseOwner));
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
        stateIs(notices.state, "waiting"),
        gt(notices.readyAt, now),
        like(notices.lastError, `${NO_CONNECTION}%`),
      ),
    );
}

/** Ends every lease: for a start on a database that nobody else can be using. */
export async function releaseAllNotices(db: Db): Promise<void> {
  await db.update(notices).set({ leaseUntil: null, leaseOwner: null }).where(stateIs(notices.state, "waiting"));
}

/** The next moment at which the time of something in the outbox comes that nobody is sending. */
export async function nextReady(db: Db, after: Date): Promise<Date | null> {
  const at = sql<string | null>`min(${notices.readyAt})`;
  const later = and(stateIs(notices.state, "waiting"), isNull(notices.leaseOwner), gt(notices.readyAt, after));
  const [row] = await db.select({ at }).from(notices).where(later);
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
    .where(and(eq(notices.id, id), stateIs(notices.state, "dead")))
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
