import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";
import type { Clock } from "../../shared/clock.ts";
import { codeOf, type HttpAnswer } from "../answer.ts";
import { readSocketAnswer } from "./socket-codes.ts";
import { type Command, type Frame, readFrame } from "./socket-frames.ts";
import type { SocketTimes } from "./socket-times.ts";

export interface SocketKeys {
  readonly botId: string;
  readonly secret: string;
  /** A wss address; ws on the own machine. */
  readonly url: string;
}

export interface SocketOptions extends SocketKeys {
  readonly times: SocketTimes;
  readonly clock: Clock;
}

/** Why a connection is over. Every reason is fit for a log and holds no secret. */
export type Ending =
  | { readonly kind: "broke"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string; readonly because: "credentials" | "too-often" | "other" }
  | { readonly kind: "displaced"; readonly reason: string };

/** Who hears of what comes over a connection. */
export interface SocketHears {
  opened(): void;
  came(frame: Frame): void;
  /** Once. */
  ended(ending: Ending): void;
}

/** Longer than any callback: a message has 2,000 characters or so, and a quotation as many as a reply. */
const LONGEST_FRAME_BYTES = 2_000_000;
const MOST_MISSED = 2;

type Settle = (answer: HttpAnswer) => void;

/** One WebSocket from its opening to its end: subscribes, pings, and matches answers to what was asked. */
export class WecomSocket {
  /** Resolves when nothing of it is left. */
  readonly closed: Promise<void>;
  readonly #options: SocketOptions;
  readonly #hears: SocketHears;
  readonly #ws: WebSocket;
  /** What waits for its answer, by req_id: one for each (SDK). */
  readonly #waiting = new Map<string, Settle>();
  readonly #lines = new Map<string, Promise<HttpAnswer>>();
  #aliveAt: Date | null = null;
  #subscribed = false;
  #ended = false;
  #missed = 0;
  #pinging: NodeJS.Timeout | undefined;

