import type { CellStyle, CellValue, WriteSheet } from "hucre";
import type { Issue } from "../../domain/issue/issue.ts";
import type { Reader } from "../../messages/reader.ts";
import { COLUMNS, FONTS, SHEETS, type SheetName, sheetNote, sheetTitle } from "../../messages/zh-cn/ledger.ts";
import { cellsOf, columnsOf } from "./columns.ts";

/** The ledger's sheets as offices print them: a title over all columns, a head that stays and is repeated, lines around each cell. */

/** A workbook of the board holds no more: while it is made, nobody else is answered. */
export const MOST_ROWS = 5_000;

const TITLE = 0;
const NOTE = 1;
const HEAD = 2;

const THIN = { style: "thin", color: { rgb: "7F7F7F" } } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const CELL: CellStyle = {
  font: { name: FONTS.cell, size: 10 },
  border: BORDER,
  alignment: { vertical: "center", wrapText: true },
};
const HEADING: CellStyle = {
  font: { name: FONTS.head, size: 10 },
  border: BORDER,
  alignment: { vertical: "center", horizontal: "center", wrapText: true },
};
const TITLE_STYLE: CellStyle = {
  font: { name: FONTS.title, size: 18 },
  alignment: { vertical: "center", horizontal: "center" },
};
const NOTE_STYLE: CellStyle = { font: { name: FONTS.note, size: 10 }, alignment: { horizontal: "right" } };
const MOMENT = "yyyy-mm-dd hh:mm";

/** The bytes of an .xlsx file with these sheets, each of these issues in this order. */
export async function ledgerWorkbook(
  sheets: readonly { readonly name: SheetName; readonly issues: readonly Issue[] }[],
  reader: Reader,
): Promise<Uint8Array> {
  // Loaded when first used: most processes live long without it.
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({ sheets: sheets.map(({ name, issues }) => sheetOf(name, issues, reader)) });
}

function sheetOf(name: SheetName, issues: readonly Issue[], reader: Reader): WriteSheet {
  const columns = columnsOf(name);
  const blank = columns.slice(1).map(() => null);
  const rows: CellValue[][] = [
    [sheetTitle(reader.park.org.park.name, name), ...blank],
    [sheetNote(reader.wholeDate(reader.now), issues.length), ...blank],
    columns.map((column) => COLUMNS[column.name]),
    ...issues.map((issue, index) => [...cellsOf(name, issue, index + 1, reader)]),
  ];
  const last = columns.length - 1;
  const end = `${letterOf(last)}$${rows.length}`;
  return {
    name: SHEETS[name],
    rows,
    columns: columns.map(({ width, isMoment }) => ({ width, style: isMoment ? { ...CELL, numFmt: MOMENT } : CELL })),
    cells: stylesOf(columns.length),
    merges: [TITLE, NOTE].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    rowDefs: new Map([
      [TITLE, { height: 30 }],
      [HEAD, { height: 24 }],
    ]),
    freezePane: { rows: HEAD + 1, columns: 2 },
    autoFilter: { range: `A${HEAD + 1}:${letterOf(last)}${rows.length}` },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${end}`,
      printTitlesRow: `$${HEAD + 1}:$${HEAD + 1}`,
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  };
}

/** Of what stands above the rows; these have the style of their column. */
function stylesOf(columns: number) {
  const head = Array.from({ length: columns }, (_, column) => [`${HEAD},${column}`, { style: HEADING }] as const);
  return new Map<string, { style: CellStyle }>([
    [`${TITLE},0`, { style: TITLE_STYLE }],
    [`${NOTE},0`, { style: NOTE_STYLE }],
    ...head,
  ]);
}

/** Of the first 26 columns: no sheet has more. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}
