import type { CellValue, DataValidation, Sheet, WriteSheet } from "hucre";
import { archiveProblem, type FileProblem, type Most } from "./archive.ts";

/** The one place of the org that knows the Excel library, which is loaded when it is needed first: most processes live long without it. */

export type Value = CellValue;

/** A sheet as it was filled in; rows and columns are counted from 0. */
export interface FilledSheet {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  /** Cells that were made one: only the first of them has the value. */
  readonly merges: readonly Merge[];
  /** Whether a cell holds an error, or a formula that was never calculated. */
  readonly isBroken: (row: number, column: number) => boolean;
  readonly isHidden: (row: number) => boolean;
  /** Whether a day is counted from 1904 on, where a cell has a number without being a date. */
  readonly is1904: boolean;
}

export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** More rows are no list of a park's people, but some other table. */
export const MOST_ROWS = 5_000;

/** What is read of a workbook: how much at most, and which sheets of those that are shown. */
export interface Wanted {
  readonly most?: Most;
  readonly rows?: number;
  readonly isWanted?: (sheet: string) => boolean;
}

/** What is read of a workbook; `hidden`: the names of sheets that are not shown, which are left out. */
interface ReadWorkbook {
  readonly sheets: readonly FilledSheet[];
  readonly hidden: readonly string[];
}

/** No list has more columns. One cell at the far end would make each row of it as long as a sheet is wide. */
const COLUMNS = "A1:IV1048576";

/** Reads every sheet that is shown. A file that is no list is refused with why, before it takes time or memory. */
export async function readWorkbook(
  bytes: Buffer,
  { most, rows = MOST_ROWS, isWanted = () => true }: Wanted = {},
): Promise<ReadWorkbook | { readonly problem: FileProblem }> {
  const problem = archiveProblem(bytes, most);
  if (problem !== null) return { problem };
  try {
    const hidden: string[] = [];
    const isShown = (one: { name: string; hidden?: boolean; veryHidden?: boolean }) => {
      if (!one.hidden && !one.veryHidden) return isWanted(one.name);
      hidden.push(one.name);
      return false;
    };
    // One row more than there may be, so that it is seen.
    const { readXlsx } = await import("hucre/xlsx");
    const { sheets, dateSystem } = await readXlsx(bytes, { sheets: isShown, maxRows: rows + 1, range: COLUMNS });
    const long = sheets.find((one) => one.rows.length > rows);
    if (long !== undefined) return { problem: { kind: "too-many-rows", sheet: long.name } };
    return { sheets: sheets.map((sheet) => filled(sheet, dateSystem === "1904")), hidden };
  } catch (error) {
    const { HucreError } = await import("hucre");
    if (error instanceof HucreError || error instanceof RangeError || error instanceof TypeError) {
      return { problem: { kind: "damaged" } };
    }
    throw error;
  }
}

function filled({ name, rows, merges = [], cells, rowDefs }: Sheet, is1904: boolean): FilledSheet {
  const isBroken = (row: number, column: number) => {
    const cell = cells?.get(`${row},${column}`);
    return cell?.type === "error" || (cell?.type === "formula" && cell.value === null);
  };
  return { name, rows, merges, isBroken, isHidden: (row) => rowDefs?.get(row)?.hidden === true, is1904 };
}

/** A sheet to be filled in: a frozen first row of headings, and what stands below it. */
export interface EmptySheet {
  readonly name: string;
  readonly columns: readonly EmptyColumn[];
  readonly rows: readonly (readonly string[])[];
  /** So many rows have the format of their column. */
  readonly prepared: number;
}

interface EmptyColumn {
  readonly heading: string;
  readonly width: number;
  /** Digits stay as they are typed. */
  readonly isText: boolean;
  /** What can be chosen, or the cells it is chosen from; anything else may be written all the same. */
  readonly choices?: readonly string[] | string | undefined;
}

/** The bytes of an .xlsx file. */
export async function writeWorkbook(sheets: readonly EmptySheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({ sheets: sheets.map(toWrite) });
}

const HEADING = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
} as const;

function toWrite({ name, columns, rows, prepared }: EmptySheet): WriteSheet {
  const blank = columns.map(() => null);
  const below = Array.from({ length: Math.max(prepared - rows.length, 0) }, () => blank);
  return {
    name,
    rows: [columns.map((one) => one.heading), ...rows.map((row) => [...row]), ...below],
    columns: columns.map(({ width, isText }) => ({ width, ...(isText ? { style: { numFmt: "@" } } : {}) })),
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: HEADING }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices }, column) => {
      if (choices === undefined) return [];
      const letter = columnLetter(column);
      return [listOf(choices, `${letter}2:${letter}${prepared + 1}`)];
    }),
  };
}

function listOf(choices: readonly string[] | string, range: string): DataValidation {
  const list = typeof choices === "string" ? { formula1: choices } : { values: [...choices] };
  return { type: "list", ...list, allowBlank: true, showErrorMessage: true, errorStyle: "warning", range };
}

/** 0 → A, 27 → AB. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetter(Math.floor(column / 26) - 1)}${last}`;
}
