import { type Conversation, type Reply, reply, STAFF, sentence } from "../chat/conversation.ts";
import { pageIn } from "../chat/understand/zh-cn-pages.ts";
import { supervisionFacts, weeklyFacts } from "../issues/digest-facts.ts";
import { digestCard } from "../messages/digest-card.ts";
import { idsOf, viewDigest } from "../messages/digest-view.ts";
import { readIssues } from "../store/issues.ts";

/** 简报: the weekly digest as it would be now, for the eyes of this place: the group's own, or the leaders'. */
export async function showBrief(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor, audience, reader } = conversation;
  if (!STAFF.has(actor.role ?? "")) return sentence("「简报」给工作人员使用。企业请发：我的");
  const chat = audience.kind === "enterprise" ? audience.chat : null;
  const timing = { to: work.now, late: false };
  const facts = chat === null ? await supervisionFacts(work, timing) : await weeklyFacts(work, chat, timing);
  const issues = await readIssues(work.db, idsOf(facts));
  return reply(digestCard(viewDigest(facts, issues, reader), pageIn(rest).page));
}
