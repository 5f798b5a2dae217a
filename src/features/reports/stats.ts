import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { type MonthSaid, statsAsked } from "../../chat/understand/zh-cn-periods.ts";
import type { Figures } from "../../domain/issue/figures.ts";
import { isStaff } from "../../domain/issue/issue.ts";
import type { AttachmentRef, KnownBody, Target } from "../../domain/notice/notice.ts";
import { monthOf, monthSpan, type Period, spanOf, startOfMonth } from "../../domain/park/instants.ts";
import { narrow } from "../../domain/plain.ts";
import { readFingerprint, textOf } from "../../issues/fingerprint.ts";
import { replyPlace, tell } from "../../issues/tell.ts";
import type { Block } from "../../messages/card.ts";
import { fingerprintBlocks } from "../../messages/fingerprint-blocks.ts";
import type { Reader } from "../../messages/reader.ts";
import {
  answeredWithin,
  COUNTED_APART,
  captionOf,
  comesHere,
  countedApart,
  HANDLING_TIMES,
  MONTH_NOT_BEGUN,
  NO_SUCH_MONTH_YET,
  NOT_IN_COMPANIES_GROUP,
  NOTHING_HANDLED,
  REPORT_NOT_YOURS,
  STATS_FOR_STAFF,
  statsTitle,
  WHICH_MONTH,
  WHICH_PERIOD,
} from "../../messages/zh-cn/reports.ts";
import { notAmongCompanies } from "../../messages/zh-cn/stuck.ts";
import { countsLines, RATE_WORDS, rateText } from "../../messages/zh-cn/terms.ts";
import { behindUnits, unitStatsTitle } from "../../messages/zh-cn/units.ts";
import { figuresOf } from "../../store/figures.ts";
import { unitsAsked, unitsTold } from "./asked.ts";
import { KIND_OF, linkBlocks } from "./links.ts";
import { monthNamed, periodIn, periodOf, periodText } from "./periods.ts";
import { showUnits } from "./units.ts";

/** 统计: the figures of a period, the trend as a picture, and the month's report as a document. */
export async function showStats(conversation: Conversation, rest: string): Promise<Reply> {
  const { ctx, actor, reader } = conversation;
  if (!isStaff(actor)) return sentence(STATS_FOR_STAFF);
  const asked = statsAsked(narrow(rest).replace(/\s/gu, "").toLowerCase());
  if (asked.kind === "report") return sendReport(conversation, asked.month);
  if (asked.kind === "figures")
    return asked.period === null ? showOthers(conversation, rest) : showPeriod(conversation, asked.period);
  if (reader.audience.kind === "enterprise") return sentence(NOT_IN_COMPANIES_GROUP);
  return withCard({ blocks: await attach(conversation, { kind: "trend", to: ctx.now.toISOString() }) });
}

/** The figures of a period that has begun. */
function showPeriod(conversation: Conversation, said: Parameters<typeof periodOf>[0]): Promise<Reply> | Reply {
  const period = periodOf(said, conversation.ctx);
  return period === null ? sentence(NO_SUCH_MONTH_YET) : showFigures(conversation, period);
}

/** 月报, 月报 2026-10: of the month before, or of another one that has begun. */
async function sendReport(conversation: Conversation, said: MonthSaid | null): Promise<Reply> {
  const { ctx, reader } = conversation;
  if (reader.audience.kind === "enterprise") return sentence(NOT_IN_COMPANIES_GROUP);
  if (!seesReport(reader)) return sentence(REPORT_NOT_YOURS);
  const zone = ctx.park.org.park.timeZone;
  const month = said === null ? null : monthNamed(said, ctx.now, zone);
  const span = month === null ? null : monthSpan(month, zone);
  if (month === null || span === null) return sentence(WHICH_MONTH);
  if (span.from > ctx.now) return sentence(MONTH_NOT_BEGUN);
  return withCard({ blocks: await attachReport(conversation, month) });
}

/** The report as Word and as PDF, the list of duties, and what shows later that the record is still the same. */
async function attachReport(conversation: Conversation, month: string): Promise<readonly Block[]> {
  const kept = await readFingerprint(conversation.ctx.db, month);
  const files: readonly AttachmentRef[] = [
    { kind: "month-report", month },
    { kind: "month-report-pdf", month },
    { kind: "duty-list" },
    ...(kept === null ? [] : [{ kind: "fingerprint", month } as const]),
  ];
  const blocks: Block[] = [];
  for (const what of files) blocks.push(...(await attach(conversation, what)));
  return kept === null
    ? blocks
    : [...blocks, ...fingerprintBlocks(textOf(kept), kept, conversation.ctx.park.org.park.timeZone)];
}

