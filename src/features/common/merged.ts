import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import type { Doing } from "../../chat/understand/outcome.ts";
import { memberLine } from "../../messages/common-view.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { noneCalled } from "../../messages/zh-cn/common-called.ts";
import { isOver, MERGED, wentInto } from "../../messages/zh-cn/common-steps.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { nameOf, type SeenCommon, seenCommon } from "./seen.ts";
import { commonsCalled, noneHere, type Told } from "./which.ts";
import { calledAt, numberAt, SUB_WORDS } from "./zh-cn-said.ts";

/** G2并到G1里去: two common problems are one. Shown first: the one is called off, and its issues go to the other. */

export async function offerMerged(conversation: Conversation, { rest, words: called }: Told): Promise<Reply> {
  if (called !== undefined) return mergedByWords(conversation, called, calledAt(rest)?.words ?? "");
  const from = numberAt(rest, "any");
  const to = from === null ? null : numberAt(from.behind, "any");
  if (from === null || to === null || from.id === to.id) return sentence(MERGED.sayBoth);
  return offerBoth(conversation, from.id, to.id);
}

/** 信号那个并到水压里: each has to be one alone that is called so. */
async function mergedByWords(conversation: Conversation, one: string, other: string): Promise<Reply> {
  const found = [await openCalled(conversation, one), await openCalled(conversation, other)];
  const [from, to] = found.map(([only, ...more]) => (more.length === 0 ? only : undefined));
  const none = [one, other].find((_, index) => found[index]?.length === 0);
  if (none !== undefined) return sentence(noneCalled(none));
  if (from === undefined || to === undefined || from === to) return sentence(MERGED.sayBoth);
  return offerBoth(conversation, from, to);
}

async function openCalled(conversation: Conversation, called: string): Promise<readonly number[]> {
  const found = await commonsCalled(conversation, called);
  return found.filter(({ common }) => common.state === "open").map(({ common }) => common.id);
}

async function offerBoth(conversation: Conversation, from: number, to: number): Promise<Reply> {
  const [source, target] = [await seenCommon(conversation, from), await seenCommon(conversation, to)];
  if (source === null) return sentence(await noneHere(conversation, from));
  if (target === null) return sentence(await noneHere(conversation, to));
  for (const { common, text } of [source, target])
    if (common.state !== "open") return sentence(isOver(common.state, common.id, text(common.title)));
  return shown(conversation, source, target);
}

function shown({ reader }: Conversation, source: SeenCommon, target: SeenCommon): Reply {
  const [from, to] = [source, target].map(({ common }) => words.numberOfCommon(common.id));
  const doing = { command: "common", word: words.COMMAND, number: null, sure: true as const };
  const ids = source.members.map(({ id }) => `#${id}`);
  const doings: readonly Doing[] = [
    { ...doing, rest: `${SUB_WORDS.void[0]} ${from} ${wentInto(target.common.id)}` },
    ...(ids.length === 0 ? [] : [{ ...doing, rest: `${SUB_WORDS.add[0]} ${to} ${ids.join(" ")}` }]),
  ];
  const items = source.members.map((issue) => memberLine(issue, reader));
  return {
    ...withCard({
      blocks: [
        { kind: "title", text: MERGED.asks(nameOf(source), nameOf(target)) },
        { kind: "text", text: MERGED.what(source.common.id, target.common.id) },
        ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
        { kind: "choices", words: YES_OR_NO },
      ],
    }),
    asks: { ask: "offer", doings },
  };
}
