import { and, asc, gt, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { PLATFORMS } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { leaseLasts } from "./notice-lease.ts";
import { oneOf } from "./one-of.ts";
import { notices } from "./schema.ts";
import { stateIs } from "./states.ts";

/** What tells that a message waits for a moment of a wrong clock. */
export interface Misdated {
  /** Nothing is made later than this. */
  readonly made: Date;
  /** Nothing waits longer than until this, by whatever rule. */
  readonly longest: Date;
  /** When such a message may go: one that may at any hour, or was tried already; all others. */
  readonly may: { readonly atOnce: Date; readonly else: Date };
}

const moment = (date: Date) => sql`${date.toISOString()}::timestamptz`;

function dueBy({ may }: Misdated): SQL {
  const { express, attempts } = notices;
  return sql`case when ${express} or ${attempts} > 0 then ${moment(may.atOnce)} else ${moment(may.else)} end`;
}

function waitsBeyond(rule: Misdated): SQL | undefined {
  return and(stateIs(notices.state, "waiting"), gt(notices.readyAt, dueBy(rule)));
}

/** Which messages wait for one, and nobody is sending them; the first of them. */
export async function readMisdated(db: Db, rule: Misdated): Promise<readonly number[]> {
  const { platform, readyAt, createdAt, leaseUntil } = notices;
  const ahead = and(gt(readyAt, rule.made), or(gt(createdAt, rule.made), gt(readyAt, rule.longest)));
  const free = or(isNull(leaseUntil), not(leaseLasts(sql`${leaseUntil}`)));
  const where = and(waitsBeyond(rule), inArray(platform, [...PLATFORMS]), ahead, free);
  const rows = await db.select({ id: notices.id }).from(notices).where(where).orderBy(asc(notices.id)).limit(1_000);
  return rows.map(({ id }) => id);
}

/** Gives these the time that they have by the rule. */
export async function redate(db: Db, ids: readonly number[], rule: Misdated): Promise<void> {
  await db
    .update(notices)
    .set({ readyAt: dueBy(rule) })
    .where(and(oneOf(notices.id, ids), waitsBeyond(rule)));
}
