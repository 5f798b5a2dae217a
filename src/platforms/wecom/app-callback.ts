import { createHash } from "node:crypto";
import type { Clock } from "../../shared/clock.ts";
import type { RawRequest, Received } from "../inbound.ts";
import { CODE_MS, codeUrlOf } from "./app-change.ts";
import { type AppParsed, encryptedIn, parseAppCallback } from "./app-parse.ts";
import { openCallback, refused } from "./open-callback.ts";
import { isPress, parsePress } from "./press.ts";
import { textOf } from "./xml.ts";

export interface AppCallback {
  /** Whom the content must be meant for (90968). */
  readonly corpId: string;
  readonly callback: { readonly token: string; readonly encodingAesKey: string };
  readonly botName: string;
  readonly clock: Clock;
}

/**
 * One callback of the self-built app: encrypted XML (90238–90241). It is acknowledged with an empty 200; the answer goes by
 * message/send, which has no limit of five seconds.
 */
export function receiveForApp({ corpId, callback, botName, clock }: AppCallback, request: RawRequest): Received {
  const opened = openCallback({ ...callback, receiveId: corpId }, request, clock.now(), (body) => {
    const encrypted = encryptedIn(body);
    return encrypted === "unsafe" ? refused(400, "the XML is too large, too deep, or declares something") : encrypted;
  });
  if (opened.kind === "refused") return opened;
  if (request.method === "GET") return { kind: "handshake", body: opened.text };
  const parsed = parseAppCallback(opened.text, opened.nonce, botName);
  switch (parsed.kind) {
    case "message":
      return { kind: "message", message: parsed.message };
    case "event":
      return receiveEvent(parsed, opened.nonce, clock.now());
    case "ignored":
      return parsed;
    case "unreadable":
      return refused(400, parsed.reason);
  }
}

/** Of all events a press on a card alone concerns the bot (90240). */
function receiveEvent(parsed: Extract<AppParsed, { kind: "event" }>, nonce: string, now: Date): Received {
  const { name, id, fields } = parsed;
  const press = isPress(name) ? parsePress(fields) : null;
  const userId = textOf(fields, "FromUserName") ?? "";
  if (press === null || userId === "" || userId === "sys") return { kind: "ignored", reason: `event ${name}` };
  const { key, cardId, responseCode } = press;
  const expiresAt = new Date(now.getTime() + CODE_MS);
  return {
    kind: "message",
    message: {
      platform: "wecom",
      // An event has no id of its own: the code is one of each press, and a repeat has the same.
      messageId: digestOf(responseCode ?? `${id} ${key}`),
      nonce,
      chat: { kind: "direct" },
      sender: { id: userId },
      text: "",
      pictures: 0,
      press: { key, cardId },
      ...(responseCode !== undefined && { replyTo: { url: codeUrlOf(responseCode), expiresAt } }),
    },
  };
}

function digestOf(text: string): string {
  return `press-${createHash("sha256").update(text).digest("hex")}`;
}
