import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Counts } from "../domain/issue/figures.ts";
import { OPEN_STATES } from "../domain/issue/issue.ts";
import type { Db } from "./client.ts";
import { isLate } from "./figure-parts.ts";
import { oneOf } from "./one-of.ts";
import { issues } from "./schema.ts";
import { type DraftLine, drafts, invitations, type ThemeDayState, themeDays } from "./schema-theme-days.ts";
import { isOpen, stateIn, stateIs } from "./states.ts";
import { VOUCHED } from "./vouched.ts";

/** Theme days (主题日), who is invited, and lists that wait for their confirmation. */

export type ThemeDay = typeof themeDays.$inferSelect;
export type NewThemeDay = Pick<ThemeDay, "theme" | "at" | "place" | "chat" | "slot" | "createdBy" | "createdAt">;
export type Invitation = typeof invitations.$inferSelect;

/** Plans a theme day. Null: the rule has made one for this slot already. */
export async function insertThemeDay(db: Db, themeDay: NewThemeDay): Promise<ThemeDay | null> {
  const [row] = await db
    .insert(themeDays)
    .values({ ...themeDay, state: "planned" })
    .onConflictDoNothing({ target: themeDays.slot })
    .returning();
  return row ?? null;
}

/** Gives a planned theme day that the rule made its theme, time and place. Without its slot it is the rule's no more. */
export async function adoptThemeDay(
  db: Db,
  id: number,
  values: Pick<ThemeDay, "theme" | "at" | "place" | "chat" | "slot" | "createdBy">,
): Promise<void> {
  await db
    .update(themeDays)
    .set(values)
    .where(and(eq(themeDays.id, id), stateIs(themeDays.state, "planned")));
}

export async function readThemeDay(db: Db, id: number): Promise<ThemeDay | null> {
  const [row] = await db.select().from(themeDays).where(eq(themeDays.id, id));
  return row ?? null;
}

/** Those of these numbers, the latest first. */
export async function readThemeDays(db: Db, ids: readonly number[]): Promise<readonly ThemeDay[]> {
  if (ids.length === 0) return [];
  return db.select().from(themeDays).where(oneOf(themeDays.id, ids)).orderBy(desc(themeDays.at));
}

/** The latest, whatever became of them. */
export function latestThemeDays(db: Db, limit: number): Promise<readonly ThemeDay[]> {
  return db.select().from(themeDays).orderBy(desc(themeDays.at), desc(themeDays.id)).limit(limit);
}

/** The one that is held now. */
export async function runningThemeDay(db: Db): Promise<ThemeDay | null> {
  return first(db, stateIs(themeDays.state, "running"), desc(themeDays.startedAt));
}

/** The next one that is planned; one whose time is past by less than `grace` milliseconds may still begin. */
export async function nextThemeDay(db: Db, now: Date, grace = 0): Promise<ThemeDay | null> {
  const ahead = gte(themeDays.at, new Date(now.getTime() - grace));
  return first(db, and(stateIs(themeDays.state, "planned"), ahead), asc(themeDays.at));
}

export async function lastEnded(db: Db): Promise<ThemeDay | null> {
  return first(db, stateIs(themeDays.state, "ended"), desc(themeDays.endedAt));
}

/** One that is planned or held within `span` milliseconds of a moment. */
export async function overlapping(db: Db, at: Date, span: number): Promise<ThemeDay | null> {
  const near = and(
    gt(themeDays.at, new Date(at.getTime() - span)),
    lt(themeDays.at, new Date(at.getTime() + span)),
    stateIn(themeDays.state, ["planned", "running"]),
  );
  return first(db, near, asc(themeDays.at));
}

/** What the rule has planned: for an empty ledger whose clock goes back. */
export async function forgetRuleThemeDays(db: Db): Promise<void> {
  const ruled = and(stateIs(themeDays.state, "planned"), isNotNull(themeDays.slot));
  const ids = db.select({ id: themeDays.id }).from(themeDays).where(ruled);
  await db.delete(invitations).where(inArray(invitations.themeDayId, ids));
  await db.delete(drafts).where(inArray(drafts.themeDayId, ids));
  await db.delete(themeDays).where(ruled);
}

/** Whether the rule has made a theme day for this slot, whatever became of it. */
export async function slotTaken(db: Db, slot: Date): Promise<boolean> {
  return (await first(db, eq(themeDays.slot, slot), asc(themeDays.id))) !== null;
}

/** The one that runs, and those that are planned from now on. */
export function openThemeDays(db: Db, now: Date): Promise<readonly ThemeDay[]> {
  const ahead = and(stateIs(themeDays.state, "planned"), gte(themeDays.at, now));
  const where = or(stateIs(themeDays.state, "running"), ahead);
  return db.select().from(themeDays).where(where).orderBy(asc(themeDays.at));
}

/** Planned theme days that begin after one moment and up to another. */
export function plannedBetween(db: Db, after: Date, until: Date): Promise<readonly ThemeDay[]> {
  const within = and(stateIs(themeDays.state, "planned"), gt(themeDays.at, after), lte(themeDays.at, until));
  return db.select().from(themeDays).where(within).orderBy(asc(themeDays.at));
}

