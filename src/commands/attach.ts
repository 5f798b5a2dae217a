import type { Conversation } from "../chat/conversation.ts";
import type { AttachmentRef, KnownBody, Target } from "../domain/notice.ts";
import { replyPlace, tell } from "../issues/tell.ts";
import { linkBlocks } from "../messages/attachment-card.ts";
import type { Block } from "../messages/card.ts";
import { captionOf } from "../messages/zh-cn/attachments.ts";

/**
 * Has a picture or document sent to where it was asked for. The answer's words on it: that it comes, or its link where
 * nothing can be sent to.
 */
export async function attach(conversation: Conversation, what: AttachmentRef): Promise<readonly Block[]> {
  const { work, linkTo } = conversation;
  const caption = captionOf(what, work.park.org.park.timeZone, work.now);
  const target = placeOf(conversation);
  if (target === null) {
    const kind = what.kind === "trend" ? "picture" : "file";
    return linkBlocks({ caption, kind, url: linkTo(what), reachable: false });
  }
  const notice: KnownBody = { kind: "attachment", what };
  await tell(work, [replyPlace(target)], { notice, express: true });
  return [{ kind: "text", text: `${caption}，随后发到这里。` }];
}

/** Null: nothing but an answer reaches this place. That is so in WeCom's direct chats, and in its groups without a webhook. */
function placeOf({ chat, sender, work }: Conversation): Target | null {
  const { platform, userId, name } = sender;
  if (chat === null) return work.park.reaches(platform, userId) ? { kind: "person", platform, userId, name } : null;
  return platform === "wecom" && chat.webhook === undefined ? null : { kind: "chat", code: chat.code };
}
