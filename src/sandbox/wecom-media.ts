import { createHash } from "node:crypto";
import { pictureType, type SimFile, Uploads } from "./media.ts";
import type { WebhookAnswer } from "./wecom-shapes.ts";

/** Pictures and files of the group webhook, with the limits of page 91770 and the codes of page 90313. */

const MAX_PICTURE_BYTES = 2 * 1024 * 1024;
const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MIN_FILE_BYTES = 6;
const VALID_MS = 3 * 24 * 3_600_000;

type Fields = Readonly<Record<string, unknown>>;

/** The picture inside an `image` message, or why it is refused. */
export function pictureOf({ base64, md5 }: Fields): SimFile | WebhookAnswer {
  if (typeof base64 !== "string" || typeof md5 !== "string") return refusal(40058, "image.base64 or image.md5 missing");
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length === 0 || bytes.toString("base64") !== base64) return refusal(40058, "image.base64 is no base64");
  if (bytes.length > MAX_PICTURE_BYTES) return refusal(40009, "invalid image size");
  const mime = pictureType(bytes);
  if (mime === null) return refusal(40123, "invalid image format");
  if (createHash("md5").update(bytes).digest("hex") !== md5) return refusal(301019, "file MD5 does not match");
  return { name: `图片.${mime === "image/png" ? "png" : "jpg"}`, mime, bytes };
}

/** The files of all webhooks: a media id is good for three days, and for the webhook that it was uploaded to. */
export class WecomFiles {
  readonly #uploads = new Uploads();

  upload(key: string, type: string, file: SimFile | null, now: number): WebhookAnswer {
    if (type !== "file") return refusal(40004, "invalid media type");
    if (file === null || file.name === "") return refusal(41005, "media data missing");
    if (file.bytes.length < MIN_FILE_BYTES || file.bytes.length > MAX_FILE_BYTES) {
      return refusal(40006, "invalid media size");
    }
    const id = this.#uploads.keep({ owner: key, type, file, endsAt: now + VALID_MS });
    return { errcode: 0, errmsg: "ok", type, media_id: id, created_at: String(Math.floor(now / 1000)) };
  }

  /** The file of a `file` message, or why it is refused. */
  fileOf(key: string, { media_id: id }: Fields, now: number): SimFile | WebhookAnswer {
    const file = typeof id === "string" ? this.#uploads.take(id, key, "file", now) : null;
    return file ?? refusal(40007, "invalid media_id");
  }
}

function refusal(errcode: number, errmsg: string): WebhookAnswer {
  return { errcode, errmsg };
}
