import type { RawRequest, Received } from "../inbound.ts";
import { isSignedBy, open } from "./signature.ts";

/** The two values of the console, and whom the content must be meant for: nobody for the bot, the company for its app. */
export interface CallbackKeys {
  readonly token: string;
  readonly encodingAesKey: string;
  readonly receiveId: string;
}

export type Refused = Extract<Received, { kind: "refused" }>;

/** The decrypted text, with the nonce that it came with. */
export type OpenedCallback = { readonly kind: "opened"; readonly text: string; readonly nonce: string } | Refused;

const MAX_CLOCK_DIFFERENCE_S = 3600;

/**
 * Verifies and decrypts a callback: the signature first, then the time, then whom it is meant for (101033, 90968). `read`
 * finds what is encrypted in the body of a POST; the address check has it in the query.
 */
export function openCallback(
  keys: CallbackKeys,
  request: Pick<RawRequest, "method" | "query" | "body">,
  now: Date,
  read: (body: Buffer) => string | undefined | Refused,
): OpenedCallback {
  const { msg_signature: signature, timestamp, nonce } = request.query;
  if (!signature || !timestamp || !nonce) return refused(401, "signature, timestamp or nonce is missing");
  const encrypted = request.method === "GET" ? request.query["echostr"] : read(request.body);
  if (!encrypted) return refused(401, "nothing encrypted, so nothing is signed");
  if (typeof encrypted !== "string") return encrypted;
  // A space was a plus sign that some proxy decoded once too often.
  const signed = { timestamp, nonce, encrypted: encrypted.replaceAll(" ", "+") };
  if (!isSignedBy(keys.token, signed, signature)) return refused(401, "the signature is wrong");
  if (!isRecent(timestamp, now)) return refused(401, "the timestamp is not within one hour");
  const opened = open(keys.encodingAesKey, signed.encrypted);
  if (opened === null) return refused(400, "the content cannot be decrypted");
  if (opened.receiveId !== keys.receiveId) return refused(401, "the content is meant for another receiveid");
  return { kind: "opened", text: opened.text, nonce };
}

function isRecent(timestamp: string, now: Date): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= MAX_CLOCK_DIFFERENCE_S;
}

export function refused(status: 400 | 401, reason: string): Refused {
  return { kind: "refused", status, reason };
}