/** Those that were held in a period and are over, the first one first. */
export function endedIn(
  db: Db,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly ThemeDay[]> {
  const held = and(stateIs(themeDays.state, "ended"), gte(themeDays.startedAt, from), lt(themeDays.startedAt, to));
  return db.select().from(themeDays).where(held).orderBy(asc(themeDays.startedAt));
}

async function first(db: Db, where: SQL | undefined, order: SQL): Promise<ThemeDay | null> {
  const [row] = await db.select().from(themeDays).where(where).orderBy(order).limit(1);
  return row ?? null;
}

/** Moves a theme day on from the state it is in. Null: somebody was faster. */
export async function moveThemeDay(
  db: Db,
  themeDay: ThemeDay,
  to: ThemeDayState,
  patch: Partial<Pick<ThemeDay, "number" | "chat" | "startedAt" | "endedAt">>,
): Promise<ThemeDay | null> {
  const [row] = await db
    .update(themeDays)
    .set({ ...patch, state: to })
    .where(and(eq(themeDays.id, themeDay.id), stateIs(themeDays.state, themeDay.state)))
    .returning();
  return row ?? null;
}

export function invitationsOf(db: Db, themeDayId: number): Promise<readonly Invitation[]> {
  return db
    .select()
    .from(invitations)
    .where(eq(invitations.themeDayId, themeDayId))
    .orderBy(asc(invitations.enterprise));
}

/** Those of several theme days, by their numbers. */
export async function invitationsByThemeDay(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly Invitation[]>> {
  const all = new Map<number, Invitation[]>();
  if (ids.length === 0) return all;
  const ofThese = oneOf(invitations.themeDayId, ids);
  for (const one of await db.select().from(invitations).where(ofThese).orderBy(asc(invitations.enterprise))) {
    const { themeDayId } = one;
    all.set(themeDayId, [...(all.get(themeDayId) ?? []), one]);
  }
  return all;
}

/** Invites companies. Returns the codes of those that were not invited before; who signed up by itself may be invited too. */
export async function invite(
  db: Db,
  themeDayId: number,
  codes: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  const rows = await db
    .insert(invitations)
    .values(codes.map((enterprise) => ({ themeDayId, enterprise, invitedAt: now })))
    .onConflictDoUpdate({
      target: [invitations.themeDayId, invitations.enterprise],
      set: { invitedAt: now },
      setWhere: isNull(invitations.invitedAt),
    })
    .returning({ enterprise: invitations.enterprise });
  return rows.map((row) => row.enterprise);
}

/** That a company comes, who said so, and when. */
type SignUp = Pick<Invitation, "themeDayId" | "enterprise" | "signedUpAt" | "signedUpBy">;

/** Signs a company up. False: it has signed up before. */
export async function signUp(db: Db, { themeDayId, enterprise, signedUpAt, signedUpBy }: SignUp): Promise<boolean> {
  const rows = await db
    .insert(invitations)
    .values({ themeDayId, enterprise, signedUpAt, signedUpBy })
    .onConflictDoUpdate({
      target: [invitations.themeDayId, invitations.enterprise],
      set: { signedUpAt, signedUpBy },
      setWhere: isNull(invitations.signedUpAt),
    })
    .returning({ enterprise: invitations.enterprise });
  return rows.length === 1;
}

const valid = stateIn(issues.state, [...OPEN_STATES, "closed"]);

/** 收集 / 有措施 / 已解决 of one theme day, or of all that have ended. */
export async function countsOfThemeDays(db: Db, id: number | null): Promise<Counts> {
  const solved = sql`${issues.state} = 'closed' and ${issues.outcome} = 'solved'`;
  const [row] = await db
    .select({
      collected: sql<number>`count(*)::int`,
      measured: sql<number>`count(${issues.measureAt})::int`,
      solved: sql<number>`(count(*) filter (where ${solved}))::int`,
      open: sql<number>`(count(*) filter (where not (${solved})))::int`,
    })
    .from(issues)
    .innerJoin(themeDays, eq(themeDays.id, issues.session))
    .where(and(valid, id === null ? stateIs(themeDays.state, "ended") : eq(themeDays.id, id)));
  return row ?? { collected: 0, measured: 0, solved: 0, open: 0 };
}

export function countEnded(db: Db): Promise<number> {
  return db.$count(themeDays, stateIs(themeDays.state, "ended"));
}

/** The numbers of the issues of a theme day, void ones left out. */
export async function issueIdsOfThemeDay(db: Db, id: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(eq(issues.session, id), valid))
    .orderBy(asc(issues.id));
  return rows.map((row) => row.id);
}

/**
 * Open issues for the next agenda: overdue, on hold, escalated or reopened; the longest due first. Whoever comes hears what is on it, so
 * what was said in confidence is not put there by itself, and neither is what came by the form before somebody has vouched for it.
 */
export async function agendaIds(db: Db, now: Date): Promise<readonly number[]> {
  const wanted = or(
    isLate(now),
    stateIs(issues.state, "on_hold"),
    gt(issues.level, 0),
    sql`${issues.reopenedAt} is not null`,
  );
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(isOpen(issues), eq(issues.confidential, false), VOUCHED, wanted))
    .orderBy(desc(issues.level), asc(issues.due), asc(issues.id));
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
): Promise<{ readonly themeDayId: number; readonly lines: readonly DraftLine[]; readonly at: Date } | null> {
  const [row] = await db.delete(drafts).where(eq(drafts.person, person)).returning();
  return row ?? null;
}
