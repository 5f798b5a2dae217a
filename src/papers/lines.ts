import { graphemesOf } from "../domain/graphemes.ts";

/** How a text is broken into lines: Chinese anywhere but where punctuation forbids it, words and figures between them. */

/** These do not begin a line, and these do not end one. */
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕％%”’…—·,.;:?!)\]}]/u;
const NOT_LAST = /[（《〈「『【〔“‘([{#]$/u;
/** What is kept together: a word or figure in Latin letters, a date and a rate with it. */
const WORD = /^[\p{Script=Latin}\d._/+#$-]$/u;

export type Measure = (text: string) => number;

/** Lines no wider than `width`, the first one narrower by `indent`. What is too long to be kept together is broken. */
export function linesOf(text: string, measure: Measure, width: number, indent = 0): readonly string[] {
  return text.split("\n").flatMap((part) => broken(part, measure, width, indent));
}

function broken(text: string, measure: Measure, width: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = indent;
  const push = () => {
    lines.push(line.trimEnd());
    line = "";
    used = 0;
  };
  for (const piece of piecesOf(text).flatMap((one) => halved(one, measure, width - indent))) {
    const own = measure(piece);
    if (line !== "" && used + measure(piece.trimEnd()) > width) push();
    if (line === "" && lines.length > 0 && piece.trim() === "") continue;
    line += piece;
    used += own;
  }
  push();
  return lines;
}

/** What stays together: a word, and a character with the punctuation that may not be parted from it. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let before = "";
  for (const one of graphemesOf(text)) {
    const last = pieces.at(-1) ?? "";
    const joins = last !== "" && (NOT_FIRST.test(one) || NOT_LAST.test(last) || (WORD.test(one) && WORD.test(before)));
    if (joins) pieces[pieces.length - 1] = last + one;
    else pieces.push(one);
    before = one;
  }
  return pieces;
}

/** A piece that is wider than a line, character by character. */
function halved(piece: string, measure: Measure, width: number): readonly string[] {
  return measure(piece) <= width ? [piece] : [...graphemesOf(piece)];
}
