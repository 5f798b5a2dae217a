import { eq, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { settings } from "./schema.ts";

/** Reads a value of the whole installation. */
export async function readSetting(db: Db, name: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return row?.value;
}

export async function writeSetting(db: Db, name: string, value: unknown): Promise<void> {
  await db
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } });
}
