import express, { type Express, type Request, type Response } from "express";
import type { Clock } from "../shared/clock.ts";
import { readUpload, type SimFile } from "./media.ts";
import { filesIn, SentFiles, shownFiles } from "./sent-files.ts";
import { type AppAnswer, WecomAppApi } from "./wecom-app-api.ts";
import { messageXml, pressXml, sealAppCallback, sealAppEcho, type WecomAppKeys } from "./wecom-app-xml.ts";
import { freshId, type SealedCallback } from "./wecom-crypto.ts";
import { WecomSignIns } from "./wecom-sign-ins.ts";
import type { Pressing, Saying, World } from "./world.ts";

export interface WecomAppServerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly keys: WecomAppKeys;
  /** The app's callback address; asked at each delivery. */
  readonly callbackUrl: () => string;
}

type AppEndpoint = "token" | "send" | "upload" | "update" | "agent" | "user";

/** How an endpoint misbehaves: an answer of its own, or none. `cut-after` does the work first. */
export type AppFailure =
  | (Readonly<Record<string, unknown>> & { readonly errcode: number })
  | "hang"
  | "cut"
  | "cut-after";

export interface AppRequest {
  readonly endpoint: AppEndpoint;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON; of an upload the file's name and size. */
  readonly body: unknown;
  readonly at: Date;
  /** Null when a failure took the answer's place. */
  readonly answer: AppAnswer | null;
}

const CALLBACK_TIMEOUT_MS = 5000;
const TRIES = 3;
/** What was sent can be had for three days (90254). */
const MEDIA_MS = 3 * 86_400_000;

/** What comes to an endpoint, and what is done with it. */
interface Asked {
  readonly endpoint: AppEndpoint;
  readonly body: unknown;
  readonly take: (query: AppRequest["query"]) => AppAnswer;
}

/**
 * The self-built app of the simulated WeCom: speaks the real protocol on the paths of `cgi-bin`, delivers what people write to
 * it as encrypted XML, and shows its messages in their direct chats.
 */
export class WecomAppServer {
  /** Every request to every endpoint, in order. */
  readonly requests: AppRequest[] = [];
  readonly api: WecomAppApi;
  readonly signIns: WecomSignIns;
  /** What people send. */
  readonly sent: SentFiles;
  readonly #options: WecomAppServerOptions;
  readonly #failures = new Map<AppEndpoint, AppFailure[]>();
  readonly #closing = new AbortController();

  constructor(options: WecomAppServerOptions) {
    this.#options = options;
    this.sent = new SentFiles(options.clock);
    this.api = new WecomAppApi(options);
    this.signIns = new WecomSignIns(options.clock);
  }

  /** Adds its paths to the server of the platform. */
  mount(app: Express): void {
    const { api } = this;
    const json = express.text({ type: () => true, limit: "2mb" });
    const file = express.raw({ type: () => true, limit: "30mb" });
    app.get("/cgi-bin/gettoken", (request, response) => {
      this.#answer(request, response, { endpoint: "token", body: null, take: (query) => api.giveToken(query) });
    });
    app.get("/cgi-bin/agent/get", (request, response) => {
      this.#withToken(request, response, { endpoint: "agent", body: null, take: (query) => api.describe(query) });
    });
    app.get("/cgi-bin/auth/getuserinfo", (request, response) => {
      const take: Asked["take"] = ({ code = "" }) => this.signIns.whose(code);
      this.#withToken(request, response, { endpoint: "user", body: null, take });
    });
    app.get("/cgi-bin/media/get", (request, response) => {
      const found = this.sent.find(String(request.query["media_id"]));
      const refused = api.refuseToken(request.query["access_token"]);
      if (refused !== null || found === null) {
        response.json(refused ?? { errcode: 40007, errmsg: "invalid media_id" });
        return;
      }
      response.attachment(found.name).type(found.mime).send(found.bytes);
    });
    app.post("/cgi-bin/message/send", json, (request, response) => {
      const body = readJson(request.body);
      this.#withToken(request, response, { endpoint: "send", body, take: () => api.send(body) });
    });
    app.post("/cgi-bin/message/update_template_card", json, (request, response) => {
      const body = readJson(request.body);
      this.#withToken(request, response, { endpoint: "update", body, take: () => api.updateCard(body) });
    });
    app.post("/cgi-bin/media/upload", file, async (request, response) => {
      const sent = await readUpload(request.get("content-type") ?? "", request.body);
      const take = (query: AppRequest["query"]) => api.upload(query, sent);
      this.#withToken(request, response, { endpoint: "upload", body: shownOf(sent), take });
    });
  }

