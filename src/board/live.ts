import type { Response } from "express";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { recordState } from "../store/events.ts";

/** How often the record is looked at, while anybody watches: once for all who do. In milliseconds. */
const LOOK_MS = 2_000;
/** What keeps a connection open on its way through proxies. */
const BEAT_MS = 20_000;
/** Of one process. Whoever is refused reads a page that stays as it is. */
const MOST_WATCHERS = 500;

/**
 * Tells open pages that something has happened to some issue; they ask for themselves anew, and see what their person may see. What
 * happened is not told: another's confidential issue would be known by its number.
 */
export class Live {
  readonly #db: Db;
  readonly #logger: Logger;
  readonly #watching = new Set<Response>();
  #timer: NodeJS.Timeout | null = null;
  #last: string | null = null;
  #closed = false;
  #beatAt = 0;

  constructor(db: Db, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  /** Answers a request with the stream. False: too many watch already, or it is over. */
  watch(response: Response): boolean {
    if (this.#closed || this.#watching.size >= MOST_WATCHERS) return false;
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    response.write("retry: 5000\n\n");
    this.#watching.add(response);
    response.once("close", () => this.#watching.delete(response));
    // The first look only learns where the record stands.
    this.#begin(0);
    return true;
  }

  /** Ends every stream, so that nobody holds the server up. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer ?? undefined);
    for (const one of this.#watching) one.end();
    this.#watching.clear();
  }

  #begin(afterMs: number): void {
    this.#timer ??= setTimeout(() => {
      void this.#look().finally(() => {
        this.#timer = null;
        if (this.#watching.size === 0) this.#last = null;
        else this.#begin(LOOK_MS);
      });
    }, afterMs).unref();
  }

  async #look(): Promise<void> {
    try {
      const last = await recordState(this.#db);
      const isNew = this.#last !== null && last !== this.#last;
      this.#last = last;
      if (isNew) this.#tell("event: changed\ndata: 1\n\n");
      else if (performance.now() - this.#beatAt > BEAT_MS) this.#tell(": still here\n\n");
    } catch (error) {
      this.#logger.warn(describe(error), "What changed could not be asked for; the pages stay as they are");
    }
  }

  #tell(text: string): void {
    this.#beatAt = performance.now();
    for (const one of this.#watching) one.write(text);
  }
}
