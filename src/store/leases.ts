import { and, eq, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import { leases } from "./schema-roads.ts";

/** What a process asks a lease with. */
export interface Ask {
  readonly name: string;
  readonly owner: string;
  /** By the machine's clock: a lease measures time that has really passed, which a moved clock would end. */
  readonly now: Date;
  readonly until: Date;
  /** An end that its holder has not put off for longer than a lease lasts: he is gone, whatever his clock was. */
  readonly unrenewed?: Date | undefined;
}

/** Takes or renews what one process of all may hold. False: somebody else has it. One statement: two can never have it. */
export async function holdLease(db: Db, { name, owner, now, until, unrenewed = now }: Ask): Promise<boolean> {
  const rows = await db
    .insert(leases)
    .values({ name, owner, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { owner, until },
      setWhere: sql`${leases.owner} = ${owner} or ${leases.until} <= ${now.toISOString()}::timestamptz
        or ${leases.until} = ${unrenewed.toISOString()}::timestamptz`,
    })
    .returning({ name: leases.name });
  return rows.length === 1;
}

/** Until when somebody has it; null: nobody does. */
export async function readLeaseEnd(db: Db, name: string): Promise<Date | null> {
  const [row] = await db.select({ until: leases.until }).from(leases).where(eq(leases.name, name));
  return row?.until ?? null;
}

/** Whether nobody else has taken it meanwhile. */
export async function holdsLease(db: Db, { name, owner }: Pick<Ask, "name" | "owner">): Promise<boolean> {
  const where = and(eq(leases.name, name), eq(leases.owner, owner));
  const rows = await db.select({ name: leases.name }).from(leases).where(where);
  return rows.length === 1;
}

/** Gives it back, so that another need not wait for its end. */
export async function releaseLease(db: Db, { name, owner }: Pick<Ask, "name" | "owner">): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.owner, owner)));
}

/** Ends every lease: for a start on a database that nobody else can be using. */
export async function releaseAllLeases(db: Db): Promise<void> {
  await db.delete(leases).where(sql`true`);
}
