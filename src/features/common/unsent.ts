import type { Conversation, Reply } from "../../chat/conversation.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { paragraph } from "../../messages/card.ts";
import { countable, memberLine } from "../../messages/common-view.ts";
import * as words from "../../messages/zh-cn/common-answered.ts";
import { commonEventsOf } from "../../store/common-record.ts";
import { nameOf, type SeenCommon } from "./seen.ts";
import { choose, goingOn, isReply, type Told } from "./which.ts";

/** 刚才的答复发早了，撤回: what has gone to companies cannot be taken back; who has it is said, and how it is put right. */

export async function notTakenBack(conversation: Conversation, told: Told): Promise<Reply> {
  const chosen = await choose(conversation, "answer", told);
  if (isReply(chosen)) return chosen;
  const { seen } = chosen;
  const { reader, actor } = conversation;
  const to = await lastAnswered(conversation, seen);
  const name = nameOf(seen);
  const [first] = to.filter(({ state }) => state === "answered");
  if (to.length === 0) return goingOn({ blocks: [paragraph(words.nothingSent(name, seen.common.id))] }, seen);
  const unit = first?.department ?? null;
  const isOwn = unit !== null && unit === actor.department;
  const how =
    first === undefined
      ? words.IS_DECIDED
      : words.correctIt(first.id, isOwn || unit === null ? null : reader.department(unit));
  const blocks = [
    paragraph(words.hasGone(name)),
    { kind: "list" as const, items: to.map((issue) => memberLine(issue, reader)) },
    paragraph(how),
  ];
  return goingOn({ blocks }, seen);
}

/** Whom the last answer to all has reached, as far as they may be seen here. */
async function lastAnswered({ ctx }: Conversation, { common, members }: SeenCommon): Promise<readonly Issue[]> {
  const last = (await commonEventsOf(ctx.db, common.id)).findLast(({ action }) => action === "answer");
  const reached: unknown = last?.data["reached"];
  const ids = new Set(Array.isArray(reached) ? reached : []);
  return countable(members).filter(({ id }) => ids.has(id));
}
