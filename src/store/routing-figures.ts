import { and, eq, gte, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { rateParts, valid } from "./figure-parts.ts";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";

/** How well issues were dispatched, by the month in which they were raised. */

export interface RoutingMonth {
  /** Of what came in, and was not taken over from a list: */
  readonly raised: number;
  /** how much went to a unit by itself, */
  readonly automatic: number;
  /** and how much of that is still where it went, or ended there. */
  readonly stood: number;
  /** 派单准确率. */
  readonly right: { readonly part: number; readonly whole: number };
}

const NONE: RoutingMonth = { raised: 0, automatic: 0, stood: 0, right: { part: 0, whole: 0 } };

/** `starts`: the first moment of each month, the oldest first; up to `now`. One for each of them. */
export async function routingMonths(db: Db, starts: readonly Date[], now: Date): Promise<readonly RoutingMonth[]> {
  const [since = now] = starts;
  const instants = sql.join(
    starts.map((start) => sql`${start.toISOString()}::timestamptz`),
    sql`, `,
  );
  const count = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const cameIn = sql`not ${events.data} ? 'takenOver'`;
  const automatic = and(cameIn, eq(events.toState, "dispatched"));
  const { dispatched } = rateParts(sql`${now.toISOString()}::timestamptz`);
  const month = sql<number>`width_bucket(${issues.submittedAt}, array[${instants}])`;
  const rows = await db
    .select({
      month,
      raised: count(cameIn),
      automatic: count(automatic),
      // Why the words led there is taken away as soon as a person decides otherwise.
      stood: count(and(automatic, isNotNull(issues.reason), isNotNull(issues.department))),
      part: count(dispatched.part),
      whole: count(dispatched.whole),
    })
    .from(issues)
    .innerJoin(events, and(eq(events.issueId, issues.id), eq(events.version, 1)))
    .where(and(valid, gte(issues.submittedAt, since), lte(issues.submittedAt, now)))
    .groupBy(sql`1`);
  return starts.map((_, index) => {
    const row = rows.find((one) => one.month === index + 1);
    if (row === undefined) return NONE;
    const { raised, automatic: by, stood, part, whole } = row;
    return { raised, automatic: by, stood, right: { part, whole } };
  });
}
