import { createServer, type Server } from "node:http";
import express, { type Express, type Request, type Response } from "express";
import type { Clock } from "../shared/clock.ts";
import { readUpload } from "./media.ts";
import { SentFiles, shownFiles } from "./sent-files.ts";
import { WecomCards } from "./wecom-cards.ts";
import { freshId, openReply, type SealedCallback, sealCallback, sealEcho, type WecomKeys } from "./wecom-crypto.ts";
import { badRequest, isNetworkError, readJson } from "./wecom-net.ts";
import { callbackOf, idsOf, isDirect, type Stream, sentItems, streamIn, type WebhookAnswer } from "./wecom-shapes.ts";
import { WecomWebhooks } from "./wecom-webhook.ts";
import type { Pressing, Saying, World } from "./world.ts";

export interface WecomServerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly botName: string;
  /** The bot's callback address; asked at each delivery, because the bot may start later. */
  readonly callbackUrl: () => string;
  /** Adds what else the platform serves at the same address. */
  readonly beside?: (app: Express) => void;
}

export interface Delivered {
  readonly status: number;
  /** The bot's decrypted reply; null for an empty body or a refusal. */
  readonly reply: Record<string, unknown> | null;
}

/** How the webhook misbehaves: an answer of its own, or none. `cut-after` shows the message first. */
export type WebhookFailure =
  | { readonly errcode: number; readonly errmsg?: string }
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | "hang"
  | "cut"
  | "cut-after";

export interface WebhookRequest {
  readonly key: string;
  /** The JSON of a message; of an upload its type, name and size. */
  readonly body: unknown;
  readonly at: Date;
  /** Null when a failure took the answer's place. */
  readonly answer: WebhookAnswer | null;
}

const NO_JSON = { errcode: 47001, errmsg: "data format error. Warning: wrong json format." };
const CALLBACK_TIMEOUT_MS = 5000;
const TRIES = 3;
const REFRESH_EVERY_MS = 300;
const REFRESH_FOR_MS = 6 * 60_000;

/** The simulated WeCom: speaks the real protocol with the bot, and shows what happens in the World. */
export class WecomServer {
  /** Every request to a webhook, in order. */
  readonly requests: WebhookRequest[] = [];
  /** What people send. */
  readonly sent: SentFiles;
  readonly #options: WecomServerOptions;
  readonly #webhooks: WecomWebhooks;
  readonly #cards: WecomCards;
  readonly #failures: WebhookFailure[] = [];
  readonly #closing = new AbortController();
  #server: Server | undefined;

  constructor(options: WecomServerOptions) {
    this.#options = options;
    this.sent = new SentFiles(options.clock);
    this.#webhooks = new WecomWebhooks(options.world, options.clock);
    this.#cards = new WecomCards(options.world, options.clock);
  }

