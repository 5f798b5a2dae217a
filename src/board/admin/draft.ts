import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/**
 * What was uploaded and waits to be confirmed goes with the page that shows it, and is kept nowhere else. It is sealed: nobody reads it
 * there, with its secrets, and nothing but what was shown can be confirmed.
 */

export interface Draft {
  readonly text: string;
  /** Of whom it is. */
  readonly person: string;
  /** The digest of what was in force when it was shown. */
  readonly before: string;
  /** In milliseconds. */
  readonly ends: number;
}

const IV = 12;
const TAG = 16;
/** An org file is at most 1 MB. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Seals and opens drafts. */
export class Drafts {
  readonly #key: Buffer;

  constructor(secret: Buffer) {
    this.#key = createHmac("sha256", secret).update("chaxu draft of the org").digest();
  }

  seal(draft: Draft): string {
    const iv = randomBytes(IV);
    const cipher = createCipheriv("aes-256-gcm", this.#key, iv);
    const sealed = [cipher.update(deflateRawSync(JSON.stringify(draft))), cipher.final()];
    return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString("base64url");
  }

  /** Null: it was not sealed here. */
  open(sealed: string): Draft | null {
    const bytes = Buffer.from(sealed, "base64url");
    if (bytes.length <= IV + TAG) return null;
    try {
      const decipher = createDecipheriv("aes-256-gcm", this.#key, bytes.subarray(0, IV));
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      const opened = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
      // This program alone can have sealed it.
      return JSON.parse(inflateRawSync(opened, { maxOutputLength: MOST_BYTES }).toString()) as Draft;
    } catch {
      return null;
    }
  }
}
