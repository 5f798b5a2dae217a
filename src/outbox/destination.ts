import type { Target } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import type { Destination } from "../platforms/platform.ts";

/**
 * The platform's address of a target, as the org file has it now. `tried`: how often it was tried before. Null: the chat
 * has left the org file.
 */
export function destinationOf(target: Target, park: ParkView, tried: number): Destination | null {
  switch (target.kind) {
    case "chat": {
      const chat = park.directory.chat(target.code);
      if (chat === undefined) return null;
      return {
        kind: "group",
        chatId: chat.chatId,
        ...(chat.webhook === undefined ? {} : { webhook: chat.webhook }),
        ...(chat.secret === undefined ? {} : { secret: chat.secret }),
      };
    }
    case "person":
      return { kind: "person", userId: target.userId };
    case "reply": {
      const fallback = fallbackOf(target, park);
      if (target.url === null || target.expiresAt === null) return fallback;
      return { kind: "reply", url: target.url, expiresAt: new Date(target.expiresAt), tried, fallback };
    }
  }
}

function fallbackOf(target: Extract<Target, { kind: "reply" }>, park: ParkView) {
  if (target.chatId !== null) {
    const chat = park.directory.chatBy(target.platform, target.chatId);
    const webhook = chat?.webhook === undefined ? {} : { webhook: chat.webhook };
    const secret = chat?.secret === undefined ? {} : { secret: chat.secret };
    return { kind: "group" as const, chatId: target.chatId, ...webhook, ...secret };
  }
  return target.userId === null ? null : { kind: "person" as const, userId: target.userId };
}