  /** Resolves with the base address. Port 0, the default, takes any free one. */
  async listen(port = 0): Promise<string> {
    await this.sent.listen();
    const app = express().disable("x-powered-by");
    app.post("/cgi-bin/webhook/send", express.text({ type: () => true, limit: "20mb" }), (request, response) => {
      const body = readJson(request.body);
      this.#answer(request, response, body, (key) => (body === undefined ? NO_JSON : this.#webhooks.take(key, body)));
    });
    const upload = express.raw({ type: () => true, limit: "30mb" });
    app.post("/cgi-bin/webhook/upload_media", upload, async (request, response) => {
      const file = await readUpload(request.get("content-type") ?? "", request.body);
      const { type } = request.query;
      const shown = { type, name: file?.name, size: file?.bytes.length };
      this.#answer(request, response, shown, (key) => this.#webhooks.upload(key, String(type), file));
    });
    this.#options.beside?.(app);
    app.use(this.#cards.routes());
    app.use(badRequest);
    const server = createServer(app);
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the simulated WeCom has no port");
    const base = `http://127.0.0.1:${address.port}`;
    this.#cards.base = base;
    return base;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.sent.close();
    const server = this.#server;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** The next `times` requests to any webhook meet this failure. */
  failNext(failure: WebhookFailure, times = 1): void {
    for (let count = 0; count < times; count++) this.#failures.push(failure);
  }

  /** No failures from now on. */
  healthy(): void {
    this.#failures.length = 0;
  }

  /**
   * A person writes: shows the message, delivers it as WeCom does (up to three tries of 5 s), shows the
   * bot's reply and asks for more until it is finished. `status` 0 means that the bot did not answer at all
   * or was not asked; `reply` is the last text shown.
   */
  async say(saying: Saying): Promise<{ status: number; reply: string | null }> {
    const { world, clock, botName } = this.#options;
    const mention = saying.mention ?? !isDirect(saying);
    const msgid = saying.messageId ?? freshId();
    const text = mention ? `@${botName} ${saying.text}` : saying.text;
    world.post({
      id: `wecom-${msgid}`,
      platform: "wecom",
      chatId: saying.chatId,
      from: saying.userId,
      format: "text",
      text: text + shownFiles(saying),
      mentions: [],
      at: clock.now(),
      ...(saying.quotes === undefined ? {} : { quotes: saying.quotes }),
    });
    if (!isDirect(saying) && !mention) return { status: 0, reply: null };
    const quoted = world.messages.find((one) => one.id === saying.quotes);
    const first = await this.#deliverWithTries(
      callbackOf(saying, msgid, text, { quoted, sent: sentItems(saying, this.sent, this.#options.encodingAesKey) }),
    );
    return { status: first.status, reply: await this.#follow(saying, first.reply) };
  }

  /** A person presses a button; what answers it changes the card. `status` as of `say`. */
  press(pressing: Pressing): Promise<{ status: number }> {
    return this.#cards.press(pressing, (event) => this.deliver(event));
  }

  /** Encrypts, signs and posts any plaintext. `timestamp` is in seconds; `nonce` and it default to fresh ones. */
  async deliver(
    payload: object | string,
    options: { nonce?: string; timestamp?: number; token?: string; encodingAesKey?: string } = {},
  ): Promise<Delivered> {
    const keys = { ...this.#keys, ...options };
    const nonce = options.nonce ?? freshId();
    const text = typeof payload === "string" ? payload : JSON.stringify(payload);
    const sealed = sealCallback(keys, text, { nonce, timestamp: options.timestamp ?? this.#now() });
    const answer = await this.post(sealed);
    return { status: answer.status, reply: answer.status === 200 ? openReply(keys, answer.body, nonce) : null };
  }

  /** The check that the console makes when the callback address is saved; the bot must return the text as it is. */
  async checkAddress(text: string = freshId()): Promise<{ status: number; accepted: boolean }> {
    const sealed = sealEcho(this.#keys, text, { nonce: freshId(), timestamp: this.#now() });
    const response = await fetch(this.#address(sealed), { signal: this.#limit(), redirect: "manual" });
    return { status: response.status, accepted: (await response.text()) === text && response.status === 200 };
  }

  /** Posts a sealed callback as it is, for tests of repeats and of damaged ones. */
  async post(sealed: SealedCallback): Promise<{ status: number; body: string }> {
    const response = await fetch(this.#address(sealed), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: sealed.body,
      signal: this.#limit(),
      redirect: "manual",
    });
    return { status: response.status, body: await response.text() };
  }

  get #keys(): WecomKeys {
    return { token: this.#options.token, encodingAesKey: this.#options.encodingAesKey };
  }

  #now(): number {
    return Math.floor(this.#options.clock.now().getTime() / 1000);
  }

  #limit(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(CALLBACK_TIMEOUT_MS), this.#closing.signal]);
  }

  #address(sealed: SealedCallback): URL {
    const url = new URL(this.#options.callbackUrl());
    for (const [name, value] of Object.entries(sealed.query)) url.searchParams.set(name, value);
    return url;
  }

  /** The same message again when nothing came back, three tries in all. An answer of any status ends it. */
  async #deliverWithTries(payload: object): Promise<Delivered> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.deliver(payload);
      } catch (thrown) {
        if (this.#closing.signal.aborted) return { status: 0, reply: null };
        if (!isNetworkError(thrown)) throw thrown;
        if (tries === TRIES) return { status: 0, reply: null };
      }
    }
  }

  /** Shows a stream and asks for its next state until it is finished or six minutes are over. */
  async #follow(saying: Saying, first: Record<string, unknown> | null): Promise<string | null> {
    let stream = streamIn(first);
    let shown: string | null = null;
    for (let waited = 0; stream; waited += REFRESH_EVERY_MS) {
      if (stream.content !== "") {
        shown = stream.content;
        this.#show(saying, stream);
      }
      if (stream.finish || waited >= REFRESH_FOR_MS) return shown;
      await this.#pause(REFRESH_EVERY_MS);
      if (this.#closing.signal.aborted) return shown;
      const again = { msgid: freshId(), ...idsOf(saying), msgtype: "stream", stream: { id: stream.id } };
      const next = streamIn((await this.#deliverWithTries(again)).reply);
      if (next && next.id !== stream.id) throw new Error("the refresh was answered with another stream");
      stream = next ?? stream;
    }
    return shown;
  }

  #show({ chatId, userId }: Saying, stream: Stream): void {
    const { world, clock } = this.#options;
    const id = `wecom-stream-${stream.id}`;
    const earlier = world.messages.find((one) => one.id === id);
    if (earlier?.text === stream.content && stream.card === undefined) return;
    const at = earlier?.at ?? clock.now();
    world.post({
      id,
      platform: "wecom",
      chatId,
      from: null,
      to: userId,
      format: "markdown",
      text: stream.content,
      mentions: [],
      at,
      ...(stream.card !== undefined && { card: stream.card }),
    });
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const signal = this.#closing.signal;
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener("abort", done);
    });
  }

  #answer(request: Request, response: Response, body: unknown, take: (key: string) => WebhookAnswer): void {
    const key = String(request.query["key"] ?? "");
    const failure = this.#failures.shift();
    const processed = failure === undefined || failure === "cut-after";
    const answer = processed ? take(key) : null;
    this.requests.push({ key, body, at: this.#options.clock.now(), answer: failure === undefined ? answer : null });
    if (failure === "hang") return;
    if (failure === "cut" || failure === "cut-after") {
      request.socket.destroy();
    } else if (failure === undefined) {
      response.json(answer);
    } else if ("errcode" in failure) {
      response.json({ errcode: failure.errcode, errmsg: failure.errmsg ?? "failure ordered by a test" });
    } else {
      response
        .status(failure.status)
        .set(failure.headers ?? {})
        .send(failure.body ?? "");
    }
  }
}
