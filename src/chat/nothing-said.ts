import type { StoredMessage } from "../store/inbound-message.ts";

/** Who would speak, and where. */
export type Asker = Pick<StoredMessage, "platform" | "groupId" | "senderId">;

/** A message without a word: it only says who is there. */
export function nothingSaid(asker: Asker): StoredMessage {
  return {
    messageId: "",
    senderName: null,
    text: "",
    pictures: 0,
    unreadable: null,
    quotes: false,
    quoteText: null,
    quoteKey: null,
    replyUrl: null,
    replyUntil: null,
    ...asker,
  };
}
