import { type Conversation, type Reply, sentence } from "../chat/conversation.ts";
import { dateProblem, leadingDate } from "../chat/understand/zh-cn-dates.ts";
import { begin, end, recapOf, tellInvited } from "../issues/theme-day.ts";
import { echo } from "../messages/echo.ts";
import { recapText } from "../messages/theme-day-card.ts";
import { moveThemeDay, nextThemeDay, plannedBetween, runningThemeDay } from "../store/theme-days.ts";
import { moment } from "./moment.ts";

/** A theme day begins, ends, or is called off. */

const HOUR_MS = 3_600_000;
const YEAR_MS = 366 * 24 * HOUR_MS;
/** It may begin so long before its time, and after it. */
const NEAR_MS = 12 * HOUR_MS;

export async function beginThemeDay({ work, chat }: Conversation): Promise<Reply> {
  const running = await runningThemeDay(work.db);
  if (running !== null) return sentence(`主题日${echo(running.theme)}正在进行，结束请说「主题日 结束」。`);
  const next = await nextThemeDay(work.db, work.now, NEAR_MS);
  if (next === null) return sentence("没有安排好的主题日，请先说：主题日 新建 11月30日 20:00 主题 地点 …");
  const when = moment(work, next.at);
  if (next.at.getTime() - work.now.getTime() > NEAR_MS) {
    return sentence(`下一期主题日在${when}，还没有到时候；改时间请先取消，再新建。`);
  }
  const group = chat?.audience === "enterprise" ? chat.code : null;
  const begun = await begin(work, next, group, chat?.code ?? null);
  if (begun === null) return sentence("主题日刚刚已经开始。");
  const where = begun.chat === null ? "" : `在${work.park.directory.chatName(begun.chat)}里说「诉求 …」记入本期；`;
  return sentence(
    `主题日第 ${begun.number ?? 1} 期开始：${echo(begun.theme)}。${where}营商办可用「代 企业名 诉求 …」或「主题日 录入」登记，结束请说「主题日 结束」。`,
  );
}

export async function endThemeDay({ work }: Conversation): Promise<Reply> {
  const running = await runningThemeDay(work.db);
  const ended = running === null ? null : await end(work, running);
  if (ended === null) return sentence("没有正在进行的主题日。");
  const { own, total, held } = await recapOf(work, ended);
  return sentence(`主题日第 ${ended.number ?? 1} 期结束。${recapText(own, total, held)}责任清单和下期议程已发督办群。`);
}

/** 取消: the next one, or that of a date. */
export async function cancelNext({ work }: Conversation, rest: string): Promise<Reply> {
  const { calendar } = work.park;
  const read = rest === "" ? null : leadingDate(rest, work.now, calendar)?.date;
  const problem = dateProblem(read);
  if (problem !== null) return sentence(problem);
  if (read !== null && read?.kind !== "date")
    return sentence("看不出取消哪一天的，请写日期，例如：主题日 取消 11月30日");
  const far = new Date(work.now.getTime() + YEAR_MS);
  const planned = await plannedBetween(work.db, work.now, far);
  const next = planned.find((one) => read === null || calendar.dateOf(one.at) === read.day) ?? null;
  const cancelled = next === null ? null : await moveThemeDay(work.db, next, "cancelled", {});
  if (cancelled === null) return sentence("没有可以取消的主题日。");
  await tellInvited(work, cancelled, "cancelled");
  const when = moment(work, cancelled.at);
  return sentence(`已取消${when}的主题日${echo(cancelled.theme)}，受邀和报名的企业会收到通知。`);
}
