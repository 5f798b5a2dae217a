import { graphemesOf } from "../domain/graphemes.ts";
import { ChaxuError } from "../shared/errors.ts";

/** A piece that is not cut; one that alone is too long is cut inside, its marks around each part. */
interface Piece {
  readonly open: string;
  readonly inner: string;
  readonly close: string;
}

/** A part, and whether it goes on in the middle of a line. */
interface Chunk {
  readonly text: string;
  readonly continues: boolean;
}

const SMALLEST_LIMIT = 64;
/** Mention, link or picture, coloured text, strong text. */
const WHOLE =
  /<@[^<>\n]*>|!?\[[^\]\n]*\]\([^)\n]*\)|(?<fontOpen><font\b[^>\n]*>)(?<font>[\s\S]*?)<\/font>|\*\*(?<bold>[^*\n]+)\*\*/g;
/** The marks of a quotation, in markdown and in plain text. */
const QUOTE = /^(?:(?:> ?){1,3}|│ )/;
/** No character is taken for longer: then it is cut between its code points. */
const LONGEST_CHARACTER = 32;

/**
 * Cuts a text into messages of at most `limit` bytes of UTF-8, at line borders, numbered `(1/2)` when several;
 * the numbers count. Only blank space at the borders is left out.
 *
 * A line that alone is too long is cut between characters, never inside a mention, a link, or a pair of
 * `<font>` or `**` marks, unless that alone is too long (then the pair is closed and opened again). What goes on
 * after such a cut never stands where a line begins, where it could become a heading or a list: it follows the
 * number on the same line, or, inside a quotation, the repeated quotation mark and `…`.
 *
 * Throws a ChaxuError when the limit is below 64 bytes.
 */
export function splitByBytes(text: string, limit: number): string[] {
  if (limit < SMALLEST_LIMIT) {
    throw new ChaxuError("split-limit", `A message cannot be split into parts of less than ${SMALLEST_LIMIT} bytes.`);
  }
  if (bytes(text) <= limit) return [text];
  for (let digits = 1; ; digits++) {
    const number = bytes("(/)\n") + 2 * digits;
    const chunks = fill(linesOf(text), limit - number);
    if (String(chunks.length).length > digits) continue;
    if (chunks.length < 2) return [chunks[0]?.text ?? ""];
    return chunks.map((chunk, index) => {
      const sameLine = chunk.continues && !QUOTE.test(chunk.text);
      return `(${index + 1}/${chunks.length})${sameLine ? " " : "\n"}${chunk.text}`;
    });
  }
}

function fill(lines: readonly (readonly Piece[])[], room: number): Chunk[] {
  const chunks: Chunk[] = [];
  let current = "";
  let continues = false;
  const flush = (): void => {
    if (current.trim() !== "") chunks.push({ text: withoutLastBlankLines(current), continues });
    current = "";
    continues = false;
  };

  for (const line of lines) {
    const whole = line.map(written).join("");
    const joined = current === "" ? whole : `${current}\n${whole}`;
    if (bytes(joined) <= room) {
      current = joined;
      continue;
    }
    if (bytes(whole) <= room) {
      flush();
      current = whole;
      continue;
    }
    const left = room - bytes(`${current}\n`);
    if (current !== "" && left < room / 4) flush();
    const parts = cutLine(line, current === "" ? room : left, room);
    parts.forEach((part, index) => {
      if (index > 0) {
        flush();
        // An empty first part had no room for anything: the second begins the line.
        continues = index > 1 || parts[0] !== "";
      }
      current = current === "" ? part : `${current}\n${part}`;
    });
  }
  flush();
  return chunks;
}

function withoutLastBlankLines(text: string): string {
  const kept = text.trimEnd();
  const lineBreak = text.indexOf("\n", kept.length);
  return lineBreak < 0 ? text : text.slice(0, lineBreak);
}

/** Cuts one line: the first part into `firstRoom` bytes, the others into `room`. */
function cutLine(line: readonly Piece[], firstRoom: number, room: number): string[] {
  const mark = QUOTE.exec(line.map(written).join(""))?.[0] ?? "";
  const cut: Cut = { parts: [], current: "", again: mark === "" ? "" : `${mark}…`, firstRoom, room };
  for (const piece of line) addPiece(cut, piece);
  return [...cut.parts, cut.current];
}

/** A line that is being cut. `again`: what each part after the first begins with. */
interface Cut {
  readonly parts: string[];
  current: string;
  readonly again: string;
  readonly firstRoom: number;
  readonly room: number;
}

function roomNow({ parts, firstRoom, room }: Cut): number {
  return parts.length === 0 ? firstRoom : room;
}

function turn(cut: Cut): void {
  cut.parts.push(cut.current);
  cut.current = cut.current === "" ? "" : cut.again;
}

function addPiece(cut: Cut, piece: Piece): void {
  const whole = written(piece);
  const marks = bytes(piece.open + piece.close);
  const again = bytes(cut.again);
  if (bytes(cut.current + whole) <= roomNow(cut)) {
    cut.current += whole;
  } else if (marks > 0 && again + bytes(whole) <= cut.room) {
    // What fits into a part of its own stays whole, plain text apart.
    turn(cut);
    cut.current += whole;
  } else {
    // A pair whose marks leave no room for a character is plain text.
    const fits = marks + again + LONGEST_CHARACTER <= cut.room;
    cutPiece(cut, fits ? piece : { open: "", inner: whole, close: "" });
  }
}

function cutPiece(cut: Cut, { open, inner, close }: Piece): void {
  let taken = "";
  let used = bytes(cut.current + open + close);
  for (const unit of units(inner)) {
    if (used + bytes(unit) > roomNow(cut)) {
      if (taken !== "") cut.current += open + taken + close;
      turn(cut);
      taken = "";
      used = bytes(cut.current + open + close);
    }
    taken += unit;
    used += bytes(unit);
  }
  cut.current += open + taken + close;
}

/** Characters as people see them; one of more than 32 bytes by its code points. */
function* units(text: string): Generator<string> {
  for (const one of graphemesOf(text)) {
    if (bytes(one) > LONGEST_CHARACTER) yield* one;
    else yield one;
  }
}

/** The lines of a text; a line break inside a pair of marks is no border. */
function linesOf(text: string): Piece[][] {
  const lines: Piece[][] = [[]];
  const plain = (stretch: string): void => {
    stretch.split("\n").forEach((inner, index) => {
      if (index > 0) lines.push([]);
      if (inner !== "") lines.at(-1)?.push({ open: "", inner, close: "" });
    });
  };
  let after = 0;
  for (const found of text.matchAll(WHOLE)) {
    plain(text.slice(after, found.index));
    lines.at(-1)?.push(pieceOf(found));
    after = found.index + found[0].length;
  }
  plain(text.slice(after));
  return lines;
}

function pieceOf(found: RegExpExecArray): Piece {
  const { fontOpen, font, bold } = found.groups ?? {};
  if (fontOpen !== undefined && font !== undefined) return { open: fontOpen, inner: font, close: "</font>" };
  if (bold !== undefined) return { open: "**", inner: bold, close: "**" };
  // Mentions and links cannot be written in two halves.
  return { open: found[0], inner: "", close: "" };
}

function written({ open, inner, close }: Piece): string {
  return open + inner + close;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
