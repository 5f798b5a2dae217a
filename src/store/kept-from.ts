import { eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { keptFrom } from "./schema-routing.ts";

/** From which units a company wishes an issue of its own to be kept. */

export async function keepFrom(db: Db, issueId: number, units: readonly string[]): Promise<void> {
  if (units.length === 0) return;
  await db
    .insert(keptFrom)
    .values(units.map((department) => ({ issueId, department })))
    .onConflictDoNothing({ target: [keptFrom.issueId, keptFrom.department] });
}

/** Their codes. */
export async function unitsKeptFrom(db: Db, issueId: number): Promise<readonly string[]> {
  const rows = await db
    .select({ department: keptFrom.department })
    .from(keptFrom)
    .where(eq(keptFrom.issueId, issueId))
    .orderBy(keptFrom.department);
  return rows.map(({ department }) => department);
}
