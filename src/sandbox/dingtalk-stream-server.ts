import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Express, Request, Response } from "express";
import { type WebSocket, WebSocketServer } from "ws";
import type { Clock } from "../shared/clock.ts";
import { readObject } from "./dingtalk-robot.ts";
import { type StreamAnswer, StreamLine } from "./dingtalk-stream-line.ts";
import type { Saying } from "./world.ts";

/** Times of the simulated gateway, in milliseconds. */
export interface StreamServerTimes {
  /** A robot message without an answer goes out again after this. Users report about a minute. */
  readonly redeliverMs: number;
  /** After the frame that announces the end, the socket is closed. */
  readonly farewellMs: number;
  /** Frames that ask whether somebody is there go out this often. */
  readonly pingMs: number;
}

export interface StreamServerOptions {
  readonly clock: Clock;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Shows what a person says; the body that tells the bot of it, or null when it is not told. */
  readonly hear: (saying: Saying) => object | null;
  readonly times?: Partial<StreamServerTimes>;
}

const TIMES: StreamServerTimes = { redeliverMs: 60_000, farewellMs: 10_000, pingMs: 60_000 };
const OPEN_PATH = "/v1.0/gateway/connections/open";
const SOCKET_PATH = "/connect";
const ROBOT_TOPIC = "/v1.0/im/bot/messages/get";
const CARD_TOPIC = "/v1.0/card/instances/callback";
const TICKET_MS = 90_000;
/** How often a message goes out that nobody acknowledges; the platform's own number is not documented. */
const MOST_DELIVERIES = 5;
/** What a subscription may be of. */
const TYPES: readonly unknown[] = ["CALLBACK", "EVENT", "SYSTEM"];

/** A request for a connection: who asked, with which subscriptions and headers, and what it was answered. */
export interface OpenRequest {
  readonly clientId: unknown;
  readonly subscriptions: readonly string[];
  readonly ua: unknown;
  readonly status: number;
}

type Refusal = { readonly status: number; readonly body: object | string };

/** The gateway of the simulated DingTalk's Stream mode: gives tickets, pushes to one of the connections by chance. */
export class DingtalkStreamServer {
  /** Every request for a connection, in order. */
  readonly opens: OpenRequest[] = [];
  /** Every answer to a frame that was pushed, in order. */
  readonly answers: StreamAnswer[] = [];
  /** Refuses every socket as the platform does when its own side fails. */
  refusesSockets = false;
  readonly #options: StreamServerOptions;
  readonly #times: StreamServerTimes;
  readonly #sockets = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #tickets = new Map<string, { readonly endsAt: number; readonly subscriptions: readonly string[] }>();
  readonly #lines = new Set<StreamLine>();
  readonly #waiting = new Map<string, (answer: StreamAnswer | null) => void>();
  readonly #refusals: Refusal[] = [];
  #base = "";

  constructor(options: StreamServerOptions) {
    this.#options = options;
    this.#times = { ...TIMES, ...options.times };
  }

