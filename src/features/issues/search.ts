import { type Conversation, type Reply, type Said, sentence } from "../../chat/conversation.ts";
import { reachOf, visible } from "../../chat/find.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import * as words from "../../messages/zh-cn/issues.ts";
import { type Found, searchIssues } from "../../store/search.ts";
import { listReply } from "./lists.ts";

/** 搜索: what somebody is shown of the issues is what he finds them by; what is hidden from him finds nothing. */

/** More than anybody remembers of an issue. */
const MOST_WORDS = 20;
/** Beyond these the words are too common to be a search. */
const MOST_CANDIDATES = 400;

export async function searchFor(conversation: Conversation, said: Said): Promise<Reply> {
  const { rest, page } = pageIn(said.rest);
  const terms = rest.split(/\s+/u).filter((word) => word !== "");
  if (terms.length === 0) return sentence(words.SAY_TERMS);
  const { found, isAll } = await findAll(conversation, terms.slice(0, MOST_WORDS));
  if (found.length === 0) return sentence(words.NOTHING_FOUND);
  return listReply(conversation, found, {
    head: (count) => words.foundIssues(count, isAll ? null : MOST_CANDIDATES),
    command: `${commandWord("search")} ${rest}`,
    page,
  });
}

/** The issues whose words, as they are shown here, hold all of these, the newest first; and whether that is all of them. */
async function findAll(
  conversation: Conversation,
  terms: readonly string[],
): Promise<{ readonly found: readonly Found[]; readonly isAll: boolean }> {
  const reach = reachOf(conversation);
  if (reach === null) return { found: [], isAll: true };
  const candidates = await searchIssues(conversation.ctx.db, terms, reach, MOST_CANDIDATES);
  const here = await visible(conversation, candidates);
  const found = here.filter((issue) => holds(conversation.reader.text(issue.text, issue), terms));
  return { found, isAll: candidates.length < MOST_CANDIDATES };
}

function holds(text: string, terms: readonly string[]): boolean {
  const read = text.toLowerCase();
  return terms.every((term) => read.includes(term.toLowerCase()));
}
