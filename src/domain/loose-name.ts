/** A name however it is written: capitals, width, spaces and what stands between single characters do not count. */

interface Folded {
  /** Single characters, folded. */
  readonly units: readonly string[];
  /** Of each unit the place in the text, and of its end. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** 中·塑, 中-塑, 中 塑: nothing that ends a word or a sentence. */
const BETWEEN = /[\s·•・.\-_*/|~`'"]/u;

/** Without white space and the like; every character in its plain width and small. */
function fold(text: string): Folded {
  const units: string[] = [];
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const unit of character.normalize("NFKC").toLowerCase()) {
      if (BETWEEN.test(unit)) continue;
      units.push(unit);
      spans.push({ start, end });
    }
    start = end;
  }
  return { units, spans };
}

/** The text with `cover` wherever this name stands. Any name may be asked for, of any length: no pattern is built from it. */
export function withoutName(text: string, name: string, cover: string): string {
  const { units, spans } = fold(text);
  const wanted = fold(name).units;
  if (wanted.length === 0 || wanted.length > units.length) return text;
  const pieces: string[] = [];
  let from = 0;
  for (let index = 0; index + wanted.length <= units.length; ) {
    const found = wanted.every((unit, offset) => units[index + offset] === unit);
    const first = spans[index];
    const last = spans[index + wanted.length - 1];
    if (!found || first === undefined || last === undefined || first.start < from) {
      index += 1;
      continue;
    }
    pieces.push(text.slice(from, first.start), cover);
    from = last.end;
    index += wanted.length;
  }
  return [...pieces, text.slice(from)].join("");
}
