import { eq } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { oneOf } from "./one-of.ts";
import { issues } from "./schema.ts";
import { cards } from "./schema-roads.ts";

/** Cards with buttons that were sent, by the id that they have on the platform. */

export interface SentCard {
  readonly id: string;
  readonly platform: PlatformName;
  readonly issueId: number | null;
  readonly issueVersion: number | null;
  /** The platform's id of the group that it went to; null in a direct chat. */
  readonly groupId: string | null;
  readonly sentAt: Date;
}

/** Keeps a card before it goes, so that whoever presses it at once is understood. */
export async function keepCard(db: Db, { groupId, ...card }: SentCard): Promise<void> {
  await db
    .insert(cards)
    .values({ ...card, facts: { groupId } })
    .onConflictDoNothing({ target: cards.id });
}

/** In which chat a card was sent. Undefined: no card of this id is known on this platform. */
export async function chatOfCard(
  db: Db,
  platform: PlatformName,
  id: string,
): Promise<{ readonly groupId: string | null } | undefined> {
  const [row] = await db.select({ platform: cards.platform, facts: cards.facts }).from(cards).where(eq(cards.id, id));
  if (row?.platform !== platform) return undefined;
  const groupId = row.facts["groupId"];
  return { groupId: typeof groupId === "string" ? groupId : null };
}

/** The present versions of issues, by number. */
export async function versionsOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: issues.id, version: issues.version }).from(issues).where(oneOf(issues.id, ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}
