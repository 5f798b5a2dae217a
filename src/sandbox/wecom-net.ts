import type { ErrorRequestHandler } from "express";

/** `fetch` reports a broken connection as a TypeError and a time-out as a DOMException. */
export function isNetworkError(thrown: unknown): boolean {
  return thrown instanceof TypeError || (thrown instanceof DOMException && thrown.name === "TimeoutError");
}

/** Undefined when it is no JSON. */
export function readJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

export const badRequest: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(400).json({ errcode: 47001, errmsg: "data format error" });
};
