import { randomBytes } from "node:crypto";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";

/** What the simulated WeCom and the bot share: the two values of the console. */
export interface WecomKeys {
  readonly token: string;
  readonly encodingAesKey: string;
}

/** A callback as WeCom sends it: the query of the address, and the body. */
export interface SealedCallback {
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Encrypts and signs a callback, with the empty receiveid of a company's own bot. */
export function sealCallback(keys: WecomKeys, text: string, at: { timestamp: number; nonce: string }): SealedCallback {
  const encrypted = encrypt(keys.encodingAesKey, text, "");
  const query = signedQuery(keys, encrypted, at);
  return { query, body: JSON.stringify({ encrypt: encrypted }) };
}

/** The address check carries its text in the query. */
export function sealEcho(keys: WecomKeys, text: string, at: { timestamp: number; nonce: string }): SealedCallback {
  const encrypted = encrypt(keys.encodingAesKey, text, "");
  return { query: { ...signedQuery(keys, encrypted, at), echostr: encrypted }, body: "" };
}

/**
 * Opens the bot's reply and holds it to the documented form: the callback's nonce, a whole number of
 * seconds, a valid signature, an empty receiveid, JSON inside. Null for an empty body, which is allowed.
 */
export function openReply(keys: WecomKeys, body: string, nonce: string): Record<string, unknown> | null {
  if (body === "") return null;
  const envelope = object(body, "the reply");
  const { encrypt: encrypted, msgsignature: signature, timestamp } = envelope;
  if (typeof encrypted !== "string") throw new Error("the reply has no encrypt");
  if (!Number.isInteger(timestamp)) throw new Error("the reply's timestamp is not a whole number");
  if (envelope["nonce"] !== nonce) throw new Error("the reply does not carry the callback's nonce");
  if (signature !== getSignature(keys.token, String(timestamp), nonce, encrypted)) {
    throw new Error("the reply's signature is wrong");
  }
  const opened = decrypt(keys.encodingAesKey, encrypted);
  if (opened.id !== "") throw new Error("the reply's receiveid is not empty");
  return object(opened.message, "the decrypted reply");
}

export function freshId(): string {
  return randomBytes(12).toString("hex");
}

function signedQuery(keys: WecomKeys, encrypted: string, at: { timestamp: number; nonce: string }) {
  return {
    msg_signature: getSignature(keys.token, at.timestamp, at.nonce, encrypted),
    timestamp: String(at.timestamp),
    nonce: at.nonce,
  };
}

function object(text: string, what: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${what} is no JSON object`);
  return { ...value };
}
