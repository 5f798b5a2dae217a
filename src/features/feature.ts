import type { Command } from "../chat/conversation.ts";
import type { Context } from "../issues/context.ts";
import type { NoticeKind } from "../outbox/notice-kind.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";

/** What a folder of features brings; `app.ts` lists them. No feature knows another. */
export interface Feature {
  readonly commands: readonly Command[];
  readonly notices: readonly NoticeKind[];
  readonly clock: readonly ClockWork[];
}

/**
 * Work that the clock brings. What is due lives in rows, so a look that was missed loses nothing; any number of processes may
 * run it at once.
 */
export interface ClockWork {
  /** Names it in the log. */
  readonly name: string;
  /** Does what is due at `ctx.now`. What throws stops no other work, and is tried again with the next look. */
  run(ctx: ClockContext): Promise<void>;
  /** When something becomes due by itself, later than a moment; null when that is not known ahead. */
  next(ctx: Context, after: Date): Promise<Date | null>;
}

export interface ClockContext extends Context {
  readonly logger: Logger;
  /** Does one piece of the work by itself. What it throws is logged with `what`, and stops no other piece. */
  apart(what: Readonly<Record<string, unknown>>, piece: () => Promise<unknown>): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Work for which once an hour is enough, on the hour: other looks cost nothing for it, nor do those that follow in its minute. */
export function hourly({ name, run, next }: ClockWork): ClockWork {
  const done = new WeakMap<Db, number>();
  return {
    name,
    run: async (ctx) => {
      const hour = Math.floor(ctx.now.getTime() / HOUR_MS);
      if (ctx.now.getUTCMinutes() !== 0 || done.get(ctx.db) === hour) return;
      await run(ctx);
      done.set(ctx.db, hour);
    },
    next: async (ctx, after) => {
      const at = await next(ctx, after);
      return at === null ? null : new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);
    },
  };
}
