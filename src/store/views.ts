import type { Db } from "./client.ts";
import { views } from "./schema.ts";

/** Notes that somebody was shown the company behind a confidential issue. */
export async function recordView(db: Db, view: Omit<typeof views.$inferInsert, "id">): Promise<void> {
  await db.insert(views).values(view);
}