  /** Serves beside the other interfaces of the simulated DingTalk. */
  attach(app: Express, server: Server): void {
    app.post(OPEN_PATH, (request, response) => this.#open(request, response));
    server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Learns the address of all of them, which the endpoint is made of. */
  listens(base: string): void {
    this.#base = base;
  }

  /** How many sockets are open, those included that are about to end. */
  get connected(): number {
    return this.#lines.size;
  }

  /** How many of them read what is pushed. */
  get hearing(): number {
    return [...this.#lines].filter((one) => one.hears).length;
  }

  /** The next `times` requests for a connection meet this answer. */
  refuseNext(refusal: Refusal, times = 1): void {
    this.#refusals.push(...Array.from({ length: times }, () => refusal));
  }

  /** A person writes. `status` 200 when it was acknowledged; 0: the bot is not told, or nobody acknowledged it. */
  async say(saying: Saying): Promise<{ status: number }> {
    const body = this.#options.hear(saying);
    return { status: body === null ? 0 : await this.deliver(body) };
  }

  /** Pushes any body as a robot message, again and again until it is acknowledged: the code of the answer, or 0. */
  async deliver(body: object | string): Promise<number> {
    for (let count = 0; count < MOST_DELIVERIES; count++) {
      const line = this.#oneFor(ROBOT_TOPIC);
      // Nobody is there: it is lost, as at the platform.
      if (line === null) return 0;
      const answer = await this.#push(line, { type: "CALLBACK", topic: ROBOT_TOPIC }, body);
      if (answer !== null) return answer.code;
    }
    return 0;
  }

  /** Pushes what is pressed on a card, once: the answer, or null when none came. */
  async press(body: object): Promise<StreamAnswer | null> {
    return this.push("CALLBACK", CARD_TOPIC, body);
  }

  /** Pushes any frame, once, to one of the connections: the answer, or null when none came. */
  async push(type: string, topic: string, body: object): Promise<StreamAnswer | null> {
    const [line] = [...this.#lines].filter((one) => one.hears);
    return line === undefined ? null : this.#push(line, { type, topic }, body);
  }

  /** Tells every client, or so many of them, that its connection is over, delivers nothing more to it, and closes it after a while. */
  disconnect(most = Number.POSITIVE_INFINITY): void {
    for (const line of [...this.#lines].slice(0, most)) line.farewell(this.#times.farewellMs);
  }

  /** The sockets that are open now stay open and are dead: nothing is read, nothing is answered, and pushes go nowhere. */
  halfOpen(most = Number.POSITIVE_INFINITY): void {
    for (const line of [...this.#lines].slice(0, most)) line.freeze();
  }

  /** Tears every socket, or so many of them, the oldest first. */
  cut(most = Number.POSITIVE_INFINITY): void {
    for (const line of [...this.#lines].slice(0, most)) line.cut();
  }

  /** Sends any text, or bytes, in place of a frame. */
  garbage(text: string | Buffer): void {
    for (const line of this.#lines) line.write(text);
  }

  async close(): Promise<void> {
    for (const settle of [...this.#waiting.values()]) settle(null);
    const ended = [...this.#lines].map((line) => line.ended);
    this.cut();
    await Promise.all(ended);
  }

  #open(request: Request, response: Response): void {
    const body = readObject(typeof request.body === "string" ? request.body : "") ?? {};
    const subscriptions = subscriptionsOf(body["subscriptions"]);
    const refusal = this.#refusals.shift() ?? this.#refusalOf(body, subscriptions);
    const { clientId, ua } = body;
    this.opens.push({ clientId, subscriptions: subscriptions ?? [], ua, status: refusal?.status ?? 200 });
    if (refusal !== null) {
      response.status(refusal.status).send(refusal.body);
      return;
    }
    // The official client puts it into the address as it is.
    const ticket = randomBytes(24).toString("hex");
    const endsAt = this.#options.clock.now().getTime() + TICKET_MS;
    this.#tickets.set(ticket, { endsAt, subscriptions: subscriptions ?? [] });
    const endpoint = `${this.#base.replace(/^http/, "ws")}${SOCKET_PATH}`;
    if (request.get("accept")?.includes("application/json") === true) response.json({ endpoint, ticket });
    else response.type("application/xml").send(`<R><endpoint>${endpoint}</endpoint><ticket>${ticket}</ticket></R>`);
  }

  #refusalOf(body: Readonly<Record<string, unknown>>, subscriptions: readonly string[] | null): Refusal | null {
    const { clientId, clientSecret } = this.#options;
    if (body["clientId"] !== clientId) return refusal(400, "invalidClientId", "the client id is not known");
    if (body["clientSecret"] !== clientSecret) return refusal(401, "invalidClientIdOrSecret", "the secret is wrong");
    if (subscriptions === null)
      return refusal(400, "invalidParameter", "subscriptions are not a list of types and topics");
    return null;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const name = searchParams.get("ticket") ?? "";
    const ticket = this.#tickets.get(name);
    // Good for one try, whatever comes of it.
    this.#tickets.delete(name);
    const good = ticket !== undefined && this.#options.clock.now().getTime() < ticket.endsAt;
    if (this.refusesSockets || pathname !== SOCKET_PATH || !good) {
      // Who is refused may tear the line before he has read why.
      socket.on("error", () => {});
      socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (client) => this.#greet(client, ticket.subscriptions));
  }

  #greet(client: WebSocket, subscriptions: readonly string[]): void {
    const line: StreamLine = new StreamLine(client, {
      subscriptions,
      pingMs: this.#times.pingMs,
      clock: this.#options.clock,
      answered: (answer) => {
        this.answers.push(answer);
        this.#waiting.get(answer.messageId)?.(answer);
      },
      ended: () => this.#lines.delete(line),
    });
    this.#lines.add(line);
  }

  /** One of the connections by chance, dead ones included: what goes to those is lost until it goes out again. */
  #oneFor(topic: string): StreamLine | null {
    const ready = [...this.#lines].filter((one) => one.takes(`CALLBACK ${topic}`));
    return ready[Math.floor(Math.random() * ready.length)] ?? null;
  }

  /** Null: no answer came in time. */
  async #push(
    line: StreamLine,
    { type, topic }: { readonly type: string; readonly topic: string },
    body: object | string,
  ): Promise<StreamAnswer | null> {
    const messageId = randomUUID();
    const answer = new Promise<StreamAnswer | null>((resolve) => {
      const timer = setTimeout(() => settle(null), this.#times.redeliverMs);
      const settle = (given: StreamAnswer | null) => {
        clearTimeout(timer);
        this.#waiting.delete(messageId);
        resolve(given);
      };
      this.#waiting.set(messageId, settle);
    });
    line.frame({ type, topic, messageId, data: typeof body === "string" ? body : JSON.stringify(body) });
    return answer;
  }
}

/** As `TYPE topic`; null when it is no list of them. */
function subscriptionsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const all = value.map((one: unknown) => (typeof one === "object" && one !== null ? { ...one } : {}));
  const read = all.map((one: Record<string, unknown>) =>
    TYPES.includes(one["type"]) && typeof one["topic"] === "string" ? `${one["type"]} ${one["topic"]}` : null,
  );
  return read.every((one) => one !== null) ? read : null;
}

function refusal(status: number, code: string, message: string): Refusal {
  return { status, body: { code, message, requestid: randomUUID() } };
}
