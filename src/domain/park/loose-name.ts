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

/**
 * The text with `cover` wherever one of these names stands; of two that begin at one place the longer counts. Any name may be
 * asked for, of any length: no pattern is built from it, and the text is read once for all of them.
 */
export function withoutNames(text: string, names: readonly string[], cover: string): string {
  const { units, spans } = fold(text);
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const { units: wanted } of names.map(fold).sort((a, b) => b.units.length - a.units.length)) {
    const [first] = wanted;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), wanted]);
  }
  const pieces: string[] = [];
  let from = 0;
  for (let index = 0; index < units.length; ) {
    const start = spans[index]?.start ?? text.length;
    const candidates = start < from ? [] : (byFirst.get(units[index] ?? "") ?? []);
    const found = candidates.find((wanted) => wanted.every((unit, offset) => units[index + offset] === unit));
    const last = found === undefined ? undefined : spans[index + found.length - 1];
    if (found === undefined || last === undefined) {
      index += 1;
      continue;
    }
    pieces.push(text.slice(from, start), cover);
    from = last.end;
    index += found.length;
  }
  return [...pieces, text.slice(from)].join("");
}
