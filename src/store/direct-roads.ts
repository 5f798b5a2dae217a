import { sql } from "drizzle-orm";
import type { PlatformName } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { directRoads } from "./schema-roads.ts";

/** Whom it has been seen that direct messages reach, and whom not. */

/** After a failure nobody is written to directly for this long; then it is tried again. */
const FAILED_MS = 24 * 3_600_000;

interface User {
  readonly platform: PlatformName;
  readonly userId: string;
}

interface Road {
  readonly spokeAt: Date | null;
  readonly failedAt: Date | null;
}

/**
 * The direct roads as this process knows them: read at the start, followed from then on, and changed at once by what it meets
 * itself. What is asked of them is asked for each message, so it is answered from memory.
 */
export class DirectRoads {
  readonly #roads = new Map<string, Road>();

  /** Reads what all processes have seen. */
  static async open(db: Db): Promise<DirectRoads> {
    const roads = new DirectRoads();
    await roads.follow(db);
    return roads;
  }

  /** Takes over what others have seen meanwhile. Of what is known here already the later counts. */
  async follow(db: Db): Promise<void> {
    for (const row of await db.select().from(directRoads)) this.#merge(row, row);
  }

  /** Whether this user has written to the bot directly. */
  hasSpoken(platform: PlatformName, userId: string): boolean {
    return this.#roads.get(keyOf({ platform, userId }))?.spokeAt != null;
  }

  /** Whether nothing reached this user within the last day, and he has not written since. */
  isBroken(platform: PlatformName, userId: string, now: Date): boolean {
    const { spokeAt = null, failedAt = null } = this.#roads.get(keyOf({ platform, userId })) ?? {};
    if (failedAt === null || now.getTime() - failedAt.getTime() >= FAILED_MS) return false;
    return spokeAt === null || spokeAt <= failedAt;
  }

  /** A direct message came from this user, in the transaction that works on it. */
  async noteSpoken(db: Db, { platform, userId }: User, now: Date): Promise<void> {
    const row = { platform, userId, spokeAt: now };
    await db
      .insert(directRoads)
      .values(row)
      .onConflictDoUpdate({
        target: [directRoads.platform, directRoads.userId],
        set: {
          spokeAt: sql`greatest(${directRoads.spokeAt}, excluded.spoke_at)`,
          failedAt: null,
          reason: null,
        },
      });
    this.#roads.set(keyOf(row), { spokeAt: now, failedAt: null });
  }

  /** The platform said that no direct message reaches this user, in the transaction that settles the message. */
  async noteFailed(db: Db, { platform, userId }: User, reason: string, now: Date): Promise<void> {
    const set = { failedAt: now, reason };
    await db
      .insert(directRoads)
      .values({ platform, userId, ...set })
      .onConflictDoUpdate({ target: [directRoads.platform, directRoads.userId], set });
    this.#merge({ platform, userId }, { spokeAt: null, failedAt: now });
  }

  #merge(user: User, seen: Road): void {
    const key = keyOf(user);
    const known = this.#roads.get(key);
    this.#roads.set(key, {
      spokeAt: later(known?.spokeAt, seen.spokeAt),
      failedAt: later(known?.failedAt, seen.failedAt),
    });
  }
}

function keyOf({ platform, userId }: User): string {
  return `${platform} ${userId}`;
}

function later(one: Date | null | undefined, other: Date | null): Date | null {
  if (one == null || other === null) return one ?? other;
  return one > other ? one : other;
}
