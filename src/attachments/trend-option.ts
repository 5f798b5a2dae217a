import type { BarSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { FONT } from "./font.ts";

/** What the picture shows. Names are words for people. */
export interface Trend {
  readonly park: string;
  /** The moment up to which it tells, in words. */
  readonly until: string;
  /** Oldest first; the last one may still be running. */
  readonly weeks: readonly Row[];
  /** Within the same weeks, the fullest first. */
  readonly categories: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly collected: number;
  readonly solved: number;
}

export type TrendOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;

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

const NOTHING = "暂无数据";

/** More categories than these would make a list of it: the rest is one row. */
const MOST_CATEGORIES = 12;

function rowsOf(trend: Trend): readonly Row[] {
  const rows = trend.categories.filter((row) => row.collected + row.solved > 0);
  if (rows.length <= MOST_CATEGORIES) return rows;
  const rest = rows.slice(MOST_CATEGORIES - 1);
  const sum = (of: (row: Row) => number) => rest.reduce((total, row) => total + of(row), 0);
  const other = { name: "其他", collected: sum((row) => row.collected), solved: sum((row) => row.solved) };
  return [...rows.slice(0, MOST_CATEGORIES - 1), other];
}

function categoriesHeight(trend: Trend): number {
  return Math.max(3, rowsOf(trend).length) * ROW;
}

/** The height that the picture takes, in units of the layout. */
export function heightOf(trend: Trend): number {
  return CATEGORIES_TOP + categoriesHeight(trend) + FOOT;
}

export function trendOption(trend: Trend): TrendOption {
  const rows = rowsOf(trend);
  const total = (of: (row: Row) => number) => trend.weeks.reduce((sum, row) => sum + of(row), 0);
  const text = { fontFamily: FONT, color: INK };
  const small = { fontFamily: FONT, color: QUIET, fontSize: 13 };
  const heading = (name: string, more: string, top: number): TitleComponentOption => ({
    text: `{name|${name}}{more|${more}}`,
    left: SIDE,
    top,
    textStyle: {
      ...text,
      rich: {
        name: { ...text, fontSize: 18, fontWeight: "bold" },
        more: { ...small, fontWeight: "normal", padding: [0, 0, 0, 14] },
      },
    },
  });
  const nothing = (top: number): TitleComponentOption => ({
    text: NOTHING,
    left: "center",
    top,
    textStyle: { ...small, fontSize: 16, fontWeight: "normal" },
  });
  const busyWeeks = trend.weeks.some((row) => row.collected + row.solved > 0);
  const bars = (name: string, color: string, of: (row: Row) => number): BarSeriesOption[] => [
    {
      name,
      type: "bar",
      data: trend.weeks.map(of),
      itemStyle: { color, borderRadius: [4, 4, 0, 0] },
      barMaxWidth: 18,
      barGap: "12%",
      label: {
        show: true,
        position: "top",
        ...small,
        fontSize: 12,
        formatter: ({ value }) => (value === 0 ? "" : String(value)),
      },
    },
    {
      name,
      type: "bar",
      xAxisIndex: 1,
      yAxisIndex: 1,
      data: rows.map(of),
      itemStyle: { color, borderRadius: [0, 4, 4, 0] },
      barMaxWidth: 12,
      barGap: "15%",
      label: { show: true, position: "right", ...small, fontSize: 12 },
    },
  ];
  return {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: text,
    title: [
      {
        text: `${trend.park}　诉求趋势`,
        subtext: `截至 ${trend.until}`,
        left: SIDE,
        top: 32,
        itemGap: 14,
        textStyle: { ...text, fontSize: 27, fontWeight: "bold" },
        subtextStyle: { ...small, fontSize: 14 },
      },
      heading(
        "按周",
        `近 ${trend.weeks.length} 周收集 ${total((row) => row.collected)} 件，已解决 ${total((row) => row.solved)} 件；横轴为周一的日期`,
        WEEKS_TOP - 60,
      ),
      heading("按类别", "同一时段", CATEGORIES_TOP - 42),
      ...(busyWeeks ? [] : [nothing(WEEKS_TOP + WEEKS_HEIGHT / 2 - 34)]),
      ...(rows.length > 0 ? [] : [nothing(CATEGORIES_TOP + categoriesHeight(trend) / 2 - 10)]),
    ],
    legend: {
      right: SIDE,
      top: 42,
      itemWidth: 14,
      itemHeight: 14,
      itemGap: 20,
      textStyle: { ...small, fontSize: 14, color: INK },
      data: [
        { name: "收集", icon: "roundRect" },
        { name: "已解决", icon: "roundRect" },
      ],
    },
    grid: [
      { left: SIDE + 30, right: SIDE, top: WEEKS_TOP, height: WEEKS_HEIGHT },
      { left: SIDE + 96, right: SIDE + 30, top: CATEGORIES_TOP, height: categoriesHeight(trend) },
    ],
    xAxis: [
      {
        type: "category",
        data: trend.weeks.map((row) => row.name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { ...small, interval: 0, fontSize: 12 },
      },
      { gridIndex: 1, type: "value", minInterval: 1, show: false, ...(rows.length === 0 ? { max: 1 } : {}) },
    ],
    yAxis: [
      {
        type: "value",
        minInterval: 1,
        ...(busyWeeks ? {} : { max: 4 }),
        splitLine: { lineStyle: { color: LINE } },
        axisLabel: small,
      },
      {
        gridIndex: 1,
        type: "category",
        inverse: true,
        data: rows.map((row) => row.name),
        axisTick: { show: false },
        axisLine: { show: rows.length > 0, lineStyle: { color: LINE } },
        axisLabel: { ...text, fontSize: 14, width: 92, overflow: "truncate" },
      },
    ],
    series: [...bars("收集", ACCENT, (row) => row.collected), ...bars("已解决", SOLVED, (row) => row.solved)],
  };
}