/** The report lists issues of all departments: it is for those who see all of them. */
export function seesReport({ audience }: Reader): boolean {
  return audience.kind === "supervision" || audience.kind === "coordinator";
}

/** What is no period alone: 各单位 本周, 供电公司 上月. */
async function showOthers(conversation: Conversation, rest: string): Promise<Reply> {
  const behind = behindUnits(rest);
  if (behind !== null) return showUnits(conversation, { rest: behind });
  const said = rest.split(/\s+/u);
  const name = said.find((word) => periodIn(word, conversation.ctx) === null) ?? "";
  const period = periodIn(said.filter((word) => word !== name).join(""), conversation.ctx);
  const match = conversation.ctx.park.directory.departmentNamed(name);
  if (period === null || match.kind === "none") return sentence(WHICH_PERIOD);
  if (!conversation.reader.seesInternal) return sentence(notAmongCompanies("stats"));
  const asked = unitsAsked(conversation, name);
  return "units" in asked ? showUnitFigures(conversation, period, asked.units ?? []) : asked;
}

/** The same figures as of the park, of the issues that a unit leads. */
async function showUnitFigures(
  { ctx, reader }: Conversation,
  period: Period,
  units: readonly string[],
): Promise<Reply> {
  const figures = await figuresOf(ctx.db, spanOf(period, ctx.now, ctx.park.org.park.timeZone), ctx.now, units);
  const names = units.map((code) => reader.department(code)).join("、");
  return withCard({
    blocks: [
      { kind: "title", text: unitStatsTitle(names, periodText(period)) },
      { kind: "text", text: countsLines(figures.counts) },
      ratesBlock(figures, reader),
    ],
  });
}

/** The four counts, and every rate with its numerator and denominator; of last month with the report. */
async function showFigures(conversation: Conversation, period: Period): Promise<Reply> {
  const { ctx, reader } = conversation;
  // What an official asks, or what is asked in a department's place, is about that one; companies are told of the park alone.
  const own = reader.audience.kind === "enterprise" ? null : unitsTold(conversation);
  if (own !== null) return showUnitFigures(conversation, period, own);
  const zone = ctx.park.org.park.timeZone;
  const figures = await figuresOf(ctx.db, spanOf(period, ctx.now, zone), ctx.now);
  const head: readonly Block[] = [
    { kind: "title", text: statsTitle(periodText(period)) },
    { kind: "text", text: countsLines(figures.counts) },
  ];
  const isReported = period === "last-month";
  if (reader.audience.kind === "enterprise") {
    const hint: Block = { kind: "hint", text: NOT_IN_COMPANIES_GROUP };
    return withCard({ blocks: isReported ? [...head, hint] : head });
  }
  const month = monthOf(startOfMonth(ctx.now, zone, 1), zone);
  const report = isReported && seesReport(reader) ? await attachReport(conversation, month) : [];
  return withCard({ blocks: [...head, ratesBlock(figures, reader), ...report] });
}

function ratesBlock(figures: Figures, reader: Reader): Block {
  const time = (minutes: number | null) => (minutes === null ? null : reader.workingTime(Math.round(minutes)));
  const ninetieth = time(figures.p90Minutes);
  const rates = figures.rates.map((rate) => ({
    label: RATE_WORDS[rate.name],
    value: rateText(rate.part, rate.whole),
  }));
  return {
    kind: "fields",
    fields: [
      ...rates,
      { label: HANDLING_TIMES.median, value: time(figures.medianMinutes) ?? NOTHING_HANDLED },
      { label: HANDLING_TIMES.ninetieth, value: ninetieth === null ? NOTHING_HANDLED : answeredWithin(ninetieth) },
      ...countedApart(figures).map((value) => ({ label: COUNTED_APART, value })),
    ],
  };
}

/**
 * Has a picture or document sent to where it was asked for. The answer's words on it: that it comes, or its link where
 * nothing can be sent to.
 */
async function attach(conversation: Conversation, what: AttachmentRef): Promise<readonly Block[]> {
  const { ctx, linkTo } = conversation;
  const caption = captionOf(what, ctx.park.org.park.timeZone, ctx.now);
  const target = placeOf(conversation);
  if (target === null) {
    return linkBlocks({ caption, kind: KIND_OF[what.kind], url: linkTo(what), reachable: false });
  }
  const notice: KnownBody = { kind: "attachment", what };
  await tell(ctx, [replyPlace(target)], { notice, express: true });
  return [{ kind: "text", text: comesHere(caption) }];
}

/** Null: nothing but an answer reaches this place. */
function placeOf({ chat, sender, ctx, posts }: Conversation): Target | null {
  const { platform, userId, name } = sender;
  if (chat !== null) return posts(chat) ? { kind: "chat", code: chat.code } : null;
  return ctx.park.reaches(platform, userId) ? { kind: "person", platform, userId, name } : null;
}
