import { AwsClient } from "aws4fetch";
import type { Shelf } from "./shelf.ts";

/** A store that speaks S3: of a cloud, or MinIO in the park's own network. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Whether the bucket is a part of the address's path, or of its host's name. */
  readonly addressing: "path" | "host";
}

/** For one request, in milliseconds: twenty megabytes over a slow line. */
const WITHIN_MS = 60_000;
/** For a removal, which carries nothing: a transaction waits for two, and the database ends one that stands still for 15 s. */
const REMOVED_WITHIN_MS = 6_000;
/** Beyond the size of any file that is taken. */
const LONGEST = 32 * 1024 * 1024;

export class S3Shelf implements Shelf {
  readonly name: string;
  readonly #base: URL;
  readonly #client: AwsClient;

  constructor({ endpoint, bucket, accessKeyId, secretAccessKey, region, addressing }: S3Settings) {
    const base = new URL(endpoint);
    if (addressing === "host") base.hostname = `${bucket}.${base.hostname}`;
    const path = base.pathname.replace(/\/+$/, "");
    base.pathname = addressing === "host" ? `${path}/` : `${path}/${bucket}/`;
    this.#base = base;
    this.name = `${base.host}${base.pathname}`;
    // Whoever keeps a file tries again by itself.
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const headers = { "content-type": "application/octet-stream", "content-length": String(bytes.length) };
    const response = await this.#ask(key, { method: "PUT", body: new Uint8Array(bytes), headers });
    await response.body?.cancel();
    if (!response.ok) throw new StoreError(response.status);
  }

  async get(key: string): Promise<Buffer | null> {
    const response = await this.#ask(key, { method: "GET" });
    if (response.status === 404 || !response.ok) await response.body?.cancel();
    if (response.status === 404) return null;
    if (!response.ok) throw new StoreError(response.status);
    if (Number(response.headers.get("content-length") ?? 0) > LONGEST) throw new StoreError(413);
    return Buffer.from(await response.arrayBuffer());
  }

  async remove(key: string): Promise<void> {
    const response = await this.#ask(key, { method: "DELETE" }, REMOVED_WITHIN_MS);
    await response.body?.cancel();
    if (!response.ok && response.status !== 404) throw new StoreError(response.status);
  }

  #ask(key: string, init: RequestInit, withinMs = WITHIN_MS): Promise<Response> {
    const signal = AbortSignal.timeout(withinMs);
    return this.#client.fetch(new URL(`chaxu/files/${key.slice(0, 2)}/${key}`, this.#base).href, {
      ...init,
      signal,
      redirect: "error",
    });
  }
}

/** That the store answered otherwise than with a success. */
class StoreError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the S3 store answered HTTP ${status}`);
    this.status = status;
  }
}
