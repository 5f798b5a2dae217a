import type { NextFunction, Request, Response } from "express";

/** Lets JSON requests of the program's own pages through: another site may not speak through a visitor's browser. */
export function fromThisPage(request: Request, response: Response, next: NextFunction): void {
  const origin = request.get("origin");
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get("host"))) {
    response.status(403).json({ error: "只接受来自本页面的请求。" });
  } else if (!request.is("application/json")) {
    response.status(415).json({ error: "请求的内容须为 JSON（Content-Type: application/json）。" });
  } else {
    next();
  }
}
