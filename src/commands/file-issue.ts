import { type Conversation, type Reply, reply, sentence } from "../chat/conversation.ts";
import { readWishes } from "../chat/understand/zh-cn-wishes.ts";
import type { Audience } from "../domain/audience.ts";
import { type Actor, type Issue, isCoordinator, type Reporter } from "../domain/issue.ts";
import type { Enterprise } from "../domain/org.ts";
import { roadToUser } from "../domain/recipients.ts";
import { tellOfGuest } from "../issues/guest.ts";
import { type Draft, submit } from "../issues/submit.ts";
import type { Block, Card } from "../messages/card.ts";
import { receiptCard as receipt } from "../messages/issue-card.ts";
import { runningThemeDay } from "../store/theme-days.ts";

/** Where an issue comes from. `follows`: the closed issue that it goes on from. */
export interface Origin {
  readonly chat: string | null;
  readonly pictures: number;
  readonly follows?: Issue | undefined;
}

export function originOf({ chat, pictures }: Conversation): Origin {
  return { chat: chat?.audience === "enterprise" ? chat.code : null, pictures };
}

/** Files an issue and answers with its receipt; a confidential one said in a group is answered in private. */
export async function fileFor(
  conversation: Conversation,
  enterprise: Enterprise,
  rest: string,
  actor: Actor,
  origin: Origin = originOf(conversation),
): Promise<Reply> {
  const { work, sender, source } = conversation;
  const wishes = readWishes(rest, (name) => work.park.directory.categoryNamed(name) !== undefined);
  if (wishes.text === "") return sentence("请写明诉求内容，例如：诉求 三车间昨晚停电两次，影响交货");
  const reporter: Reporter = {
    name: actor.name,
    platform: sender.platform,
    userId: sender.userId,
    verified: actor.verified !== false,
  };
  const draft: Draft = {
    ...wishes,
    // What goes on from something confidential is confidential, too.
    confidential: wishes.confidential || origin.follows?.confidential === true,
    themeDay: await themeDayFor(conversation, origin),
    follows: origin.follows?.id,
    pictures: origin.pictures,
    enterprise: enterprise.code,
    reporter,
    publicIn: origin.chat,
  };
  const issue = await submit(work, draft, actor, source);
  if (!reporter.verified) await tellOfGuest(work, { ...sender, enterprise: enterprise.code }, issue);
  return receiptFor(conversation, issue, actor);
}

/**
 * The receipt, where it may be read: here, where the issue is public here or the chat is the person's own; of a confidential
 * one in private; of one that was said elsewhere before, there.
 */
function receiptFor(conversation: Conversation, issue: Issue, actor: Actor): Reply {
  const { work, chat } = conversation;
  const here =
    chat === null || (!issue.confidential && (chat.audience !== "enterprise" || issue.publicIn === chat.code));
  if (here) return reply(receiptCard(conversation, issue, conversation.audience), issue.id);
  if (!issue.confidential && issue.publicIn !== null) {
    const there = receiptCard(conversation, issue, { kind: "enterprise", chat: issue.publicIn });
    const to = { kind: "chat", code: issue.publicIn } as const;
    return {
      ...sentence("之前在别的群里提的诉求也已登记，回执发在那个群里。"),
      aside: [{ card: there, issueId: issue.id, to }],
    };
  }
  const road = roadToUser(work.park, issue.reporter);
  if (road === null) return sentence("已收到，请到与我的私聊里发「我的」查看和跟进。");
  const card = receiptCard(conversation, issue, { kind: "company", actor });
  return { ...sentence("已收到，已私下回复。"), aside: [{ card, issueId: issue.id, to: road }] };
}

/** While a theme day runs, what is raised in its group belongs to it, and what the coordinator raises for a company. */
async function themeDayFor({ work, actor }: Conversation, origin: Origin): Promise<number | null> {
  const running = await runningThemeDay(work.db);
  if (running === null) return null;
  return isCoordinator(actor) || (origin.chat !== null && origin.chat === running.chat) ? running.id : null;
}

function receiptCard({ work, reader }: Conversation, issue: Issue, audience: Audience): Card {
  const view = reader.as(audience).issue(issue);
  const years = issue.due === null ? [] : work.park.calendar.missingYears(work.now, issue.due);
  const missing: Block[] =
    years.length === 0
      ? []
      : [{ kind: "text", text: `${years.join("、")} 年放假安排尚未公布，期限先按周一至周五计算。` }];
  return receipt(view, missing);
}
