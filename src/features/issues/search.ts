import { type Conversation, type Reply, type Said, sentence } from "../../chat/conversation.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import * as words from "../../messages/zh-cn/issues.ts";
import { findByWords, MOST_FOUND } from "./by-words.ts";
import { listReply } from "./lists.ts";

/** 搜索: what is hidden from somebody finds nothing. */
export async function searchFor(conversation: Conversation, said: Said): Promise<Reply> {
  const { rest, page } = pageIn(said.rest);
  const by = await findByWords(conversation, rest);
  if (by === null) return sentence(words.SAY_TERMS);
  if (by.found.length === 0) return sentence(by.isAll ? words.NOTHING_FOUND : words.NOTHING_FOUND_SO_FAR);
  const found = by.found.map(({ issue }) => issue);
  return listReply(conversation, found, {
    head: (count) => words.foundIssues(count, by.isAll ? null : MOST_FOUND),
    command: `${commandWord("search")} ${rest}`,
    page,
  });
}
