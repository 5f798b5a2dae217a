import { type Conversation, type Reply, reply, STAFF, sentence } from "../chat/conversation.ts";
import { narrow } from "../chat/understand/parse.ts";
import { type MonthSaid, readWish } from "../chat/understand/zh-cn-periods.ts";
import { monthOf, monthSpan, startOfMonth } from "../domain/moments.ts";
import { type PeriodName, spanOf } from "../domain/period.ts";
import type { Block, Card } from "../messages/card.ts";
import { PERIOD_WORDS } from "../messages/zh-cn/periods.ts";
import { countsLine, RATE_WORDS, rateText, workingTime } from "../messages/zh-cn/terms.ts";
import { figuresOf } from "../store/figures.ts";
import { attach } from "./attach.ts";

/** 统计: the figures of a period, the trend as a picture, and the month's report as a document. */

const NOT_HERE = "趋势图和月报不发到企业群，请在督办群或私聊里发：统计 图、统计 上月";
const NOT_YOURS = "月报有全园区的诉求，只发给督办群、营商办和园区领导。本时段的数请发：统计 上月";
const WHICH_PERIOD =
  "统计的时段可以写：本周、上周、本月、上月；不写就是自开始以来。还可以发：统计 图、统计 月报 2026-10";
const WHICH_MONTH = "看不懂是哪个月的月报，请写成：统计 月报 2026-10";

export async function showStats(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor, audience } = conversation;
  if (!STAFF.has(actor.role ?? "")) return sentence("「统计」给工作人员使用。企业请发：我的");
  const wish = readWish(narrow(rest).replace(/\s/gu, "").toLowerCase());
  if (wish.kind === "report") return sendReport(conversation, wish.month);
  if (wish.kind === "figures") return showFigures(conversation, wish.period);
  if (audience.kind === "enterprise") return sentence(NOT_HERE);
  return reply({ blocks: await attach(conversation, { kind: "trend", to: work.now.toISOString() }) });
}

/** 月报, 月报 2026-10: of the month before, or of another one that has begun. */
async function sendReport(conversation: Conversation, said: MonthSaid | null): Promise<Reply> {
  const { work, audience } = conversation;
  if (audience.kind === "enterprise") return sentence(NOT_HERE);
  if (!seesReport(conversation)) return sentence(NOT_YOURS);
  const zone = work.park.org.park.timeZone;
  const month = said === null ? null : monthNamed(said, work.now, zone);
  const span = month === null ? null : monthSpan(month, zone);
  if (month === null || span === null) return sentence(WHICH_MONTH);
  if (span.from > work.now) return sentence("这个月还没有开始，没有月报。");
  return reply({ blocks: await attach(conversation, { kind: "month-report", month }) });
}

/** The report lists issues of all departments: it is for those who see all of them. */
function seesReport({ audience }: Conversation): boolean {
  return audience.kind === "supervision" || audience.kind === "coordinator";
}

/** As 2026-10; without a year the last one that has begun. */
function monthNamed(said: MonthSaid, now: Date, zone: string): string {
  const current = monthOf(now, zone);
  if (said === "this-month") return current;
  if (said === "last-month") return monthOf(startOfMonth(now, zone, 1), zone);
  if (said.year !== null) return `${said.year}-${said.number}`;
  const year = Number(current.slice(0, 4));
  return `${year}-${said.number}` <= current ? `${year}-${said.number}` : `${year - 1}-${said.number}`;
}

/** The four counts, and every rate with its numerator and denominator; of last month with the report. */
async function showFigures(conversation: Conversation, period: PeriodName | null): Promise<Reply> {
  const { work, audience } = conversation;
  const zone = work.park.org.park.timeZone;
  if (period === null) return sentence(WHICH_PERIOD);
  const figures = await figuresOf(work.db, spanOf(period, work.now, zone), work.now);
  const head: readonly Block[] = [
    { kind: "title", text: `统计　${PERIOD_WORDS[period]}` },
    { kind: "text", text: countsLine(figures.counts) },
  ];
  const isReported = period === "last-month";
  if (audience.kind === "enterprise") {
    return reply({ blocks: [...head, ...(isReported ? [{ kind: "hint" as const, text: NOT_HERE }] : [])] });
  }
  const month = monthOf(startOfMonth(work.now, zone, 1), zone);
  const report =
    isReported && seesReport(conversation) ? await attach(conversation, { kind: "month-report", month }) : [];
  const perDay = work.park.calendar.minutesPerDay;
  const time = (minutes: number | null) => (minutes === null ? "—" : workingTime(Math.round(minutes), perDay));
  const card: Card = {
    blocks: [
      ...head,
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
      ...report,
    ],
  };
  return reply(card);
}
