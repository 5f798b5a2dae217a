import { type Conversation, type Reply, reply, STAFF, sentence } from "../chat/conversation.ts";
import { pageIn } from "../chat/understand/zh-cn-pages.ts";
import { isCoordinator } from "../domain/issue.ts";
import { supervisionFacts, weeklyFacts } from "../issues/digest-facts.ts";
import { placeAndIssue } from "../messages/dead-letter-card.ts";
import { digestCard } from "../messages/digest-card.ts";
import { idsOf, viewDigest } from "../messages/digest-view.ts";
import { reasonText } from "../messages/own-reasons.ts";
import { listed, noPage, pageOf } from "../messages/sections.ts";
import { shortMoment } from "../messages/zh-cn/dates.ts";
import { placeName } from "../messages/zh-cn/places.ts";
import { readIssues } from "../store/issues.ts";
import { listOutbox, type OutboxEntry, outboxFigures, revive } from "../store/notices.ts";

const OUTBOX_LIST = 10;

/** The weekly digest and the state of delivery, for those who run the park's side. */

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

/** 投递: what waits and what failed. */
export async function showOutbox(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor, audience } = conversation;
  if (!isCoordinator(actor)) return sentence("「投递」由营商办使用。");
  // Its numbers and units are not for one department's or the companies' group.
  if (audience.kind !== "supervision" && audience.kind !== "coordinator") {
    return sentence("请在督办群或私聊里查看投递情况。");
  }
  const figures = await outboxFigures(work.db);
  const waitingCount = [...figures.waiting.values()].reduce((sum, one) => sum + one, 0);
  const cut = { ...pageOf("投递", pageIn(rest).page, OUTBOX_LIST), unit: "条" };
  const upTo = cut.page * cut.size;
  const [waiting, dead] = [await listOutbox(work.db, "waiting", upTo), await listOutbox(work.db, "dead", upTo)];
  if (waiting.length + dead.length === 0) return sentence("没有等待或失败的消息。");
  const zone = work.park.org.park.timeZone;
  const line = (entry: OutboxEntry) => {
    const place = placeAndIssue({ place: placeName(entry.target, work.park, audience), issue: entry.issueId });
    const error = entry.lastError === null ? "" : `，原因 ${reasonText(entry.lastError)}`;
    return { place, error, ready: shortMoment(entry.readyAt, zone), id: entry.id };
  };
  const blocks = [
    ...listed(waiting.map(line), (one) => `等待：${one.place}，${one.ready} 发出${one.error}`, cut, waitingCount)
      .blocks,
    ...listed(dead.map(line), (one) => `失败 ${one.id}：${one.place}${one.error}`, cut, figures.dead).blocks,
  ];
  if (blocks.length === 0) return sentence(noPage(cut.page));
  return reply({
    blocks: [
      { kind: "title", text: `投递　等待 ${waitingCount}　失败 ${figures.dead}` },
      ...blocks,
      ...(dead.length === 0 ? [] : [{ kind: "hint" as const, text: "再发一次：重发 编号" }]),
    ],
  });
}

/** 重发 7: a failed message goes again. */
export async function resend(conversation: Conversation, id: number): Promise<Reply> {
  const { work, actor } = conversation;
  if (!isCoordinator(actor)) return sentence("「重发」由营商办使用。");
  const found = await revive(work.db, id, work.now);
  return sentence(found ? `消息 ${id} 已重新发送。` : `没有编号 ${id} 的失败消息，发「投递」看列表。`);
}
