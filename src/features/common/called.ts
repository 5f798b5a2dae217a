import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { matterOf, speaksOf } from "../../chat/understand/zh-cn-titles.ts";
import { type Issue, isOpen } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { evidenceOf, memberLine, reachOf } from "../../messages/common-view.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { makeThese, noIssuesCalled, OTHERS_BY_NUMBER } from "../../messages/zh-cn/common-called.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { membershipsOf, recentIssues } from "../../store/common.ts";
import { readIssues } from "../../store/issues.ts";
import { SUB_WORDS } from "./zh-cn-said.ts";

/** Issues that are called by words, for a new common problem: 停电的几家合成一个共性问题. */

/** Among so many of the newest they are looked for, and so many are shown. */
const MOST_LOOKED_AT = 400;
const MOST_SHOWN = 20;

/** Shows those that have these words, to be put together with a yes. `title`: as it was said; empty: their words in common. */
export async function offerCalled(conversation: Conversation, called: string, title: string): Promise<Reply> {
  const { reader } = conversation;
  const found = (await issuesCalled(conversation, called)).slice(0, MOST_SHOWN);
  if (found.length < 2) return sentence(noIssuesCalled(called, found.length));
  const named = title === "" ? await titleAmong(conversation, found) : title;
  const ids = found.map(({ id }) => id);
  const rest = [SUB_WORDS.create[0], `「${named}」`, ...ids.map((id) => `#${id}`)].join(" ");
  return {
    ...withCard({
      blocks: [
        { kind: "title", text: makeThese(named, words.reachText(reachOf(found))) },
        { kind: "list", items: found.map((issue) => memberLine(issue, reader)) },
        { kind: "hint", text: OTHERS_BY_NUMBER },
        { kind: "choices", words: YES_OR_NO },
      ],
    }),
    asks: { ask: "offer", doings: [{ command: "common", word: words.COMMAND, number: null, rest }] },
  };
}

/** What these have in common, as a title. */
export async function titleAmong(conversation: Conversation, issues: readonly Issue[]): Promise<string> {
  const shown = await visible(conversation, issues);
  return evidenceOf({ place: 0, common: null }, shown, { reader: conversation.reader, joins: null }).title;
}

/** Those that are open, belong to no common problem and have the most of these words, in the order of their numbers. */
async function issuesCalled(conversation: Conversation, called: string): Promise<readonly Issue[]> {
  const { ctx, reader } = conversation;
  const ids = await recentIssues(ctx.db, ctx.now, MOST_LOOKED_AT);
  const taken = new Set((await membershipsOf(ctx.db, ids)).map(({ issueId }) => issueId));
  const free = ids.filter((id) => !taken.has(id));
  const issues = await visible(conversation, await readIssues(ctx.db, free));
  const score = speaksOf(plainOf(called));
  return issues
    .filter((issue) => isOpen(issue) && score(matterOf(plainOf(reader.title(issue)))) > 0)
    .toSorted((one, other) => one.id - other.id);
}
