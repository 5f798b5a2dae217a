import { randomUUID } from "node:crypto";

/** Pictures and files as the simulated platforms take them. */

export interface SimFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** The file in a form's field `media`; null when the body is no such form. */
export async function readUpload(contentType: string, body: unknown): Promise<SimFile | null> {
  if (!Buffer.isBuffer(body)) return null;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
    const file = form.get("media");
    if (file === null || typeof file === "string") return null;
    return { name: file.name, mime: file.type, bytes: Buffer.from(await file.arrayBuffer()) };
  } catch {
    return null;
  }
}

/** The type of a picture by its first bytes; null for anything but PNG and JPEG. */
export function pictureType(bytes: Buffer): "image/png" | "image/jpeg" | null {
  if (bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) return "image/png";
  return bytes.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex")) ? "image/jpeg" : null;
}

interface Upload {
  readonly owner: string;
  readonly type: string;
  readonly file: SimFile;
  readonly endsAt: number;
}

/** What was uploaded: each good for its owner alone, and for a time. */
export class Uploads {
  readonly #kept = new Map<string, Upload>();

  /** The media id. `endsAt`: milliseconds, or Infinity. */
  keep(upload: Upload): string {
    const id = randomUUID().replaceAll("-", "");
    this.#kept.set(id, upload);
    return id;
  }

  take(id: string, owner: string, type: string, now: number): SimFile | null {
    const upload = this.#kept.get(id);
    return upload?.owner === owner && upload.type === type && now < upload.endsAt ? upload.file : null;
  }
}
