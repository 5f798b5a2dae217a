import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import express, { type Express, type Router } from "express";
import helmet from "helmet";
import { ChaxuError } from "../shared/errors.ts";
import { type CallbackDeps, callbacks } from "./callbacks.ts";
import { finalError, malformedAddress, notFound } from "./errors.ts";
import { type Health, healthRoutes } from "./health.ts";
import { type Metrics, metricsRoutes } from "./metrics.ts";

export interface ServerDeps extends CallbackDeps {
  readonly health: Health;
  readonly metrics: Metrics;
  /** Further pages (sandbox, board), in this order, behind the fixed addresses. */
  readonly extra?: readonly Router[];
  /** Whether people reach the program by https, so that browsers may be told to insist on it. */
  readonly https: boolean;
  /** How many proxies stand before the program, each of which adds to X-Forwarded-For; 0: nobody is believed about that. */
  readonly proxies?: number;
}

/** The whole web application; `listen` gives it an address. */
export function createServer(deps: ServerDeps): Express {
  const app = express();
  app.disable("etag");
  app.set("trust proxy", deps.proxies ?? 0);
  app.use(
    helmet({
      strictTransportSecurity: deps.https,
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: deps.https ? [] : null } },
    }),
  );
  app.use(malformedAddress);
  app.use(healthRoutes(deps.health));
  app.use(metricsRoutes(deps.metrics));
  app.use(callbacks(deps));
  for (const router of deps.extra ?? []) app.use(router);
  app.use(notFound);
  app.use(finalError(deps.logger));
  return app;
}

/** A server that listens. */
export interface Listening {
  /** The port in use: the one asked for, or the free one that was found for 0. */
  readonly port: number;
  /** The address for this machine. */
  readonly url: string;
  /** Takes nothing new in, lets running requests end for at most `graceMs` milliseconds (10 s), then closes. Safe to call twice. */
  close(graceMs?: number): Promise<void>;
}

/** A request arrives within so many milliseconds; one with pictures and files may take longer. */
const ARRIVES_WITHIN_MS = 30_000;
const ARRIVES_PATIENTLY_MS = 300_000;

/** Ends each request that takes too long to arrive. */
const ends = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Lets a request that carries much take its time, on a slow line. */
export function patiently(request: IncomingMessage): void {
  clearTimeout(ends.get(request));
}

function endInTime(request: IncomingMessage, response: ServerResponse): void {
  const end = setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) request.socket.destroy();
    else request.socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n", () => request.destroy());
  }, ARRIVES_WITHIN_MS);
  ends.set(request, end.unref());
  response.once("close", () => clearTimeout(end));
}

/** Listens on this address, or throws a ChaxuError that says what to change. */
export async function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  let closing: Promise<void> | undefined;
  const options = { requestTimeout: ARRIVES_PATIENTLY_MS, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 };
  const server = createHttpServer(options, (request, response) => {
    if (closing !== undefined) {
      response.writeHead(503, { Connection: "close", "Content-Length": 0 }).end();
      return;
    }
    endInTime(request, response);
    // A connection that is kept alive would hold the closing server open.
    response.once("close", () => closing !== undefined && setImmediate(() => server.closeIdleConnections()));
    app(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();

  async function shut(graceMs: number): Promise<void> {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(force);
  }
  const used = typeof address === "object" && address !== null ? address.port : port;
  return {
    port: used,
    url: `http://${hostPart(host)}:${used}`,
    close(graceMs = 10_000) {
      closing ??= shut(graceMs);
      return closing;
    },
  };
}

function hostPart(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function explain(error: Error, host: string, port: number): ChaxuError {
  const code = "code" in error ? String(error.code) : "";
  const options = { cause: error };
  switch (code) {
    case "EADDRINUSE":
      return new ChaxuError(
        "port-taken",
        `Port ${port} on ${host} is in use: stop the program that has it, or set PORT to another number (0 takes any free one).`,
        options,
      );
    case "EACCES":
      return new ChaxuError("port-forbidden", `Port ${port} needs more rights: set PORT to 1024 or above.`, options);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ChaxuError(
        "host-unknown",
        `${host} is no address of this machine: set HOST to one of its own, for example 0.0.0.0.`,
        options,
      );
    default:
      return new ChaxuError(
        "listen-failed",
        `Listening on ${host}, port ${port}, failed (${code}): change HOST or PORT.`,
        options,
      );
  }
}
