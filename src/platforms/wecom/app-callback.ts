import type { Clock } from "../../shared/clock.ts";
import type { RawRequest, Received } from "../platform.ts";
import { type AppParsed, encryptedIn, parseAppCallback } from "./app-parse.ts";
import { openCallback, refused } from "./open-callback.ts";

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
      return receiveEvent(parsed);
    case "ignored":
      return parsed;
    case "unreadable":
      return refused(400, parsed.reason);
  }
}

/** The one place for events. `template_card_event` is a button that was pressed; no other concerns the bot (90240). */
function receiveEvent({ name }: Extract<AppParsed, { kind: "event" }>): Received {
  return { kind: "ignored", reason: `event ${name}` };
}
