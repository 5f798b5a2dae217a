import { buffer } from "node:stream/consumers";
import { deflateRawSync } from "node:zlib";
import { ZipFile } from "yazl";
import { columnLetter } from "../../src/org/list/workbook.ts";

/** Workbooks as other programs write them, or as nobody should: their files are written out, so that anything can stand in them. */

export interface RawSheet {
  readonly name: string;
  /** Rows of cells from A1 on, or the XML of the sheet's rows. */
  readonly rows: readonly (readonly RawCell[])[] | string;
  /** What stands behind the rows: merged cells and the like. */
  readonly behind?: string;
  readonly state?: "hidden" | "veryHidden";
}

/** A text, a number, or the XML of a cell without its place: `{ xml: '<c s="1"><f>A1</f></c>' }`. */
export type RawCell = string | number | null | { readonly xml: string };

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly date1904?: boolean;
  /** The entries of the shared strings, as XML. */
  readonly shared?: string;
  /** Files in place of these, by path. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Cells of style 1 are days, of style 2 moments. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const marked = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The XML of rows, beginning with the row of this number. */
export function rowsXml(rows: readonly (readonly RawCell[])[], first = 1): string {
  return rows
    .map(
      (row, index) =>
        `<row r="${first + index}">${row.map((cell, column) => cellXml(cell, `${columnLetter(column)}${first + index}`)).join("")}</row>`,
    )
    .join("");
}

function cellXml(cell: RawCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${marked(cell)}</t></is></c>`;
  return cell.xml.replace("<c", `<c r="${at}"`);
}

/** The bytes of the file. */
export async function rawWorkbook({ sheets, date1904 = false, shared, files = {} }: RawWorkbook): Promise<Buffer> {
  const all = new Map<string, string | Buffer>([
    ["[Content_Types].xml", contentTypes(sheets.length)],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${marked(name)}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
      ]),
    ],
    ["xl/styles.xml", STYLES],
    ["xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${shared ?? ""}</sst>`],
    ...sheets.map(
      ({ rows, behind = "" }, index) =>
        [
          `xl/worksheets/sheet${index + 1}.xml`,
          `<worksheet xmlns="${MAIN}"><sheetData>${typeof rows === "string" ? rows : rowsXml(rows)}</sheetData>${behind}</worksheet>`,
        ] as const,
    ),
    ...Object.entries(files),
  ]);
  const zip = new ZipFile();
  for (const [path, content] of all) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
}

function relations(of: readonly (readonly [string, string])[]): string {
  const each = of.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function contentTypes(count: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = Array.from(
    { length: count },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.join("")}</Types>`;
}

/** The same file, in which an entry unpacks to far more than its list of contents says. */
export function withLie(archive: Buffer, path: string, unpacked: Buffer): Buffer {
  const name = Buffer.from(path);
  const packed = deflateRawSync(unpacked, { level: 9 });
  const end = archive.lastIndexOf(Buffer.from("504b0506", "hex"));
  const directory = archive.readUInt32LE(end + 16);
  const entries = Buffer.from(archive.subarray(directory, end));
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1_000, 22);
  local.writeUInt16LE(name.length, 26);
  name.copy(local, 30);
  const at = entries.indexOf(name) - 46;
  entries.writeUInt16LE(8, at + 10);
  entries.writeUInt32LE(packed.length, at + 20);
  entries.writeUInt32LE(1_000, at + 24);
  entries.writeUInt32LE(directory, at + 42);
  const tail = Buffer.from(archive.subarray(end));
  tail.writeUInt32LE(directory + local.length + packed.length, 16);
  return Buffer.concat([archive.subarray(0, directory), local, packed, entries, tail]);
}
