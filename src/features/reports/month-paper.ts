import type { RateName } from "../../domain/issue/figures.ts";
import { textOf } from "../../issues/fingerprint.ts";
import * as print from "../../messages/zh-cn/fingerprint.ts";
import * as words from "../../messages/zh-cn/month-report.ts";
import { COUNT_WORDS, RATE_WORDS, rateText } from "../../messages/zh-cn/terms.ts";
import type { Paper, PaperBlock, PaperColumn } from "../../papers/paper.ts";
import { type MonthReport, REPORT_COUNTS, type ReportRow, totalOf, type UnitRow } from "./month.ts";

/** The month report as a paper. `trend`: its picture as PNG. */
export function monthPaper(report: MonthReport, trend: Buffer): Paper {
  const { park, month, until, isOver, madeAt, madeOn } = report;
  const sections = [
    [words.HEADINGS.overview, overview(report)],
    [words.HEADINGS.departments, departments(report)],
    [words.HEADINGS.categories, categories(report)],
    [words.HEADINGS.typical, typical(report)],
    [words.HEADINGS.themeDays, themeDays(report)],
    [words.HEADINGS.delayed, delayed(report)],
    [words.HEADINGS.next, nextSteps(report)],
  ] as const;
  return {
    title: words.fullReportTitle(park, month),
    author: park,
    madeAt,
    layout: "letter",
    blocks: [
      { kind: "title", text: words.reportTitle(park) },
      { kind: "subtitle", text: words.subtitle(month, isOver ? null : until) },
      ...sections.flatMap(([name, blocks], index): readonly PaperBlock[] => [
        { kind: "heading", level: 1, text: words.headingText(index + 1, name) },
        ...blocks,
      ]),
      { kind: "closing", from: park, date: madeOn },
      ...fingerprintOf(report),
      { kind: "heading", level: 1, text: words.ANNEX.trend, newPage: true },
      { kind: "picture", png: trend },
    ],
  };
}

const text = (one: string): PaperBlock => ({ kind: "text", text: one });
const note = (one: string): PaperBlock => ({ kind: "note", text: one });
const table = (columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): PaperBlock => ({
  kind: "table",
  columns,
  rows,
});
const HEADS = words.TABLE_HEADS;
const numbered = (name: string, share: number): PaperColumn => ({ name, share, align: "right" });

function overview({ month, until, isOver, counts, rates }: MonthReport): readonly PaperBlock[] {
  return [
    text(words.countsProse(month, isOver ? null : until, counts)),
    text(words.ratesProse(month, rates)),
    table(
      [
        { name: HEADS.figure, share: 4 },
        numbered(HEADS.thisMonth, 2),
        numbered(HEADS.lastMonth, 2),
        numbered(HEADS.change, 2),
      ],
      REPORT_COUNTS.map((name) => {
        const { now, before } = counts[name];
        return [words.REPORT_COUNT_WORDS[name], String(now), String(before), words.changeText(now - before)];
      }),
    ),
    table(
      [{ name: HEADS.figure, share: 4 }, numbered(HEADS.thisMonth, 3), numbered(HEADS.lastMonth, 3)],
      rates.map(({ now, before }) => [
        RATE_WORDS[now.name],
        rateText(now.part, now.whole),
        rateText(before.part, before.whole),
      ]),
    ),
    note(words.RATES_AS_OF),
  ];
}

