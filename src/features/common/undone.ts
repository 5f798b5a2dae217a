import { type Conversation, type Reply, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { isVoid } from "../../domain/issue/issue.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { takenBack, VOID } from "../../messages/zh-cn/common-steps.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { membershipsOf } from "../../store/common.ts";
import { commonEventsOf } from "../../store/common-record.ts";
import { readIssues } from "../../store/issues.ts";
import { nameOf, type SeenCommon } from "./seen.ts";
import { SUB_WORDS } from "./zh-cn-said.ts";

/** A common problem that was none is called off, and may be taken up again. */

/** It is shown first: its issues are none of it then. */
export function askVoid(seen: SeenCommon): Reply {
  const { id } = seen.common;
  const rest = `${SUB_WORDS.void[0]} ${words.numberOfCommon(id)}`;
  const doing = { command: "common", word: words.COMMAND, number: null, rest, sure: true as const };
  return {
    ...withCard({
      blocks: [
        { kind: "title", text: VOID.asks(nameOf(seen)) },
        { kind: "text", text: VOID.frees(seen.members.length) },
        { kind: "choices", words: YES_OR_NO },
      ],
    }),
    asks: { ask: "offer", doings: [doing] },
  };
}

/** The issues that it had when it was called off, and that belong to none since. */
export async function freeSince(
  conversation: Conversation,
  { common }: SeenCommon,
): Promise<{ readonly add: readonly number[]; readonly more: readonly string[] }> {
  if (common.state !== "void") return { add: [], more: [] };
  const { db } = conversation.ctx;
  const last = (await commonEventsOf(db, common.id)).findLast(({ action }) => action === "void");
  const removed: unknown = last?.data["remove"];
  const had = Array.isArray(removed) ? removed.filter((one) => typeof one === "number") : [];
  const taken = new Set((await membershipsOf(db, had)).map(({ issueId }) => issueId));
  const issues = await visible(
    conversation,
    await readIssues(
      db,
      had.filter((id) => !taken.has(id)),
    ),
  );
  const add = issues.filter(({ state }) => !isVoid(state)).map(({ id }) => id);
  return { add, more: add.length === 0 ? [] : [takenBack(add)] };
}
