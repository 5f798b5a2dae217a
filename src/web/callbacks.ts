import { type Request, type Response, Router, raw } from "express";
import type { Platform, RawRequest, Received } from "../platforms/platform.ts";
import { within } from "../shared/clock.ts";
import { describe, LateError } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { InboundResult, Metrics } from "./metrics.ts";

/** What a verified message or refresh is answered with. `body: ""` is an empty 200. */
export type Answer =
  | { readonly status: 200; readonly body: string }
  /** Verified, and refused all the same: ids that cannot be (400), or a nonce that was used for another message (401). */
  | { readonly status: 400 | 401; readonly reason: string };

/** Stores the message, then answers. What it throws becomes a 500, what takes too long a 503, and the platform repeats. */
export type Receive = (received: Extract<Received, { kind: "message" | "refresh" }>) => Promise<Answer>;

export interface CallbackParts {
  /** The platforms that have a callback; the address of any other is 404. */
  readonly platforms: readonly Platform[];
  readonly receive: Receive;
  /** Brings the program's clock up to date before signatures are judged by it. */
  readonly beforeCallback?: () => Promise<void>;
  readonly metrics: Pick<Metrics, "inbound">;
  readonly logger: Logger;
  /** How long the answer to one callback may take, in milliseconds. */
  readonly answerMs?: number;
}

/** WeCom waits for 5 s and then comes again (101033): a later answer reaches nobody. */
const ANSWER_MS = 4_500;
/** Of one callback body, in bytes. */
const BODY_LIMIT = 1_048_576;

/** The path of each platform's callback, below the public address. */
export const CALLBACKS = [
  { path: "/callbacks/wecom/bot", platform: "wecom", methods: ["GET", "POST"] },
  { path: "/callbacks/dingtalk/robot", platform: "dingtalk", methods: ["POST"] },
] as const;

/** What becomes of one callback: the response, and the word and the reason for metric and log. */
interface Outcome {
  readonly result: InboundResult;
  readonly status: number;
  readonly body: string;
  readonly type?: "text/plain; charset=utf-8" | "application/json; charset=utf-8";
  readonly reason?: string;
}

/** The addresses that the platforms call. Bytes are handed to the platform as they came; nothing is parsed before. */
export function callbacks(parts: CallbackParts): Router {
  const router = Router();
  for (const { path, platform: name, methods } of CALLBACKS) {
    const platform = parts.platforms.find((candidate) => candidate.name === name);
    router.all(path, async (request, response) => {
      const outcome =
        platform?.receives === true
          ? await handle(parts, platform, methods, { request, response })
          : refused(404, "This platform is not configured.");
      note(parts, name, outcome);
      answer(response, outcome);
    });
  }
  return router;
}

function note({ metrics, logger }: CallbackParts, platform: Platform["name"], outcome: Outcome): void {
  const { result, status, reason } = outcome;
  metrics.inbound(platform, result);
  if (reason === undefined) return;
  const facts = { platform, status, reason };
  if (result === "ignored") logger.debug(facts, "A callback was ignored.");
  else logger.warn(facts, "A callback was refused.");
}

async function handle(
  parts: CallbackParts,
  platform: Platform,
  methods: readonly string[],
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<Outcome> {
  const { method } = request;
  if ((method !== "GET" && method !== "POST") || !methods.includes(method)) {
    response.setHeader("Allow", methods.join(", "));
    return refused(405, "This method is not used here.");
  }
  const query = parseQuery(request.originalUrl);
  if (query === null) return refused(401, "The query is malformed, so nothing in it is signed.");
  const body = method === "GET" ? Buffer.alloc(0) : await readBody(request, response);
  if (!Buffer.isBuffer(body)) return body;
  try {
    const asked = { method, query, headers: flatten(request.headers), body } as const;
    return await within(parts.answerMs ?? ANSWER_MS, work(parts, platform, asked));
  } catch (error) {
    return failed(parts.logger, platform.name, error);
  }
}

function failed(logger: Logger, platform: Platform["name"], error: unknown): Outcome {
  if (error instanceof LateError) {
    logger.error({ platform }, "A callback took too long; the platform sends it again. Is the database slow?");
    return { ...json(503, "try again"), result: "failed" };
  }
  logger.error({ platform, ...describe(error) }, "A callback failed.");
  return { ...json(500, "internal error"), result: "failed" };
}

async function work(parts: CallbackParts, platform: Platform, request: RawRequest): Promise<Outcome> {
  await parts.beforeCallback?.();
  const received = platform.receive(request);
  switch (received.kind) {
    case "handshake":
      return { result: "handshake", status: 200, body: received.body, type: "text/plain; charset=utf-8" };
    case "ignored":
      return { result: "ignored", status: 200, body: "", reason: received.reason };
    case "refused":
      return refused(received.status, received.reason);
    case "message":
    case "refresh": {
      const given = await parts.receive(received);
      if (given.status !== 200) return refused(given.status, given.reason);
      return { ...given, result: received.kind, ...(given.body !== "" && { type: JSON_TYPE }) };
    }
  }
}

const JSON_TYPE = "application/json; charset=utf-8";

function json(status: number, error: string) {
  return { status, body: JSON.stringify({ error }), type: JSON_TYPE } as const;
}

/** The caller learns the status alone: the reason is for the log. */
function refused(status: 400 | 401 | 404 | 405 | 413 | 415, reason: string): Outcome {
  return { ...json(status, REFUSALS[status]), result: "refused", reason };
}

const REFUSALS = {
  400: "not understood",
  401: "not verified",
  404: "not found",
  405: "method not allowed",
  413: "too large",
  415: "compressed bodies are not accepted",
} as const;

/** Written past Express, which would answer a conditional request with 304. */
function answer(response: Response, outcome: Outcome): void {
  response.statusCode = outcome.status;
  response.setHeader("Cache-Control", "no-store");
  if (outcome.type !== undefined) response.setHeader("Content-Type", outcome.type);
  response.setHeader("Content-Length", Buffer.byteLength(outcome.body));
  response.end(outcome.body);
}

const readRaw = raw({ type: () => true, limit: BODY_LIMIT, inflate: false });

/** The body as bytes, or the refusal. A body that breaks off is a refusal that nobody reads any more. */
function readBody(request: Request, response: Response): Promise<Buffer | Outcome> {
  return new Promise((resolve) => {
    readRaw(request, response, (error: unknown) => {
      if (error === undefined) return resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      const status = error instanceof Error && "status" in error ? error.status : 400;
      if (status === 413) return resolve(refused(413, "The body is larger than 1 MB."));
      if (status === 415) return resolve(refused(415, "The body is compressed."));
      resolve(refused(400, "The body broke off or is malformed."));
    });
  });
}

/**
 * Each name once, each value decoded once; null when a name comes twice or an escape is malformed. A plus
 * stays a plus, because base64 has it and nothing that the platforms send has spaces.
 */
function parseQuery(url: string): RawRequest["query"] | null {
  const start = url.indexOf("?");
  const query = new Map<string, string>();
  for (const pair of start < 0 ? [] : url.slice(start + 1).split("&")) {
    if (pair === "") continue;
    const [name = "", ...value] = pair.split("=");
    try {
      const decoded = decodeURIComponent(name);
      if (query.has(decoded)) return null;
      query.set(decoded, decodeURIComponent(value.join("=")));
    } catch {
      return null;
    }
  }
  return Object.fromEntries(query);
}

function flatten(headers: Request["headers"]): RawRequest["headers"] {
  const single = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(single.filter(([, value]) => value !== undefined));
}
