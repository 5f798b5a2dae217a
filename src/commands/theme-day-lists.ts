import { type Conversation, type Reply, reply, sentence } from "../chat/conversation.ts";
import { pageIn } from "../chat/understand/zh-cn-pages.ts";
import { agendaCard, dutyListCard } from "../messages/theme-day-card.ts";
import { agendaReason } from "../messages/zh-cn/agenda.ts";
import { readIssues } from "../store/issues.ts";
import { agendaIds, issueIdsOfThemeDay, lastEnded, runningThemeDay } from "../store/theme-days.ts";
import { shown, visible } from "./find.ts";
import { wordsOf } from "./theme-day-words.ts";

/** 清单 and 议程 at any time, for the park's offices. */

/** The duty list of the running one, else of the last. */
export async function showDuties(conversation: Conversation, rest: string): Promise<Reply> {
  const { work } = conversation;
  const session = (await runningThemeDay(work.db)) ?? (await lastEnded(work.db));
  if (session === null) return sentence("还没有开过主题日。");
  const issues = await visible(conversation, await readIssues(work.db, await issueIdsOfThemeDay(work.db, session.id)));
  return reply(
    dutyListCard(
      wordsOf(session, work),
      issues.map((issue) => shown(conversation, issue)),
      pageIn(rest).page,
    ),
  );
}

export async function showAgenda(conversation: Conversation, rest: string): Promise<Reply> {
  const { work } = conversation;
  const ids = await agendaIds(work.db, work.now);
  const found = new Map(
    (await visible(conversation, await readIssues(work.db, ids))).map((issue) => [issue.id, issue]),
  );
  const issues = ids.flatMap((id) => found.get(id) ?? []);
  return reply(
    agendaCard(
      issues.map((issue) => ({ issue: shown(conversation, issue), reason: agendaReason(issue, conversation.reader) })),
      pageIn(rest).page,
    ),
  );
}
