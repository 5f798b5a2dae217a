import { createHash } from "node:crypto";
import { pictureType, type SimFile, Uploads } from "./media.ts";
import { freshId } from "./wecom-crypto.ts";
import type { Fields, SocketAnswer } from "./wecom-socket-shapes.ts";
import { OK, refusal } from "./wecom-socket-shapes.ts";

/** Uploads over the long connection, with the limits of page 101463 and the sizes of the official SDK. */

const MOST_CHUNKS = 100;
const MOST_CHUNK_BYTES = 512 * 1024;
const MIN_BYTES = 5;
const MOST_BYTES: ReadonlyMap<string, number> = new Map([
  ["image", 10 * 1024 * 1024],
  ["video", 10 * 1024 * 1024],
  ["voice", 2 * 1024 * 1024],
  ["file", 20 * 1024 * 1024],
]);
const SESSION_MS = 30 * 60_000;
const VALID_MS = 3 * 24 * 3_600_000;
const PER_MINUTE = 30;
const OWNER = "bot";

interface Session {
  readonly type: string;
  readonly name: string;
  readonly size: number;
  readonly chunks: number;
  readonly md5: string | null;
  readonly began: number;
  readonly pieces: Map<number, Buffer>;
}

/** A bot's uploads: they live on when its connection does not. `now` is in milliseconds. */
export class SocketUploads {
  readonly #kept = new Uploads();
  readonly #sessions = new Map<string, Session>();
  #begun: number[] = [];

  begin({ type, filename, total_size: size, total_chunks: chunks, md5 }: Fields, now: number): SocketAnswer {
    const most = typeof type === "string" ? MOST_BYTES.get(type) : undefined;
    if (typeof type !== "string" || most === undefined) return refusal(40004, "invalid media type");
    if (typeof filename !== "string" || filename === "") return refusal(40058, "filename missing");
    if (!isWhole(size) || size < MIN_BYTES || size > most) return refusal(40006, "invalid media size");
    if (!isWhole(chunks) || chunks < 1 || chunks > MOST_CHUNKS) return refusal(40058, "invalid total_chunks");
    this.#begun = this.#begun.filter((at) => now - at < 60_000);
    if (this.#begun.length >= PER_MINUTE) return refusal(45009, "api freq out of limit");
    this.#begun.push(now);
    const id = freshId();
    const sum = typeof md5 === "string" ? md5 : null;
    this.#sessions.set(id, { type, name: filename, size, chunks, md5: sum, began: now, pieces: new Map() });
    return { ...OK, body: { upload_id: id } };
  }

  /** In any order; one that comes again changes nothing. */
  add({ upload_id: id, chunk_index: index, base64_data: data }: Fields, now: number): SocketAnswer {
    const session = this.#session(id, now);
    if (session === null) return refusal(40058, "invalid upload_id");
    if (!isWhole(index) || index < 0 || index >= session.chunks) return refusal(40058, "invalid chunk_index");
    const piece = Buffer.from(typeof data === "string" ? data : "", "base64");
    if (piece.length === 0 || piece.length > MOST_CHUNK_BYTES) return refusal(40058, "invalid chunk");
    if (!session.pieces.has(index)) session.pieces.set(index, piece);
    return OK;
  }

  finish({ upload_id: id }: Fields, now: number): SocketAnswer {
    const session = this.#session(id, now);
    if (session === null) return refusal(40058, "invalid upload_id");
    const { type, name, chunks, pieces } = session;
    const bytes = Buffer.concat(Array.from({ length: chunks }, (_, index) => pieces.get(index) ?? Buffer.alloc(0)));
    if (pieces.size !== chunks || bytes.length !== session.size) return refusal(40058, "chunks are missing");
    const sum = createHash("md5").update(bytes).digest("hex");
    if (session.md5 !== null && session.md5 !== sum) return refusal(301019, "file MD5 does not match");
    const mime = type === "image" ? pictureType(bytes) : "application/octet-stream";
    if (mime === null) return refusal(40123, "invalid image format");
    const media = this.#kept.keep({ owner: OWNER, type, file: { name, mime, bytes }, endsAt: now + VALID_MS });
    return { ...OK, body: { type, media_id: media, created_at: String(Math.floor(now / 1000)) } };
  }

  /** What a message of this type shows, or null. */
  fileOf(type: string, { media_id: id }: Fields, now: number): SimFile | null {
    return typeof id === "string" ? this.#kept.take(id, OWNER, type, now) : null;
  }

  #session(id: unknown, now: number): Session | null {
    const session = typeof id === "string" ? this.#sessions.get(id) : undefined;
    return session !== undefined && now - session.began < SESSION_MS ? session : null;
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}
