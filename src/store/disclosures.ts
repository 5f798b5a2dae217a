import type { Db } from "./client.ts";
import { disclosures } from "./schema.ts";

/** Notes that somebody was shown the company behind a confidential issue. */
export async function recordDisclosure(db: Db, disclosure: Omit<typeof disclosures.$inferInsert, "id">): Promise<void> {
  await db.insert(disclosures).values(disclosure);
}
