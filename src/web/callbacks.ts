import { type Request, type Response, Router, raw } from "express";
import type { Acknowledgement, Storable } from "../chat/receive.ts";
import type { RawRequest, Received } from "../platforms/inbound.ts";
import type { Platform } from "../platforms/platform.ts";
import { within } from "../shared/clock.ts";
import { describe, LateError } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import type { InboundResult, Metrics } from "./metrics.ts";

/** Stores the message, then acknowledges it. What it throws becomes a 500, what takes too long a 503, and the platform repeats. */
export type Receive = (received: Storable) => Promise<Acknowledgement>;

export interface CallbackDeps {
  /** The platforms that have a callback; the address of any other is 404. */
  readonly platforms: readonly Platform[];
  readonly receive: Receive;
  /** Brings the program's clock up to date before signatures are judged by it. */
  readonly beforeCallback?: () => Promise<unknown>;
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
  { path: "/callbacks/wecom/bot", platform: "wecom", door: "bot", methods: ["GET", "POST"] },
  { path: "/callbacks/wecom/app", platform: "wecom", door: "app", methods: ["GET", "POST"] },
  { path: "/callbacks/dingtalk/robot", platform: "dingtalk", door: "robot", methods: ["POST"] },
  { path: "/callbacks/dingtalk/card", platform: "dingtalk", door: "card", methods: ["POST"] },
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
export function callbacks(deps: CallbackDeps): Router {
  const router = Router();
  for (const callback of CALLBACKS) {
    router.all(callback.path, async (request, response) => {
      const outcome = await outcomeOf(deps, callback, request, response);
      note(deps, callback.platform, outcome);
      send(response, outcome);
    });
  }
  return router;
}

function note({ metrics, logger }: CallbackDeps, platform: Platform["name"], outcome: Outcome): void {
  const { result, status, reason } = outcome;
  metrics.inbound(platform, result);
  if (reason === undefined) return;
  const facts = { platform, status, reason };
  if (result === "ignored") logger.debug(facts, "A callback was ignored.");
  else logger.warn(facts, "A callback was refused.");
}

async function outcomeOf(
  deps: CallbackDeps,
  { platform: name, door, methods }: (typeof CALLBACKS)[number],
  request: Request,
  response: Response,
): Promise<Outcome> {
  const platform = deps.platforms.find((candidate) => candidate.name === name);
  if (platform?.doors.includes(door) !== true) return refused(404, "This platform is not configured.");
  const method = methods.find((one) => one === request.method);
  if (method === undefined) {
    response.setHeader("Allow", methods.join(", "));
    return refused(405, "This method is not used here.");
  }
  const query = parseQuery(request.originalUrl);
  if (query === null) return refused(401, "The query is malformed, so nothing in it is signed.");
  const body = method === "GET" ? Buffer.alloc(0) : await readBody(request, response);
  if (!Buffer.isBuffer(body)) return body;
  try {
    const asked = { method, query, headers: flatten(request.headers), body };
    return await within(
      deps.answerMs ?? ANSWER_MS,
      settle(deps, asked, (request) => platform.receive(request, door)),
    );
  } catch (error) {
    return failed(deps.logger, name, error);
  }
}

async function settle(
  deps: CallbackDeps,
  request: RawRequest,
  read: (request: RawRequest) => Received,
): Promise<Outcome> {
  await deps.beforeCallback?.();
  const received = read(request);
  switch (received.kind) {
    case "handshake":
      return { result: "handshake", status: 200, body: received.body, type: "text/plain; charset=utf-8" };
    case "ignored":
      return { result: "ignored", status: 200, body: "", reason: received.reason };
    case "refused":
      return refused(received.status, received.reason);
    case "message":
    case "refresh": {
      const given = await deps.receive(received);
      if (given.status !== 200) return refused(given.status, given.reason);
      return { ...given, result: received.kind, ...(given.body !== "" && { type: JSON_TYPE }) };
    }
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
function send(response: Response, outcome: Outcome): void {
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
