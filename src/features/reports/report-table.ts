import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { DOCUMENT_FONT } from "../../messages/zh-cn/reports.ts";

/** A table of the report: a coloured head, thin lines, numbers to the right. */

export type Cell = string | number;
/** The name of a column and its share of the width. */
export type Column = readonly [name: string, share: number];

/** Fonts that every Word has; others take the nearest Chinese one of the machine. */
export const FONTS = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: DOCUMENT_FONT };

/** Of all columns together, in twentieths of a point: an A4 page without its margins. */
const WIDTH = 9506;
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: "D5DBE7" };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };

export function tableOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const all = columns.reduce((sum, [, share]) => sum + share, 0);
  const widths = columns.map(([, share]) => Math.round((WIDTH * share) / all));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      rowOf(
        columns.map(([name], index) => cellOf(name, widths[index] ?? 0, typeof rows[0]?.[index], true)),
        true,
      ),
      ...rows.map((row) =>
        rowOf(
          row.map((cell, index) => cellOf(cell, widths[index] ?? 0, typeof cell, false)),
          false,
        ),
      ),
    ],
  });
}

function rowOf(children: readonly TableCell[], tableHeader: boolean): TableRow {
  return new TableRow({ tableHeader, cantSplit: true, children: [...children] });
}

function cellOf(cell: Cell, width: number, kind: string, head: boolean): TableCell {
  const alignment = kind === "number" ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const text = new TextRun({ text: String(cell), size: 20, ...(head ? { bold: true, color: "FFFFFF" } : {}) });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 70, bottom: 70, left: 110, right: 110 },
    ...(head ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "3B6FE0" } } : {}),
    children: [new Paragraph({ alignment, children: [text] })],
  });
}
