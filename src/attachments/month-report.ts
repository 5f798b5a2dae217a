import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from "docx";
import { type Cell, FONTS, tableOf } from "./report-table.ts";

/** What the month report tells. Every text is for people, and already fit for those who will read it. */
export interface MonthReport {
  readonly park: string;
  /** 2026年10月 */
  readonly month: string;
  /** The moment as of which the figures stand, in words, and as an instant for the document's properties. */
  readonly until: string;
  readonly madeAt: Date;
  readonly counts: readonly { readonly name: string; readonly count: number; readonly before: number }[];
  /** Each with its numerator and denominator in the text. */
  readonly rates: readonly { readonly name: string; readonly value: string }[];
  readonly departments: readonly ReportRow[];
  readonly categories: readonly ReportRow[];
  readonly delayed: readonly DelayedIssue[];
  /** How many more there are than the list holds. */
  readonly delayedMore: number;
  /** The trend as PNG. */
  readonly picture: Buffer;
}

export interface ReportRow {
  readonly name: string;
  readonly collected: number;
  readonly solved: number;
  readonly overdue: number;
}

/** An issue that is past its date or on hold. */
export interface DelayedIssue {
  readonly number: number;
  readonly title: string;
  readonly company: string;
  readonly department: string;
  readonly due: string;
  readonly why: string;
}

/** Of the picture on the page, in pixels of 1/96 inch: what the margins of a page leave, with room for a heading. */
const PICTURE_WIDTH = 560;
const PICTURE_HEIGHT = 800;

/** The report as a Word document (.docx). */
export async function writeMonthReport(report: MonthReport): Promise<Buffer> {
  const title = `${report.park}企业诉求办理月报`;
  const document = new Document({
    title: `${title}（${report.month}）`,
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
            children: [new TextRun({ text: `${report.month}　数据截至 ${report.until}`, color: QUIET })],
          }),
          ...sectionsOf(report),
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: "docProps/core.xml", data: properties(title, report) }]);
}

function sectionsOf(report: MonthReport) {
  const { counts, rates, departments, categories, delayed, delayedMore } = report;
  return [
    heading("一、总体情况"),
    tableOf(
      [
        ["指标", 4],
        ["本月", 2],
        ["上月", 2],
        ["比上月", 2],
      ],
      counts.map(({ name, count, before }) => [name, count, before, change(count - before)]),
    ),
    heading("二、各项比率"),
    tableOf(
      [
        ["指标", 4],
        ["结果（分子/分母）", 6],
      ],
      rates.map(({ name, value }) => [name, value]),
    ),
    note("本月提出的诉求，按现在的办理情况计算。"),
    heading("三、按责任单位"),
    ...rowsTable("责任单位", departments),
    heading("四、按类别"),
    ...rowsTable("类别", categories),
    heading("五、超期和挂账的诉求"),
    ...(delayed.length === 0
      ? [new Paragraph({ text: "没有超期或挂账的诉求。" })]
      : [
          tableOf(
            [
              ["编号", 1.1],
              ["诉求", 4],
              ["企业", 3],
              ["责任单位", 2],
              ["期限", 1.9],
              ["情况", 1.2],
            ],
            delayed.map((one) => [`#${one.number}`, one.title, one.company, one.department, one.due, one.why]),
          ),
        ]),
    ...(delayedMore === 0 ? [] : [note(`另有 ${delayedMore} 件，没有列出。`)]),
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, text: "六、趋势" }),
    pictureOf(report),
  ];
}

function rowsTable(name: string, rows: readonly ReportRow[]) {
  if (rows.length === 0) return [new Paragraph({ text: "本月没有诉求。" })];
  const cells = rows.map((row): readonly Cell[] => [row.name, row.collected, row.solved, row.overdue]);
  return [
    tableOf(
      [
        [name, 4],
        ["收集", 2],
        ["已解决", 2],
        ["超期", 2],
      ],
      cells,
    ),
  ];
}

function pictureOf({ picture }: MonthReport): Paragraph {
  // Width and height stand behind the signature and the name of the first chunk (PNG, 11.2.1).
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const scale = Math.min(PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const image = new ImageRun({ type: "png", data: picture, transformation });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [image] });
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, text });
}

function note(text: string): Paragraph {
  return new Paragraph({ spacing: { before: 60 }, children: [new TextRun({ text, color: QUIET, size: 18 })] });
}

/** +3, −2, or a dash when nothing changed. */
function change(difference: number): string {
  if (difference === 0) return "持平";
  return difference > 0 ? `+${difference}` : `−${-difference}`;
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
function properties(title: string, { park, month, madeAt }: MonthReport): string {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, "Z");
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(`${title}（${month}）`)}</dc:title><dc:creator>${xml(park)}</dc:creator>${date("created")}${date("modified")}</cp:coreProperties>`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
