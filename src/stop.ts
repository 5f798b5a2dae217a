import type { Live } from "./board/live.ts";
import type { Keeper } from "./connections/keeper.ts";
import type { Fetcher } from "./features/files/fetcher.ts";
import type { Courier } from "./outbox/courier.ts";
import type { Mode } from "./sandbox/mode.ts";
import type { Sealer } from "./schedule/sealer.ts";
import type { Ticker } from "./schedule/ticker.ts";
import type { Calls } from "./store/calls.ts";
import type { Database } from "./store/client.ts";
import type { Listening } from "./web/server.ts";

/** Everything that runs. */
interface Running {
  readonly live: Live;
  readonly listening: Listening;
  readonly keeper: Keeper;
  readonly courier: Courier;
  readonly fetcher: Fetcher;
  /** What is known of who is who, and of what was decided. */
  readonly holder: { knows(): Promise<void> };
  readonly sealer: Sealer;
  readonly tickers: Ticker;
  readonly calls: Calls | null;
  readonly mode: Mode;
  readonly database: Database;
  readonly running: ReadonlySet<Promise<unknown>>;
}

/** Takes nothing new in, finishes what runs, gives back what is held; in this order. */
export async function stopAll(running: Running): Promise<void> {
  const { live, listening, keeper, courier, fetcher, holder, sealer, tickers, calls, mode, database } = running;
  live.close();
  await listening.close();
  await Promise.all(running.running);
  try {
    // Together: a sweep that runs on would have more sent meanwhile.
    await Promise.all([courier.stop(), fetcher.stop(), tickers.stop().then(() => Promise.all(running.running))]);
    // Behind it: what was on its way went over the connections.
    await keeper.close();
    await Promise.all(running.running);
    // What was decided last is still being read.
    await holder.knows();
    sealer.note();
    await sealer.look();
  } finally {
    await calls?.close();
    await mode.close();
    await database.close();
  }
}
