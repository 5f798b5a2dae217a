import { and, desc, eq, inArray, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Audience } from "../domain/issue/audience.ts";
import { type Issue, RUNNING_STATES, type State } from "../domain/issue/issue.ts";
import type { Urgency } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { ofDepartments, toIssue } from "./issues.ts";
import { wholeRows } from "./record-json.ts";
import { issues } from "./schema.ts";
import { stateIn } from "./states.ts";

/** Issues as the board lists them: of what a person may see, what he asks for. */

/** Whose issues are seen. What is hidden is not even counted. */
export type Sight =
  | { readonly kind: "all" }
  /** What these lead, and what the own one helps with. */
  | { readonly kind: "departments"; readonly own: string; readonly lead: readonly string[] }
  | { readonly kind: "company"; readonly actor: Extract<Audience, { kind: "company" }>["actor"] };

/** What is asked for; what is left out does not matter. */
export interface Asked {
  readonly states?: readonly State[] | undefined;
  readonly department?: string | undefined;
  readonly category?: string | undefined;
  readonly enterprise?: string | undefined;
  /** Not of the confidential ones: who may not know their company would learn it by asking for it. */
  readonly openly?: boolean | undefined;
  readonly urgency?: Urgency | undefined;
  /** Past their due date at this moment. */
  readonly overdueAt?: Date | undefined;
}

/** So many issues of a page, the newest first, from behind this number on. */
export async function boardIssues(
  db: Db,
  sight: Sight,
  asked: Asked,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly Issue[]> {
  const behind = before === null ? undefined : lt(issues.id, before);
  const where = and(seen(db, sight), askedFor(asked), behind);
  const rows = await wholeRows(db, issues, db.select().from(issues).where(where).orderBy(desc(issues.id)).limit(limit));
  return rows.map(toIssue);
}

/** Of all that is asked for what decides whether it is listed, the newest first, up to so many. */
export async function boardMarks(
  db: Db,
  sight: Sight,
  asked: Asked,
  limit: number,
): Promise<readonly Pick<Issue, "id" | "state" | "confidential">[]> {
  const { id, state, confidential } = issues;
  const where = and(seen(db, sight), askedFor(asked));
  return db.select({ id, state, confidential }).from(issues).where(where).orderBy(desc(id)).limit(limit);
}

/** How many there are in each state of what is asked for, whatever states are asked for. */
export async function boardCounts(db: Db, sight: Sight, asked: Asked): Promise<ReadonlyMap<State, number>> {
  const rows = await db
    .select({ state: issues.state, count: sql<number>`count(*)::int` })
    .from(issues)
    .where(and(seen(db, sight), askedFor({ ...asked, states: undefined })))
    .groupBy(issues.state);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** The same as `mayShow` says of one issue. */
function seen(db: Db, sight: Sight): SQL | undefined {
  switch (sight.kind) {
    case "all":
      return undefined;
    case "departments":
      return or(inArray(issues.department, [...sight.lead]), ofDepartments(db, [sight.own]));
    case "company":
      return ofCompany(sight.actor);
  }
}

function ofCompany({
  enterprise,
  name,
  platform,
  userId,
}: Extract<Sight, { kind: "company" }>["actor"]): SQL | undefined {
  if (enterprise === undefined) return sql`false`;
  const account =
    platform === undefined || userId === undefined
      ? undefined
      : and(eq(issues.reporterPlatform, platform), eq(issues.reporterUserId, userId));
  return and(
    eq(issues.enterprise, enterprise),
    or(ne(issues.confidential, true), account, eq(issues.reporterName, name)),
  );
}

function askedFor({ states, department, category, enterprise, openly, urgency, overdueAt }: Asked): SQL | undefined {
  return and(
    states === undefined ? undefined : stateIn(issues.state, states),
    department === undefined ? undefined : eq(issues.department, department),
    category === undefined ? undefined : eq(issues.category, category),
    enterprise === undefined ? undefined : eq(issues.enterprise, enterprise),
    openly === true ? eq(issues.confidential, false) : undefined,
    urgency === undefined ? undefined : eq(issues.urgency, urgency),
    overdueAt === undefined ? undefined : and(stateIn(issues.state, RUNNING_STATES), lte(issues.due, overdueAt)),
  );
}
