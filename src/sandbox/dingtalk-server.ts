import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import express, { type Request, type Response } from "express";
import type { Clock } from "../shared/clock.ts";
import { callbackBody, sign } from "./dingtalk-callback.ts";
import { cardCallback } from "./dingtalk-cards.ts";
import { type DingtalkEndpoint, PATHS, POSTED } from "./dingtalk-endpoints.ts";
import { addressOfCode } from "./dingtalk-media.ts";
import { DingtalkRobot, type RobotAnswer, type RobotCall, readObject } from "./dingtalk-robot.ts";
import { DingtalkSignIns } from "./dingtalk-sign-ins.ts";
import { DingtalkStreamServer, type StreamServerTimes } from "./dingtalk-stream-server.ts";
import { readUpload } from "./media.ts";
import { filesIn, SentFiles, shownFiles } from "./sent-files.ts";
import type { Pressing, Saying, World } from "./world.ts";

export interface DingtalkServerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly robotCode: string;
  readonly botName: string;
  /** The bot's callback address; asked at each delivery, because the bot may start later. */
  readonly callbackUrl: () => string;
  /** Other times of the Stream mode than DingTalk's. */
  readonly stream?: Partial<StreamServerTimes>;
  /** Where it says that it is reached, when something stands before it. */
  readonly address?: string;
}

/** How an endpoint misbehaves: an answer of its own, or none. `cut-after` does the work first. */
export type DingtalkFailure =
  | { readonly status?: number; readonly body?: object | string; readonly headers?: Readonly<Record<string, string>> }
  | "hang"
  | "cut"
  | "cut-after";

export interface DingtalkRequest {
  readonly endpoint: DingtalkEndpoint;
  readonly query: Readonly<Record<string, string>>;
  /** The header `x-acs-dingtalk-access-token`. */
  readonly token: string;
  /** The JSON; of an upload the file's name and size. */
  readonly body: unknown;
  readonly at: Date;
  /** Null when a failure took the answer's place. */
  readonly answer: RobotAnswer | null;
}

/** Documented for HTTP pushes (basic-concepts). Whether they are repeated is not. */
const PUSH_TIMEOUT_MS = 2_500;

/** The simulated DingTalk: speaks the real protocol with the bot, and shows what happens in the World. */
export class DingtalkServer {
  /** Every request to every endpoint, in order. */
  readonly requests: DingtalkRequest[] = [];
  /** The other way to the bot: over connections that it opens. */
  readonly stream: DingtalkStreamServer;
  readonly signIns: DingtalkSignIns;
  /** What people send. */
  readonly sent: SentFiles;
  readonly #options: DingtalkServerOptions;
  readonly #robot: DingtalkRobot;
  readonly #failures = new Map<DingtalkEndpoint, DingtalkFailure[]>();
  readonly #closing = new AbortController();
  #server: Server | undefined;
  #base = "";

