import { type SQL, sql } from "drizzle-orm";
import { issues } from "./schema.ts";
import { events } from "./schema-record.ts";

/** Since when an issue is over, at the earliest: of one that was refused or merged no moment is kept with it. */
export const OVER = sql`coalesce(${issues.closedAt}, ${issues.withdrawnAt}, ${issues.submittedAt})`;

/** Of an issue that is not open: that it was over before a moment, and that nothing was recorded of it since. */
export function isOverBefore(before: Date): SQL {
  const moment = before.toISOString();
  const lately = sql`exists (select from ${events} e where e.issue_id = ${issues.id} and e.version = ${issues.version} and e.at >= ${moment})`;
  return sql`${OVER} < ${moment} and not ${lately}`;
}
