import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { onOneConnection } from "../store/connection.ts";
import {
  type Accepted,
  finishInbound,
  holdInbound,
  type InboundKey,
  lockInbound,
  postponeInbound,
  type StoredInbound,
  takeForgotten,
} from "../store/inbound.ts";
import { type Writes, writeTogether } from "../store/writes.ts";
import type { KeptReply } from "./reply.ts";

/** Has one stored message worked on, in one transaction, once; and again later when that failed. */

export interface InboundDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Replies to the message in this transaction. Returns what is kept of that. */
  readonly reply: Work;
  /** Gives the message up, with a sentence to its writer, in this transaction. */
  readonly apologise: Work;
  /** A message was worked on. `sends`: something that may go at once has come into the outbox. */
  readonly onDone: (sends: boolean) => void;
  /** What is being worked on: a graceful stop waits for it. */
  readonly running: Set<Promise<unknown>>;
}

/**
 * What is done with a message, in a transaction that waits at its end for what is written with `writes`. Nothing is written before
 * `admitted` resolves.
 */
export type Work = (db: Db, row: StoredInbound, writes: Writes, admitted?: Promise<void>) => Promise<KeptReply | null>;

/** When another process may take a message up, should this one die over it. While it lives, it holds the row's lock. */
export const TAKE_OVER_MS = 10_000;
/** So many at most are taken up at once. */
const AT_ONCE = 100;
/** After this many failures a message gets an apology instead of another try. */
const MOST_TRIES = 5;
/** After this many, when the apology fails as well, it ends without one. */
const GIVE_UP = 8;
const RETRY_MS = [2_000, 10_000, 30_000, 60_000] as const;

/**
 * Works on a message that was kept before. Never throws: a failure is counted, and the message comes again or is given up.
 * Resolves with the reply; null: there is none yet.
 */
export function workOff(deps: InboundDeps, key: InboundKey): Promise<KeptReply | null> {
  return noted(deps, async () => {
    const attempt = async (db: Db, writes: Writes) => {
      const row = await lockInbound(db, key);
      return row === null ? null : deps.reply(db, row, writes);
    };
    try {
      return await writeTogether(deps.db, attempt);
    } catch (error) {
      await afterFailure(deps, key, error);
      return null;
    } finally {
      deps.onDone(true);
    }
  });
}

/** It came before, or may not come: nothing is done about it here. */
class NotOurs extends Error {}

/**
 * Takes a message in: keeps it, and works on it where it is new, as `workOff` does. Both go to the server together, so that the
 * answer comes sooner. `accepted` rejects when the database did not take it; then nothing was done.
 */
export function takeIn(
  deps: InboundDeps,
  fresh: StoredInbound,
  accept: (db: Db) => Promise<Accepted>,
): { readonly accepted: Promise<Accepted>; readonly worked: Promise<KeptReply | null> } {
  let sends = false;
  let told: { readonly accept: (accepted: Promise<Accepted>) => void; readonly fail: (error: unknown) => void };
  const accepted = new Promise<Accepted>((accept, fail) => {
    told = { accept, fail };
  });
  const attempt = async (own: Db) => {
    const asked = accept(own);
    told.accept(asked);
    return writeTogether(own, async (db, writes) => {
      const admitted = admit(asked, holdInbound(db, fresh));
      // What is read meanwhile may fail first.
      admitted.catch(() => {});
      const reply = await deps.reply(db, fresh, writes, admitted);
      sends = writes.sends;
      return reply;
    });
  };
  const worked = noted(deps, async () => {
    try {
      return await onOneConnection(deps.db, attempt);
    } catch (error) {
      // Heard only where nothing was asked for: there was no connection.
      told.fail(error);
      const isKept = !(error instanceof NotOurs) && (await accepted.catch(() => null)) === "new";
      if (isKept) await afterFailure(deps, fresh, error);
      sends = isKept;
      return null;
    } finally {
      deps.onDone(sends);
    }
  });
  return { accepted, worked };
}

/** Throws unless the message is new, and this process's to work on. */
async function admit(asked: Promise<Accepted>, held: Promise<boolean>): Promise<void> {
  const [accepted, isHeld] = await Promise.all([asked, held]);
  if (accepted !== "new" || !isHeld) throw new NotOurs();
}

/** A graceful stop waits for it. */
function noted<Result>({ running }: InboundDeps, work: () => Promise<Result>): Promise<Result> {
  const job = work().finally(() => running.delete(job));
  running.add(job);
  return job;
}

/** Goes on with what was accepted and not finished, one after the other. */
export async function takeUp(deps: InboundDeps): Promise<void> {
  const now = deps.clock.now();
  const forgotten = await takeForgotten(deps.db, now, new Date(now.getTime() + TAKE_OVER_MS), AT_ONCE);
  for (const row of forgotten) await workOff(deps, row);
}

async function afterFailure(deps: InboundDeps, key: InboundKey, error: unknown): Promise<void> {
  const { db, clock, logger } = deps;
  logger.error({ platform: key.platform, ...describe(error) }, "A message could not be worked on");
  try {
    await writeTogether(db, async (tx, writes) => {
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
        await deps.apologise(tx, row, writes);
        return;
      }
      const pause = RETRY_MS[Math.min(row.attempts, RETRY_MS.length - 1)] ?? 60_000;
      await postponeInbound(tx, key, new Date(clock.now().getTime() + pause));
    });
  } catch (again) {
    logger.error({ ...describe(again) }, "The database did not take the failure either; the message is tried again");
  }
}