  constructor(options: DingtalkServerOptions) {
    this.#options = options;
    this.sent = new SentFiles(options.clock);
    this.#robot = new DingtalkRobot(options);
    this.signIns = new DingtalkSignIns(options);
    const times = options.stream === undefined ? {} : { times: options.stream };
    this.stream = new DingtalkStreamServer({ ...options, ...times, hear: (saying) => this.#hear(saying) });
  }

  /** Resolves with the base address, which serves both of DingTalk's hosts. Port 0, the default, takes any free one. */
  async listen(port = 0): Promise<string> {
    await this.sent.listen();
    const app = express().disable("x-powered-by");
    app.post(PATHS.upload, express.raw({ type: () => true, limit: "30mb" }), async (request, response) => {
      const file = await readUpload(request.get("content-type") ?? "", request.body);
      this.#answer("upload", request, response, { file, body: { name: file?.name, size: file?.bytes.length } });
    });
    app.use(express.text({ type: () => true, limit: "20mb" }));
    for (const endpoint of POSTED) {
      app.post(PATHS[endpoint], (request, response) => {
        const body = readObject(typeof request.body === "string" ? request.body : "");
        this.#answer(endpoint, request, response, { body });
      });
    }
    app.get(PATHS.me, (request, response) => this.#answer("me", request, response, { body: undefined }));
    app.put(PATHS["card-change"], (request, response) => {
      this.#answer("card-change", request, response, { body: readObject(String(request.body)) });
    });
    const server = createServer(app);
    this.#server = server;
    this.stream.attach(app, server);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the simulated DingTalk has no port");
    const own = `http://127.0.0.1:${address.port}`;
    this.#base = this.#options.address ?? own;
    this.stream.listens(this.#base);
    return own;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.stream.close();
    await this.sent.close();
    const server = this.#server;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** The next `times` requests to this endpoint meet this failure. */
  failNext(endpoint: DingtalkEndpoint, failure: DingtalkFailure, times = 1): void {
    const waiting = this.#failures.get(endpoint) ?? [];
    this.#failures.set(endpoint, [...waiting, ...Array.from({ length: times }, () => failure)]);
  }

  /** No failures from now on. */
  healthy(): void {
    this.#failures.clear();
  }

  /** Every reply address given out so far ends. */
  expireSessions(): void {
    this.#robot.endSessions();
  }

  /** The access token given out last is refused from now on. */
  expireToken(): void {
    this.#robot.endToken();
  }

  /** The address of a group's custom robot. */
  webhookUrl(webhookKey: string): string {
    return `${this.#base}${PATHS.webhook}?access_token=${encodeURIComponent(webhookKey)}`;
  }

  /** A reply address of its own for a conversation, as a callback would bring it. */
  sessionFor(chatId: string, userId?: string): { url: string; expiresAt: Date } {
    const { id, expiresAt } = this.#robot.openSession(chatId, userId);
    return { url: `${this.#base}${PATHS.session}?session=${id}`, expiresAt };
  }

  /** A person writes: shows the message and delivers it. `status` 0: the bot did not answer in time, or was not asked. */
  async say(saying: Saying): Promise<{ status: number }> {
    const payload = this.#hear(saying);
    return payload === null ? { status: 0 } : this.deliver(payload);
  }

  /** Shows what a person says; the body of the callback that tells the bot of it, or null when the bot is not told. */
  #hear(saying: Saying): object | null {
    const { world, clock, botName, robotCode } = this.#options;
    const direct = saying.chatId.startsWith("direct:");
    const mention = saying.mention ?? !direct;
    const sent = filesIn(saying).map((file) => ({ file, code: this.sent.keep(file) }));
    const msgId = saying.messageId ?? `msg${randomBytes(16).toString("base64")}`;
    const at = clock.now();
    const quoted = world.messages.find((one) => one.id === saying.quotes);
    world.post({
      id: `dingtalk-${msgId}`,
      platform: "dingtalk",
      chatId: saying.chatId,
      from: saying.userId,
      format: "text",
      text: `${mention ? `@${botName} ` : ""}${saying.text}${shownFiles({ files: sent.map(({ file }) => file) })}`,
      mentions: [],
      at,
      ...(saying.quotes === undefined ? {} : { quotes: saying.quotes }),
    });
    if (!direct && !mention) return null;
    const chat = world.chat("dingtalk", saying.chatId);
    const members = (chat?.members ?? []).flatMap((id) => world.person("dingtalk", id) ?? []);
    return callbackBody({
      msgId,
      at,
      botName,
      robotCode,
      userId: saying.userId,
      person: world.person("dingtalk", saying.userId),
      group: direct ? null : { id: saying.chatId, title: chat?.name ?? saying.chatId },
      mentioned: direct ? [] : members.filter((one) => saying.text.includes(`@${one.name}`)),
      text: saying.text,
      sent,
      quoted,
      session: this.sessionFor(saying.chatId, saying.userId),
    });
  }

  /** A person presses a button of a card. `status` as of `say`. */
  async press(pressing: Pressing): Promise<{ status: number }> {
    const { cards } = this.#robot;
    if (!(cards.isOfStream(pressing.card) ?? this.stream.hearing > 0)) return cards.press(pressing);
    const answer = await this.stream.press(cardCallback(pressing));
    if (answer === null) return { status: 0 };
    cards.answered(pressing.card, responseIn(answer.data));
    return { status: answer.code };
  }

  /** Signs and posts any body. `timestamp` is in milliseconds, null leaves the header out; `sign` replaces the right one. */
  async deliver(
    payload: object | string,
    options: { timestamp?: number | null; sign?: string } = {},
  ): Promise<{ status: number }> {
    const { clock, clientSecret, callbackUrl } = this.#options;
    const timestamp = String(options.timestamp ?? clock.now().getTime());
    try {
      const response = await fetch(callbackUrl(), {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          ...(options.timestamp === null ? {} : { timestamp }),
          sign: options.sign ?? sign(timestamp, clientSecret),
        },
        body: typeof payload === "string" ? payload : JSON.stringify(payload),
        signal: AbortSignal.any([AbortSignal.timeout(PUSH_TIMEOUT_MS), this.#closing.signal]),
        redirect: "manual",
      });
      await response.text();
      return { status: response.status };
    } catch (thrown) {
      if (thrown instanceof TypeError || thrown instanceof DOMException) return { status: 0 };
      throw thrown;
    }
  }

  #answer(
    endpoint: DingtalkEndpoint,
    request: Request,
    response: Response,
    { body, file = null }: Pick<RobotCall, "body"> & Partial<RobotCall>,
  ): void {
    const token = request.get("x-acs-dingtalk-access-token") ?? "";
    const query = Object.fromEntries(new URL(request.url, this.#base).searchParams);
    const failure = this.#failures.get(endpoint)?.shift();
    const processed = failure === undefined || failure === "cut-after";
    const answer = processed ? this.#process(endpoint, { query, token, body, file }) : null;
    const at = this.#options.clock.now();
    this.requests.push({ endpoint, query, token, body, at, answer: failure === undefined ? answer : null });
    if (failure === "hang") return;
    if (failure === "cut" || failure === "cut-after") request.socket.destroy();
    else if (failure !== undefined) {
      const { status = 200, headers = {}, body: said = "" } = failure;
      response.status(status).set(headers).send(said);
    } else if (answer !== null) response.status(answer.status).json(answer.body);
  }

  #process(endpoint: DingtalkEndpoint, call: RobotCall): RobotAnswer {
    switch (endpoint) {
      case "token":
        return this.#robot.giveToken(call);
      case "group":
        return this.#robot.sendToGroup(call);
      case "person":
        return this.#robot.sendToPeople(call);
      case "session":
        return this.#robot.sendBySession(call);
      case "webhook":
        return this.#robot.sendByWebhook(call);
      case "upload":
        return this.#robot.upload(call);
      case "download":
        return this.#robot.withToken(call, (body) => addressOfCode(this.sent, this.#options.robotCode, body));
      case "card":
        return this.#robot.withToken(call, (body) => this.#robot.cards.createAndDeliver(body));
      case "card-change":
        return this.#robot.withToken(call, (body) => this.#robot.cards.change(body));
      case "card-register":
        return this.#robot.withToken(call, (body) => this.#robot.cards.register(body));
      case "user-token":
        return this.signIns.giveToken(call);
      case "me":
        return this.signIns.whoAmI(call);
      case "by-union":
        return this.#robot.withQueryToken(call, () => this.signIns.whoIs(call));
    }
  }
}

/** What stands in the answer to a pushed frame. */
function responseIn(data: unknown): unknown {
  return typeof data === "object" && data !== null && "response" in data ? data.response : undefined;
}
