import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "./client.ts";
import { eventsOfIssues } from "./events.ts";
import { readIssues } from "./issues.ts";
import { oneOf } from "./one-of.ts";
import { assists, issues, notices, requests } from "./schema.ts";
import { disclosures } from "./schema-record.ts";
import { supervisions } from "./schema-supervision.ts";
import { VOUCHED } from "./vouched.ts";

/** Everything that is kept about a company's issues: those that may be its own to read. */

/** The numbers of a company's issues, a page after `id`. */
export async function companyIssues(db: Db, enterprise: string, id: number, limit: number): Promise<readonly number[]> {
  const rows = await db
    .select({ id: issues.id })
    .from(issues)
    .where(and(eq(issues.enterprise, enterprise), VOUCHED, gt(issues.id, id)))
    .orderBy(asc(issues.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** These issues, each with its whole record and what was told about it. */
export async function everythingOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const events = await eventsOfIssues(db, ids);
  const asked = await db.select().from(requests).where(oneOf(requests.issueId, ids)).orderBy(asc(requests.id));
  const helping = await db.select().from(assists).where(oneOf(assists.issueId, ids));
  const pressed = await db
    .select()
    .from(supervisions)
    .where(oneOf(supervisions.issueId, ids))
    .orderBy(asc(supervisions.id));
  const looks = await db.select().from(disclosures).where(oneOf(disclosures.issueId, ids)).orderBy(asc(disclosures.id));
  const told = await db.select().from(notices).where(oneOf(notices.issueId, ids)).orderBy(asc(notices.id));
  const all = await readIssues(db, ids);
  return all.map((issue) => {
    const own = <Row extends { readonly issueId: number | null }>(rows: readonly Row[]) =>
      rows.filter((row) => row.issueId === issue.id);
    return {
      issue,
      events: own(events),
      requests: own(asked),
      assists: own(helping),
      supervisions: own(pressed),
      looks: own(looks),
      messages: own(told).map(({ id, platform, target, body, state, createdAt, settledAt, lastError }) => ({
        id,
        platform,
        target,
        body,
        state,
        createdAt,
        settledAt,
        lastError,
      })),
    };
  });
}
