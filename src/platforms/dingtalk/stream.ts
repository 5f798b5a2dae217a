import type { Clock } from "../../shared/clock.ts";
import type { Logger } from "../../shared/logger.ts";
import type { Connection, ConnectionHooks, ConnectionState, OpenConnection } from "../connection.ts";
import type { Parsed } from "./parse.ts";
import { readFrame } from "./stream-frame.ts";
import { hear, type ListenerOptions } from "./stream-listener.ts";
import { type SocketTimes, StreamSocket } from "./stream-socket.ts";
import { askForTicket, type Ticket, type TicketOptions } from "./stream-ticket.ts";

/** Times of the connection, in milliseconds. */
export interface StreamTimes extends SocketTimes {
  /** The longest pause before the first and before any later try; each is drawn from zero up. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** The shortest and the longest pause when DingTalk has too many. */
  readonly busyMs: number;
  readonly longestBusyMs: number;
  /** After refused credentials; the last one repeats. */
  readonly refusedMs: readonly number[];
  /** What ended sooner than this counts as one more failure. */
  readonly steadyMs: number;
  /** So long a connection that was replaced is read on. DingTalk closes it after about 10 s. */
  readonly drainMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const TIMES: StreamTimes = {
  pingMs: 10 * SECOND,
  silentMs: 40 * SECOND,
  handshakeMs: 10 * SECOND,
  firstPauseMs: SECOND,
  longestPauseMs: MINUTE,
  busyMs: 30 * SECOND,
  longestBusyMs: 10 * MINUTE,
  refusedMs: [5 * MINUTE, 15 * MINUTE, 60 * MINUTE],
  steadyMs: 10 * SECOND,
  drainMs: 15 * SECOND,
};

export interface StreamOptions extends TicketOptions {
  readonly clock: Clock;
  /** Reads the body of a robot message. */
  readonly parse: (body: Buffer) => Parsed;
  /** Reads what was pressed on a card; `id` tells it from the next press. */
  readonly press: ListenerOptions["press"];
  readonly logger?: Logger | undefined;
  readonly times?: Partial<StreamTimes> | undefined;
}

/**
 * DingTalk's Stream mode. Each process may have a connection of its own: what is pushed goes to one of them, by chance
 * (open-dingtalk/developerpedia docs/learn/stream/protocol.md).
 */
export function createStream(options: StreamOptions): Connection {
  return { exclusive: false, open: (hooks) => new Stream(options, hooks) };
}

class Stream implements OpenConnection {
  readonly #options: StreamOptions;
  readonly #hooks: ConnectionHooks;
  readonly #times: StreamTimes;
  readonly #listener: ListenerOptions;
  /** The one that is opened or open. */
  #current: StreamSocket | null = null;
  /** Replaced ones that still end. */
  readonly #going = new Set<StreamSocket>();
  #asking = false;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #refusals = 0;
  #said: ConnectionState | null = null;
  #aliveAt: Date | null = null;
  #closed = false;

  constructor(options: StreamOptions, hooks: ConnectionHooks) {
    this.#options = options;
    this.#hooks = hooks;
    this.#times = { ...TIMES, ...options.times };
    const { parse, press, logger } = options;
    this.#listener = { parse, press, logger, receive: (received) => hooks.receive(received) };
    this.#connect();
  }

  aliveAt(): Date | null {
    return this.#aliveAt;
  }

  renew(): void {
    if (this.#closed) return;
    const old = this.#current;
    if (old !== null) {
      this.#replace(old);
      void old.close();
    }
    this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const left = this.#current === null ? [] : [this.#current];
    await Promise.all([...left, ...this.#going].map((one) => one.close()));
  }

  /** Never two at once: while one is asked for or open, this does nothing. */
  #connect(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#asking || this.#current !== null) return;
    this.#asking = true;
    askForTicket(this.#options)
      .catch((): Ticket => ({ kind: "failed", reason: "the connection could not be asked for", afterMs: 0 }))
      .then((ticket) => {
        this.#asking = false;
        if (this.#closed) return;
        if (ticket.kind === "ticket") this.#openSocket(ticket.url);
        else this.#later(ticket);
      });
  }

  #openSocket(url: string): void {
    const socket = new StreamSocket(url, this.#times, {
      opened: () => {
        this.#refusals = 0;
        this.#say({ kind: "open" });
      },
      alive: () => {
        // One that was replaced is still answered on, and brings nothing new.
        if (socket === this.#current) this.#aliveAt = this.#options.clock.now();
      },
      frame: (text) => void this.#hear(socket, text),
      ended: (reason) => this.#ended(socket, reason),
    });
    this.#current = socket;
  }

  async #hear(socket: StreamSocket, text: string): Promise<void> {
    if (this.#closed) return;
    const frame = readFrame(text);
    if (frame === null) {
      const facts = { platform: "dingtalk", bytes: text.length };
      this.#options.logger?.warn(facts, "A frame that is no JSON with headers was ignored.");
      return;
    }
    const heard = await hear(this.#listener, frame);
    if (heard.kind === "answer") socket.send(heard.text);
    else if (heard.kind === "going") this.#goesAway(socket);
  }

  /** DingTalk delivers nothing more to this one: the next is opened now, not when this one has ended. */
  #goesAway(socket: StreamSocket): void {
    if (socket !== this.#current || this.#closed) return;
    this.#replace(socket);
    if (!this.#hasBeenSteady(socket)) {
      this.#failed("DingTalk ended the connection as soon as it was open");
      return;
    }
    this.#say({ kind: "lost", reason: "DingTalk has it made anew" });
    this.#connect();
  }

  #replace(socket: StreamSocket): void {
    this.#current = null;
    this.#going.add(socket);
    socket.endAfter(this.#times.drainMs);
  }

  #ended(socket: StreamSocket, reason: string): void {
    this.#going.delete(socket);
    if (socket !== this.#current) return;
    this.#current = null;
    this.#hasBeenSteady(socket);
    if (!this.#closed) this.#failed(reason);
  }

  /** One that held for a while wipes out the failures before it. */
  #hasBeenSteady(socket: StreamSocket): boolean {
    const steady = socket.age >= this.#times.steadyMs;
    if (steady) this.#failures = 0;
    return steady;
  }

  #failed(reason: string): void {
    this.#later({ kind: "failed", reason, afterMs: 0 });
  }

  #later(why: Exclude<Ticket, { kind: "ticket" }>): void {
    const { reason } = why;
    this.#say({ kind: why.kind === "refused" ? "refused" : "lost", reason });
    this.#timer = setTimeout(() => this.#connect(), this.#pauseAfter(why));
  }

  #pauseAfter(why: Exclude<Ticket, { kind: "ticket" }>): number {
    const { firstPauseMs, longestPauseMs, busyMs, longestBusyMs, refusedMs } = this.#times;
    if (why.kind === "refused") {
      this.#refusals += 1;
      return refusedMs[this.#refusals - 1] ?? refusedMs.at(-1) ?? longestPauseMs;
    }
    const doubled = 2 ** Math.min(this.#failures, 20);
    this.#failures += 1;
    if (why.kind === "failed") {
      return Math.max(why.afterMs, Math.random() * Math.min(longestPauseMs, firstPauseMs * doubled));
    }
    return Math.max(why.afterMs, busyMs) + Math.random() * Math.min(longestBusyMs, busyMs * doubled);
  }

  #say(state: ConnectionState): void {
    const last = this.#said;
    const again =
      last?.kind === state.kind && ("reason" in last && "reason" in state ? last.reason === state.reason : true);
    if (again || this.#closed) return;
    this.#said = state;
    this.#hooks.changed(state);
  }
}
