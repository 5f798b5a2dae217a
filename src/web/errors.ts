import type { ErrorRequestHandler, RequestHandler } from "express";
import { describe } from "../shared/errors.ts";
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

/** The end of the way. */
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
