import { Image } from "@napi-rs/canvas";
import { linesOf } from "./lines.ts";
import {
  AROUND_TABLE,
  CELL,
  CLOSING_INDENT,
  fitted,
  type Paper,
  type PaperBlock,
  STYLES,
  type Style,
  styleOf,
  widthsOf,
} from "./paper.ts";
import { type Line, Sheets } from "./pdf-sheets.ts";

/** A paper as PDF, whose text can be searched and copied. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const sheets = new Sheets(paper);
  for (const [index, block] of paper.blocks.entries()) await draw(sheets, block, paper.blocks[index + 1]);
  return sheets.close();
}

/** Of what follows a heading so much stands with it. */
const KEPT = 2.5 * STYLES.text.line;

async function draw(sheets: Sheets, block: PaperBlock, next: PaperBlock | undefined): Promise<void> {
  switch (block.kind) {
    case "table":
      return drawTable(sheets, block);
    case "picture":
      return drawPicture(sheets, block.png);
    case "closing":
      return drawClosing(sheets, block);
    case "heading":
      if (block.newPage === true) sheets.turn();
      break;
    default:
      break;
  }
  const style = STYLES[styleOf(block) ?? "text"];
  const lines = wrapped(sheets, block.text, style);
  const isHead = block.kind === "heading" && next !== undefined;
  if (isHead || block.kind === "note") sheets.need(lines.length * style.line + (isHead ? KEPT : 0));
  for (const line of lines) sheets.write(line, style.line);
  sheets.skip(style.after);
}

function wrapped(sheets: Sheets, text: string, style: Style): readonly Line[] {
  const indent = style.indent * style.size;
  const texts = linesOf(text, sheets.measure(style), sheets.width, indent);
  return texts.map((one, index) => {
    const left = index === 0 ? indent : 0;
    const isLast = index === texts.length - 1;
    const align = style.align === "both" && isLast ? "left" : style.align;
    return { text: one, style, align, left, width: sheets.width - left };
  });
}

function drawClosing(sheets: Sheets, { from, date }: Extract<PaperBlock, { kind: "closing" }>): void {
  const style = STYLES.text;
  const room = (indent: number) => sheets.width - indent * style.size;
  const names = linesOf(from, sheets.measure(style), room(CLOSING_INDENT.from));
  sheets.need((names.length + 2) * style.line);
  sheets.skip(style.line);
  for (const text of names)
    sheets.write({ text, style, align: "right", left: 0, width: room(CLOSING_INDENT.from) }, style.line);
  sheets.write({ text: date, style, align: "right", left: 0, width: room(CLOSING_INDENT.date) }, style.line);
}

async function drawPicture(sheets: Sheets, png: Buffer): Promise<void> {
  const image = new Image();
  image.src = png;
  await image.decode();
  const { width, height } = fitted(png, { width: sheets.width, height: sheets.height - 2 * STYLES.heading1.line });
  sheets.need(height);
  sheets.picture(image, width, height);
}

type TableBlock = Extract<PaperBlock, { kind: "table" }>;

const CELL_STYLE = { face: "body", size: CELL.size } as const;
const HEAD_STYLE = { face: "head", size: CELL.size } as const;

/** Row by row, the head once more on each page. A row that no page holds goes on on the next one. */
function drawTable(sheets: Sheets, { columns, rows }: TableBlock): void {
  const widths = widthsOf(columns, sheets.width);
  const lined = (texts: readonly string[], style: Pick<Style, "face" | "size">) =>
    widths.map((width, index) => linesOf(texts[index] ?? "", sheets.measure(style), width - 2 * CELL.side));
  const head = lined(
    columns.map(({ name }) => name),
    HEAD_STYLE,
  );
  const drawHead = () => sheets.row(head, { widths, style: HEAD_STYLE, aligns: columns.map(() => "center" as const) });
  const aligns = columns.map(({ align }) => align ?? "left");
  const whole = sheets.height - heightOf(head);
  const first = rows[0] === undefined ? 0 : heightOf(lined(rows[0], CELL_STYLE));
  sheets.need(heightOf(head) + Math.min(first, whole / 2) + AROUND_TABLE);
  sheets.skip(AROUND_TABLE);
  drawHead();
  for (const row of rows) {
    let cells = lined(row, CELL_STYLE);
    while (cells.some((lines) => lines.length > 0)) {
      const height = heightOf(cells);
      if (height > sheets.left && (height <= whole || sheets.left < MOST_LEFT)) {
        sheets.turn();
        drawHead();
      }
      const fits = Math.max(1, Math.floor((sheets.left - 2 * CELL.above) / CELL.line));
      sheets.row(
        cells.map((lines) => lines.slice(0, fits)),
        { widths, style: CELL_STYLE, aligns },
      );
      cells = cells.map((lines) => lines.slice(fits));
    }
  }
  sheets.skip(AROUND_TABLE);
}

/** A row that is to be parted begins where at least so much is left. */
const MOST_LEFT = 6 * CELL.line;

function heightOf(cells: readonly (readonly string[])[]): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * CELL.line + 2 * CELL.above;
}
