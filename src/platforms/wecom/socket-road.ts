import { describe } from "../../shared/errors.ts";
import type { Logger } from "../../shared/logger.ts";
import type { HttpAnswer } from "../answer.ts";
import type { Connection, ConnectionHooks, ConnectionState, OpenConnection } from "../connection.ts";
import { type Ending, type SocketOptions, WecomSocket } from "./socket.ts";
import type { Command, Frame } from "./socket-frames.ts";

export interface RoadOptions extends SocketOptions {
  readonly logger: Logger;
}

/** Who works with what comes and goes. */
export interface RoadParts {
  hear(frame: Frame, receive: ConnectionHooks["receive"]): void;
  /** A connection is over. */
  lost(): void;
  /** It is being closed for good. */
  rest(): Promise<void>;
}

/** What is tried again so soon when nothing is connected, in milliseconds. */
const AGAIN_MS = 5_000;

/** The long connection as the program has it: at most one, and what is sent goes over that. */
export class SocketRoad implements Connection {
  /** A second subscription closes the first (101463). */
  readonly exclusive = true;
  readonly #options: RoadOptions;
  readonly #parts: RoadParts;
  #kept: KeptOpen | null = null;

  constructor(options: RoadOptions, parts: RoadParts) {
    this.#options = options;
    this.#parts = parts;
  }

  open(hooks: ConnectionHooks): OpenConnection {
    // Two of one program would displace each other for ever.
    void this.#kept?.close();
    this.#kept = new KeptOpen(this.#options, this.#parts, hooks);
    return this.#kept;
  }

  /** Asks the platform over the connection. Without one nothing is written. Never rejects. */
  ask(command: Command, body: object, reqId?: string): Promise<HttpAnswer> {
    const socket = this.#kept?.socket;
    if (socket?.isOpen) return socket.ask(command, body, reqId);
    return Promise.resolve({ kind: "unsent", reason: "no connection to WeCom", retryAfterMs: AGAIN_MS });
  }
}

/** Keeps one connection open, with a pause before each new one that fits why the last one ended. */
class KeptOpen implements OpenConnection {
  readonly #options: RoadOptions;
  readonly #parts: RoadParts;
  readonly #hooks: ConnectionHooks;
  /** Those of which something may be left. */
  readonly #sockets = new Set<WecomSocket>();
  #socket: WecomSocket | null = null;
  #aliveAt: Date | null = null;
  #openedAt = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #said = "";
  /** What came of the last tries, each in a row. */
  #broken = 0;
  #busy = 0;
  #refused = 0;

  constructor(options: RoadOptions, parts: RoadParts, hooks: ConnectionHooks) {
    this.#options = options;
    this.#parts = parts;
    this.#hooks = hooks;
    this.#connect();
  }

  get socket(): WecomSocket | null {
    return this.#socket;
  }

  aliveAt(): Date | null {
    return this.#socket?.aliveAt ?? this.#aliveAt;
  }

  renew(): void {
    if (this.#closed) return;
    const wasOpen = this.#socket?.isOpen === true;
    this.#drop();
    if (wasOpen) this.#changed({ kind: "lost", reason: "renewed: it lived and heard nothing" });
    this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#drop();
    await Promise.all([...[...this.#sockets].map((socket) => socket.closed), this.#parts.rest()]);
  }

  /** Ends what there is, unheard. */
  #drop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#aliveAt = this.aliveAt();
    this.#socket = null;
    socket?.drop();
    this.#parts.lost();
  }

  #connect(): void {
    const socket: WecomSocket = new WecomSocket(this.#options, {
      opened: () => {
        this.#openedAt = performance.now();
        this.#refused = 0;
        this.#changed({ kind: "open" });
      },
      came: (frame) => this.#parts.hear(frame, (received) => this.#hooks.receive(received)),
      ended: (ending) => {
        if (this.#socket === socket) this.#ended(ending);
      },
    });
    this.#socket = socket;
    this.#sockets.add(socket);
    void socket.closed.then(() => this.#sockets.delete(socket));
  }

  #ended(ending: Ending): void {
    if (performance.now() - this.#openedAt >= this.#options.times.steady) {
      this.#broken = 0;
      this.#busy = 0;
    }
    this.#openedAt = Number.POSITIVE_INFINITY;
    this.#drop();
    const { state, pause } = this.#after(ending);
    this.#timer = setTimeout(() => this.#connect(), pause);
    this.#changed(state);
  }

  /** What that means, and the pause before the next connection, in milliseconds. */
  #after(ending: Ending): { readonly state: ConnectionState; readonly pause: number } {
    const { times } = this.#options;
    const { reason } = ending;
    if (ending.kind === "displaced") return { state: { kind: "displaced", reason }, pause: times.displacedPause };
    if (ending.kind === "refused" && ending.because === "credentials") {
      const pause = times.refusedPauses[Math.min(this.#refused, times.refusedPauses.length - 1)] ?? 0;
      this.#refused += 1;
      return { state: { kind: "refused", reason }, pause };
    }
    const state = { kind: "lost", reason } as const;
    if (ending.kind === "refused" && ending.because === "too-often") {
      const pause = Math.min(times.longestBusyPause, times.busyPause * 2 ** this.#busy);
      this.#busy += 1;
      return { state, pause: pause * (1 + Math.random()) };
    }
    const pause = Math.min(times.longestPause, times.firstPause * 2 ** this.#broken);
    this.#broken += 1;
    // Full jitter: many that lost the same server do not come back together.
    return { state, pause: pause * Math.random() };
  }

  /** Only of what is new: a server that is away is away for many tries. */
  #changed(state: ConnectionState): void {
    const said = JSON.stringify(state);
    if (said === this.#said) return;
    this.#said = said;
    try {
      this.#hooks.changed(state);
    } catch (error) {
      this.#options.logger.error(describe(error), "What follows from a change of the connection to WeCom failed");
    }
  }
}
