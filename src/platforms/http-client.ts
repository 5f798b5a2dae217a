import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";
import axios, { type AxiosResponse } from "axios";
import type { Clock } from "../shared/clock.ts";
import type { Logger } from "../shared/logger.ts";
import { isLoopbackHost } from "./address.ts";
import { codeForLog, type HttpAnswer } from "./answer.ts";
import { Breaker } from "./breaker.ts";
import { REQUEST_MS } from "./platform.ts";

export interface GetRequest {
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PostRequest extends GetRequest {
  readonly json: unknown;
  /** POST unless told. */
  readonly method?: "PUT";
}

/** A file as a browser's form would send it. */
export interface FormRequest extends GetRequest {
  readonly field: string;
  readonly file: { readonly name: string; readonly mime: string; readonly bytes: Buffer };
}

export interface HttpClient {
  postJson(request: PostRequest): Promise<HttpAnswer>;
  postForm(request: FormRequest): Promise<HttpAnswer>;
  getJson(request: GetRequest): Promise<HttpAnswer>;
}

const MAX_ANSWER_BYTES = 1_000_000;
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;
const NEVER_CONNECTED = new Set(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"]);

export interface HttpClientOptions {
  /** For the whole exchange; REQUEST_MS unless told. */
  readonly timeoutMs?: number;
  readonly logger: Logger;
  /** Hears of each answer: its host, and the time that its Date header tells. */
  readonly onDate?: (host: string, date: Date) => void;
  /** By which a host that keeps timing out is left alone. */
  readonly clock: Clock;
}

/** Redirects are not followed; answers over 1 MB are given up; a host that keeps timing out is left alone for a while. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const breaker = new Breaker(options.clock);
  const exchange = async (
    request: GetRequest & Pick<PostRequest, "method">,
    data?: string | FormData,
  ): Promise<HttpAnswer> => {
    if (!URL.canParse(request.url)) return { kind: "unsent", reason: "the address is no URL" };
    const url = new URL(request.url);
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
    const retryAfterMs = breaker.restMs(url.host);
    if (retryAfterMs !== null) {
      return { kind: "unsent", reason: `${url.host}: left alone after several time-outs`, retryAfterMs };
    }
    return ask(options, breaker, { url, headers: request.headers, data, method: request.method });
  };
  return {
    postJson: (request) => exchange(request, JSON.stringify(request.json)),
    postForm: (request) => exchange(request, formOf(request)),
    getJson: (request) => exchange(request),
  };
}

interface Asked {
  readonly url: URL;
  readonly headers: GetRequest["headers"];
  /** What is posted; without it nothing is. */
  readonly data: string | FormData | undefined;
  /** Of what is posted. */
  readonly method: "PUT" | undefined;
}

async function ask(options: HttpClientOptions, breaker: Breaker, asked: Asked): Promise<HttpAnswer> {
  const { logger, onDate, timeoutMs = REQUEST_MS } = options;
  const { host } = asked.url;
  const line = new Line();
  try {
    const response = await send(asked, line, timeoutMs);
    breaker.answered(host);
    const answer = readAnswer(response);
    const date = new Date(String(response.headers["date"] ?? ""));
    if (!Number.isNaN(date.getTime())) onDate?.(host, date);
    logger.debug({ host, status: answer.status, errcode: codeForLog(answer.body) }, "a platform answered");
    return answer;
  } catch (thrown) {
    const code = errorCode(thrown);
    const timedOut = code === "ERR_CANCELED";
    if (timedOut) breaker.timedOut(host);
    const why = timedOut ? `no answer within ${timeoutMs / 1000} s` : code;
    const kind = line.arrived(code) ? "unknown" : "unsent";
    logger.warn({ host, kind, why }, "a platform could not be reached");
    return { kind, reason: `${host}: ${why}` };
  } finally {
    line.close();
  }
}

function send({ url, headers, data, method }: Asked, line: Line, timeoutMs: number): Promise<AxiosResponse<string>> {
  return axios.request<string>({
    adapter: "http",
    method: data === undefined ? "GET" : (method ?? "POST"),
    url: url.href,
    headers: {
      accept: "application/json",
      ...(typeof data === "string" ? { "content-type": "application/json; charset=utf-8" } : {}),
      ...headers,
    },
    ...(data === undefined ? {} : { data }),
    responseType: "text",
    transformRequest: (body) => body,
    transformResponse: (body) => body,
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: MAX_ANSWER_BYTES,
    signal: AbortSignal.timeout(timeoutMs),
    httpAgent: line.httpAgent,
    httpsAgent: line.httpsAgent,
    ...(isLoopbackHost(url.hostname) ? { proxy: false as const } : {}),
  });
}

function formOf({ field, file }: FormRequest): FormData {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(file.bytes)], { type: file.mime }), file.name);
  return form;
}

/**
 * The connection of one request. It is never reused: a broken reused connection says nothing about whether
 * the request arrived, a broken first connection does.
 */
class Line {
  readonly httpAgent = new HttpAgent({ keepAlive: false });
  readonly httpsAgent = new HttpsAgent({ keepAlive: false });
  #started = false;
  #ready = false;

  constructor() {
    this.#watch(this.httpAgent, "connect");
    this.#watch(this.httpsAgent, "secureConnect");
  }

  /** Whether the request may have arrived. Behind a proxy, which takes our agent's place, only the error's code tells. */
  arrived(code: string): boolean {
    return this.#started ? this.#ready : !NEVER_CONNECTED.has(code);
  }

  close(): void {
    this.httpAgent.destroy();
    this.httpsAgent.destroy();
  }

  #watch(agent: HttpAgent, event: "connect" | "secureConnect"): void {
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (...args: Parameters<typeof connect>): Duplex | null | undefined => {
      this.#started = true;
      const socket = connect(...args);
      socket?.once(event, () => {
        this.#ready = true;
      });
      return socket;
    };
  }
}

function readAnswer(response: AxiosResponse<string>): Extract<HttpAnswer, { kind: "answer" }> {
  const retryAfterMs = retryAfter(response);
  return {
    kind: "answer",
    status: response.status,
    body: readObject(response.data),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** A JSON object; `{}` for what is none. */
export function readObject(text: unknown): Record<string, unknown> {
  if (typeof text !== "string") return {};
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Seconds, or a date, which is compared with the answer's own date so that our clock plays no part. */
function retryAfter(response: AxiosResponse): number | undefined {
  const value = String(response.headers["retry-after"] ?? "").trim();
  if (value === "") return undefined;
  const milliseconds = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.parse(String(response.headers["date"] ?? ""));
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? Math.min(milliseconds, MAX_RETRY_AFTER_MS) : undefined;
}

function errorCode(thrown: unknown): string {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  return typeof code === "string" ? code : "the connection failed";
}
