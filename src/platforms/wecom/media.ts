import { createDecipheriv } from "node:crypto";
import { download } from "../download.ts";
import type { MediaSource } from "../inbound.ts";
import type { Fetched, FetchWithin } from "../platform.ts";
import type { WecomAppClient } from "./app-client.ts";
import { keyOf, unpadded } from "./signature.ts";

/** Pictures and files that were sent to the bot (100719, 101463) or to the app (90254). */

export interface MediaOptions {
  readonly apiBase: string;
  /** The bot's callback, whose key encrypts what has none of its own. */
  readonly bot?: { readonly encodingAesKey: string };
}

/** WeCom's own names, and those of the object store in which it keeps what was sent. */
const HOSTS = [".qq.com", ".wecom.work", ".myqcloud.com", ".tencentcos.cn"] as const;
/** What encryption adds to a file, at most. */
const PADDING = 32;

export async function fetchWecomMedia(
  { apiBase, bot }: MediaOptions,
  direct: WecomAppClient | null,
  source: MediaSource,
  { limit, signal }: FetchWithin,
): Promise<Fetched> {
  if (source.by === "media-id") {
    return direct === null ? gone("no app is configured") : direct.media(source.id, { hosts: HOSTS, limit, signal });
  }
  if (source.by !== "url") return gone("nothing that WeCom gives");
  const got = await download({ url: source.url, hosts: HOSTS, apiBase, limit: limit + PADDING, signal });
  if (got.state !== "fetched") return got;
  const key = source.key ?? bot?.encodingAesKey;
  // What no key opens was not encrypted: what it is, its first bytes tell.
  const bytes = (key === undefined ? null : opened(got.bytes, key)) ?? got.bytes;
  if (bytes.length > limit) return { state: "refused", why: "too-large", reason: "more bytes than are taken" };
  return { state: "fetched", bytes, ...(got.name !== undefined && { name: got.name }) };
}

/** AES-256-CBC, whose first vector is the key's beginning. Null: it is not encrypted by this key. */
function opened(sealed: Buffer, encodedKey: string): Buffer | null {
  const key = keyOf(encodedKey);
  if (key === null || sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16));
  decipher.setAutoPadding(false);
  return unpadded(Buffer.concat([decipher.update(sealed), decipher.final()]));
}

function gone(reason: string): Fetched {
  return { state: "refused", why: "gone", reason };
}
