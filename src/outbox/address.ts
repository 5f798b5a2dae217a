import type { Target } from "../domain/notice/notice.ts";
import type { Chat } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import type { Address } from "../platforms/platform.ts";

/**
 * The platform's address of a place, as the org file has it now. `tried`: how often it was tried before. Null: the chat
 * has left the org file.
 */
export function addressOf(place: Target, park: Park, tried: number): Address | null {
  switch (place.kind) {
    case "chat": {
      const chat = park.directory.chat(place.code);
      return chat === undefined ? null : groupOf(chat.chatId, chat);
    }
    case "person":
      return { kind: "person", userId: place.userId };
    case "reply": {
      const fallback = fallbackOf(place, park);
      if (place.url === null || place.expiresAt === null) return fallback;
      return { kind: "reply", url: place.url, expiresAt: new Date(place.expiresAt), tried, fallback };
    }
  }
}

function fallbackOf({ platform, chatId, userId }: Extract<Target, { kind: "reply" }>, park: Park) {
  if (chatId !== null) return groupOf(chatId, park.directory.chatBy(platform, chatId));
  return userId === null ? null : { kind: "person" as const, userId };
}

function groupOf(chatId: string, chat: Chat | undefined): Extract<Address, { kind: "group" }> {
  const { webhook, secret } = chat ?? {};
  return { kind: "group", chatId, ...(webhook !== undefined && { webhook }), ...(secret !== undefined && { secret }) };
}
