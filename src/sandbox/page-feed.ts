import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import type { SimMessage, World } from "./world.ts";

const REMEMBERED = 1000;
const RETRY_MS = 2000;

interface Change {
  readonly number: number;
  readonly message: SimMessage;
}

/** The World's messages as server-sent events. A browser that comes back gets what it missed. */
export class PageFeed {
  /** Differs after a restart, so that an old browser tab does not take new numbers for its own. */
  readonly #life = randomUUID().slice(0, 8);
  readonly #changes: Change[] = [];
  readonly #streams = new Set<(change: Change) => void>();
  #last = 0;

  constructor(
    world: World,
    private readonly view: (message: SimMessage) => unknown,
    private readonly heartbeatMs: number,
  ) {
    world.onMessage((message) => {
      this.#last += 1;
      const change = { number: this.#last, message };
      this.#changes.push(change);
      if (this.#changes.length > REMEMBERED) this.#changes.shift();
      for (const stream of this.#streams) stream(change);
    });
  }

  /** Where the stream stands: a state read now, with the stream from here on, misses nothing. */
  get cursor(): string {
    return `${this.#life}-${this.#last}`;
  }

  /** How many browsers listen. */
  get listeners(): number {
    return this.#streams.size;
  }

  /** Answers a request with the stream, from its `Last-Event-ID` or its `after` on. */
  serve(request: Request, response: Response): void {
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    response.write(`retry: ${RETRY_MS}\n\n`);

    const send = (change: Change): void => {
      response.write(
        `id: ${this.#life}-${change.number}\nevent: message\ndata: ${JSON.stringify(this.view(change.message))}\n\n`,
      );
    };
    const after = request.get("last-event-id") ?? request.query["after"];
    const missed = this.#missedSince(typeof after === "string" ? after : undefined);
    if (missed) for (const change of missed) send(change);
    else response.write(`id: ${this.cursor}\nevent: reset\ndata: {}\n\n`);

    const heartbeat = setInterval(() => response.write(": alive\n\n"), this.heartbeatMs);
    this.#streams.add(send);
    response.on("close", () => {
      clearInterval(heartbeat);
      this.#streams.delete(send);
    });
  }

  /** What came after a cursor; nothing when there was none; null when it can no longer be told. */
  #missedSince(cursor: string | undefined): readonly Change[] | null {
    if (cursor === undefined) return [];
    const [life, number] = cursor.split("-");
    const seen = Number(number);
    const oldest = this.#changes[0]?.number ?? this.#last + 1;
    if (life !== this.#life || !Number.isInteger(seen) || seen < oldest - 1 || seen > this.#last) return null;
    return this.#changes.filter((change) => change.number > seen);
  }
}
