import { createDecipheriv } from "node:crypto";
import { getSignature, encrypt as seal } from "@wecom/crypto";
import { isSame } from "../same.ts";

/** What WeCom signs of a callback: the token, the timestamp and nonce of the address, and the encrypted text. */
export interface Signed {
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypted: string;
}

/** SHA-1 over the four sorted strings, compared in constant time (101033). */
export function isSignedBy(token: string, signed: Signed, signature: string): boolean {
  return isSame(signature, getSignature(token, signed.timestamp, signed.nonce, signed.encrypted));
}

export interface Opened {
  readonly text: string;
  /** Whom it was meant for: the empty string for a bot of the own company. */
  readonly receiveId: string;
}

const CIPHER_BLOCK = 16;
const MAX_PADDING = 32;
const RANDOM = 16;

/**
 * Decrypts random(16) | length(4) | text | receiveId, or null when that is not what comes out. Done here
 * because the library's decrypt checks neither padding nor length, so a wrong key could yield text.
 */
export function open(encodingAesKey: string, encrypted: string): Opened | null {
  const key = keyOf(encodingAesKey);
  const sealed = Buffer.from(encrypted, "base64");
  if (key === null || sealed.length === 0 || sealed.length % CIPHER_BLOCK !== 0) return null;
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16));
  decipher.setAutoPadding(false);
  const plain = unpadded(Buffer.concat([decipher.update(sealed), decipher.final()]));
  if (plain === null || plain.length < RANDOM + 4) return null;
  const start = RANDOM + 4;
  const end = start + plain.readUInt32BE(RANDOM);
  if (end > plain.length) return null;
  return { text: plain.toString("utf8", start, end), receiveId: plain.toString("utf8", end) };
}

/** The 43 characters of the console as 32 bytes, or those with their sign of a message's own; spare bits are random and ignored. */
export function keyOf(encoded: string): Buffer | null {
  const key = Buffer.from(encoded, "base64");
  return key.length === 32 ? key : null;
}

/** PKCS#7 to blocks of 32, which is why the cipher's own unpadding cannot be used. */
export function unpadded(data: Buffer): Buffer | null {
  const count = data[data.length - 1] ?? 0;
  if (count < 1 || count > MAX_PADDING || count > data.length) return null;
  const end = data.length - count;
  return data.subarray(end).every((byte) => byte === count) ? data.subarray(0, end) : null;
}

/** An encrypted and signed reply; `nonce` must be the callback's own, `timestamp` is in seconds (101033). */
export function sealedReply(
  bot: { readonly token: string; readonly encodingAesKey: string },
  reply: { readonly text: string; readonly nonce: string; readonly timestamp: number },
): string {
  const encrypted = seal(bot.encodingAesKey, reply.text, "");
  return JSON.stringify({
    encrypt: encrypted,
    msgsignature: getSignature(bot.token, reply.timestamp, reply.nonce, encrypted),
    timestamp: reply.timestamp,
    nonce: reply.nonce,
  });
}
