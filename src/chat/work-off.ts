import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import {
  finishInbound,
  type InboundKey,
  lockInbound,
  postponeInbound,
  type StoredInbound,
  takeForgotten,
} from "../store/inbound.ts";
import type { KeptReply } from "./reply.ts";

/** Has one stored message worked on, in one transaction, once; and again later when that failed. */

export interface InboundDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Replies to the message in this transaction. Returns what is kept of that. */
  readonly reply: (db: Db, row: StoredInbound) => Promise<KeptReply | null>;
  /** Gives the message up, with a sentence to its writer, in this transaction. */
  readonly apologise: (db: Db, row: StoredInbound) => Promise<unknown>;
  /** Something may have come into the outbox. */
  readonly onDone: () => void;
  /** What is being worked on: a graceful stop waits for it. */
  readonly running: Set<Promise<unknown>>;
}

/** When another process may take a message up, should this one die over it. While it lives, it holds the row's lock. */
export const TAKE_OVER_MS = 10_000;
/** So many at most are taken up at once. */
const AT_ONCE = 100;
/** After this many failures a message gets an apology instead of another try. */
const MOST_TRIES = 5;
/** After this many, when the apology fails as well, it ends without one. */
const GIVE_UP = 8;
const RETRY_MS = [2_000, 10_000, 30_000, 60_000] as const;

/** Never throws: a failure is counted, and the message comes again or is given up. Resolves with the reply; null: there is none yet. */
export function workOff(deps: InboundDeps, key: InboundKey): Promise<KeptReply | null> {
  const job = tryOnce(deps, key).finally(() => deps.running.delete(job));
  deps.running.add(job);
  return job;
}

/** Goes on with what was accepted and not finished, one after the other. */
export async function takeUp(deps: InboundDeps): Promise<void> {
  const now = deps.clock.now();
  const forgotten = await takeForgotten(deps.db, now, new Date(now.getTime() + TAKE_OVER_MS), AT_ONCE);
  for (const row of forgotten) await workOff(deps, row);
}

async function tryOnce(deps: InboundDeps, key: InboundKey): Promise<KeptReply | null> {
  try {
    return await deps.db.transaction(async (db) => {
      const row = await lockInbound(db, key);
      return row === null ? null : deps.reply(db, row);
    });
  } catch (error) {
    await afterFailure(deps, key, error);
    return null;
  } finally {
    deps.onDone();
  }
}

async function afterFailure(deps: InboundDeps, key: InboundKey, error: unknown): Promise<void> {
  const { db, clock, logger } = deps;
  logger.error({ platform: key.platform, ...describe(error) }, "A message could not be worked on");
  try {
    await db.transaction(async (tx) => {
      const row = await lockInbound(tx, key);
      if (row === null) return;
      if (row.attempts >= GIVE_UP) {
        await finishInbound(tx, key, clock.now(), null);
        logger.error(
          { platform: key.platform, tries: row.attempts },
          "A message was given up: no answer to it could be kept",
        );
        return;
      }
      if (row.attempts + 1 >= MOST_TRIES) {
        await deps.apologise(tx, row);
        return;
      }
      const pause = RETRY_MS[Math.min(row.attempts, RETRY_MS.length - 1)] ?? 60_000;
      await postponeInbound(tx, key, new Date(clock.now().getTime() + pause));
    });
  } catch (again) {
    logger.error({ ...describe(again) }, "The database did not take the failure either; the message is tried again");
  }
}
