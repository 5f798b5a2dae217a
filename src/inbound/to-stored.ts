import { cleanText } from "../messages/escape.ts";
import type { InboundMessage } from "../platforms/platform.ts";
import type { StoredMessage } from "../store/inbound-message.ts";

/** Texts lose what no database keeps (NUL, halves of characters) and nobody sees (control and direction marks). */
export function toStored(message: InboundMessage): StoredMessage {
  return {
    platform: message.platform,
    messageId: message.messageId,
    groupId: message.chat.kind === "group" ? message.chat.id : null,
    senderId: message.sender.id,
    senderName: message.sender.name === undefined ? null : cleanText(message.sender.name),
    text: cleanText(message.text),
    pictures: message.pictures,
    unreadable: message.unreadable ?? null,
    quoteText: message.quote?.text === undefined ? null : cleanText(message.quote.text),
    quoteKey: message.quote?.key ?? null,
    quotes: message.quote !== undefined,
    replyUrl: message.replyTo?.url ?? null,
    replyUntil: message.replyTo?.expiresAt.toISOString() ?? null,
  };
}

/** Whether every id of a message can be kept and compared as it came: a database holds no NUL and no half characters. */
export function isStorable(message: InboundMessage): boolean {
  const { messageId, nonce = "", sender, chat, quote } = message;
  const ids = [messageId, nonce, sender.id, chat.kind === "group" ? chat.id : "", quote?.key ?? ""];
  return !/[\0\p{Cs}]/u.test(ids.join(""));
}
