import type { Rate } from "../../domain/issue/figures.ts";
import { monthOf, monthSpan } from "../../domain/park/instants.ts";
import type { Context } from "../../issues/context.ts";
import { readFingerprint, type SignedFingerprint } from "../../issues/fingerprint.ts";
import { Reader } from "../../messages/reader.ts";
import { fullDateTime, monthText, NO_CATEGORY, NO_DEPARTMENT } from "../../messages/zh-cn/reports.ts";
import { figuresOf, unitFigures } from "../../store/figures.ts";
import { type Breakdown, breakdownOf, closedIn } from "../../store/month.ts";
import { type MonthIssues, readMonthIssues } from "./month-issues.ts";
import type { Row } from "./trend.ts";

/** What the month report tells. Every text is for people, and already fit for those who will read it. */
export interface MonthFigures {
  readonly park: string;
  readonly timeZone: string;
  /** 2026年10月, and the one behind it. */
  readonly month: string;
  readonly nextMonth: string;
  /** Whether the month was over when the report was made. */
  readonly isOver: boolean;
  /** The moment as of which the figures stand, in words and as an instant, and its day: 2026年11月3日. */
  readonly until: string;
  readonly madeAt: Date;
  readonly madeOn: string;
  /** The end of what it tells of: of the month, or as far as that has gone. */
  readonly to: Date;
  readonly counts: Readonly<Record<ReportCount, Compared>>;
  readonly rates: readonly { readonly now: Rate; readonly before: Rate }[];
  readonly departments: readonly UnitRow[];
  /** How far the record went when the month was over; null while none was made. */
  readonly fingerprint: SignedFingerprint | null;
}

/** With what the figures are about. */
export interface MonthReport extends MonthFigures, MonthIssues {
  readonly categories: readonly ReportRow[];
}

export const REPORT_COUNTS = ["collected", "measured", "closed", "solved", "open"] as const;
export type ReportCount = (typeof REPORT_COUNTS)[number];

/** A count of the month, and of the one before. */
export interface Compared {
  readonly now: number;
  readonly before: number;
}

export interface ReportRow extends Row {
  readonly overdue: number;
}

interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Of a unit; what was given to none yet has no rates. */
export interface UnitRow extends ReportRow {
  readonly sign: Share | null;
  readonly onTime: Share | null;
  readonly satisfied: Share | null;
}

/** Whoever has the file may pass it on, so it is always made for the supervision group: no company of a confidential issue. */
const AUDIENCE = { kind: "supervision" } as const;

/** The figures of a month (as 2026-10), as the ledger stands. Null: there is no such month. */
export async function readMonthFigures(ctx: Context, month: string): Promise<MonthFigures | null> {
  const { db, park, now } = ctx;
  const { name, timeZone } = park.org.park;
  const span = monthSpan(month, timeZone);
  if (span === null) return null;
  const to = new Date(Math.min(span.to.getTime(), now.getTime()));
  const period = { from: span.from, to };
  const reader = new Reader(AUDIENCE, ctx);
  const next = monthOf(span.to, timeZone);
  return {
    park: name,
    timeZone,
    month: monthText(month),
    nextMonth: monthText(next),
    isOver: span.to <= now,
    until: fullDateTime(now, timeZone),
    madeAt: now,
    madeOn: reader.wholeDate(now),
    to,
    ...(await figuresFor(ctx, period)),
    departments: await unitRows(ctx, period, reader),
    fingerprint: await readFingerprint(db, month),
  };
}

/** The whole report of a month: its figures, by category as well, and the issues that it tells of. */
export async function readMonth(ctx: Context, month: string): Promise<MonthReport | null> {
  const figures = await readMonthFigures(ctx, month);
  const { timeZone } = ctx.park.org.park;
  const span = monthSpan(month, timeZone);
  if (figures === null || span === null) return null;
  const period = { from: span.from, to: figures.to };
  const next = monthSpan(monthOf(span.to, timeZone), timeZone) ?? period;
  const reader = new Reader(AUDIENCE, ctx);
  return {
    ...figures,
    categories: (await breakdownOf(ctx.db, "category", period, ctx.now)).map((row) =>
      reportRow(row, row.code === null ? NO_CATEGORY : reader.category(row.code)),
    ),
    ...(await readMonthIssues(ctx, { period, next, reader })),
  };
}

interface MonthPeriod {
  readonly from: Date;
  readonly to: Date;
}

/** The figures of the month beside those of the one before, each as they stand now. */
async function figuresFor({ db, park, now }: Context, period: MonthPeriod) {
  const { timeZone } = park.org.park;
  const last = monthSpan(monthOf(new Date(period.from.getTime() - 1), timeZone), timeZone) ?? period;
  const [own, past] = [await figuresOf(db, period, now), await figuresOf(db, last, now)];
  const closed = { now: await closedIn(db, period), before: await closedIn(db, last) };
  const compared = (name: keyof typeof own.counts) => ({ now: own.counts[name], before: past.counts[name] });
  return {
    counts: {
      collected: compared("collected"),
      measured: compared("measured"),
      closed,
      solved: compared("solved"),
      open: compared("open"),
    },
    rates: own.rates.map((rate) => ({
      now: rate,
      before: past.rates.find((one) => one.name === rate.name) ?? { ...rate, part: 0, whole: 0 },
    })),
  };
}

async function unitRows({ db, now }: Context, period: MonthPeriod, reader: Reader): Promise<readonly UnitRow[]> {
  const rates = new Map((await unitFigures(db, period, now, null)).map((one) => [one.department, one]));
  return (await breakdownOf(db, "department", period, now)).map((row) => {
    const own = rates.get(row.code ?? "");
    const { sign = null, onTime = null, satisfied = null } = own ?? {};
    const name = row.code === null ? NO_DEPARTMENT : reader.department(row.code);
    return { ...reportRow(row, name), sign, onTime, satisfied };
  });
}

function reportRow({ collected, solved, overdue }: Breakdown, name: string): ReportRow {
  return { name, collected, solved, overdue };
}
