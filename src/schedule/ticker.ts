import { schedule } from "node-cron";
import { describe, messageOf } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

/** Calls a job every few seconds of real time, never twice at once. The clock of the program may stand elsewhere. */
export interface Ticker {
  stop(): Promise<void>;
}

/** When each worker comes, in cron with seconds. The auditor comes half a minute behind the sweep, which it watches. */
const TIMES = {
  sweep: "0 * * * * *",
  auditor: "30 * * * * *",
  courier: "* * * * * *",
  inbound: "*/5 * * * * *",
} as const;

/** Starts every worker. */
export function startTickers(jobs: Readonly<Record<keyof typeof TIMES, () => Promise<void>>>, logger: Logger): Ticker {
  const names = ["sweep", "auditor", "courier", "inbound"] as const;
  const tickers = names.map((name) => startTicker(TIMES[name], jobs[name], name, logger));
  return {
    stop: async () => {
      await Promise.all(tickers.map((one) => one.stop()));
    },
  };
}

/** `expression`: cron with seconds. The job's failures are logged, and it is called again at the next tick. */
function startTicker(expression: string, job: () => Promise<void>, name: string, logger: Logger): Ticker {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const run = () => {
    if (busy) return;
    busy = true;
    running = job()
      .catch((error: unknown) =>
        logger.error({ job: name, ...describe(error) }, "A scheduled job failed; it runs again"),
      )
      .finally(() => {
        busy = false;
      });
  };
  const task = schedule(expression, run, { logger: cronLogger(name, logger) });
  return {
    stop: async () => {
      await task.stop();
      await running;
    },
  };
}

/** What the library has to say goes into the log as well: by itself it writes coloured lines. It knows no user's words. */
function cronLogger(job: string, logger: Logger) {
  const failed = (error: string | Error, cause?: Error) =>
    logger.error({ job, ...describe(cause ?? error) }, "The timer of a scheduled job failed");
  return {
    info: (message: string) => logger.info({ job, message }, "Said by the timer"),
    warn: (message: string) =>
      logger.warn({ job, message }, "A scheduled job was late or left out: is the machine busy?"),
    error: failed,
    debug: (message: string | Error) => logger.debug({ job, message: messageOf(message) }, "Said by the timer"),
  };
}
