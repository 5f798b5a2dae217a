import { inflateSync } from "node:zlib";

/** What stands in a PDF of the program's own, page by page and line by line, in the order in which it was written. Enough for its kind. */
export function pdfPages(pdf: Buffer): readonly (readonly string[])[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<number, ReadonlyMap<string, string>>();
  for (const [id, { head }] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    if (unicode !== undefined) fonts.set(id, charactersIn(objects.get(Number(unicode))?.stream ?? ""));
  }
  return pageIds(objects).map((id) => {
    const contents = /\/Contents (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1];
    return linesIn(objects.get(Number(contents))?.stream ?? "", fonts);
  });
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(\d+) 0 obj\n/g)) {
    const from = found.index + found[0].length;
    const begins = text.indexOf("stream\n", from);
    const ends = text.indexOf("endobj", from);
    const isStream = begins >= 0 && begins < ends;
    const head = text.slice(from, isStream ? begins : ends);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = pdf.subarray(begins + "stream\n".length, begins + "stream\n".length + length);
    const isPlain = isStream && /\/FlateDecode/.test(head) && !/\/Subtype \/Image/.test(head);
    objects.set(Number(found[1]), { head, stream: isPlain ? inflateSync(bytes).toString("latin1") : "" });
  }
  return objects;
}

function pageIds(objects: ReadonlyMap<number, PdfObject>): readonly number[] {
  const below = (id: number): readonly number[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(id)?.head ?? "")?.[1];
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => below(Number(kid)));
  };
  const catalog = [...objects.values()].find(({ head }) => head.includes("/Type /Catalog"));
  return below(Number(/\/Pages (\d+) 0 R/.exec(catalog?.head ?? "")?.[1]));
}

/** Glyphs by their code, as the font's map has their characters. */
function charactersIn(map: string): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const letter = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, body = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", hex = ""] of body.matchAll(/<(\w+)> <(\w+)>/g)) all.set(code, letter(hex));
  for (const [, body = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", hex = ""] of body.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = Number.parseInt(from, 16), at = 0; code <= Number.parseInt(to, 16); code++, at++) {
        const own = (Number.parseInt(hex, 16) + at).toString(16).padStart(hex.length, "0");
        all.set(code.toString(16).toUpperCase().padStart(from.length, "0"), letter(own));
      }
  return all;
}

/** What stands at one height, one behind the other. */
function linesIn(content: string, fonts: ReadonlyMap<number, ReadonlyMap<string, string>>): readonly string[] {
  const lines: { readonly height: string; text: string }[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  for (const [, height, id, hex] of content.matchAll(/ (-?[\d.]+) Tm|\/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (height !== undefined && lines.at(-1)?.height !== height) lines.push({ height, text: "" });
    if (id !== undefined) font = fonts.get(Number(id)) ?? new Map();
    const line = lines.at(-1);
    if (hex === undefined || line === undefined) continue;
    const width = [...font.keys()][0]?.length ?? 4;
    const codes = hex.match(new RegExp(`.{${width}}`, "g")) ?? [];
    line.text += codes.map((code) => font.get(code) ?? "\uFFFD").join("");
  }
  return lines.map(({ text }) => text);
}
