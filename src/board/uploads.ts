import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Request, Response } from "express";
import type { StorageEngine } from "multer";
import { MOST_ATTACHED, MOST_BYTES } from "../features/files/accepted.ts";
import { type Received, type Takes, type Weighed, weigh } from "../features/files/attach.ts";
import { WRONG_FILES } from "../messages/zh-cn/attached.ts";

/** Reads a form with pictures and files: onto the disk, so many at a time, and never more of one than is taken. */

/** The field of a form in which they are. */
export const FILES_FIELD = "files";

/** So many at a time in all, and of one address or person: each may fill sixty megabytes of disk while it lasts. */
const MOST_AT_ONCE = 12;
const MOST_OF_ONE = 4;
/** A body beyond this is not read at all; below it, who chose too large ones reads the sentence about that. In bytes. */
const MOST_BODY = 10 * MOST_BYTES;
/** So much is read of a form that is refused anyway, for the words that stand in it. */
const MOST_REFUSED = 2 * 1024 * 1024;
const MOST_FIELD = 64 * 1024;

/** What was sent with a form. */
export interface Upload {
  readonly body: unknown;
  /** None where something is wrong. */
  readonly files: readonly Weighed[];
  /** Whether any were sent. */
  readonly hadFiles: boolean;
  readonly problem: UploadProblem | null;
}

/** `of`: what is chosen otherwise the next time, or how it came. */
export interface UploadProblem {
  readonly of: "files" | "coming";
  readonly status: 400 | 413 | 429 | 503;
  readonly sentence: string;
}

interface Reading {
  /** Whose it is: one has so many at a time. */
  readonly key: string;
  readonly takes: Takes;
  /** Why its files are not even read, where anything is to be said against it; null: they are. */
  readonly refuses?: () => Promise<UploadProblem | null>;
}

/** What came of one while the form was read. */
type Came = Received & { readonly bytes: number };

/** Whether a form was sent that may have files with it. */
function isUpload(request: Request): boolean {
  return request.method === "POST" && Boolean(request.is("multipart/form-data"));
}

export class Uploads {
  readonly #patiently: (request: Request) => void;
  readonly #running = new Map<string, number>();
  #all = 0;

  /** `patiently`: lets a request take longer to arrive than others may. */
  constructor(patiently: (request: Request) => void) {
    this.#patiently = patiently;
  }

  /** Reads it, or takes a form without files as it was read. What was received is there until the answer is sent. Never rejects for what somebody sends. */
  async read(request: Request, response: Response, { key, takes, refuses }: Reading): Promise<Upload> {
    if (!isUpload(request)) return { body: request.body, files: [], hadFiles: false, problem: null };
    const isHuge = Number(request.headers["content-length"] ?? 0) > MOST_BODY;
    const refused = isHuge ? HUGE : ((await refuses?.()) ?? null);
    const isIn = refused === null && this.#enter(key, response);
    if (!isIn) return refuse(request, response, refused ?? BUSY);
    this.#patiently(request);
    const folder = await mkdtemp(join(tmpdir(), "chaxu-upload-"));
    response.once("close", () => void rm(folder, { recursive: true, force: true }).catch(() => {}));
    const storage = new Receiving(folder, request);
    const failed = await parsed(request, response, storage);
    const hadFiles = storage.came.length > 0;
    const body: unknown = request.body;
    if (failed) return { body, files: [], hadFiles, problem: BROKEN };
    const weighed = await weighAll(storage.came, takes);
    return "sentence" in weighed
      ? { body, files: [], hadFiles, problem: weighed }
      : { body, files: weighed.files, hadFiles, problem: null };
  }

