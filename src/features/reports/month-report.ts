import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from "docx";
import {
  changeText,
  fullReportTitle,
  moreDelayed,
  NO_ISSUES,
  NONE_DELAYED,
  RATES_AS_OF,
  REPORT_COLUMNS,
  REPORT_HEADINGS,
  reportAsOf,
  reportTitle,
  WHY_DELAYED,
} from "../../messages/zh-cn/reports.ts";
import { COUNT_WORDS } from "../../messages/zh-cn/terms.ts";
import type { MonthReport, ReportRow } from "./month.ts";
import { type Cell, FONTS, tableOf } from "./report-table.ts";

/** Of the picture on the page, in pixels of 1/96 inch: what the margins of a page leave, with room for a heading. */
const PICTURE_WIDTH = 560;
const PICTURE_HEIGHT = 800;

/** The report as a Word document (.docx). `trend`: its picture as PNG. */
export async function writeMonthReport(report: MonthReport, trend: Buffer): Promise<Buffer> {
  const title = reportTitle(report.park);
  const document = new Document({
    title: fullReportTitle(report.park, report.month),
    creator: report.park,
    styles: STYLES,
    sections: [
      {
        properties: { page: { margin: { top: 1200, bottom: 1100, left: 1200, right: 1200 } } },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: title }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: reportAsOf(report.month, report.until), color: QUIET })],
          }),
          ...countsSection(report),
          ...ratesSection(report),
          ...rowsSection("departments", REPORT_COLUMNS.department, report.departments),
          ...rowsSection("categories", REPORT_COLUMNS.category, report.categories),
          ...delayedSection(report),
          new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, text: REPORT_HEADINGS.trend }),
          pictureOf(trend),
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: "docProps/core.xml", data: properties(report) }]);
}

function countsSection({ counts }: MonthReport) {
  const { figure, thisMonth, lastMonth, change } = REPORT_COLUMNS;
  return [
    heading("counts"),
    tableOf(
      [
        [figure, 4],
        [thisMonth, 2],
        [lastMonth, 2],
        [change, 2],
      ],
      counts.map(({ name, count, before }) => [name, count, before, changeText(count - before)]),
    ),
  ];
}

function ratesSection({ rates }: MonthReport) {
  return [
    heading("rates"),
    tableOf(
      [
        [REPORT_COLUMNS.figure, 4],
        [REPORT_COLUMNS.rate, 6],
      ],
      rates.map(({ name, value }) => [name, value]),
    ),
    note(RATES_AS_OF),
  ];
}

function rowsSection(which: "departments" | "categories", column: string, rows: readonly ReportRow[]) {
  if (rows.length === 0) return [heading(which), new Paragraph({ text: NO_ISSUES })];
  const cells = rows.map((row): readonly Cell[] => [row.name, row.collected, row.solved, row.overdue]);
  return [
    heading(which),
    tableOf(
      [
        [column, 4],
        [COUNT_WORDS.collected, 2],
        [COUNT_WORDS.solved, 2],
        [WHY_DELAYED.overdue, 2],
      ],
      cells,
    ),
  ];
}

function delayedSection({ delayed, delayedMore }: MonthReport) {
  if (delayed.length === 0) return [heading("delayed"), new Paragraph({ text: NONE_DELAYED })];
  const { number, issue, company, department, due, why } = REPORT_COLUMNS;
  return [
    heading("delayed"),
    tableOf(
      [
        [number, 1.1],
        [issue, 4],
        [company, 3],
        [department, 2],
        [due, 1.9],
        [why, 1.2],
      ],
      delayed.map((one) => [`#${one.number}`, one.title, one.company, one.department, one.due, one.why]),
    ),
    ...(delayedMore === 0 ? [] : [note(moreDelayed(delayedMore))]),
  ];
}

function pictureOf(picture: Buffer): Paragraph {
  // Width and height stand behind the signature and the name of the first chunk (PNG, 11.2.1).
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const scale = Math.min(PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const image = new ImageRun({ type: "png", data: picture, transformation });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [image] });
}

function heading(of: keyof typeof REPORT_HEADINGS): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, text: REPORT_HEADINGS[of] });
}

function note(text: string): Paragraph {
  return new Paragraph({ spacing: { before: 60 }, children: [new TextRun({ text, color: QUIET, size: 18 })] });
}

const QUIET = "7A869C";

const STYLES = {
  default: {
    document: { run: { font: FONTS, size: 21 } },
    title: { run: { font: FONTS, size: 36, bold: true, color: "17233D" }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { font: FONTS, size: 26, bold: true, color: "17233D" },
      paragraph: { spacing: { before: 320, after: 120 } },
    },
  },
};

/** The library would write the machine's time; the document belongs to the program's. */
function properties({ park, month, madeAt }: MonthReport): string {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, "Z");
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(fullReportTitle(park, month))}</dc:title><dc:creator>${xml(park)}</dc:creator>${date("created")}${date("modified")}</cp:coreProperties>`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
