import { createCanvas, GlobalFonts, type Image, PDFDocument, type SKRSContext2D } from "@napi-rs/canvas";
import { type Face, PAGE_DASH, PAPER_FONTS } from "../messages/zh-cn/papers.ts";
import type { Measure } from "./lines.ts";
import { OWN_FONT, registerOwnFont } from "./own-font.ts";
import { CELL, NUMBER_BELOW, NUMBER_SIZE, PAGES, type Paper, type Style } from "./paper.ts";

/** One line, where it begins from the left edge of the text, and how wide it may be. */
export interface Line {
  readonly text: string;
  readonly style: Pick<Style, "face" | "size">;
  readonly align: "left" | "right" | "center" | "both";
  readonly left: number;
  readonly width: number;
}

interface RowForm {
  readonly widths: readonly number[];
  readonly style: Pick<Style, "face" | "size">;
  readonly aligns: readonly ("left" | "right" | "center")[];
}

/** Of a line's height so much stands above the foot of its letters. */
const ABOVE_FOOT = 0.36;
/** Spread to both edges is what lacks no more than this, in characters. */
const MOST_SPREAD = 1.5;

/** The pages of a PDF, filled from top to bottom. */
export class Sheets {
  readonly #document: PDFDocument;
  readonly #page: (typeof PAGES)[Paper["layout"]];
  readonly #ruler = createCanvas(1, 1).getContext("2d");
  readonly #widths = new Map<string, Map<string, number>>();
  #context: SKRSContext2D | null = null;
  #number = 0;
  #y = 0;

  constructor({ layout, title, author }: Paper) {
    registerOwnFont();
    this.#page = PAGES[layout];
    this.#document = new PDFDocument({ title, author, creator: "Chaxu", producer: "Chaxu" });
    // In any other language the font puts other figures in, which no search would find.
    this.#ruler.lang = LANGUAGE;
  }

  /** Of the text, as `height`. */
  get width(): number {
    return this.#page.width - this.#page.left - this.#page.right;
  }

  get height(): number {
    return this.#page.height - this.#page.top - this.#page.bottom;
  }

  /** What is left of the page. */
  get left(): number {
    return this.#context === null ? this.height : this.#page.height - this.#page.bottom - this.#y;
  }

  /** How wide a text is in this style. */
  measure(style: Pick<Style, "face" | "size">): Measure {
    const font = fontOf(style);
    const known = this.#widths.get(font) ?? new Map<string, number>();
    this.#widths.set(font, known);
    return (text) => {
      let sum = 0;
      for (const one of text) {
        const width = known.get(one) ?? this.#measured(font, one);
        known.set(one, width);
        sum += width;
      }
      return sum;
    };
  }

  #measured(font: string, text: string): number {
    this.#ruler.font = font;
    return this.#ruler.measureText(text).width;
  }

  /** Begins a new page where less than this is left. */
  need(height: number): void {
    if (this.left < Math.min(height, this.height)) this.turn();
  }

  /** Ends the page. The next thing that is written begins another one. */
  turn(): void {
    if (this.#context === null) return;
    this.#context = null;
    this.#document.endPage();
  }

  skip(height: number): void {
    this.#y += height;
  }

  write(line: Line, height: number): void {
    this.need(height);
    this.#open();
    const foot = this.#y + height - height * ABOVE_FOOT + line.style.size * 0.06;
    this.#put(line, foot);
    this.#y += height;
  }

  picture(image: Image, width: number, height: number): void {
    const context = this.#open();
    context.drawImage(image, this.#page.left + (this.width - width) / 2, this.#y, width, height);
    this.#y += height;
  }

  /** A row of a table with the lines around its cells. */
  row(cells: readonly (readonly string[])[], { widths, style, aligns }: RowForm): void {
    const most = Math.max(1, ...cells.map((lines) => lines.length));
    const height = most * CELL.line + 2 * CELL.above;
    this.need(height);
    const context = this.#open();
    const top = this.#y;
    let left = 0;
    for (const [index, width] of widths.entries()) {
      context.lineWidth = CELL.rule;
      context.strokeRect(this.#page.left + left, top, width, height);
      const lines = cells[index] ?? [];
      const above = (height - lines.length * CELL.line) / 2;
      for (const [at, text] of lines.entries()) {
        const foot = top + above + (at + 1) * CELL.line - CELL.line * ABOVE_FOOT + style.size * 0.06;
        const room = { left: left + CELL.side, width: width - 2 * CELL.side };
        this.#put({ text, style, align: aligns[index] ?? "left", ...room }, foot);
      }
      left += width;
    }
    this.#y += height;
  }

  close(): Buffer {
    this.#open();
    this.turn();
    return this.#document.close();
  }

  #open(): SKRSContext2D {
    if (this.#context !== null) return this.#context;
    const { width, height, top } = this.#page;
    // What it gives draws pictures as well, of which its type does not know.
    const context = this.#document.beginPage(width, height) as unknown as SKRSContext2D;
    context.lang = LANGUAGE;
    context.fillStyle = "#000000";
    context.strokeStyle = "#000000";
    this.#context = context;
    this.#number += 1;
    this.#y = top;
    this.#numbered();
    return context;
  }

  /** — 1 —, on odd pages to the right and on even ones to the left, a character from the edge. */
  #numbered(): void {
    const align = this.#number % 2 === 1 ? "right" : "left";
    const style = { face: "page", size: NUMBER_SIZE } as const;
    const room = { left: NUMBER_SIZE, width: this.width - 2 * NUMBER_SIZE };
    const text = `${PAGE_DASH} ${this.#number} ${PAGE_DASH}`;
    this.#put({ text, style, align, ...room }, this.#page.height - this.#page.bottom + NUMBER_BELOW + NUMBER_SIZE / 2);
  }

  #put({ text, style, align, left, width }: Line, foot: number): void {
    const context = this.#open();
    context.font = fontOf(style);
    const own = this.measure(style)(text);
    const lacks = width - own;
    const gaps = [...text].length - 1;
    const isSpread = align === "both" && gaps > 0 && lacks > 0 && lacks < MOST_SPREAD * style.size;
    context.letterSpacing = `${isSpread ? lacks / gaps : 0}px`;
    const before = align === "right" ? lacks : align === "center" ? lacks / 2 : 0;
    let x = this.#page.left + left + before;
    for (const piece of piecesOf(text)) {
      context.fillText(piece, x, foot);
      x += this.measure(style)(piece) + (isSpread ? ([...piece].length * lacks) / gaps : 0);
    }
  }
}

const LANGUAGE = "zh-CN";

/** Letters one by one: two that the font draws as one would not be found by a search. */
function piecesOf(text: string): readonly string[] {
  return text.match(/[A-Za-z]|[^A-Za-z]+/gu) ?? [];
}

/** The face of the machine, where it has it; else the program's own font, strong where a title or heading stands out by its face. */
function fontOf({ face, size }: Pick<Style, "face" | "size">): string {
  const there = PAPER_FONTS[face].families.find((one) => GlobalFonts.has(one));
  if (there !== undefined) return `${size}px "${there}", "${OWN_FONT}"`;
  return `${STRONG.includes(face) ? "bold " : ""}${size}px "${OWN_FONT}"`;
}

const STRONG: readonly Face[] = ["title", "head"];
