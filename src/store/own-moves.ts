import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { inbound, issues } from "./schema.ts";
import { events } from "./schema-record.ts";

/** What somebody did last. */

/** Whose move it was, and where it was said. */
interface Mover {
  readonly platform: PlatformName;
  readonly userId: string;
  readonly inGroup: boolean;
}

/** The issue that was last moved so by this account in a chat of this kind, since then; with its text. */
export async function lastMovedBy(
  db: Db,
  { platform, userId, inGroup }: Mover,
  {
    among,
    actions,
    since,
  }: { readonly among: readonly number[]; readonly actions: readonly string[]; readonly since: Date },
): Promise<{ readonly id: number; readonly text: string } | null> {
  if (among.length === 0) return null;
  const said = and(eq(inbound.platform, platform), eq(inbound.messageId, events.messageId));
  const [row] = await db
    .select({ id: issues.id, text: issues.text })
    .from(events)
    .innerJoin(inbound, said)
    .innerJoin(issues, eq(issues.id, events.issueId))
    .where(
      and(
        oneOf(events.issueId, among),
        gt(events.at, since),
        eq(events.platform, platform),
        inArray(events.action, [...actions]),
        sql`${events.actor} ->> 'userId' = ${userId}`,
        eq(inbound.inGroup, inGroup),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return row ?? null;
}
