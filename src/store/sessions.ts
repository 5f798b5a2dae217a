import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { OPEN_STATES, RUNNING_STATES } from "../domain/issue.ts";
import type { Counts } from "../domain/notice.ts";
import type { Db } from "./client.ts";
import { issues } from "./schema.ts";
import { type DraftLine, drafts, invitations, type SessionState, sessions } from "./schema-sessions.ts";

/** Theme days (主题日), who is invited, and lists that wait for their confirmation. */

export type Session = typeof sessions.$inferSelect;
export type NewSession = Pick<Session, "theme" | "at" | "place" | "chat" | "slot" | "createdBy" | "createdAt">;
export type Invitation = typeof invitations.$inferSelect;

/** Plans a session. Null: the rule has made one for this slot already. */
export async function insertSession(db: Db, session: NewSession): Promise<Session | null> {
  const [row] = await db
    .insert(sessions)
    .values({ ...session, state: "planned" })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/** Gives a planned session that the rule made its theme, time and place. Without its slot it is the rule's no more. */
export async function adoptSession(
  db: Db,
  id: number,
  values: Pick<Session, "theme" | "at" | "place" | "chat" | "slot" | "createdBy">,
): Promise<void> {
  await db
    .update(sessions)
    .set(values)
    .where(and(eq(sessions.id, id), eq(sessions.state, "planned")));
}

export async function readSession(db: Db, id: number): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row ?? null;
}

/** The one that is held now. */
export async function runningSession(db: Db): Promise<Session | null> {
  return first(db, eq(sessions.state, "running"), desc(sessions.startedAt));
}

/** The next one that is planned; one whose time is past by less than `grace` milliseconds may still begin. */
export async function nextSession(db: Db, now: Date, grace = 0): Promise<Session | null> {
  const ahead = gte(sessions.at, new Date(now.getTime() - grace));
  return first(db, and(eq(sessions.state, "planned"), ahead), asc(sessions.at));
}

export async function lastEnded(db: Db): Promise<Session | null> {
  return first(db, eq(sessions.state, "ended"), desc(sessions.endedAt));
}

/** One that is planned or held within `span` milliseconds of a moment. */
export async function overlapping(db: Db, at: Date, span: number): Promise<Session | null> {
  const near = and(
    gt(sessions.at, new Date(at.getTime() - span)),
    lt(sessions.at, new Date(at.getTime() + span)),
    inArray(sessions.state, ["planned", "running"]),
  );
  return first(db, near, asc(sessions.at));
}

/** What the rule has planned: for an empty ledger whose clock goes back. */
export async function forgetRuleSessions(db: Db): Promise<void> {
  const ruled = and(eq(sessions.state, "planned"), isNotNull(sessions.slot));
  const ids = db.select({ id: sessions.id }).from(sessions).where(ruled);
  await db.delete(invitations).where(inArray(invitations.sessionId, ids));
  await db.delete(drafts).where(inArray(drafts.sessionId, ids));
  await db.delete(sessions).where(ruled);
}

/** Whether the rule has made a session for this slot, whatever became of it. */
export async function slotTaken(db: Db, slot: Date): Promise<boolean> {
  return (await first(db, eq(sessions.slot, slot), asc(sessions.id))) !== null;
}

/** Planned sessions that begin after one moment and up to another. */
export function plannedBetween(db: Db, after: Date, until: Date): Promise<readonly Session[]> {
  const within = and(eq(sessions.state, "planned"), gt(sessions.at, after), lte(sessions.at, until));
  return db.select().from(sessions).where(within).orderBy(asc(sessions.at));
}

async function first(db: Db, where: SQL | undefined, order: SQL): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(where).orderBy(order).limit(1);
  return row ?? null;
}

/** Moves a session on from the state it is in. Null: somebody was faster. */
export async function moveSession(
  db: Db,
  session: Session,
  to: SessionState,
  patch: Partial<Pick<Session, "number" | "chat" | "startedAt" | "endedAt">>,
): Promise<Session | null> {
  const [row] = await db
    .update(sessions)
    .set({ ...patch, state: to })
    .where(and(eq(sessions.id, session.id), eq(sessions.state, session.state)))
    .returning();
  return row ?? null;
}

