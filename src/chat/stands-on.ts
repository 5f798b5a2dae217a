import { plainOf } from "../domain/plain.ts";
import type { Block } from "../messages/card.ts";
import * as words from "../messages/zh-cn/conversation.ts";
import type { Conversation, Reply } from "./conversation.ts";
import type { Doing, Firm, Question, Understood } from "./understand/outcome.ts";
import { RAISING } from "./understand/while-open.ts";
import { wishesIn } from "./wishes.ts";

/** What somebody has told, and was offered to be raised, is not lost when he says something else: it is shown, and waits on. */

type Offer = Extract<Firm, { ask: "offer" }>;

/** With what is asked now. */
export interface StandsOn {
  readonly reply: Reply;
  readonly question: Question;
}

/** Null: nothing was offered so, or what is said now has done it. */
export function standsOn(
  conversation: Conversation,
  question: Question | null,
  understood: Understood,
  reply: Reply,
): StandsOn | null {
  if (question?.ask !== "offer" || !question.doings.every(isTold)) return null;
  const doings = question.doings.filter((one) => !isRaisedBy(one, understood));
  if (doings.length === 0) return null;
  const texts = doings.map((one) => shownHere(conversation, one));
  if (!leavesRoom(reply.asks)) {
    const [{ word } = { word: "" }] = doings;
    return { reply: withHint(reply, words.notSubmitted(texts, word)), question: reply.asks ?? question };
  }
  const { ways: before, ...offer } = question;
  const ways = reply.asks?.ask === "ways" ? reply.asks.ways : before;
  const asked: Offer = { ...offer, doings, beside: true, ...(ways !== undefined && { ways }) };
  return { reply: withHint(reply, words.standsOn(texts)), question: asked };
}

/** A text that would be raised. */
function isTold({ command, number, rest }: Doing): boolean {
  return RAISING.has(command) && number === null && rest !== "";
}

/** 诉求 …, with the very words that were offered. */
function isRaisedBy({ command, rest }: Doing, { steps }: Understood): boolean {
  return steps.some(
    (step) => "doing" in step && step.doing.command === command && plainOf(step.doing.rest).includes(plainOf(rest)),
  );
}

/** Beside what is asked now it can wait: nothing is, or what a receipt names can be done by a word of its own. */
function leavesRoom(asks: Question | undefined): boolean {
  return asks === undefined || (asks.ask === "ways" && asks.ways.every(({ said }) => PUTS_TOGETHER.has(said)));
}

const PUTS_TOGETHER: ReadonlySet<string> = new Set(["merge", "join"]);

/** Null: in a group nothing of what is confidential is repeated. */
function shownHere({ ctx, chat, reader, actor }: Conversation, { rest }: Doing): string | null {
  const { confidential } = wishesIn(rest, ctx.park.directory);
  if (confidential && chat !== null) return null;
  return reader.text(rest, { confidential: false, enterprise: actor.enterprise ?? "", reporter: actor });
}

function withHint(reply: Reply, text: string): Reply {
  if (reply.card === null) return reply;
  const hint: Block = { kind: "hint", text };
  return { ...reply, card: { blocks: [...reply.card.blocks, hint] } };
}
