import type { Counts } from "../../domain/issue/figures.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { monthOf, monthSpan } from "../../domain/park/instants.ts";
import type { Context } from "../../issues/context.ts";
import { Reader } from "../../messages/reader.ts";
import { fullDateTime, monthText, NO_CATEGORY, NO_DEPARTMENT, WHY_DELAYED } from "../../messages/zh-cn/reports.ts";
import { COUNT_WORDS, RATE_WORDS, rateText } from "../../messages/zh-cn/terms.ts";
import { countsOf, figuresOf } from "../../store/figures.ts";
import { type Breakdown, breakdownOf, delayedIssues } from "../../store/month.ts";
import type { Row } from "./trend.ts";

/** What the month report tells. Every text is for people, and already fit for those who will read it. */
export interface MonthReport {
  readonly park: string;
  /** 2026年10月 */
  readonly month: string;
  /** The moment as of which the figures stand, in words, and as an instant for the document's properties. */
  readonly until: string;
  readonly madeAt: Date;
  /** The end of what it tells of: of the month, or as far as that has gone. */
  readonly to: Date;
  readonly counts: readonly { readonly name: string; readonly count: number; readonly before: number }[];
  /** Each with its numerator and denominator in the text. */
  readonly rates: readonly { readonly name: string; readonly value: string }[];
  readonly departments: readonly ReportRow[];
  readonly categories: readonly ReportRow[];
  readonly delayed: readonly DelayedIssue[];
  /** How many more there are than the list holds. */
  readonly delayedMore: number;
}

export interface ReportRow extends Row {
  readonly overdue: number;
}

/** An issue that is past its date or on hold. */
export interface DelayedIssue {
  readonly number: number;
  readonly title: string;
  readonly company: string;
  readonly department: string;
  readonly due: string;
  readonly why: string;
}

/** The longest list of overdue and held issues: two pages. */
const MOST_DELAYED = 60;

/** Whoever has the file may pass it on, so it is always made for the supervision group: no company of a confidential issue. */
const AUDIENCE = { kind: "supervision" } as const;

/** The report of a month (as 2026-10), as the ledger stands. Null: there is no such month. */
export async function readMonth(ctx: Context, month: string): Promise<MonthReport | null> {
  const { db, park, now } = ctx;
  const { name, timeZone } = park.org.park;
  const span = monthSpan(month, timeZone);
  if (span === null) return null;
  const to = new Date(Math.min(span.to.getTime(), now.getTime()));
  const period = { from: span.from, to };
  const before = monthSpan(monthOf(new Date(span.from.getTime() - 1), timeZone), timeZone) ?? period;
  const { counts, rates } = await figuresOf(db, period, now);
  const reader = new Reader(AUDIENCE, ctx);
  const delayed = await delayedIssues(db, to, now, MOST_DELAYED);
  return {
    park: name,
    month: monthText(month),
    until: fullDateTime(now, timeZone),
    madeAt: now,
    to,
    counts: countRows(counts, await countsOf(db, before)),
    rates: rates.map((rate) => ({ name: RATE_WORDS[rate.name], value: rateText(rate.part, rate.whole) })),
    departments: (await breakdownOf(db, "department", period, now)).map((row) =>
      reportRow(row, row.code === null ? NO_DEPARTMENT : reader.department(row.code)),
    ),
    categories: (await breakdownOf(db, "category", period, now)).map((row) =>
      reportRow(row, row.code === null ? NO_CATEGORY : reader.category(row.code)),
    ),
    delayed: delayed.issues.map((issue) => delayedIssue(issue, reader)),
    delayedMore: delayed.count - delayed.issues.length,
  };
}

function countRows(now: Counts, before: Counts): MonthReport["counts"] {
  const names = ["collected", "measured", "solved", "open"] as const;
  return names.map((name) => ({ name: COUNT_WORDS[name], count: now[name], before: before[name] }));
}

function reportRow({ collected, solved, overdue }: Breakdown, name: string): ReportRow {
  return { name, collected, solved, overdue };
}

function delayedIssue(issue: Issue, reader: Reader): DelayedIssue {
  const view = reader.issue(issue);
  const held = issue.state === "on_hold";
  const date = held ? issue.reviewAt : issue.due;
  return {
    number: view.id,
    title: view.title,
    company: view.company ?? "",
    department: view.department ?? "",
    due: date === null ? "" : reader.dateTime(date),
    why: WHY_DELAYED[held ? "held" : "overdue"],
  };
}
