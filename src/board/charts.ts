import type { Conversation } from "../chat/conversation.ts";
import { unitsTold } from "../features/reports/asked.ts";
import { readTrend } from "../features/reports/trend.ts";
import type { Line } from "../features/reports/units.ts";
import { CHARTS, OVERVIEW, SERIES } from "../messages/zh-cn/board-overview.ts";

/** The figures of the overview's charts: drawn in the browser, and the same in a table beside each. */

export type ChartName = keyof typeof CHARTS;

export interface Chart {
  readonly name: ChartName;
  readonly title: string;
  /** What the labels are. */
  readonly head: string;
  /** Upright by time, else lying. */
  readonly upright: boolean;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Where a press on a label leads; null: nowhere. */
  readonly links: readonly (string | null)[];
}

/** More than these would make a list of a chart. */
const MOST_BARS = 15;

/** The charts of what these units have done in a period; the trend is always of the last twelve weeks. */
export async function chartsFor(conversation: Conversation, units: readonly Line[]): Promise<readonly Chart[]> {
  const { ctx, reader } = conversation;
  const trend = await readTrend(ctx, ctx.now, unitsTold(conversation));
  const categories = trend.categories.slice(0, MOST_BARS);
  const shown = units.toSorted((a, b) => b.led - a.led).slice(0, MOST_BARS);
  const both = (rows: typeof trend.weeks) => [
    { name: SERIES.collected, values: rows.map(({ collected }) => collected) },
    { name: SERIES.solved, values: rows.map(({ solved }) => solved) },
  ];
  return [
    {
      ...headOf("weeks", OVERVIEW.week),
      upright: true,
      labels: trend.weeks.map(({ name }) => name),
      series: both(trend.weeks),
      links: [],
    },
    {
      ...headOf("categories", OVERVIEW.category),
      upright: false,
      labels: categories.map(({ name }) => name),
      series: both(categories),
      links: [],
    },
    {
      ...headOf("departments", OVERVIEW.department),
      upright: false,
      labels: shown.map(({ department }) => reader.department(department)),
      series: [
        { name: SERIES.led, values: shown.map(({ led }) => led) },
        { name: SERIES.overdue, values: shown.map(({ overdue }) => overdue) },
      ],
      links: shown.map(({ department }) => `/issues?department=${encodeURIComponent(department)}`),
    },
  ];
}

function headOf(name: ChartName, head: string) {
  return { name, title: CHARTS[name], head };
}
