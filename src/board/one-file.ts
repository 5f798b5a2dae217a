import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Person } from "../domain/park/org.ts";
import type { BoardDeps } from "./deps.ts";
import { sendProblem, visitorOf } from "./door.tsx";

/** Reads a form with one file: into memory, of a bounded size. Its name is not asked. */

interface OneFile {
  /** Nothing is read of who may not send one. */
  readonly may: (person: Person) => boolean;
  /** At most, of the file and of a field. */
  readonly bytes: number;
  readonly fieldBytes: number;
  readonly tooLarge: string;
  readonly badForm: string;
}

const TOO_LARGE: readonly unknown[] = ["LIMIT_FILE_SIZE", "LIMIT_FIELD_VALUE"];

export function readOneFile(deps: BoardDeps, { may, bytes, fieldBytes, tooLarge, badForm }: OneFile): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const visitor = await visitorOf(deps, request);
    if (visitor === null || !may(visitor.person)) return next();
    // Loaded when it is needed first.
    const { default: multer } = await import("multer");
    const reader = multer({
      storage: multer.memoryStorage(),
      limits: { fileSize: bytes, files: 1, fields: 10, parts: 12, fieldSize: fieldBytes, headerPairs: 50 },
    }).single("file");
    reader(request, response, (error: unknown) => {
      if (error === undefined || error === null) return next();
      const isTooLarge = error instanceof Error && "code" in error && TOO_LARGE.includes(error.code);
      if (isTooLarge) sendProblem(deps, response, 413, tooLarge);
      else sendProblem(deps, response, 400, badForm);
    });
  };
}
