import { createHmac } from "node:crypto";
import { isSame } from "../same.ts";

/** Both directions: DingTalk refuses ours beyond it as well. */
const MAX_SKEW_MS = 3_600_000;

/**
 * Base64 of HMAC-SHA256 over the timestamp, a line break and the secret, keyed with the secret. The same for
 * robot callbacks (app secret) and for custom robots (`SEC…`).
 * Source: open.dingtalk.com/document/development/receive-message and …/customize-robot-security-settings.
 */
export function signatureOf(timestamp: string, secret: string): string {
  return createHmac("sha256", secret).update(`${timestamp}\n${secret}`, "utf8").digest("base64");
}

/**
 * Why a callback with these headers is not trusted, or null when it is. The signature covers neither body nor
 * path, so a captured pair of headers is good for an hour: the message id guards against repeats.
 */
export function distrust(headers: Readonly<Record<string, string>>, secret: string, now: Date): string | null {
  const timestamp = (headers["timestamp"] ?? "").trim();
  const sign = (headers["sign"] ?? "").trim();
  if (timestamp === "" || sign === "") return "the timestamp or sign header is missing";
  const signed = { timestamp, sign, expected: signatureOf(timestamp, secret), variable: "DINGTALK_CLIENT_SECRET" };
  return doubtAbout(signed, now);
}

/**
 * The same for a press on a card: Base64 of HMAC-SHA256 over the timestamp alone, keyed with the secret that was given
 * with the address. Source: open.dingtalk.com/document/development/event-callback-card.
 */
export function distrustCard(headers: Readonly<Record<string, string>>, secret: string, now: Date): string | null {
  const timestamp = (headers["x-ddpaas-signature-timestamp"] ?? "").trim();
  const sign = (headers["x-ddpaas-signature"] ?? "").trim();
  if (timestamp === "" || sign === "") return "the x-ddpaas-signature header or its timestamp is missing";
  const expected = createHmac("sha256", secret).update(timestamp, "utf8").digest("base64");
  return doubtAbout({ timestamp, sign, expected, variable: "DINGTALK_CARD_SECRET" }, now);
}

interface SignedHeaders {
  readonly timestamp: string;
  readonly sign: string;
  readonly expected: string;
  readonly variable: string;
}

function doubtAbout({ timestamp, sign, expected, variable }: SignedHeaders, now: Date): string | null {
  if (!/^\d{1,16}$/.test(timestamp)) return "the timestamp header is not a number of milliseconds";
  if (!isSame(sign, expected)) return `the signature does not match ${variable}`;
  const skew = Number(timestamp) - now.getTime();
  if (Math.abs(skew) > MAX_SKEW_MS) {
    return `the timestamp is ${Math.round(Math.abs(skew) / 60_000)} minutes ${skew < 0 ? "old" : "ahead"}: is the machine's clock right?`;
  }
  return null;
}
