import type { KnownBody, Target } from "../domain/notice/notice.ts";
import type { Context } from "../issues/context.ts";
import { replyPlace, tell } from "../issues/tell.ts";
import type { Card } from "../messages/card.ts";
import * as words from "../messages/zh-cn/chat.ts";
import type { DirectRoads } from "../store/direct-roads.ts";
import { finishInbound, type StoredInbound } from "../store/inbound.ts";
import { LONGEST_KEPT, type StoredMessage } from "../store/inbound-message.ts";
import { keepQuestion } from "../store/questions.ts";
import { type Command, type Conversation, isTooLong, MAX_TEXT, type Reply, sentence } from "./conversation.ts";
import { introduce } from "./introduce.ts";
import { askedIn, readSituation } from "./read-situation.ts";
import { type Outcome, run } from "./run.ts";
import { parse } from "./understand/parse.ts";

/** What all conversations have in common. */
export interface Common extends Pick<Conversation, "commands" | "linkTo" | "posts"> {
  /** Hears why a message was understood as it was; never a word of it. */
  readonly explain?: (why: readonly string[]) => void;
  /** Who has written to the bot directly. */
  readonly roads: DirectRoads;
}

/** Works on one stored message: who, which command, run, reply. In the caller's transaction. */
export async function reply(ctx: Context, row: StoredInbound, common: Common): Promise<void> {
  const { message } = row;
  if (message === null) return;
  const { platform, senderId: userId, groupId } = message;
  // First, because from now on a direct message reaches him.
  if (groupId === null && userId !== "") await common.roads.noteSpoken(ctx.db, { platform, userId }, ctx.now);
  const { reply, question, why } = await outcomeOf(ctx, message, common);
  common.explain?.(why);
  await finish(ctx, row, message, reply);
  if (question !== "kept") await keepQuestion(ctx.db, askedIn(message), question, ctx.now);
}

/** Ends a message that could not be worked on, with a sentence that says so. */
export async function apologise(ctx: Context, row: StoredInbound): Promise<void> {
  if (row.message === null) return;
  await finish(ctx, row, row.message, sentence(words.BROKEN));
}

async function outcomeOf(ctx: Context, message: StoredMessage, common: Common): Promise<Outcome> {
  const introduction = await introduce(ctx, message);
  if ("stranger" in introduction) return saying(introduction.stranger);
  if (message.unreadable !== null) return saying(words.UNREADABLE);
  const problem = lengthProblem(message, common.commands);
  if (problem !== null) return saying(problem);
  const situation = await readSituation({ ...introduction, ...common, ctx }, message);
  if (situation.quote?.by === "person" && message.text.trim() === "") return saying(words.QUOTED_UNCLEAR);
  const { chat } = introduction;
  return run({
    ...introduction,
    ...common,
    ctx,
    source: { platform: message.platform, messageId: message.messageId, chat: chat?.code ?? null },
    text: message.text,
    pictures: message.pictures,
    publicIn: chat?.audience === "enterprise" ? chat.code : null,
    situation,
  });
}

/** Of a message that nothing is read out of: what was asked before is still waited for. */
function saying(text: string): Outcome {
  return { reply: sentence(text), question: "kept", why: [] };
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
