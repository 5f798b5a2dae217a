import { schedule } from "node-cron";
import { systemClock } from "../shared/clock.ts";
import { describe, messageOf } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

/** Calls a job every few seconds of real time, never twice at once. The clock of the program may stand elsewhere. */
export interface Ticker {
  stop(): Promise<void>;
}

/** A timer that comes again and again. */
interface Timer extends Ticker {
  /** Begins anew, from now. */
  anew(): void;
}

/** How often it is looked at whether the machine's clock was set back, and by how much it must have been. In milliseconds. */
const LOOK_MS = 1_000;
const SET_BACK_MS = 2_000;

/** What comes again and again in one process. */
export interface Job<Name extends string = string> {
  readonly name: Name;
  /** When it comes, in cron with seconds. */
  readonly at: string;
  /** Done once before anything ticks; what it throws then, stops the start. */
  readonly first?: boolean;
  run(): Promise<void>;
}

/** Starts every worker. `beat`: hears of each round that came to its end. */
export async function startTickers<Name extends string>(
  jobs: readonly Job<Name>[],
  { logger, beat }: { readonly logger: Logger; readonly beat: (name: Name) => void },
): Promise<Ticker> {
  const round = async (job: Job<Name>) => {
    await job.run();
    beat(job.name);
  };
  for (const job of jobs) if (job.first === true) await round(job);
  const tickers = jobs.map((job) => startTicker({ ...job, run: () => round(job) }, logger));
  const watch = whenSetBack(() => {
    logger.warn({}, "The machine's clock was set back; what comes by it begins anew");
    for (const one of tickers) one.anew();
  });
  return {
    stop: async () => {
      clearInterval(watch);
      await Promise.all(tickers.map((one) => one.stop()));
    },
  };
}

/** A timer waits for a moment of the machine's clock. When that is set back by hours, the moment is hours away. */
function whenSetBack(then: () => void): NodeJS.Timeout {
  let seen = systemClock.now().getTime();
  const look = () => {
    const now = systemClock.now().getTime();
    if (now < seen - SET_BACK_MS) then();
    seen = now;
  };
  return setInterval(look, LOOK_MS).unref();
}

/** The job's failures are logged, and it is called again at the next tick. */
function startTicker({ name, at, run }: Job, logger: Logger): Timer {
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const tick = () => {
    if (busy) return;
    busy = true;
    running = run()
      .catch((error: unknown) =>
        logger.error({ job: name, ...describe(error) }, "A scheduled job failed; it runs again"),
      )
      .finally(() => {
        busy = false;
      });
  };
  const begin = () => schedule(at, tick, { logger: cronLogger(name, logger) });
  let task = begin();
  return {
    anew: () => {
      void task.destroy();
      task = begin();
    },
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
