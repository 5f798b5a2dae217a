import type { DelayedIssue, MonthReport, ReportRow } from "../attachments/month-report.ts";
import type { Issue } from "../domain/issue.ts";
import { monthOf, monthSpan } from "../domain/moments.ts";
import type { Counts } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import { Reader } from "../messages/reader.ts";
import { monthText } from "../messages/zh-cn/attachments.ts";
import { RATE_WORDS, rateText } from "../messages/zh-cn/terms.ts";
import type { Db } from "../store/client.ts";
import { countsOf, figuresOf, type Period } from "../store/figures.ts";
import { type Breakdown, breakdownOf, delayedIssues } from "../store/month.ts";
import { fullMoment } from "./trend-words.ts";

/** The longest list of overdue and held issues: two pages. */
const MOST_DELAYED = 60;

/** Whoever has the file may pass it on, so it is always made for the supervision group: no company of a confidential issue. */
const AUDIENCE = { kind: "supervision" } as const;

/** What the report of a month (as 2026-10) tells at a moment, but for its picture. Null: there is no such month. */
export async function monthWords(
  db: Db,
  park: ParkView,
  month: string,
  now: Date,
): Promise<(Omit<MonthReport, "picture"> & { readonly to: Date }) | null> {
  const { name, timeZone } = park.org.park;
  const span = monthSpan(month, timeZone);
  if (span === null) return null;
  const to = span.to < now ? span.to : now;
  const period: Period = { from: span.from, to };
  const before = monthSpan(monthOf(new Date(span.from.getTime() - 1), timeZone), timeZone) ?? period;
  const { counts, rates } = await figuresOf(db, period, now);
  const reader = new Reader(AUDIENCE, { park, now });
  const delayed = await delayedIssues(db, to, now, MOST_DELAYED);
  return {
    park: name,
    month: monthText(month),
    until: fullMoment(now, timeZone),
    madeAt: now,
    to,
    counts: countRows(counts, await countsOf(db, before)),
    rates: rates.map((rate) => ({ name: RATE_WORDS[rate.name] ?? rate.name, value: rateText(rate.part, rate.whole) })),
    departments: (await breakdownOf(db, "department", period, now)).map((row) =>
      reportRow(row, "待派单", park.directory.departmentName),
    ),
    categories: (await breakdownOf(db, "category", period, now)).map((row) =>
      reportRow(row, "未分类", park.directory.categoryName),
    ),
    delayed: delayed.issues.map((issue) => delayedWords(issue, reader)),
    delayedMore: delayed.count - delayed.issues.length,
  };
}

function countRows(now: Counts, before: Counts): MonthReport["counts"] {
  return [
    { name: "收集", count: now.collected, before: before.collected },
    { name: "有措施", count: now.measured, before: before.measured },
    { name: "已解决", count: now.solved, before: before.solved },
    { name: "未解决", count: now.open, before: before.open },
  ];
}

function reportRow({ code, ...counts }: Breakdown, none: string, nameOf: (code: string) => string): ReportRow {
  return { name: code === null ? none : nameOf(code), ...counts };
}

function delayedWords(issue: Issue, reader: Reader): DelayedIssue {
  const view = reader.issue(issue);
  const held = issue.state === "on_hold";
  const date = held ? issue.reviewAt : issue.due;
  return {
    number: view.id,
    title: view.title,
    company: view.company ?? "",
    department: view.department ?? "",
    due: date === null ? "" : reader.shortDateTime(date),
    why: held ? "挂账" : "超期",
  };
}