  /** Whether there is room; it is given back with the answer. */
  #enter(key: string, response: Response): boolean {
    const own = this.#running.get(key) ?? 0;
    if (this.#all >= MOST_AT_ONCE || own >= MOST_OF_ONE || response.destroyed) return false;
    this.#all += 1;
    this.#running.set(key, own + 1);
    response.once("close", () => {
      this.#all -= 1;
      const left = (this.#running.get(key) ?? 1) - 1;
      if (left > 0) this.#running.set(key, left);
      else this.#running.delete(key);
    });
    return true;
  }
}

const HUGE: UploadProblem = { of: "coming", status: 413, sentence: WRONG_FILES.huge };
const BUSY: UploadProblem = { of: "coming", status: 503, sentence: WRONG_FILES.busy };
const BROKEN: UploadProblem = { of: "coming", status: 400, sentence: WRONG_FILES.broken };

/** Reads the words alone. The answer does not wait for files, unless they are small. */
async function refuse(request: Request, response: Response, problem: UploadProblem): Promise<Upload> {
  const length = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY);
  const storage = new Receiving(null, request);
  const read = parsed(request, response, storage);
  if (length <= MOST_REFUSED) await read;
  else {
    response.set("Connection", "close");
    await Promise.race([read, storage.first]);
  }
  return { body: request.body, files: [], hadFiles: storage.came.length > 0, problem };
}

/** Reads the whole form into the request's body and the storage. True: it could not be read to its end. */
async function parsed(request: Request, response: Response, storage: Receiving): Promise<boolean> {
  // Loaded when it is needed first: most processes live long without it.
  const { default: multer } = await import("multer");
  if (request.destroyed) return true;
  const read = multer({
    storage,
    defParamCharset: "utf8",
    limits: { fields: 30, parts: 60, fieldSize: MOST_FIELD, fieldNameSize: 100, headerPairs: 50 },
  }).any();
  return new Promise((resolve) => read(request, response, (error: unknown) => resolve(Boolean(error))));
}

/** Writes files into a folder, and counts: what is beyond a limit is read and left, so that the words behind it are read as well. */
class Receiving implements StorageEngine {
  readonly came: Came[] = [];
  readonly first: Promise<void>;
  readonly #folder: string | null;
  readonly #request: Request;
  #begun: () => void = () => {};
  #bytes = 0;

  /** Without a folder nothing is kept. */
  constructor(folder: string | null, request: Request) {
    this.#folder = folder;
    this.#request = request;
    this.first = new Promise((resolve) => {
      this.#begun = resolve;
    });
  }

  _handleFile(_request: Request, file: Express.Multer.File, done: (error?: unknown) => void): void {
    const nth = this.came.length;
    const isKept = this.#folder !== null && nth < MOST_ATTACHED;
    const path = isKept ? join(this.#folder ?? "", String(nth)) : null;
    const one = { path: path ?? "", name: file.originalname, bytes: 0 };
    this.came.push(one);
    this.#begun();
    this.#write(file.stream, path).then(
      (bytes) => {
        one.bytes = bytes;
        done();
      },
      (error: unknown) => done(error),
    );
  }

  _removeFile(_request: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    // The folder goes with all that is in it.
    done(null);
  }

  async #write(stream: Readable, path: string | null): Promise<number> {
    const file = path === null ? null : await open(path, "wx", 0o600);
    let bytes = 0;
    try {
      for await (const chunk of stream) {
        const part = Buffer.from(chunk);
        bytes += part.length;
        this.#bytes += part.length;
        // It said that it was shorter, or nothing.
        if (this.#bytes > MOST_BODY) this.#request.destroy();
        if (bytes <= MOST_BYTES) await file?.writeFile(part);
      }
    } finally {
      await file?.close();
    }
    return bytes;
  }
}

async function weighAll(
  came: readonly Came[],
  takes: Takes,
): Promise<{ readonly files: readonly Weighed[] } | UploadProblem> {
  const wrong = (sentence: string, status: 400 | 413 = 400) => ({ of: "files", status, sentence }) as const;
  if (came.length > MOST_ATTACHED) return wrong(WRONG_FILES.many(takes, MOST_ATTACHED));
  const files: Weighed[] = [];
  for (const [index, one] of came.entries()) {
    const place = index + 1;
    if (one.bytes > MOST_BYTES) return wrong(WRONG_FILES.large(takes, place), 413);
    if (one.bytes === 0) return wrong(WRONG_FILES.empty(takes, place));
    const weighed = await weigh(one, takes);
    if (weighed === null) return wrong(WRONG_FILES.type(takes, place));
    files.push(weighed);
  }
  return { files };
}
