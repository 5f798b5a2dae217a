import type { KnownBody, Target } from "../domain/notice/notice.ts";
import type { Context } from "../issues/context.ts";
import { replyPlace, tell } from "../issues/tell.ts";
import type { Card } from "../messages/card.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { finishInbound, type StoredInbound } from "../store/inbound.ts";
import { LONGEST_KEPT, type StoredMessage } from "../store/inbound-message.ts";
import { issueOfKey } from "../store/notices.ts";
import { type Command, type Conversation, isTooLong, MAX_TEXT, type Reply, sentence } from "./conversation.ts";
import { introduce } from "./introduce.ts";
import { run } from "./run.ts";
import { parse } from "./understand/parse.ts";

/** What all conversations have in common. */
export type Common = Pick<Conversation, "commands" | "linkTo" | "posts">;

/** Works on one stored message: who, which command, run, reply. In the caller's transaction. */
export async function reply(ctx: Context, row: StoredInbound, common: Common): Promise<void> {
  if (row.message !== null) await finish(ctx, row, row.message, await replyOf(ctx, row.message, common));
}

/** Ends a message that could not be worked on, with a sentence that says so. */
export async function apologise(ctx: Context, row: StoredInbound): Promise<void> {
  if (row.message === null) return;
  await finish(ctx, row, row.message, sentence(words.BROKEN));
}

async function replyOf(ctx: Context, message: StoredMessage, common: Common): Promise<Reply> {
  const introduction = await introduce(ctx, message);
  if ("stranger" in introduction) return sentence(introduction.stranger);
  if (message.unreadable !== null) return sentence(words.UNREADABLE);
  const problem = lengthProblem(message, common.commands);
  if (problem !== null) return sentence(problem);
  const quoted = await quotedIssue(ctx, message);
  if (quoted === null && message.quotes && message.text.trim() === "") return sentence(words.QUOTED_UNCLEAR);
  const { chat } = introduction;
  const conversation: Conversation = {
    ...introduction,
    ...common,
    ctx,
    source: { platform: message.platform, messageId: message.messageId, chat: chat?.code ?? null },
    text: message.text,
    pictures: message.pictures,
    publicIn: chat?.audience === "enterprise" ? chat.code : null,
    quoted,
  };
  return run(conversation);
}

const LONGEST_BEGINNING = 100;

/** Looked at before anything reads the text, so that no text takes long. */
function lengthProblem({ text, written }: StoredMessage, commands: readonly Command[]): string | null {
  const characters = written ?? [...text].length;
  if (!isTooLong(characters)) return null;
  const parsed = parse(text.slice(0, LONGEST_BEGINNING), commands);
  const isList = parsed.kind === "command" && parsed.spec.takesLong?.(parsed.rest) === true;
  if (!isList) return words.tooLong(characters, MAX_TEXT);
  return written === undefined ? null : words.listTooLong(written, LONGEST_KEPT);
}

/** The issue of the quoted message: by the platform's key of what the bot sent, else by the one number in its text. */
async function quotedIssue({ db }: Context, message: StoredMessage): Promise<number | null> {
  const known = message.quoteKey === null ? null : await issueOfKey(db, message.platform, message.quoteKey);
  if (known !== null) return known;
  const numbers = new Set([...(message.quoteText ?? "").matchAll(/[#＃](\d{1,9})/gu)].map((match) => Number(match[1])));
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined ? only : null;
}

/** Where the platform takes the answer in its own request, it is kept for that; else it goes through the outbox. */
async function finish(ctx: Context, row: StoredInbound, message: StoredMessage, reply: Reply): Promise<void> {
  const { platform } = message;
  const say = (target: Target, card: Card, issueId: number | null) => {
    const notice: KnownBody = { kind: "reply", card };
    return tell(ctx, [replyPlace(target)], { notice, issueId, express: true });
  };
  await finishInbound(ctx.db, row, ctx.now, { card: reply.card, issueId: reply.issueId });
  if (row.streamId === null && reply.card !== null) {
    const target = {
      kind: "reply" as const,
      platform,
      url: message.replyUrl,
      expiresAt: message.replyUntil,
      chatId: message.groupId,
      userId: message.groupId === null ? message.senderId : null,
    };
    await say(target, reply.card, reply.issueId);
  }
  for (const { to, card, issueId } of reply.aside ?? []) await say(to, card, issueId);
}
