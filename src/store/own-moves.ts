import { and, desc, eq, gt, inArray, max, or, sql } from "drizzle-orm";
import type { Issue } from "../domain/issue/issue.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { toIssue } from "./issues.ts";
import { oneOf } from "./one-of.ts";
import { inbound, issues } from "./schema.ts";
import { events } from "./schema-record.ts";
import { isOpen, stateIs } from "./states.ts";

/** What somebody did last. */

/** Whose move it was, and where it was said. */
interface Mover {
  readonly platform: PlatformName;
  readonly userId: string;
  readonly inGroup: boolean;
}

/** What somebody did last: with which issue, and with which words, where they were not forgotten. */
export interface OwnMove {
  readonly id: number;
  /** The issue's own. */
  readonly text: string;
  readonly action: string;
  readonly said: string | null;
  readonly at: Date;
}

/** The issue that was last moved so by this account in a chat of this kind, since then; with its text. */
export async function lastMovedBy(
  db: Db,
  { platform, userId, inGroup }: Mover,
  {
    among,
    actions,
    since,
  }: { readonly among: readonly number[]; readonly actions: readonly string[] | "any"; readonly since: Date },
): Promise<OwnMove | null> {
  if (among.length === 0) return null;
  const said = and(eq(inbound.platform, platform), eq(inbound.messageId, events.messageId));
  const [row] = await db
    .select({
      id: issues.id,
      text: issues.text,
      action: events.action,
      said: sql<string | null>`${events.data} ->> 'text'`,
      at: events.at,
    })
    .from(events)
    .innerJoin(inbound, said)
    .innerJoin(issues, eq(issues.id, events.issueId))
    .where(
      and(
        oneOf(events.issueId, among),
        gt(events.at, since),
        eq(events.platform, platform),
        actions === "any" ? undefined : inArray(events.action, [...actions]),
        sql`${events.actor} ->> 'userId' = ${userId}`,
        eq(inbound.inGroup, inGroup),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return row ?? null;
}

/** An account: another one may have the same id on the other platform. */
type Account = Pick<Mover, "platform" | "userId">;

/** So many of somebody's newest issues are looked through for what he speaks of elsewhere. */
const NEWEST = 60;

/** The newest open issues that somebody may go on about in any chat: those of his company, and what he himself raised in confidence. */
export function mayGoOnAbout(
  db: Db,
  { accounts, enterprise }: { readonly accounts: readonly Account[]; readonly enterprise: string | null },
): Promise<readonly Pick<Issue, "id" | "text" | "state" | "confidential">[]> {
  const { id, text, state, confidential } = issues;
  const raised = or(
    ...accounts.map((one) => and(eq(issues.reporterPlatform, one.platform), eq(issues.reporterUserId, one.userId))),
  );
  const theirs =
    enterprise === null ? undefined : and(eq(issues.enterprise, enterprise), eq(issues.confidential, false));
  return db
    .select({ id, text, state, confidential })
    .from(issues)
    .where(and(isOpen(issues), or(raised, theirs)))
    .orderBy(desc(issues.id))
    .limit(NEWEST);
}

/** Which of these issues somebody moved since then, the last first, wherever and from whichever of his accounts. */
export async function movedBy(
  db: Db,
  accounts: readonly Account[],
  { among, since }: { readonly among: readonly number[]; readonly since: Date },
): Promise<readonly number[]> {
  if (among.length === 0) return [];
  const whose = or(
    ...accounts.map((one) => and(eq(events.platform, one.platform), sql`${events.actor} ->> 'userId' = ${one.userId}`)),
  );
  const rows = await db
    .select({ id: events.issueId })
    .from(events)
    .where(and(oneOf(events.issueId, among), gt(events.at, since), whose))
    .groupBy(events.issueId)
    .orderBy(desc(max(events.seq)));
  return rows.map(({ id }) => id);
}

/** So many of a company's newest issues are looked through. */
const LOOKED_THROUGH = 200;

/** What a company itself has taken back since then, the last first. */
export async function takenBackBy(db: Db, enterprise: string, since: Date): Promise<readonly Issue[]> {
  const newest = db
    .select({ id: issues.id })
    .from(issues)
    .where(eq(issues.enterprise, enterprise))
    .orderBy(desc(issues.id))
    .limit(LOOKED_THROUGH);
  const rows = await db
    .select()
    .from(issues)
    .where(
      and(
        inArray(issues.id, newest),
        stateIs(issues.state, "withdrawn"),
        eq(issues.voided, false),
        gt(issues.withdrawnAt, since),
      ),
    )
    .orderBy(desc(issues.withdrawnAt));
  return rows.map(toIssue);
}
