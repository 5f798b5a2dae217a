import type { Counts, Figures } from "../../domain/issue/figures.ts";
import type { Reader } from "../../messages/reader.ts";
import { FIGURE_COLUMNS, FIGURE_WORDS, figuresNote, MORE_SHEETS, sheetTitle } from "../../messages/zh-cn/ledger.ts";
import { COUNT_WORDS, RATE_WORDS } from "../../messages/zh-cn/terms.ts";
import type { Db } from "../../store/client.ts";
import { EVER } from "../../store/figure-parts.ts";
import { figuresOf, type UnitFigures, unitFigures } from "../../store/figures.ts";
import type { Cell, OfficialSheet, SheetColumn } from "./sheet.ts";

const COLUMNS: readonly SheetColumn[] = [
  { heading: FIGURE_COLUMNS.scope, width: 24, kind: "text" },
  { heading: FIGURE_COLUMNS.name, width: 28, kind: "text" },
  { heading: FIGURE_COLUMNS.part, width: 12, kind: "number" },
  { heading: FIGURE_COLUMNS.whole, width: 12, kind: "number" },
  { heading: FIGURE_COLUMNS.share, width: 12, kind: "share" },
];

/** 统计: the figures since the start, each rate with its parts, of the whole park and of each unit. */
export async function figureSheet(db: Db, reader: Reader): Promise<OfficialSheet> {
  const { now } = reader;
  const park = reader.park.org.park.name;
  const units = await unitFigures(db, EVER, now, null);
  const named = units.map((unit) => ({ unit, name: reader.department(unit.department) }));
  const rows = [
    ...parkRows(park, await figuresOf(db, EVER, now)),
    ...named.toSorted((a, b) => a.name.localeCompare(b.name, "zh")).flatMap(({ unit, name }) => unitRows(name, unit)),
  ];
  return {
    name: MORE_SHEETS.figures,
    title: sheetTitle(park, MORE_SHEETS.figures),
    note: figuresNote(reader.wholeDate(now)),
    columns: COLUMNS,
    count: rows.length,
    rows: async function* () {
      yield* rows;
    },
  };
}

const COUNTED: readonly (keyof Counts)[] = ["collected", "measured", "solved", "open"];

function parkRows(scope: string, figures: Figures): readonly (readonly Cell[])[] {
  const { onHold, unconfirmed, unrated, medianMinutes, p90Minutes } = figures;
  const count = (name: string, value: number | null) => [scope, name, value, null, null];
  return [
    ...COUNTED.map((name) => count(COUNT_WORDS[name], figures.counts[name])),
    ...figures.rates.map(({ name, part, whole }) => rateRow(scope, RATE_WORDS[name], { part, whole })),
    count(FIGURE_WORDS.onHold, onHold),
    count(FIGURE_WORDS.unconfirmed, unconfirmed),
    count(FIGURE_WORDS.unrated, unrated),
    count(FIGURE_WORDS.median, rounded(medianMinutes)),
    count(FIGURE_WORDS.ninetieth, rounded(p90Minutes)),
  ];
}

function rounded(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes);
}

function unitRows(scope: string, { led, sign, onTime, satisfied }: UnitFigures): readonly (readonly Cell[])[] {
  return [
    [scope, FIGURE_WORDS.led, led, null, null],
    rateRow(scope, RATE_WORDS.sign, sign),
    rateRow(scope, RATE_WORDS.onTime, onTime),
    rateRow(scope, RATE_WORDS.satisfied, satisfied),
  ];
}

function rateRow(scope: string, name: string, { part, whole }: { readonly part: number; readonly whole: number }) {
  return [scope, name, part, whole, whole === 0 ? null : part / whole];
}
