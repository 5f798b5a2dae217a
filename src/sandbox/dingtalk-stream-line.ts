import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { Clock } from "../shared/clock.ts";
import { readObject } from "./dingtalk-robot.ts";

/** What a client answered to a frame. */
export interface StreamAnswer {
  readonly messageId: string;
  readonly code: number;
  readonly message: unknown;
  /** The JSON of the answer, read. */
  readonly data: unknown;
}

/** What the gateway pushes; `data` is JSON as text. */
interface PushedFrame {
  readonly type: string;
  readonly topic: string;
  readonly data: string;
  /** The frame that announces the end has none. */
  readonly messageId?: string;
}

export interface StreamLineOptions {
  /** As `TYPE topic`. */
  readonly subscriptions: readonly string[];
  /** In milliseconds. */
  readonly pingMs: number;
  readonly clock: Clock;
  readonly answered: (answer: StreamAnswer) => void;
  readonly ended: () => void;
}

/** The gateway's end of one connection. */
export class StreamLine {
  readonly ended: Promise<void>;
  readonly #socket: WebSocket;
  readonly #options: StreamLineOptions;
  readonly #id = randomUUID();
  readonly #timers = new Set<NodeJS.Timeout>();
  #going = false;
  #frozen = false;

  constructor(socket: WebSocket, options: StreamLineOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.on("message", (data) => this.#read(String(data)));
    socket.on("ping", (data) => {
      if (!this.#frozen) socket.pong(data);
    });
    // What follows from an error is told by the close.
    socket.on("error", () => {});
    this.#timers.add(setInterval(() => this.#ping(), options.pingMs));
    this.ended = new Promise((resolve) => {
      socket.once("close", () => {
        for (const timer of this.#timers) clearTimeout(timer);
        options.ended();
        resolve();
      });
    });
  }

  /** Whether something can be pushed to it and is read there. */
  get hears(): boolean {
    return !this.#going && !this.#frozen;
  }

  /** Whether the gateway would push this to it: it knows nothing of a socket that is dead. */
  takes(subscription: string): boolean {
    return !this.#going && this.#options.subscriptions.includes(subscription);
  }

  frame({ type, topic, data, messageId }: PushedFrame): void {
    const headers = {
      topic,
      contentType: "application/json",
      connectionId: this.#id,
      time: String(this.#options.clock.now().getTime()),
      ...(messageId === undefined ? {} : { messageId }),
    };
    this.write(JSON.stringify({ specVersion: "1.0", type, headers, data }));
  }

  write(text: string | Buffer): void {
    if (!this.#frozen) this.#socket.send(text, () => {});
  }

  farewell(afterMs: number): void {
    if (this.#going) return;
    this.frame({ type: "SYSTEM", topic: "disconnect", data: JSON.stringify({ reason: "connection is expired" }) });
    this.#going = true;
    this.#timers.add(setTimeout(() => this.#socket.terminate(), afterMs));
  }

  freeze(): void {
    this.#frozen = true;
  }

  cut(): void {
    this.#socket.terminate();
  }

  #ping(): void {
    const data = JSON.stringify({ opaque: randomUUID() });
    this.frame({ type: "SYSTEM", topic: "ping", messageId: randomUUID(), data });
  }

  #read(text: string): void {
    if (this.#frozen) return;
    const answer = readObject(text);
    const headers = answer?.["headers"];
    const messageId =
      typeof headers === "object" && headers !== null && "messageId" in headers ? headers.messageId : "";
    if (answer === undefined || typeof messageId !== "string" || typeof answer["code"] !== "number") return;
    const data = typeof answer["data"] === "string" ? readObject(answer["data"]) : undefined;
    this.#options.answered({ messageId, code: answer["code"], message: answer["message"], data });
  }
}
