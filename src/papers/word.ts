import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from "docx";
import { PAGE_DASH } from "../messages/zh-cn/papers.ts";
import {
  AROUND_TABLE,
  CLOSING_INDENT,
  fitted,
  NUMBER_BELOW,
  NUMBER_SIZE,
  PAGES,
  type Paper,
  type PaperBlock,
  STYLES,
  type StyleName,
  styleOf,
} from "./paper.ts";
import { facesOf, tableOf, twips } from "./word-table.ts";

/** A paper as a Word document (.docx). */
export async function wordOf(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: facesOf("body"), size: 2 * STYLES.text.size } } } },
    sections: [
      {
        properties: { page: pageOf(paper) },
        footers: { default: numbered("odd"), even: numbered("even") },
        children: paper.blocks.flatMap((block) => [...drawn(block, paper)]),
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: "docProps/core.xml", data: properties(paper) }]);
}

function pageOf({ layout }: Paper) {
  const { width, height, top, bottom, left, right } = PAGES[layout];
  // The library turns what is given upright.
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const orientation = layout === "list" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    size: { width: twips(short), height: twips(long), orientation },
    margin: {
      top: twips(top),
      bottom: twips(bottom),
      left: twips(left),
      right: twips(right),
      footer: twips(bottom - NUMBER_BELOW - NUMBER_SIZE),
    },
  };
}

/** — 1 —, on odd pages to the right and on even ones to the left, a character from the edge. */
function numbered(pages: "odd" | "even"): Footer {
  const one = twips(NUMBER_SIZE);
  const text = new TextRun({
    font: facesOf("page"),
    size: 2 * NUMBER_SIZE,
    children: [`${PAGE_DASH} `, PageNumber.CURRENT, ` ${PAGE_DASH}`],
  });
  const paragraph =
    pages === "odd"
      ? new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: one }, children: [text] })
      : new Paragraph({ alignment: AlignmentType.LEFT, indent: { left: one }, children: [text] });
  return new Footer({ children: [paragraph] });
}

function drawn(block: PaperBlock, { layout }: Paper): readonly (Paragraph | Table)[] {
  const { width, height, top, bottom, left, right } = PAGES[layout];
  const room = { width: width - left - right, height: height - top - bottom };
  switch (block.kind) {
    case "table":
      return [gap(), tableOf(block, room.width), gap()];
    case "picture":
      return [pictureOf(block.png, { ...room, height: room.height - 2 * STYLES.heading1.line })];
    case "closing":
      return [
        new Paragraph({ spacing: { line: twips(STYLES.text.line), lineRule: EXACT } }),
        closingLine(block.from, CLOSING_INDENT.from, true),
        closingLine(block.date, CLOSING_INDENT.date, false),
      ];
    default:
      return [paragraphOf(block)];
  }
}

function gap(): Paragraph {
  return new Paragraph({ keepNext: true, spacing: { line: twips(AROUND_TABLE), lineRule: EXACT } });
}

type Worded = Extract<PaperBlock, { readonly text: string }>;

const EXACT = LineRuleType.EXACT;
const ALIGNED = { both: AlignmentType.BOTH, center: AlignmentType.CENTER, left: AlignmentType.LEFT } as const;

function paragraphOf(block: Worded): Paragraph {
  const name = styleOf(block) ?? "text";
  const { align, indent, size, line, after } = STYLES[name];
  const isHead = block.kind === "heading" || block.kind === "title" || block.kind === "subtitle";
  return new Paragraph({
    alignment: ALIGNED[align],
    spacing: { line: twips(line), lineRule: EXACT, after: twips(after) },
    indent: { firstLine: twips(indent * size) },
    keepNext: isHead,
    keepLines: isHead,
    pageBreakBefore: block.kind === "heading" && block.newPage === true,
    ...(block.kind === "heading" && { outlineLevel: block.level - 1 }),
    children: runsOf(block.text, name),
  });
}

/** Each line of the text one below the other. */
function runsOf(text: string, name: StyleName): ParagraphChild[] {
  const { face, size } = STYLES[name];
  const style = { font: facesOf(face), size: 2 * size };
  return text.split("\n").map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 && { break: 1 }) }));
}

function closingLine(text: string, indent: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { line: twips(STYLES.text.line), lineRule: EXACT },
    indent: { right: twips(indent * STYLES.text.size) },
    keepNext,
    children: runsOf(text, "text"),
  });
}

/** The library counts pictures in pixels of 1/96 inch. */
const PIXELS = 96 / 72;

function pictureOf(png: Buffer, room: { readonly width: number; readonly height: number }): Paragraph {
  const { width, height } = fitted(png, room);
  const transformation = { width: Math.round(width * PIXELS), height: Math.round(height * PIXELS) };
  const image = new ImageRun({ type: "png", data: png, transformation });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [image] });
}

/** The library would write the machine's time; the document belongs to the program's. */
function properties({ title, author, madeAt }: Paper): string {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, "Z");
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator>${date("created")}${date("modified")}</cp:coreProperties>`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
