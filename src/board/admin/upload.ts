import type { NextFunction, Request, Response } from "express";
import { FILES } from "../../messages/zh-cn/admin.ts";
import { MOST_BYTES } from "../../org/list/archive.ts";
import type { BoardDeps } from "../deps.ts";
import { sendProblem, visitorOf } from "../door.tsx";
import { mayAll } from "./may.ts";

/** Reads a form with a file: into memory, one file of a bounded size. Its name says at most what it wants to be. Loaded when it is needed first. */
async function reader() {
  const { default: multer } = await import("multer");
  return multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MOST_BYTES, files: 1, fields: 10, parts: 12, fieldSize: 2 * 1024 * 1024, headerPairs: 50 },
  }).single("file");
}

/** Nothing is read of who may not send a file. */
export function readUpload(deps: BoardDeps) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const visitor = await visitorOf(deps, request);
    if (visitor === null || !mayAll(visitor.person)) return next();
    (await reader())(request, response, (error: unknown) => {
      if (error === undefined || error === null) return next();
      const isTooLarge = error instanceof Error && "code" in error && error.code === "LIMIT_FILE_SIZE";
      if (isTooLarge) sendProblem(deps, response, 413, FILES.tooLarge);
      else sendProblem(deps, response, 400, FILES.badForm);
    });
  };
}
