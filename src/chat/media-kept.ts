import { randomUUID } from "node:crypto";
import type { Target } from "../domain/notice/notice.ts";
import type { Context } from "../issues/context.ts";
import { insertFiles } from "../store/files.ts";
import type { StoredInbound } from "../store/inbound.ts";
import type { StoredMedia, StoredMessage } from "../store/inbound-message.ts";
import type { Conversation } from "./conversation.ts";

/** What came with a message is kept as due work with its answer, and fetched behind it. */

const MINUTE_MS = 60_000;

/** How long what gives the bytes lives: an address of WeCom's bot (100719), a media id (90254); of DingTalk's code nobody says it. */
const LIVES_MS: Readonly<Record<string, number>> = {
  url: 5 * MINUTE_MS,
  "media-id": 3 * 24 * 60 * MINUTE_MS,
  code: 60 * MINUTE_MS,
};

interface Told extends Pick<Conversation, "posts"> {
  /** Hears that something came with a message, which is to be fetched behind it. */
  readonly onMedia?: () => void;
}

/** The ids under which it is fetched. */
export async function keepMedia(
  ctx: Context,
  { receivedAt }: StoredInbound,
  message: StoredMessage,
  common: Told,
): Promise<readonly string[]> {
  const { media = [], platform, messageId, senderId, senderName } = message;
  if (media.length === 0) return [];
  await ctx.admitted;
  const place = placeOf(ctx, message, common);
  const fresh = media.map((one, nth) => ({
    ...one,
    // By it they stand in the order in which they were sent.
    id: `${String(nth).padStart(2, "0")}-${randomUUID()}`,
    platform,
    messageId,
    userId: senderId,
    userName: senderName ?? "",
    place,
    receivedAt,
    retryAt: ctx.now,
    until: new Date(receivedAt.getTime() + livesMs(one)),
  }));
  await insertFiles(ctx.db, fresh);
  common.onMedia?.();
  return fresh.map(({ id }) => id);
}

function livesMs({ source }: StoredMedia): number {
  return LIVES_MS[source["by"] ?? ""] ?? 5 * MINUTE_MS;
}

/** Where its sender hears of it: where he said it, unless nothing can be posted there and he is reached directly. */
function placeOf({ park }: Context, message: StoredMessage, { posts }: Pick<Told, "posts">): Target {
  const { platform, senderId, senderName, groupId } = message;
  const group = groupId === null ? undefined : park.directory.chatBy(platform, groupId);
  const isMute = group !== undefined && message.replyUrl === null && !posts(group);
  if (isMute && park.reaches(platform, senderId)) {
    return { kind: "person", platform, userId: senderId, name: senderName ?? "" };
  }
  return replyTarget(message);
}

/** Where a message is answered. */
export function replyTarget({ platform, replyUrl, replyUntil, groupId, senderId }: StoredMessage): Target {
  return {
    kind: "reply",
    platform,
    url: replyUrl,
    expiresAt: replyUntil,
    chatId: groupId,
    userId: groupId === null ? senderId : null,
  };
}
