import type { ErrorRequestHandler, RequestHandler } from "express";
import { ChaxuError } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

/** An address that cannot be decoded is 400 before anybody looks at it. */
export const malformedAddress: RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path);
    next();
  } catch {
    response.status(400).json({ error: "malformed address" });
  }
};

/** The end of the road. */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: "not found" });
};

/** What was thrown on the way: the caller learns its kind, the log where it happened, nobody the content. */
export function finalError(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = clientFault(error);
    if (status === undefined) logger.error({ method: request.method, ...describe(error) }, "A request failed.");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const sentence = status === undefined ? "internal error" : (WORDS[status] ?? "the request was not accepted");
    response.status(status ?? 500).json({ error: sentence });
  };
}

const WORDS: Readonly<Record<number, string>> = {
  400: "the request is malformed",
  413: "the request is too large",
  415: "the content type is not accepted",
};

/** The status that Express and its body readers attach when the caller is at fault. */
function clientFault(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("status" in error)) return undefined;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500 ? status : undefined;
}

/**
 * What may be logged of anything that was thrown. A ChaxuError is written for the operator; every other
 * message may hold content (drizzle prints the parameters of the statement that failed), so only the names,
 * the codes and the places are taken.
 */
export function describe(thrown: unknown): Record<string, unknown> {
  if (thrown instanceof ChaxuError) return { code: thrown.code, message: thrown.message };
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  return {
    error: thrown.name,
    ...("code" in thrown && { code: String(thrown.code) }),
    ...(thrown.cause !== undefined && { cause: describe(thrown.cause) }),
    places: placesOf(thrown),
  };
}

/** Where it was thrown: the stack behind the message, which may itself have lines that look like a place. */
function placesOf(error: Error): string[] {
  const stack = error.stack ?? "";
  const start = stack.indexOf(error.message);
  if (start < 0) return [];
  const lines = stack.slice(start + error.message.length).split("\n");
  return lines.slice(1, 9).map((line) => line.trim());
}
