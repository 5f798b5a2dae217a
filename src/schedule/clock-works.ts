import type { ClockWork } from "../features/feature.ts";
import { forgetInbound, nextInboundRetry } from "../store/inbound.ts";
import { nextReady } from "../store/notices.ts";

/** The clock works of what lies below the features. */

/** Takes up messages that were accepted and not finished. */
export function inboundWork(takeUp: () => Promise<void>): ClockWork {
  return { name: "inbound", run: takeUp, next: ({ db }) => nextInboundRetry(db) };
}

/** What waits to be sent goes with the courier: here only when that will be. */
export const outboxWork: ClockWork = {
  name: "outbox",
  run: async () => {},
  next: ({ db }, after) => nextReady(db, after),
};

/** Message ids are remembered a little longer than the 30 days that are promised. */
const REMEMBER_MS = 31 * 24 * 3_600_000;

export const forgetting: ClockWork = {
  name: "forgetting",
  run: async ({ db, now }) => {
    // Once an hour is enough.
    if (now.getUTCMinutes() === 0) await forgetInbound(db, new Date(now.getTime() - REMEMBER_MS));
  },
  next: async () => null,
};