  constructor(options: SocketOptions, hears: SocketHears) {
    this.#options = options;
    this.#hears = hears;
    const { url, times } = options;
    const ws = new WebSocket(url, {
      handshakeTimeout: times.handshake,
      maxPayload: LONGEST_FRAME_BYTES,
      perMessageDeflate: false,
    });
    this.#ws = ws;
    this.closed = new Promise((resolve) => ws.once("close", () => resolve()));
    ws.on("open", () => void this.#subscribe());
    ws.on("message", (data) => this.#came(String(data)));
    // Stays until the end: a socket that is given up while it opens still tells of its failure.
    ws.on("error", (error) => this.#end({ kind: "broke", reason: `${this.#host}: ${failureOf(error)}` }));
    ws.on("close", (code) => this.#end({ kind: "broke", reason: `${this.#host}: closed with code ${code}` }));
  }

  /** The last frame that came. */
  get aliveAt(): Date | null {
    return this.#aliveAt;
  }

  /** Whether the platform has taken the subscription, so that something can be sent. */
  get isOpen(): boolean {
    return this.#subscribed && !this.#ended;
  }

  /**
   * Sends a command and waits for its answer. Never rejects: `unsent` was certainly not written, `unknown` was and has no
   * answer. One after the other for each req_id; null makes a new one.
   */
  ask(command: Command, body: object, reqId: string | null = null): Promise<HttpAnswer> {
    const id = reqId ?? freshReqId(command);
    const before = this.#lines.get(id);
    const answer =
      before === undefined ? this.#ask(command, body, id) : before.then(() => this.#ask(command, body, id));
    this.#lines.set(id, answer);
    void answer.then(() => {
      if (this.#lines.get(id) === answer) this.#lines.delete(id);
    });
    return answer;
  }

  /** Ends it at once, without a word to anybody. */
  drop(): void {
    this.#end(null);
  }

  get #host(): string {
    return new URL(this.#options.url).host;
  }

  #ask(command: Command, body: object, reqId: string): Promise<HttpAnswer> {
    const isReady = this.#subscribed || command === "aibot_subscribe";
    if (this.#ended || !isReady || this.#ws.readyState !== WebSocket.OPEN) {
      return Promise.resolve({ kind: "unsent", reason: `${this.#host}: the connection is closed` });
    }
    return new Promise((resolve) => {
      const { answer: wait } = this.#options.times;
      const late = () => settle({ kind: "unknown", reason: `${this.#host}: no answer within ${wait / 1000} s` });
      const timer = setTimeout(late, wait);
      const settle: Settle = (answer) => {
        clearTimeout(timer);
        if (this.#waiting.get(reqId) === settle) this.#waiting.delete(reqId);
        resolve(answer);
      };
      this.#waiting.set(reqId, settle);
      this.#write(command, reqId, body, (error) => {
        if (error) settle({ kind: "unknown", reason: `${this.#host}: the connection broke` });
      });
    });
  }

  #write(cmd: Command, reqId: string, body: object | undefined, done: (error?: Error | null) => void): void {
    this.#ws.send(JSON.stringify({ cmd, headers: { req_id: reqId }, ...(body && { body }) }), done);
  }

  async #subscribe(): Promise<void> {
    const { botId, secret } = this.#options;
    const answer = await this.ask("aibot_subscribe", { bot_id: botId, secret });
    if (answer.kind !== "answer") {
      this.#end({ kind: "broke", reason: answer.reason });
    } else if (codeOf(answer.body) === "0") {
      if (this.#ended) return;
      this.#subscribed = true;
      this.#pinging = setInterval(() => this.#ping(), this.#options.times.ping);
      this.#hears.opened();
    } else {
      const delivery = readSocketAnswer(answer);
      const reason = ("reason" in delivery ? delivery.reason : "").replaceAll(secret, "***");
      const { state } = delivery;
      const because = state === "barred" ? "credentials" : state === "later" ? "too-often" : "other";
      this.#end({ kind: "refused", reason, because });
    }
  }

  /** Whatever came since the last ping proves life; an answer to a ping is a frame like any other. */
  #ping(): void {
    if (this.#missed >= MOST_MISSED) {
      this.#end({ kind: "broke", reason: `${this.#host}: two pings had no answer` });
      return;
    }
    this.#missed += 1;
    if (this.#ws.readyState === WebSocket.OPEN) this.#write("ping", freshReqId("ping"), undefined, () => {});
  }

  #came(text: string): void {
    if (this.#ended) return;
    const frame = readFrame(text);
    if (frame.kind === "event" && frame.event === "disconnected_event") {
      // No proof of life: since before it was sent, what is said goes to the other one.
      this.#end(DISPLACED);
      return;
    }
    this.#missed = 0;
    this.#aliveAt = this.#options.clock.now();
    if (frame.kind === "answer") this.#waiting.get(frame.reqId)?.({ kind: "answer", status: 200, body: frame.fields });
    else this.#hears.came(frame);
  }

  #end(ending: Ending | null): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#pinging);
    const reason = `${this.#host}: the connection broke before the answer`;
    for (const settle of [...this.#waiting.values()]) settle({ kind: "unknown", reason });
    // Not a polite close: a dead other side would never answer it.
    this.#ws.terminate();
    if (ending !== null) this.#hears.ended(ending);
  }
}

const DISPLACED: Ending = { kind: "displaced", reason: "another program connected with the same WECOM_BOT_ID" };

function freshReqId(command: Command): string {
  return `${command}_${randomUUID()}`;
}

/** The code of a failure, or what the library says of an answer that is no WebSocket; other messages may hold anything. */
export function failureOf(error: Error): string {
  if ("code" in error && typeof error.code === "string" && error.code !== "") return error.code;
  return (
    /^(Unexpected server response: \d+|Opening handshake has timed out)$/.exec(error.message)?.[0] ?? "no connection"
  );
}
