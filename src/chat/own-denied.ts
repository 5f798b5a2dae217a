import { plainOf } from "../domain/plain.ts";
import { staysAdded, staysReopened } from "../messages/zh-cn/sent-wrong.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import { type Conversation, sentence } from "./conversation.ts";
import { SOON_MS } from "./own-before.ts";
import type { OfLast } from "./told-of-last.ts";
import { deed } from "./understand/make.ts";
import type { Step, Understood } from "./understand/outcome.ts";
import { isOwn } from "./understand/sight.ts";
import { besideDenial, deniesTheIssue } from "./understand/zh-cn-denied-deed.ts";

/**
 * 不对，我说的是被偷，不是停电那件, said by a company soon after its words went to another issue: where they went and how that is put right is
 * told, and they are shown to be raised by themselves. Only of these words the database is asked.
 */

const MOVES = ["reopen", "supplement"];

export async function ofDenied(conversation: Conversation, understood: Understood): Promise<OfLast> {
  const left: OfLast = { ...understood, told: null };
  const { ctx, sender, chat, situation, text } = conversation;
  if (!isFree(understood, conversation) || !deniesTheIssue(plainOf(text))) return left;
  const among = situation.issues.filter(isOwn).map(({ number }) => number);
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const mover = { ...sender, inGroup: chat !== null };
  // What was raised since is what is denied, and needs no telling of.
  const last = await lastMovedBy(ctx.db, mover, { among, actions: [...MOVES, "submit"], since });
  if (last === null || !MOVES.includes(last.action) || last.said === null || last.said === "") return left;
  const rest = [last.said, ...besideDenial(text)].join("\n");
  const step: Step = { kind: "offer", doing: deed("submit", situation, null, rest) };
  const told = last.action === "reopen" ? staysReopened(last.id) : staysAdded(last.id);
  return { steps: [step], why: [...understood.why, "denied"], told: sentence(told, last.id) };
}

/** Nothing was asked, and nothing clearer is meant than something new, or more of an issue. */
function isFree({ steps }: Understood, { situation: { question, quote } }: Conversation): boolean {
  if (quote !== null || (question !== null && question.ask !== "ways")) return false;
  // What was said last in confidence is gone on about in private, whatever is denied.
  if (steps.some((step) => step.kind === "tell" && step.told === "said-elsewhere")) return false;
  return steps.every((step) => !("doing" in step) || (step.kind !== "do" && LEFT.has(step.doing.command)));
}

const LEFT: ReadonlySet<string> = new Set(["submit", "supplement", "reopen"]);
