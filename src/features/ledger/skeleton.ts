import { inflateRawSync } from "node:zlib";
import type { CellStyle, CellValue, WriteSheet } from "hucre";
import { FONTS } from "../../messages/zh-cn/ledger.ts";
import { columnLetter } from "../../org/list/workbook.ts";
import type { OfficialSheet, SheetColumn } from "./sheet.ts";

/**
 * A workbook without its rows: a title over all columns, a head that stays and is repeated, lines around each cell. The rows are
 * put in as they come (rows.ts), since the library's own stream knows one sheet, and neither title nor print set-up.
 */

const TITLE = 0;
const NOTE = 1;
const HEAD = 2;
/** As Excel counts it. */
export const FIRST_ROW = HEAD + 2;

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
/** Its rows are no higher for it. */
const HIDDEN: CellStyle = { ...CELL, alignment: { vertical: "center" } };
const FORMATS: Readonly<Record<SheetColumn["kind"], CellStyle>> = {
  text: CELL,
  number: { ...CELL, numFmt: "0" },
  moment: { ...CELL, numFmt: "yyyy-mm-dd hh:mm" },
  share: { ...CELL, numFmt: "0.0%" },
};

/** The files of a workbook with these sheets, each with one empty row. */
export async function skeletonOf(sheets: readonly OfficialSheet[]): Promise<ReadonlyMap<string, Buffer>> {
  // Loaded when first used: most processes live long without it.
  const { writeXlsx } = await import("hucre/xlsx");
  return unpacked(Buffer.from(await writeXlsx({ sheets: sheets.map(emptySheet) })));
}

/** The file of a sheet, counted from 0. */
export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;
export const STYLES_PATH = "xl/styles.xml";

/** Where a sheet with so many rows ends, as Excel counts it. */
export const lastRow = (count: number) => Math.max(FIRST_ROW - 1, FIRST_ROW + count - 1);

function emptySheet({ name, title, note, columns, count }: OfficialSheet): WriteSheet {
  const shown = columns.filter((one) => one.isHidden !== true);
  const blank = columns.slice(1).map(() => null);
  const rows: CellValue[][] = [
    [title, ...blank],
    [note, ...blank],
    columns.map((one) => one.heading),
    columns.map(() => null),
  ];
  const last = shown.length - 1;
  const letter = columnLetter(last);
  return {
    name,
    rows,
    columns: columns.map(({ width, kind, isHidden = false }) => {
      return { width, hidden: isHidden, style: isHidden ? HIDDEN : FORMATS[kind] };
    }),
    cells: headStyles(columns.length),
    merges: [TITLE, NOTE].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    rowDefs: new Map([
      [TITLE, { height: 30 }],
      [HEAD, { height: 24 }],
    ]),
    freezePane: { rows: HEAD + 1, columns: 2 },
    autoFilter: { range: `A${HEAD + 1}:${letter}${lastRow(count)}` },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${letter}$${lastRow(count)}`,
      printTitlesRow: `$${HEAD + 1}:$${HEAD + 1}`,
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  };
}

/** Of what stands above the rows; these have the style of their column. */
function headStyles(columns: number) {
  const head = Array.from({ length: columns }, (_, column) => [`${HEAD},${column}`, { style: HEADING }] as const);
  return new Map<string, { style: CellStyle }>([
    [`${TITLE},0`, { style: TITLE_STYLE }],
    [`${NOTE},0`, { style: NOTE_STYLE }],
    ...head,
  ]);
}

const END = Buffer.from("504b0506", "hex");
const DEFLATED = 8;

/** The files of an archive that the library has just made, by their path (APPNOTE 4.3.12). */
function unpacked(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(END);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const isDeflated = archive.readUInt16LE(at + 10) === DEFLATED;
    files.set(archive.toString("utf8", at + 46, at + 46 + name), isDeflated ? inflateRawSync(packed) : packed);
    at += 46 + name + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}
