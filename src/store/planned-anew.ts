import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/** A plan for these values, and not for any: rare ones are looked up, common ones are met soon enough. */
export function plannedAnew<Result>(db: Db, ask: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
    const result = await ask(tx);
    // For what the surrounding transaction asks behind it.
    await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
    return result;
  });
}
