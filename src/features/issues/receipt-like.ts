import type { Conversation, Reply } from "../../chat/conversation.ts";
import { likeHere, type Raising, wayWhenFiled } from "../../chat/like.ts";
import type { Question } from "../../chat/understand/outcome.ts";
import { type Issue, isStaff } from "../../domain/issue/issue.ts";
import type { NextStep } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import * as words from "../../messages/zh-cn/like.ts";

/** What is like a new issue, behind its receipt: nothing is kept from being filed. */

/** Who is in danger is told of nothing else; what is confidential is not spoken of in a group. */
export async function likeBefore(
  conversation: Conversation,
  raising: Raising & { readonly danger: boolean },
): Promise<words.LikeShown | null> {
  const isUnsaid = raising.danger || (raising.confidential && conversation.chat !== null);
  return isUnsaid ? null : likeHere(conversation, raising);
}

/** The receipt with it, where it is read, and with the word that puts the two together. */
export function withLike(
  { actor }: Conversation,
  { issue, like }: { readonly issue: Issue; readonly like: words.LikeShown | null },
  reply: Reply,
): Reply {
  if (like === null || like.number === issue.id || reply.card === null || reply.issueId !== issue.id) return reply;
  const { blocks } = reply.card;
  if (isStaff(actor)) return { ...reply, card: { blocks: [...blocks, ...forCompany(like, issue.id)] } };
  const more: readonly Block[] = [
    { kind: "text", text: words.likeFiled(like, issue.id) },
    { kind: "choices", words: [words.wayWord(like)] },
  ];
  const asks: Question = { ask: "ways", ways: [wayWhenFiled(like, issue.id)] };
  return { ...reply, card: { blocks: [...blocks, ...more] }, asks };
}

/** Whoever has filed it for a company merges by a word of the office. */
function forCompany(like: words.LikeShown, id: number): readonly Block[] {
  const steps: readonly NextStep[] = [
    { command: "merge", id, given: String(like.number) },
    { command: "void", id, blank: "reason" },
  ];
  return [
    { kind: "text", text: words.likeFiledForCompany(like) },
    { kind: "actions", steps },
  ];
}
