import { createCipheriv, randomBytes } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { Clock } from "../shared/clock.ts";
import type { SimFile } from "./media.ts";
import { freshId } from "./wecom-crypto.ts";
import type { Saying } from "./world.ts";

/** The store in which a platform keeps what people send: each picture or file at an address that lives for minutes. */

/** What meets a request in place of the bytes. `endless` never stops sending. */
export type SentFailure =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer }
  | "hang"
  | "cut"
  | "endless";

interface Kept {
  readonly file: SimFile;
  /** What is sent: the bytes, encrypted or not. */
  readonly bytes: Buffer;
  readonly endsAt: number;
}

/** As documented for WeCom's bot (100719); that of DingTalk is not told. */
const LIVES_MS = 5 * 60_000;
/** A picture of one point. What stands behind its end is not looked at, and makes each another. */
const POINT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export class SentFiles {
  /** How often each path was asked for. */
  readonly asked: string[] = [];
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #failures: SentFailure[] = [];
  #server: Server | undefined;
  #base = "";

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request.url ?? "", response));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the store of sent files has no port");
    this.#base = `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** The next `times` requests meet this failure. */
  failNext(failure: SentFailure, times = 1): void {
    for (let count = 0; count < times; count++) this.#failures.push(failure);
  }

  /** Keeps a file; its id. `key`: encrypted by this one. */
  keep(file: SimFile, { key, livesMs = LIVES_MS }: { readonly key?: Buffer; readonly livesMs?: number } = {}): string {
    const id = freshId();
    const bytes = key === undefined ? file.bytes : encrypted(file.bytes, key);
    this.#kept.set(id, { file, bytes, endsAt: this.#clock.now().getTime() + livesMs });
    return id;
  }

  /** Null: it is not there, or not any more. */
  find(id: string): SimFile | null {
    const kept = this.#kept.get(id);
    return kept !== undefined && this.#clock.now().getTime() < kept.endsAt ? kept.file : null;
  }

  addressOf(id: string): string {
    return `${this.#base}/sent/${id}?sign=${freshId()}`;
  }

  #answer(url: string, response: ServerResponse): void {
    this.asked.push(url);
    const failure = this.#failures.shift();
    if (failure === undefined) this.#give(url, response);
    else if (failure === "cut") response.socket?.destroy();
    else if (failure === "endless") endless(response);
    else if (failure !== "hang") response.writeHead(failure.status, failure.headers).end(failure.body ?? "");
  }

  #give(url: string, response: ServerResponse): void {
    const id = /^\/sent\/(\w+)/.exec(url)?.[1] ?? "";
    const kept = this.#kept.get(id);
    if (kept === undefined || this.find(id) === null) {
      response.writeHead(403, { "content-type": "application/xml" }).end("<Error><Code>AccessDenied</Code></Error>");
      return;
    }
    response.writeHead(200, {
      "content-type": "application/octet-stream",
      "content-length": kept.bytes.length,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(kept.file.name)}`,
    });
    response.end(kept.bytes);
  }
}

/** What somebody sends with what he says. */
export function filesIn({ files, pictures = 0 }: Pick<Saying, "files" | "pictures">): readonly SimFile[] {
  return files ?? Array.from({ length: pictures }, freshPicture);
}

/** What the chat program shows in the place of each. */
export function shownFiles(saying: Pick<Saying, "files" | "pictures">): string {
  return filesIn(saying)
    .map((one) => (isPicture(one) ? " [图片]" : ` [文件] ${one.name}`))
    .join("");
}

export function isPicture({ mime }: Pick<SimFile, "mime">): boolean {
  return mime.startsWith("image/");
}

function freshPicture(): SimFile {
  return { name: "图片.png", mime: "image/png", bytes: Buffer.concat([POINT, randomBytes(8)]) };
}

/** AES-256-CBC with the key's beginning as first vector, padded to blocks of 32 (100719). */
function encrypted(bytes: Buffer, key: Buffer): Buffer {
  const padding = 32 - (bytes.length % 32);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(padding, padding)])), cipher.final()]);
}

/** Without a length, and without an end for as long as somebody reads. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/octet-stream" });
  const chunk = Buffer.alloc(256 * 1024, 7);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}
