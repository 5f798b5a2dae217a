import type { Conversation, Reply, Said } from "../../chat/conversation.ts";
import { isOwn, mayMove } from "../../chat/understand/sight.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { likeOnes } from "../../domain/routing/similar.ts";
import { ownGoesOn } from "../../messages/zh-cn/like.ts";
import { runMove } from "./moves.ts";

/** 同感 12, and what it leaves open: an own issue about the same goes on until its company takes it back. */
export async function runJoin(conversation: Conversation, actions: readonly Doable[], said: Said): Promise<Reply> {
  const reply = await runMove(conversation, actions, said);
  const own = ownLike(conversation, said.id);
  if (reply.card === null || own === undefined) return reply;
  return { ...reply, card: { blocks: [...reply.card.blocks, { kind: "text", text: ownGoesOn(own) }] } };
}

/** Of what was read with the message, where it may be spoken of here. */
function ownLike({ ctx, chat, situation }: Conversation, id: number): number | undefined {
  const issues = ctx.known?.issues ?? [];
  const joined = issues.find((one) => one.id === id);
  if (joined === undefined) return undefined;
  const numbers = situation.issues.filter((one) => isOwn(one) && mayMove("withdraw", one)).map((one) => one.number);
  const own = issues.filter((one) => numbers.includes(one.id) && (chat === null || !one.confidential));
  return likeOnes(joined.text, own, ctx.park.experience.likeness)[0]?.id;
}
