import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { type Face, PAPER_FONTS } from "../messages/zh-cn/papers.ts";
import { CELL, type PaperBlock, type PaperColumn, widthsOf } from "./paper.ts";

/** Points as Word counts most things: in twentieths. */
export function twips(points: number): number {
  return Math.round(20 * points);
}

/** One face for all scripts: the digits of official papers stand in it as well. */
export function facesOf(face: Face) {
  const name = PAPER_FONTS[face].word;
  return { ascii: name, hAnsi: name, cs: name, eastAsia: name };
}

const BORDER = { style: BorderStyle.SINGLE, size: 8 * CELL.rule, color: "000000" };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const ALIGNED = { right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/** A table over this width, whose head is repeated on every page. */
export function tableOf({ columns, rows }: Extract<PaperBlock, { kind: "table" }>, width: number): Table {
  const widths = widthsOf(columns, width).map(twips);
  const cells = (texts: readonly string[], isHead: boolean) =>
    columns.map((column, index) => cellOf(texts[index] ?? "", { column, isHead, width: widths[index] ?? 0 }));
  const head = columns.map(({ name }) => name);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

interface Placed {
  readonly column: PaperColumn;
  readonly isHead: boolean;
  readonly width: number;
}

function cellOf(text: string, { column: { align }, isHead, width }: Placed): TableCell {
  const aligned = isHead ? AlignmentType.CENTER : align === undefined ? AlignmentType.LEFT : ALIGNED[align];
  const run = new TextRun({ text, font: facesOf(isHead ? "head" : "body"), size: 2 * CELL.size });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: twips(CELL.above), bottom: twips(CELL.above), left: twips(CELL.side), right: twips(CELL.side) },
    children: [
      new Paragraph({
        alignment: aligned,
        spacing: { line: twips(CELL.line), lineRule: LineRuleType.EXACT },
        children: [run],
      }),
    ],
  });
}
