import { columnLetter } from "../../org/list/workbook.ts";
import { serialOf } from "./serial.ts";
import type { Cell, SheetColumn } from "./sheet.ts";
import { FIRST_ROW, lastRow } from "./skeleton.ts";

/** The rows of a sheet as they stand in its file (ECMA-376 part 1, 18.3): each text a text, never a formula. */

/** Excel takes no more characters of a cell. */
const MOST_CHARACTERS = 32_767;
const CHUNK = 65_536;

/** The file of a sheet: what the skeleton has, with these rows in the place of its empty one. */
export async function* sheetFile(
  skeleton: string,
  columns: readonly SheetColumn[],
  count: number,
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Buffer> {
  const at = skeleton.indexOf(`<row r="${FIRST_ROW}"`);
  const behind = skeleton.indexOf("</sheetData>");
  if (at < 0 || behind < at) throw new Error("the library writes sheets otherwise by now");
  const styles = stylesIn(skeleton.slice(at, behind), columns.length);
  const whole = `A1:${columnLetter(columns.length - 1)}${lastRow(count)}`;
  let pending = skeleton.slice(0, at).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${whole}"/>`);
  let row = FIRST_ROW;
  for await (const cells of rows) {
    pending += rowOf(row, cells, styles);
    row += 1;
    if (pending.length < CHUNK) continue;
    yield Buffer.from(pending);
    pending = "";
  }
  yield Buffer.from(pending + skeleton.slice(behind));
}

/** The numbers of the styles that the columns have. */
export function stylesIn(skeleton: string, columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => {
    const cell = new RegExp(`<c r="${columnLetter(column)}${FIRST_ROW}"[^>]* s="(\\d+)"`).exec(skeleton);
    if (cell?.[1] === undefined) throw new Error("the library writes cells otherwise by now");
    return cell[1];
  });
}

function rowOf(row: number, cells: readonly Cell[], styles: readonly string[]): string {
  const all = cells.map((cell, column) => cellOf(`r="${columnLetter(column)}${row}" s="${styles[column]}"`, cell));
  return `<row r="${row}">${all.join("")}</row>`;
}

function cellOf(where: string, value: Cell): string {
  if (value === null || value === "") return `<c ${where}/>`;
  if (value instanceof Date) return `<c ${where}><v>${serialOf(value)}</v></c>`;
  if (typeof value === "number") return `<c ${where}><v>${value}</v></c>`;
  return `<c ${where} t="inlineStr"><is><t xml:space="preserve">${inXml(value)}</t></is></c>`;
}

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** No file of XML may hold them: control characters, and halves of characters. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** What looks like Excel's own way of writing a character (`_x0041_`) stays what it is; a carriage return would be lost. */
function inXml(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(NOT_IN_XML, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark)
    .replaceAll("\r", "_x000D_");
}
