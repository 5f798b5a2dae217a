import type { Face } from "../messages/zh-cn/papers.ts";

/** A document as offices print it, described once: `word.ts` and `pdf.ts` make the same of it. */
export interface Paper {
  /** Of the document's properties. */
  readonly title: string;
  readonly author: string;
  readonly madeAt: Date;
  /** A letter is an upright page; a list one that lies. */
  readonly layout: "letter" | "list";
  readonly blocks: readonly PaperBlock[];
}

/** What follows from top to bottom. */
export type PaperBlock =
  | { readonly kind: "title" | "subtitle" | "text" | "note"; readonly text: string }
  /** 1: 一、; 2: （一）. `newPage`: it begins one. */
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string; readonly newPage?: true }
  | { readonly kind: "table"; readonly columns: readonly PaperColumn[]; readonly rows: readonly PaperRow[] }
  | { readonly kind: "picture"; readonly png: Buffer }
  /** Who it is from, and the date (落款). */
  | { readonly kind: "closing"; readonly from: string; readonly date: string };

export type PaperRow = readonly string[];

export interface PaperColumn {
  readonly name: string;
  /** Of the width, beside the others' shares. */
  readonly share: number;
  readonly align?: "right" | "center";
}

/** Points of a millimetre. */
const MM = 72 / 25.4;

/** GB/T 9704-2012, 5.2: margins of an upright A4 page, of which 156 × 225 mm are left; a list turns the page. In points. */
export const PAGES = {
  letter: { width: 210 * MM, height: 297 * MM, top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM },
  list: { width: 297 * MM, height: 210 * MM, top: 28 * MM, bottom: 26 * MM, left: 22 * MM, right: 22 * MM },
} as const;

/** From the text's last line to that of the page's number: 7 mm (7.5). */
export const NUMBER_BELOW = 7 * MM;
/** 四号 */
export const NUMBER_SIZE = 14;

export interface Style {
  readonly face: Face;
  /** In points: 二号 is 22, 三号 16, 五号 10.5. */
  readonly size: number;
  /** From line to line. */
  readonly line: number;
  /** In characters. */
  readonly indent: number;
  readonly align: "both" | "center" | "left";
  readonly after: number;
}

/** 22 lines of 三号 fill the page of a letter (5.2.3), which makes 28.95 points for each. */
const LINE = 28.95;

export const STYLES = {
  title: { face: "title", size: 22, line: 34, indent: 0, align: "center", after: 6 },
  subtitle: { face: "subhead", size: 16, line: LINE, indent: 0, align: "center", after: LINE / 2 },
  heading1: { face: "head", size: 16, line: LINE, indent: 2, align: "left", after: 0 },
  heading2: { face: "subhead", size: 16, line: LINE, indent: 2, align: "left", after: 0 },
  text: { face: "body", size: 16, line: LINE, indent: 2, align: "both", after: 0 },
  note: { face: "body", size: 10.5, line: 16, indent: 0, align: "left", after: 6 },
} as const satisfies Readonly<Record<string, Style>>;
export type StyleName = keyof typeof STYLES;

/** A table's cells, and the space in them to the lines around. */
export const CELL = { size: 10.5, line: 15, side: 4, above: 3, rule: 0.5 } as const;

/** Before a table, and behind it. */
export const AROUND_TABLE = 6;

/** Of a closing, in characters from the right edge (7.3.5.2). */
export const CLOSING_INDENT = { from: 2, date: 4 } as const;

export function styleOf(block: PaperBlock): StyleName | null {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? "heading1" : "heading2";
    case "table":
    case "picture":
    case "closing":
      return null;
    default:
      return block.kind;
  }
}

/** The widths of columns that together have this one. */
export function widthsOf(columns: readonly PaperColumn[], width: number): readonly number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (width * share) / all);
}

/** Width and height of a picture in pixels: they stand behind the signature and the name of its first chunk (PNG, 11.2.1). */
function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** How large a picture is shown within this room, its form kept. */
export function fitted(png: Buffer, room: { readonly width: number; readonly height: number }) {
  const { width, height } = sizeOf(png);
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}
