import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { BOARD_FOR_LISTED, BOARD_IS_DIRECT, BOARD_LINK, BOARD_LINK_GOOD_FOR } from "../../messages/zh-cn/board.ts";
import { keepSignInLink } from "../../store/sign-in-links.ts";

/** How long a link to the board is good. */
const GOOD_MS = 10 * 60_000;

/** 看板: a link that signs in who asked for it, once. Others of a group could use it, so it is for a direct chat. */
export async function linkToBoard({ ctx, actor, chat, boardAt }: Conversation): Promise<Reply> {
  if (actor.kind !== "person") return sentence(BOARD_FOR_LISTED);
  if (chat !== null) return sentence(BOARD_IS_DIRECT);
  const token = await keepSignInLink(ctx.db, actor.name, new Date(ctx.now.getTime() + GOOD_MS));
  return withCard({
    blocks: [
      { kind: "link", text: BOARD_LINK, url: `${boardAt()}/login/link/${token}` },
      { kind: "hint", text: BOARD_LINK_GOOD_FOR },
    ],
  });
}
