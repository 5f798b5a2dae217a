import type { Rate } from "../../domain/issue/figures.ts";
import { monthOf, monthSpan } from "../../domain/park/instants.ts";
import type { Context } from "../../issues/context.ts";
import { readFingerprint, type SignedFingerprint } from "../../issues/fingerprint.ts";
import { Reader } from "../../messages/reader.ts";
import {
  fullDateTime,
  monthText,
  NO_CATEGORY,
  NO_DEPARTMENT,
  UNKNOWN_DEPARTMENT,
} from "../../messages/zh-cn/reports.ts";
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

/** Of a unit, or of the issues that no unit has, which come last. What counts for a rate nowhere has none. */
export interface UnitRow extends ReportRow {
  readonly isUnit: boolean;
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
    ...(await figuresFor(ctx, period, reader)),
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
async function figuresFor(ctx: Context, period: MonthPeriod, reader: Reader) {
  const { db, park, now } = ctx;
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
    departments: await unitRows(ctx, period, { reader, all: own.rates }),
  };
}

const UNIT_RATES = ["sign", "onTime", "satisfied"] as const;

/** The units, then what none has: their columns add up to the figures of the whole park. `all`: its rates. */
async function unitRows(
  { db, now }: Context,
  period: MonthPeriod,
  { reader, all }: { readonly reader: Reader; readonly all: readonly Rate[] },
): Promise<readonly UnitRow[]> {
  const figures = await unitFigures(db, period, now, null);
  const rates = new Map(figures.map((one) => [one.department, one]));
  const rows = await breakdownOf(db, "department", period, now);
  const units = rows.flatMap((row): readonly UnitRow[] => {
    if (row.code === null) return [];
    const { sign = null, onTime = null, satisfied = null } = rates.get(row.code) ?? {};
    return [{ ...reportRow(row, reader.department(row.code)), isUnit: true, sign, onTime, satisfied }];
  });
  const none = rows.find(({ code }) => code === null);
  if (none === undefined) return units;
  const left = UNIT_RATES.map((name) => {
    const whole = all.find((one) => one.name === name);
    return whole === undefined
      ? null
      : without(
          whole,
          figures.map((one) => one[name]),
        );
  });
  return [...units, ...rowsOfNone(none, left)];
}

/** What waits for 派单, and what was taken over as done with by nobody knows whom. */
function rowsOfNone(none: Breakdown, [sign = null, onTime = null, satisfied = null]: readonly (Share | null)[]) {
  const { undispatched, collected, solved, overdue } = none;
  const waiting = { name: NO_DEPARTMENT, collected: undispatched, solved: 0, overdue: 0 };
  const others = { name: UNKNOWN_DEPARTMENT, collected: collected - undispatched, solved, overdue };
  return [
    { ...waiting, isUnit: false, sign: null, onTime: null, satisfied: null },
    { ...others, isUnit: false, sign, onTime, satisfied },
  ].filter((row) => row.collected + row.solved + row.overdue > 0);
}

/** What is left of a whole without its parts; null: nothing. */
function without(all: Share, parts: readonly Share[]): Share | null {
  const left = (name: keyof Share) => parts.reduce((rest, one) => rest - one[name], all[name]);
  return left("whole") === 0 ? null : { part: left("part"), whole: left("whole") };
}

function reportRow({ collected, solved, overdue }: Breakdown, name: string): ReportRow {
  return { name, collected, solved, overdue };
}

/** The last row of a table of rows like these. */
export function totalOf(rows: readonly ReportRow[]): Omit<ReportRow, "name"> {
  const sum = (name: "collected" | "solved" | "overdue") => rows.reduce((all, row) => all + row[name], 0);
  return { collected: sum("collected"), solved: sum("solved"), overdue: sum("overdue") };
}