  /** Ends what is being delivered. */
  close(): void {
    this.#closing.abort();
  }

  /** The next `times` requests to this endpoint meet this failure. */
  failNext(endpoint: AppEndpoint, failure: AppFailure, times = 1): void {
    const waiting = this.#failures.get(endpoint) ?? [];
    this.#failures.set(endpoint, [...waiting, ...Array.from({ length: times }, () => failure)]);
  }

  /** A person writes to the app: shows the message and delivers it. `status` 0: the bot did not answer. */
  async say(saying: Saying): Promise<{ readonly status: number }> {
    const { world, clock, keys } = this.#options;
    const at = clock.now();
    world.post({
      id: `wecom-app-${saying.messageId ?? freshId()}`,
      platform: "wecom",
      chatId: saying.chatId,
      from: saying.userId,
      format: "text",
      text: saying.text + shownFiles(saying),
      mentions: [],
      at,
      app: true,
    });
    const [file] = saying.text === "" ? filesIn(saying) : [];
    const sent = file === undefined ? null : { file, mediaId: this.sent.keep(file, { livesMs: MEDIA_MS }) };
    return this.deliver(messageXml(keys, saying, { at: Math.floor(at.getTime() / 1000), sent }));
  }

  /** A person presses a button of the app's card; `status` as of `say`. What changes the card comes by the interface. */
  async press(pressing: Pressing): Promise<{ readonly status: number }> {
    const responseCode = this.api.codeOfPress(pressing.card);
    return this.deliver(pressXml(this.#options.keys, pressing, { responseCode, at: this.#seconds() }));
  }

  /** Encrypts, signs and delivers any plaintext, up to three times of 5 s until it is answered with 200 (90238). */
  async deliver(
    plain: string,
    at: { readonly nonce?: string; readonly timestamp?: number } = {},
  ): Promise<{ readonly status: number; readonly body?: string }> {
    const timestamp = at.timestamp ?? this.#seconds();
    const sealed = sealAppCallback(this.#options.keys, plain, { timestamp, nonce: at.nonce ?? freshId() });
    for (let tries = 1; ; tries++) {
      const answer = await this.post(sealed).catch((thrown: unknown) => {
        if (thrown instanceof TypeError || thrown instanceof DOMException) return { status: 0, body: "" };
        throw thrown;
      });
      if (answer.status === 200 || tries === TRIES || this.#closing.signal.aborted) return answer;
    }
  }

  /** The check that the console makes when the callback address is saved. */
  async checkAddress(text: string = freshId()): Promise<{ readonly status: number; readonly accepted: boolean }> {
    const sealed = sealAppEcho(this.#options.keys, text, { nonce: freshId(), timestamp: this.#seconds() });
    const response = await fetch(this.#address(sealed), { signal: this.#limit(), redirect: "manual" });
    return { status: response.status, accepted: (await response.text()) === text && response.status === 200 };
  }

  /** Posts a sealed callback as it is, once. */
  async post(sealed: SealedCallback): Promise<{ readonly status: number; readonly body: string }> {
    const headers = { "content-type": "text/xml" };
    const sent = { method: "POST", headers, body: sealed.body, signal: this.#limit(), redirect: "manual" } as const;
    const response = await fetch(this.#address(sealed), sent);
    return { status: response.status, body: await response.text() };
  }

  #seconds(): number {
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

  #withToken(request: Request, response: Response, asked: Asked): void {
    const take: Asked["take"] = (query) => this.api.refuseToken(query["access_token"]) ?? asked.take(query);
    this.#answer(request, response, { ...asked, take });
  }

  #answer(request: Request, response: Response, { endpoint, body, take }: Asked): void {
    const query = Object.fromEntries(new URL(request.url, "http://wecom").searchParams);
    const failure = this.#failures.get(endpoint)?.shift();
    const processed = failure === undefined || failure === "cut-after";
    const answer = processed ? take(query) : null;
    const at = this.#options.clock.now();
    this.requests.push({ endpoint, query, body, at, answer: failure === undefined ? answer : null });
    if (failure === "hang") return;
    if (failure === "cut" || failure === "cut-after") request.socket.destroy();
    else response.json(failure === undefined ? answer : { errmsg: "failure ordered by a test", ...failure });
  }
}

function shownOf(file: SimFile | null): unknown {
  return { name: file?.name, size: file?.bytes.length };
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
