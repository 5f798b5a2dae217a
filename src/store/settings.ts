import { eq, like, sql } from "drizzle-orm";
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

/** Makes a new value from the one that is kept, or from `{}`, under its lock: two who do so at once lose nothing. Returns it. */
export function mergeSetting(db: Db, name: string, merge: (kept: unknown) => unknown): Promise<unknown> {
  return db.transaction(async (tx) => {
    await tx.insert(settings).values({ name, value: {} }).onConflictDoNothing({ target: settings.name });
    const [row] = await tx
      .select({ value: settings.value })
      .from(settings)
      .where(eq(settings.name, name))
      .for("update");
    const value = merge(row?.value);
    if (JSON.stringify(value) !== JSON.stringify(row?.value)) await writeSetting(tx, name, value);
    return value;
  });
}

/** Writes a value that is not there yet. False: it is there, whoever wrote it. */
export async function claimSetting(db: Db, name: string, value: unknown): Promise<boolean> {
  const rows = await db
    .insert(settings)
    .values({ name, value })
    .onConflictDoNothing({ target: settings.name })
    .returning({ name: settings.name });
  return rows.length === 1;
}

export async function dropSetting(db: Db, name: string): Promise<void> {
  await db.delete(settings).where(eq(settings.name, name));
}

/** Drops every value whose name begins like this. Returns how many there were. */
export async function dropSettings(db: Db, prefix: string): Promise<number> {
  const rows = await db
    .delete(settings)
    .where(like(settings.name, `${prefix}%`))
    .returning({ name: settings.name });
  return rows.length;
}

/** Writes a number unless a higher one is there, whoever writes at the same time. Returns the one that stays. */
export async function raiseSetting(db: Db, name: string, value: number): Promise<number> {
  const higher = sql`to_jsonb(greatest((${settings.value} #>> '{}')::numeric, (excluded.value #>> '{}')::numeric))`;
  const [row] = await db
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value: higher } })
    .returning({ value: settings.value });
  return typeof row?.value === "number" ? row.value : value;
}

/** A value that is made once for the whole installation: the first one stays, whoever asks at the same time. */
export async function keepSetting(db: Db, name: string, proposed: unknown): Promise<unknown> {
  await db.insert(settings).values({ name, value: proposed }).onConflictDoNothing({ target: settings.name });
  return readSetting(db, name);
}