function departments({ departments: units, rates }: MonthReport): readonly PaperBlock[] {
  if (units.length === 0) return [text(words.NO_ISSUES)];
  const rate = (of: UnitRow["sign"]) => (of === null ? words.NO_RATE : rateText(of.part, of.whole));
  const whole = (name: RateName) => rate(rates.find(({ now }) => now.name === name)?.now ?? null);
  const counts = ({ collected, solved }: Counted) => [String(collected), String(solved)];
  const total = totalOf(units);
  return [
    text(words.unitsProse(units)),
    table(
      [
        { name: HEADS.department, share: 2.6 },
        numbered(COUNT_WORDS.collected, 0.85),
        numbered(COUNT_WORDS.solved, 1.25),
        numbered(HEADS.sign, 2.6),
        numbered(HEADS.onTime, 2.6),
        numbered(HEADS.satisfied, 2.6),
        numbered(HEADS.overdue, 0.85),
      ],
      [
        ...units.map((row) => [
          row.name,
          ...counts(row),
          ...[row.sign, row.onTime, row.satisfied].map(rate),
          String(row.overdue),
        ]),
        [
          words.TOTAL,
          ...counts(total),
          ...(["sign", "onTime", "satisfied"] as const).map(whole),
          String(total.overdue),
        ],
      ],
    ),
    note(words.OVERDUE_AS_OF),
  ];
}

type Counted = Omit<ReportRow, "name">;

function categories({ categories: rows }: MonthReport): readonly PaperBlock[] {
  if (rows.length === 0) return [text(words.NO_ISSUES)];
  const cells = (row: Counted) => [row.collected, row.solved, row.overdue].map(String);
  return [
    table(
      [
        { name: HEADS.category, share: 4 },
        numbered(COUNT_WORDS.collected, 2),
        numbered(COUNT_WORDS.solved, 2),
        numbered(HEADS.overdue, 2),
      ],
      [...rows.map((row) => [row.name, ...cells(row)]), [words.TOTAL, ...cells(totalOf(rows))]],
    ),
  ];
}

function typical({ typical: all, typicalMost }: MonthReport): readonly PaperBlock[] {
  if (all.length === 0) return [text(words.NONE_TYPICAL)];
  return [
    text(words.typicalRule(typicalMost)),
    ...all.flatMap((one, index): readonly PaperBlock[] => [
      { kind: "heading", level: 2, text: words.subheadingText(index + 1, one.title) },
      text(words.typicalProse(one)),
    ]),
  ];
}

function themeDays({ themeDays: held }: MonthReport): readonly PaperBlock[] {
  if (held.length === 0) return [text(words.NO_THEME_DAY)];
  return [text(words.themeDaysProse(held.length)), ...held.map((one) => text(words.themeDayProse(one)))];
}

function delayed({ delayed: all, delayedMore, delayedCounts }: MonthReport): readonly PaperBlock[] {
  if (all.length === 0) return [text(words.NONE_DELAYED)];
  return [
    text(words.delayedProse(delayedCounts)),
    table(
      [
        { name: HEADS.number, share: 1.2 },
        { name: HEADS.issue, share: 3.2 },
        { name: HEADS.company, share: 2.4 },
        { name: HEADS.department, share: 2 },
        { name: HEADS.due, share: 1.9 },
        { name: HEADS.why, share: 1, align: "center" },
        { name: HEADS.measure, share: 2.8 },
      ],
      all.map((one) => [
        `#${one.number}`,
        one.title,
        one.company,
        one.department,
        one.due,
        one.why,
        one.measure === "" ? words.NO_MEASURE : one.measure,
      ]),
    ),
    ...(delayedMore === 0 ? [] : [note(words.moreDelayed(delayedMore))]),
  ];
}

function nextSteps({ nextMonth, next, planned, delayedCounts }: MonthReport): readonly PaperBlock[] {
  const steps = words.nextSteps(nextMonth, { late: delayedCounts.overdue, next, planned });
  return steps.length === 0 ? [text(words.NOTHING_NEXT)] : steps.map(text);
}

/** What shows later that the record is still the same. */
function fingerprintOf({ fingerprint, isOver, timeZone }: MonthReport): readonly PaperBlock[] {
  const heading: PaperBlock = { kind: "heading", level: 1, text: words.ANNEX.fingerprint };
  if (fingerprint === null) return [heading, text(isOver ? print.NO_FINGERPRINT : print.NOT_OVER_YET)];
  return [
    heading,
    text(print.upTo(fingerprint, timeZone)),
    note(print.digestText(fingerprint)),
    note(print.keyText(fingerprint)),
    note(print.HOW_TO_VERIFY),
    note(textOf(fingerprint)),
  ];
}
