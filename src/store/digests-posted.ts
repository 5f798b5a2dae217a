import { and, gt, sql } from "drizzle-orm";
import type { DigestName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { notices } from "./schema.ts";
import { stateIs } from "./states.ts";

/** Digests that have gone to somebody. */

/** Whether one of this kind went to this person directly since a moment, on whichever platform. */
export async function wasPosted(
  db: Db,
  kind: DigestName,
  { name, since }: { readonly name: string; readonly since: Date },
): Promise<boolean> {
  const { body, id, settledAt, state, target } = notices;
  const isIt = sql`${body} ->> 'kind' = 'digest' and ${body} -> 'facts' ->> 'kind' = ${kind}`;
  const isHis = sql`${target} ->> 'kind' = 'person' and ${target} ->> 'name' = ${name}`;
  const rows = await db
    .select({ id })
    .from(notices)
    .where(and(stateIs(state, "sent"), gt(settledAt, since), isIt, isHis))
    .limit(1);
  return rows.length > 0;
}
