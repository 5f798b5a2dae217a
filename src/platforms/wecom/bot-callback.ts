import type { Card } from "../../messages/card.ts";
import type { Clock } from "../../shared/clock.ts";
import type { CardUpdate, PassiveReply, RawRequest, Received } from "../inbound.ts";
import { openCallback, refused } from "./open-callback.ts";
import { type Parsed, parseCallback } from "./parse.ts";
import { streamContent } from "./render.ts";
import { isResponseAddress, RESPONSE_MS } from "./response-url.ts";
import { sealedReply } from "./signature.ts";
import { streamIdOf } from "./stream-id.ts";
import { BOT_CARD, buttonsBeside, updatedCard } from "./template-card.ts";

/** The callback of the 智能机器人: encrypted JSON, answered in the response (101033, 101031). */

export interface BotCallback {
  readonly bot: { readonly token: string; readonly encodingAesKey: string };
  readonly botName: string;
  /** Whether its replies to messages bring their buttons with them. */
  readonly replyCards?: boolean | undefined;
  readonly apiBase: string;
  readonly clock: Clock;
}

/** Verifies, decrypts and parses one callback. */
export function receiveForBot(options: BotCallback, request: RawRequest): Received {
  // Of a company's own bot the receiveid is empty.
  const opened = openCallback({ ...options.bot, receiveId: "" }, request, options.clock.now(), encryptedOf);
  if (opened.kind === "refused") return opened;
  if (request.method === "GET") return { kind: "handshake", body: opened.text };
  return understand(options, opened.text, opened.nonce);
}

function understand(options: BotCallback, plain: string, nonce: string): Received {
  const parsed = parseCallback(plain, nonce, options.botName);
  switch (parsed.kind) {
    case "message": {
      const passive = replyOn(options, nonce, streamIdOf(parsed.message.messageId));
      return { kind: "message", message: parsed.message, passive };
    }
    case "press":
      return { kind: "message", ...pressed(options, parsed, nonce) };
    case "refresh":
      return { kind: "refresh", streamId: parsed.streamId, passive: replyOn(options, nonce, parsed.streamId) };
    case "ignored":
      return parsed;
    case "unreadable":
      return refused(400, parsed.reason);
  }
}

function replyOn(options: BotCallback, nonce: string, streamId: string): PassiveReply {
  return {
    streamId,
    encode(card, finished) {
      if (card === null && finished) return "";
      const stream = { id: streamId, finish: finished, content: streamContent(card) };
      const buttons = options.replyCards === true && finished ? buttonsOf(card, streamId) : null;
      const message =
        buttons === null
          ? { msgtype: "stream", stream }
          : { msgtype: "stream_with_template_card", stream, template_card: buttons };
      return sealed(options, nonce, message);
    },
  };
}

/** A repeat of the message is answered with the same card. */
function buttonsOf(card: Card | null, streamId: string) {
  return card === null ? null : buttonsBeside(card, `chaxu-${streamId}`);
}

function sealed({ bot, clock }: BotCallback, nonce: string, message: object): string {
  const timestamp = Math.floor(clock.now().getTime() / 1000);
  return sealedReply(bot, { text: JSON.stringify(message), nonce, timestamp });
}

/** Within 5 s of it the answer to a press changes the card (101031); what else there is to say goes by its own address. */
function pressed(options: BotCallback, { message, responseUrl }: Extract<Parsed, { kind: "press" }>, nonce: string) {
  const { clock, apiBase } = options;
  const { cardId } = message.press;
  const expiresAt = new Date(clock.now().getTime() + RESPONSE_MS);
  const replyTo =
    responseUrl !== null && isResponseAddress(responseUrl, apiBase) ? { url: responseUrl, expiresAt } : undefined;
  const update: CardUpdate = {
    withinMs: 3_500,
    nothing: "",
    encode: (card) => {
      const template_card = updatedCard(cardId, card, BOT_CARD).body;
      return sealed(options, nonce, { response_type: "update_template_card", template_card });
    },
    tellsAll: (card) => updatedCard(cardId, card, BOT_CARD).whole,
  };
  return { message: { ...message, ...(replyTo !== undefined && { replyTo }) }, update };
}

function encryptedOf(body: Buffer): string | undefined {
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    const value = typeof json === "object" && json !== null && "encrypt" in json ? json.encrypt : undefined;
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
