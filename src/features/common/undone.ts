import { type Conversation, type Reply, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { isVoid } from "../../domain/issue/issue.ts";
import type { Block } from "../../messages/card.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { asksToUrge } from "../../messages/zh-cn/common-called.ts";
import { asksToFinish, takenBack, VOID } from "../../messages/zh-cn/common-steps.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { membershipsOf } from "../../store/common.ts";
import { commonEventsOf, numbersTold } from "../../store/common-record.ts";
import { readIssues } from "../../store/issues.ts";
import { nameOf, type SeenCommon } from "./seen.ts";
import { SUB_WORDS, type SubName } from "./zh-cn-said.ts";

/** What is shown before it is done; and a common problem that was none is called off, and may be taken up again. */

/** Its issues are none of it then. */
export function askVoid(seen: SeenCommon): Reply {
  const frees = { kind: "text" as const, text: VOID.frees(seen.members.length) };
  return shownFirst(seen, "void", { title: VOID.asks(nameOf(seen)), below: [frees] });
}

/** The unit that leads will read these words. */
export function askUrge(seen: SeenCommon, text: string): Reply {
  return shownFirst(seen, "urge", { title: asksToUrge(nameOf(seen)), text, below: [{ kind: "said", text }] });
}

/** `left`: what of it is not done yet. */
export function askFinish(seen: SeenCommon, text: string, left: string): Reply {
  const said = text === "" ? [] : [{ kind: "said" as const, text }];
  return shownFirst(seen, "finish", {
    title: asksToFinish(nameOf(seen)),
    text,
    below: [{ kind: "text", text: left }, ...said],
  });
}

function shownFirst(
  { common: { id } }: SeenCommon,
  name: SubName,
  { title, text = "", below }: { readonly title: string; readonly text?: string; readonly below: readonly Block[] },
): Reply {
  const rest = [SUB_WORDS[name][0], words.numberOfCommon(id), text].join(" ").trim();
  const doing = { command: "common", word: words.COMMAND, number: null, rest, sure: true as const };
  return {
    ...withCard({ blocks: [{ kind: "title", text: title }, ...below, { kind: "choices", words: YES_OR_NO }] }),
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
  const had = last === undefined ? [] : numbersTold(last, "remove");
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
