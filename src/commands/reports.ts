import { idsOf, viewDigest } from "../domain/digest-view.ts";
import { isCoordinator } from "../domain/issue.ts";
import { shortMoment, startOfMonth, startOfWeek } from "../domain/moments.ts";
import { placeName } from "../domain/recipients.ts";
import { supervisionFacts, weeklyFacts } from "../issues/digest-facts.ts";
import type { Card } from "../messages/card.ts";
import { digestCard } from "../messages/digest-card.ts";
import { VEIL } from "../messages/veil.ts";
import { countsLine, RATE_WORDS, rateText, workingTime } from "../messages/zh-cn.ts";
import { figuresOf, type Period } from "../store/figures.ts";
import { readIssues } from "../store/issues.ts";
import { listOutbox, type OutboxEntry, outboxFigures, revive } from "../store/notices.ts";
import { type Conversation, type Reply, reply, sentence } from "./conversation.ts";

/** Figures and the state of delivery, for those who run the park's side. */

const STAFF = new Set(["officer", "head", "coordinator", "leader", "admin"]);

interface NamedPeriod extends Period {
  readonly name: string;
}

function periodNamed(text: string, now: Date, zone: string): NamedPeriod | null {
  switch (text.replace(/\s/gu, "").toLowerCase()) {
    case "":
      return { name: "自开始以来", from: null, to: now };
    case "本周":
    case "week":
      return { name: "本周", from: startOfWeek(now, zone), to: now };
    case "上周": {
      const to = startOfWeek(now, zone);
      return { name: "上周", from: startOfWeek(new Date(to.getTime() - 1), zone), to };
    }
    case "本月":
    case "month":
      return { name: "本月", from: startOfMonth(now, zone, 0), to: now };
    case "上月":
      return { name: "上月", from: startOfMonth(now, zone, 1), to: startOfMonth(now, zone, 0) };
    default:
      return null;
  }
}

/** 统计: the four counts, and every rate with its numerator and denominator. */
export async function showStats(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor, audience } = conversation;
  if (!STAFF.has(actor.role ?? "")) return sentence("「统计」给工作人员使用。企业请发：我的");
  const zone = work.park.org.park.timeZone;
  const period = periodNamed(rest, work.now, zone);
  if (period === null) return sentence("统计的时段可以写：本周、上周、本月、上月；不写就是自开始以来。");
  const figures = await figuresOf(work.db, period, work.now);
  const head = `统计　${period.name}`;
  const line = countsLine(figures.counts);
  if (audience.kind === "enterprise")
    return reply({
      blocks: [
        { kind: "title", text: head },
        { kind: "text", text: line },
      ],
    });
  const perDay = work.park.calendar.minutesPerDay;
  const time = (minutes: number | null) => (minutes === null ? "—" : workingTime(Math.round(minutes), perDay));
  const card: Card = {
    blocks: [
      { kind: "title", text: head },
      { kind: "text", text: line },
      {
        kind: "fields",
        fields: [
          ...figures.rates.map((rate) => ({
            label: RATE_WORDS[rate.name] ?? rate.name,
            value: rateText(rate.part, rate.whole),
          })),
          { label: "办理时长", value: `中位 ${time(figures.medianMinutes)}，九成在 ${time(figures.p90Minutes)} 以内` },
          {
            label: "另计",
            value: `挂账 ${figures.onHold}，超时未确认 ${figures.unconfirmed}，未评价 ${figures.unrated}`,
          },
        ],
      },
    ],
  };
  return reply(card);
}

/** 简报: the weekly digest as it would be now, for the eyes of this place: the group's own, or the leaders'. */
export async function showBrief(conversation: Conversation): Promise<Reply> {
  const { work, actor, audience } = conversation;
  if (!STAFF.has(actor.role ?? "")) return sentence("「简报」给工作人员使用。企业请发：我的");
  const chat = audience.kind === "enterprise" ? audience.chat : null;
  const timing = { to: work.now, late: false };
  const facts = chat === null ? await supervisionFacts(work, timing) : await weeklyFacts(work, chat, timing);
  const issues = await readIssues(work.db, idsOf(facts));
  return reply(digestCard(viewDigest(facts, issues, audience, work.park, work.now, VEIL)));
}

/** 投递: what waits and what failed. */
export async function showOutbox(conversation: Conversation): Promise<Reply> {
  const { work, actor, audience } = conversation;
  if (!isCoordinator(actor)) return sentence("「投递」由营商办使用。");
  if (audience.kind === "enterprise") return sentence("请在督办群或私聊里查看投递情况。");
  const figures = await outboxFigures(work.db);
  const waitingCount = [...figures.waiting.values()].reduce((sum, one) => sum + one, 0);
  const [waiting, dead] = [await listOutbox(work.db, "waiting", 10), await listOutbox(work.db, "dead", 10)];
  if (waiting.length + dead.length === 0) return sentence("没有等待或失败的消息。");
  const zone = work.park.org.park.timeZone;
  const line = (entry: OutboxEntry) => {
    const place = placeName(entry.target, work.park);
    const issue = entry.issueId === null ? "" : ` #${entry.issueId}`;
    const error = entry.lastError === null ? "" : `，原因 ${entry.lastError}`;
    return { place: `${place}${issue}`, error, ready: shortMoment(entry.readyAt, zone), id: entry.id };
  };
  return reply({
    blocks: [
      { kind: "title", text: `投递　等待 ${waitingCount}　失败 ${figures.dead}` },
      { kind: "list", items: waiting.map(line).map((one) => `等待：${one.place}，${one.ready} 发出${one.error}`) },
      { kind: "list", items: dead.map(line).map((one) => `失败 ${one.id}：${one.place}${one.error}`) },
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