export function invitationsOf(db: Db, sessionId: number): Promise<readonly Invitation[]> {
  return db.select().from(invitations).where(eq(invitations.sessionId, sessionId)).orderBy(asc(invitations.enterprise));
}

/** Invites companies. Returns the codes of those that were not invited before; who signed up by itself may be invited too. */
export async function invite(
  db: Db,
  sessionId: number,
  codes: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const rows = await db
    .insert(invitations)
    .values(codes.map((enterprise) => ({ sessionId, enterprise, invitedAt: now })))
    .onConflictDoUpdate({
      target: [invitations.sessionId, invitations.enterprise],
      set: { invitedAt: now },
      setWhere: isNull(invitations.invitedAt),
    })
    .returning({ enterprise: invitations.enterprise });
  return rows.map((row) => row.enterprise);
}

/** Signs a company up. False: it has signed up before. */
export async function signUp(db: Db, sessionId: number, enterprise: string, by: string, now: Date): Promise<boolean> {
  const rows = await db
    .insert(invitations)
    .values({ sessionId, enterprise, signedUpAt: now, signedUpBy: by })
    .onConflictDoUpdate({
      target: [invitations.sessionId, invitations.enterprise],
      set: { signedUpAt: now, signedUpBy: by },
      setWhere: isNull(invitations.signedUpAt),
    })
    .returning({ enterprise: invitations.enterprise });
  return rows.length === 1;
}

const valid = inArray(issues.state, [...OPEN_STATES, "closed"]);

/** 收集 / 有措施 / 已解决 of one session, or of all that have ended. */
export async function countsOfSessions(db: Db, id: number | null): Promise<Counts> {
  const solved = sql`${issues.state} = 'closed' and ${issues.outcome} = 'solved'`;
  const [row] = await db
    .select({
      collected: sql<number>`count(*)::int`,
      measured: sql<number>`count(${issues.measureAt})::int`,
      solved: sql<number>`(count(*) filter (where ${solved}))::int`,
      open: sql<number>`(count(*) filter (where not (${solved})))::int`,
    })
    .from(issues)
    .innerJoin(sessions, eq(sessions.id, issues.session))
    .where(and(valid, id === null ? eq(sessions.state, "ended") : eq(sessions.id, id)));
  return row ?? { collected: 0, measured: 0, solved: 0, open: 0 };
}

export function countEnded(db: Db): Promise<number> {
  return db.$count(sessions, eq(sessions.state, "ended"));
}

/** The numbers of the issues of a session, void ones left out. */
export async function issueIdsOfSession(db: Db, id: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(eq(issues.session, id), valid))
    .orderBy(asc(issues.id));
  return rows.map((row) => row.id);
}

/** Open issues for the next agenda: overdue, on hold, escalated or reopened; the longest due first. */
export async function agendaIds(db: Db, now: Date): Promise<readonly number[]> {
  const overdue = and(inArray(issues.state, [...RUNNING_STATES]), lte(issues.due, now));
  const wanted = or(overdue, eq(issues.state, "on_hold"), gt(issues.level, 0), sql`${issues.reopenedAt} is not null`);
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(inArray(issues.state, [...OPEN_STATES]), wanted))
    .orderBy(desc(issues.level), asc(issues.due), asc(issues.id));
  return rows.map((row) => row.id);
}

/** The issues that go on from one (后续). */
export async function followersOf(db: Db, id: number): Promise<readonly number[]> {
  const rows = await db.select({ id: issues.id }).from(issues).where(eq(issues.follows, id)).orderBy(asc(issues.id));
  return rows.map((row) => row.id);
}

/** Keeps a list for its confirmation, in place of an earlier one of this person. */
export async function saveDraft(db: Db, draft: typeof drafts.$inferInsert): Promise<void> {
  const { person: _, ...rest } = draft;
  await db.insert(drafts).values(draft).onConflictDoUpdate({ target: drafts.person, set: rest });
}

/** Takes the list of a person, so that it is confirmed once. Null: there is none. */
export async function takeDraft(
  db: Db,
  person: string,
): Promise<{ readonly sessionId: number; readonly lines: readonly DraftLine[]; readonly at: Date } | null> {
  const [row] = await db.delete(drafts).where(eq(drafts.person, person)).returning();
  return row ?? null;
}
