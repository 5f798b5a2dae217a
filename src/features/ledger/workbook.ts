import { PassThrough, Readable } from "node:stream";
import { partOf } from "../../messages/zh-cn/ledger.ts";
import { sheetFile, stylesIn } from "./rows.ts";
import type { Cell, OfficialSheet } from "./sheet.ts";
import { FIRST_ROW, STYLES_PATH, sheetPath, skeletonOf } from "./skeleton.ts";

/** Sheets become an .xlsx file that is sent while its rows are read: however many there are, no more than some are in memory. */

/** Excel has 1,048,576 rows on a sheet; what is more goes on on the next. */
const MOST_ROWS = 1_000_000;

/** The bytes of an .xlsx file with these sheets. Whoever stops reading stops the reading of the rows. */
export async function workbookOf(sheets: readonly OfficialSheet[], most = MOST_ROWS): Promise<Readable> {
  const parts = sheets.flatMap((sheet) => partsOf(sheet, most));
  const files = new Map(await skeletonOf(parts));
  const { ZipFile } = await import("yazl");
  const zip = new ZipFile();
  const made = parts.map((_, index) => files.get(sheetPath(index))?.toString("utf8") ?? "");
  files.set(
    STYLES_PATH,
    Buffer.from(withQuotes(files.get(STYLES_PATH)?.toString("utf8") ?? "", textStyles(parts, made))),
  );
  const out = new PassThrough();
  zip.outputStream.pipe(out);
  let now: Readable | null = null;
  zip.on("error", (error) => out.destroy(error));
  out.on("close", () => now?.destroy());
  for (const [path, content] of files) {
    const index = parts.findIndex((_, place) => sheetPath(place) === path);
    const part = parts[index];
    if (part === undefined) zip.addBuffer(content, path);
    else {
      zip.addReadStreamLazy(path, (give) => {
        now = Readable.from(sheetFile(made[index] ?? "", part.columns, part.count, part.rows()), { objectMode: false });
        give(null, now);
      });
    }
  }
  zip.end();
  return out;
}

/** A sheet on as many as its rows need. */
function partsOf(sheet: OfficialSheet, most: number): readonly OfficialSheet[] {
  const count = Math.ceil(sheet.count / most);
  if (count <= 1) return [sheet];
  let all: AsyncIterator<readonly Cell[]> | null = null;
  const rows = () => {
    all ??= sheet.rows()[Symbol.asyncIterator]();
    return some(all, most);
  };
  return Array.from({ length: count }, (_, place) => ({
    ...sheet,
    name: partOf(sheet.name, place + 1),
    count: Math.min(most, sheet.count - place * most),
    rows,
  }));
}

async function* some(all: AsyncIterator<readonly Cell[]>, most: number): AsyncGenerator<readonly Cell[]> {
  for (let left = most; left > 0; left -= 1) {
    const next = await all.next();
    if (next.done === true) return;
    yield next.value;
  }
}

/** The styles of the columns that hold texts, by their number. */
function textStyles(parts: readonly OfficialSheet[], made: readonly string[]): ReadonlySet<number> {
  return new Set(
    parts.flatMap(({ columns }, index) => {
      const text = made[index] ?? "";
      const styles = stylesIn(text.slice(text.indexOf(`<row r="${FIRST_ROW}"`)), columns.length);
      return columns.flatMap(({ kind }, column) => (kind === "text" ? [Number(styles[column])] : []));
    }),
  );
}

/** With these a text stays a text when somebody goes through its cell and presses Enter (18.8.45, quotePrefix). */
function withQuotes(styles: string, texts: ReadonlySet<number>): string {
  const [before = "", cells = "", behind = ""] = styles.split(/(?<=<cellXfs[^>]*>)|(?=<\/cellXfs>)/);
  let place = -1;
  const quoted = cells.replace(/<xf /g, (start) => {
    place += 1;
    return texts.has(place) ? `${start}quotePrefix="1" ` : start;
  });
  return before + quoted + behind;
}
