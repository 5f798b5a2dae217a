import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import type { Doing } from "../../chat/understand/outcome.ts";
import { memberLine } from "../../messages/common-view.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { isOver, MERGED, wentInto } from "../../messages/zh-cn/common-steps.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { nameOf, type SeenCommon, seenCommon } from "./seen.ts";
import { noneHere, type Told } from "./which.ts";
import { numberAt, SUB_WORDS } from "./zh-cn-said.ts";

/** G2并到G1里去: two common problems are one. Shown first: the one is called off, and its issues go to the other. */

export async function offerMerged(conversation: Conversation, { rest }: Told): Promise<Reply> {
  const from = numberAt(rest, "any");
  const to = from === null ? null : numberAt(from.behind, "any");
  if (from === null || to === null || from.id === to.id) return sentence(MERGED.sayBoth);
  const [source, target] = [await seenCommon(conversation, from.id), await seenCommon(conversation, to.id)];
  if (source === null) return sentence(await noneHere(conversation, from.id));
  if (target === null) return sentence(await noneHere(conversation, to.id));
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
