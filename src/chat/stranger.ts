import type { Context } from "../issues/context.ts";
import type { Sender } from "../issues/guest.ts";
import { OFFICE_KNOWS } from "../messages/zh-cn/chat.ts";
import type { StoredMessage } from "../store/inbound-message.ts";
import { type Command, callingForHelp, type Reply, sentence } from "./conversation.ts";
import { isDanger } from "./understand/zh-cn-danger.ts";

/** What somebody of whom nothing is known has written, and where. */
export interface Unknown {
  readonly ctx: Context;
  readonly message: StoredMessage;
  readonly sender: Sender;
  readonly commands: readonly Command[];
}

/** The answer to somebody unknown: of danger to life the coordinator is told all the same, and it says first whom to call. */
export async function heardInDanger(unknown: Unknown, reply: Reply): Promise<Reply> {
  const { message } = unknown;
  if (message.unreadable !== null || !isDanger(message.text)) return reply;
  return callingForHelp((await tellOffice(unknown)) ? after(reply) : reply);
}

/** Whether the office hears of it. */
async function tellOffice({ ctx, message, sender, commands }: Unknown): Promise<boolean> {
  const raising = commands.find((one) => one.name === "submit");
  if (raising?.offered === undefined) return false;
  await ctx.admitted;
  const { text: rest, platform, messageId, groupId } = message;
  const chat = groupId === null ? undefined : ctx.park.directory.chatBy(platform, groupId);
  const heard = {
    ctx,
    sender,
    publicIn: null,
    source: { platform, messageId, chat: chat?.code ?? null },
    stranger: { group: chat === undefined ? groupId : null },
  };
  await raising.offered(heard, { word: raising.name, number: null, id: 0, rest });
  return true;
}

function after({ card, ...reply }: Reply): Reply {
  const known = sentence(OFFICE_KNOWS).card?.blocks ?? [];
  return { ...reply, card: { blocks: [...known, ...(card?.blocks ?? [])] } };
}
