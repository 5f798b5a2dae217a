import type { Conversation, Reply, Said } from "../../chat/conversation.ts";
import { markGiven } from "../../chat/understand/zh-cn-marks.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { runMove } from "./moves.ts";

/** 已解决 12 给4分: it is closed, and rated with it; without a mark it is asked for. */
export async function runSettled(conversation: Conversation, actions: readonly Doable[], said: Said): Promise<Reply> {
  const settled = await runMove(conversation, actions, said);
  const mark = markGiven(plainOf(said.rest));
  // Only what was just closed by this asks for a mark.
  if (mark === null || settled.asks === undefined || settled.card === null) return settled;
  const rest = `${mark} ${said.rest}`;
  const rated = await runMove(conversation, ["rate"], {
    word: commandWord("rate"),
    id: said.id,
    number: said.id,
    rest,
  });
  const [title] = settled.card.blocks;
  return { ...rated, card: { blocks: [...(title === undefined ? [] : [title]), ...(rated.card?.blocks ?? [])] } };
}
