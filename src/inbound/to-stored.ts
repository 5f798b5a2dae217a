import type { InboundMessage } from "../platforms/platform.ts";
import type { StoredMessage } from "../store/inbound-message.ts";

export function toStored(message: InboundMessage): StoredMessage {
  return {
    platform: message.platform,
    messageId: message.messageId,
    groupId: message.chat.kind === "group" ? message.chat.id : null,
    senderId: message.sender.id,
    senderName: message.sender.name ?? null,
    text: message.text,
    pictures: message.pictures,
    unreadable: message.unreadable ?? null,
    quoteText: message.quote?.text ?? null,
    quoteKey: message.quote?.key ?? null,
    quotes: message.quote !== undefined,
    replyUrl: message.replyTo?.url ?? null,
    replyUntil: message.replyTo?.expiresAt.toISOString() ?? null,
  };
}
