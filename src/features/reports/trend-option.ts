import type { BarSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import {
  BY_CATEGORY,
  BY_WEEK,
  NOTHING_YET,
  OTHER_CATEGORIES,
  SAME_SPAN,
  trendTitle,
  trendUntil,
  weeksSummary,
} from "../../messages/zh-cn/reports.ts";
import { COUNT_WORDS } from "../../messages/zh-cn/terms.ts";
import { OWN_FONT } from "../../papers/own-font.ts";
import type { Row, Trend } from "./trend.ts";

export type TrendOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;
type Axes<Name extends "xAxis" | "yAxis"> = Extract<NonNullable<TrendOption[Name]>, readonly unknown[]>;

/** Units of the layout. */
export const WIDTH = 760;
const SIDE = 36;
const WEEKS_TOP = 190;
const WEEKS_HEIGHT = 250;
const CATEGORIES_TOP = WEEKS_TOP + WEEKS_HEIGHT + 114;
const ROW = 38;
const FOOT = 36;

const INK = "#17233d";
const QUIET = "#7a869c";
const LINE = "#e6eaf2";
export const ACCENT = "#3b6fe0";
const SOLVED = "#27b08b";

const TEXT = { fontFamily: OWN_FONT, color: INK };
const SMALL = { fontFamily: OWN_FONT, color: QUIET, fontSize: 13 };

/** More categories than these would make a list of it: the rest is one row. */
const MOST_CATEGORIES = 12;

function rowsOf(trend: Trend): readonly Row[] {
  const rows = trend.categories.filter((row) => row.collected + row.solved > 0);
  if (rows.length <= MOST_CATEGORIES) return rows;
  const rest = rows.slice(MOST_CATEGORIES - 1);
  const other = { name: OTHER_CATEGORIES, ...sumOf(rest) };
  return [...rows.slice(0, MOST_CATEGORIES - 1), other];
}

function sumOf(rows: readonly Row[]) {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  return { collected: sum((row) => row.collected), solved: sum((row) => row.solved) };
}

function isBusy({ weeks }: Trend): boolean {
  const { collected, solved } = sumOf(weeks);
  return collected + solved > 0;
}

function categoriesHeight(rows: readonly Row[]): number {
  return Math.max(3, rows.length) * ROW;
}

/** The height that the picture takes, in units of the layout. */
export function heightOf(trend: Trend): number {
  return CATEGORIES_TOP + categoriesHeight(rowsOf(trend)) + FOOT;
}

/** How the picture is drawn: the weeks above, the categories of the same weeks below. */
export function trendOption(trend: Trend): TrendOption {
  const rows = rowsOf(trend);
  return {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: TEXT,
    title: titlesOf(trend, rows),
    legend: LEGEND,
    grid: [
      { left: SIDE + 30, right: SIDE, top: WEEKS_TOP, height: WEEKS_HEIGHT },
      { left: SIDE + 96, right: SIDE + 30, top: CATEGORIES_TOP, height: categoriesHeight(rows) },
    ],
    xAxis: horizontal(trend, rows),
    yAxis: vertical(trend, rows),
    series: (["collected", "solved"] as const).flatMap((count) => [
      weekBars(count, trend.weeks),
      categoryBars(count, rows),
    ]),
  };
}

const LEGEND: LegendComponentOption = {
  right: SIDE,
  top: 42,
  itemWidth: 14,
  itemHeight: 14,
  itemGap: 20,
  textStyle: { ...SMALL, fontSize: 14, color: INK },
  data: [
    { name: COUNT_WORDS.collected, icon: "roundRect" },
    { name: COUNT_WORDS.solved, icon: "roundRect" },
  ],
};

function titlesOf(trend: Trend, rows: readonly Row[]): TitleComponentOption[] {
  const weeks = weeksSummary({ weeks: trend.weeks.length, ...sumOf(trend.weeks) });
  return [
    {
      text: trendTitle(trend.park),
      subtext: trendUntil(trend.until),
      left: SIDE,
      top: 32,
      itemGap: 14,
      textStyle: { ...TEXT, fontSize: 27, fontWeight: "bold" },
      subtextStyle: { ...SMALL, fontSize: 14 },
    },
    heading(BY_WEEK, weeks, WEEKS_TOP - 60),
    heading(BY_CATEGORY, SAME_SPAN, CATEGORIES_TOP - 42),
    ...(isBusy(trend) ? [] : [nothing(WEEKS_TOP + WEEKS_HEIGHT / 2 - 34)]),
    ...(rows.length > 0 ? [] : [nothing(CATEGORIES_TOP + categoriesHeight(rows) / 2 - 10)]),
  ];
}

function heading(name: string, more: string, top: number): TitleComponentOption {
  const rich = {
    name: { ...TEXT, fontSize: 18, fontWeight: "bold" as const },
    more: { ...SMALL, fontWeight: "normal" as const, padding: [0, 0, 0, 14] },
  };
  return { text: `{name|${name}}{more|${more}}`, left: SIDE, top, textStyle: { ...TEXT, rich } };
}

function nothing(top: number): TitleComponentOption {
  return { text: NOTHING_YET, left: "center", top, textStyle: { ...SMALL, fontSize: 16, fontWeight: "normal" } };
}

type Count = "collected" | "solved";
const COLOR: Readonly<Record<Count, string>> = { collected: ACCENT, solved: SOLVED };

function weekBars(count: Count, weeks: readonly Row[]): BarSeriesOption {
  return {
    name: COUNT_WORDS[count],
    type: "bar",
    data: weeks.map((row) => row[count]),
    itemStyle: { color: COLOR[count], borderRadius: [4, 4, 0, 0] },
    barMaxWidth: 18,
    barGap: "12%",
    label: {
      show: true,
      position: "top",
      ...SMALL,
      fontSize: 12,
      formatter: ({ value }) => (value === 0 ? "" : String(value)),
    },
  };
}

function categoryBars(count: Count, rows: readonly Row[]): BarSeriesOption {
  return {
    name: COUNT_WORDS[count],
    type: "bar",
    xAxisIndex: 1,
    yAxisIndex: 1,
    data: rows.map((row) => row[count]),
    itemStyle: { color: COLOR[count], borderRadius: [0, 4, 4, 0] },
    barMaxWidth: 12,
    barGap: "15%",
    label: { show: true, position: "right", ...SMALL, fontSize: 12 },
  };
}

function horizontal(trend: Trend, rows: readonly Row[]): Axes<"xAxis"> {
  return [
    {
      type: "category",
      data: trend.weeks.map((row) => row.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { ...SMALL, interval: 0, fontSize: 12 },
    },
    { gridIndex: 1, type: "value", minInterval: 1, show: false, ...(rows.length === 0 ? { max: 1 } : {}) },
  ];
}

function vertical(trend: Trend, rows: readonly Row[]): Axes<"yAxis"> {
  return [
    {
      type: "value",
      minInterval: 1,
      ...(isBusy(trend) ? {} : { max: 4 }),
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: SMALL,
    },
    {
      gridIndex: 1,
      type: "category",
      inverse: true,
      data: rows.map((row) => row.name),
      axisTick: { show: false },
      axisLine: { show: rows.length > 0, lineStyle: { color: LINE } },
      axisLabel: { ...TEXT, fontSize: 14, width: 92, overflow: "truncate" },
    },
  ];
}
