/** Characters as people see them: a flag, a hand with its tone, a letter with its accents is one. */

/** Code units that are segmented at a time. The segmenter needs quadratic time for one long text. */
const WINDOW = 256;
const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Nothing of this joins what stands before it: what most people write needs no segmenter, which is slow. */
const PLAIN = /^[\u0020-\u007e\u3001-\u3029\u4e00-\u9fff\uff01-\uff9d]*$/;

/** The characters of a text, in order; together they are the text. One of more than 256 code units comes in pieces. */
export function* graphemesOf(text: string): Generator<string> {
  if (PLAIN.test(text)) {
    yield* text;
    return;
  }
  for (let start = 0; start < text.length; ) {
    const end = windowEnd(text, start);
    const last = end === text.length;
    const found = Array.from(segmenter.segment(text.slice(start, end)), ({ segment }) => segment);
    // The last character of a window may go on behind it, unless it is too long to stay whole anyway.
    const whole = last || found.length === 1 ? found : found.slice(0, -1);
    for (const one of whole) {
      yield one;
      start += one.length;
    }
  }
}

/** A text of at most so many characters; one that is longer ends with …, which counts. */
export function shortened(text: string, most: number): string {
  const kept: string[] = [];
  for (const one of graphemesOf(text)) {
    if (kept.length === most) return `${kept.slice(0, -1).join("")}…`;
    kept.push(one);
  }
  return text;
}

/** Never between the two halves of a code point. */
function windowEnd(text: string, start: number): number {
  const end = Math.min(start + WINDOW, text.length);
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
}
