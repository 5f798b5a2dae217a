import WebSocket from "ws";

/** Times of one socket, in milliseconds. */
export interface SocketTimes {
  /** A ping goes out this often. */
  readonly pingMs: number;
  /** Without anything heard for so long it is dead, whatever the operating system believes. */
  readonly silentMs: number;
  readonly handshakeMs: number;
}

export interface SocketEvents {
  readonly opened: () => void;
  /** Something came: a frame, a ping, a pong. */
  readonly alive: () => void;
  readonly frame: (text: string) => void;
  /** Once, and nothing after it. The reason holds neither the address nor the ticket in it. */
  readonly ended: (reason: string) => void;
}

/** Of one frame, in bytes. */
const FRAME_LIMIT = 4_194_304;
/** The other side's part of a farewell is waited for so long, in milliseconds. */
const FAREWELL_MS = 1_000;

/** One WebSocket to DingTalk: alive, or ended with a reason. */
export class StreamSocket {
  readonly #socket: WebSocket;
  readonly #times: SocketTimes;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #ended: Promise<void>;
  #openedAt: number | null = null;
  #reason: string | null = null;

  constructor(url: string, times: SocketTimes, events: SocketEvents) {
    this.#times = times;
    // Compressed frames could be far larger than they look.
    const options = { handshakeTimeout: times.handshakeMs, maxPayload: FRAME_LIMIT, perMessageDeflate: false };
    const socket = new WebSocket(url, options);
    this.#socket = socket;
    socket.once("open", () => {
      this.#openedAt = performance.now();
      this.#watch(events);
      events.opened();
    });
    socket.on("message", (data) => events.frame(String(data)));
    socket.on("error", (error) => {
      this.#reason ??= reasonOf(error);
    });
    this.#ended = new Promise((resolve) => {
      socket.once("close", (code) => {
        for (const timer of this.#timers) clearTimeout(timer);
        events.ended(this.#reason ?? `it was closed (${code})`);
        resolve();
      });
    });
  }

  /** For how long it was open, in milliseconds. */
  get age(): number {
    return this.#openedAt === null ? 0 : performance.now() - this.#openedAt;
  }

  /** Without effect when it has ended. */
  send(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text, () => {});
  }

  /** Ends it after so many milliseconds, if the other side has not until then; what comes meanwhile is still read. */
  endAfter(milliseconds: number): void {
    this.#after(milliseconds, () => this.#socket.terminate());
  }

  /** Says farewell, and ends it. Resolves when it has ended. */
  async close(): Promise<void> {
    if (this.#socket.readyState !== WebSocket.CLOSED) {
      this.#socket.close(1000);
      this.endAfter(FAREWELL_MS);
    }
    await this.#ended;
  }

  #watch({ alive }: SocketEvents): void {
    const { pingMs, silentMs } = this.#times;
    const dead = this.#after(silentMs, () => {
      this.#reason = `nothing was heard for ${silentMs / 1000} s`;
      this.#socket.terminate();
    });
    const heard = () => {
      dead.refresh();
      alive();
    };
    heard();
    for (const event of ["message", "ping", "pong"] as const) this.#socket.on(event, heard);
    this.#timers.add(setInterval(() => this.#socket.ping(() => {}), pingMs));
  }

  #after(milliseconds: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(act, milliseconds);
    this.#timers.add(timer);
    return timer;
  }
}

/** The library's own words may hold the address, and so the ticket. */
function reasonOf(error: Error): string {
  if ("code" in error && typeof error.code === "string") return error.code;
  const status = /^Unexpected server response: (\d{3})$/.exec(error.message)?.[1];
  if (status !== undefined) return `the handshake was answered with HTTP ${status}`;
  return /handshake has timed out/.test(error.message) ? "the handshake took too long" : "the connection failed";
}
