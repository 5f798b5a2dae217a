import { normaliseName } from "../../../domain/park/directory.ts";
import { Joined, textOf } from "../../../org/list/joined.ts";
import { columnLetter, type FilledSheet, type Value } from "../../../org/list/workbook.ts";
import type { ListHead, ListRow, SheetNote } from "./row.ts";
import { BELOW, FIELDS, type Field, HEADINGS, IGNORED, OWN_LIST, OWN_SHEETS, YEAR_OF_LIST } from "./zh-cn-headings.ts";

/** The sheets of a list as rows, wherever their head stands and in whatever order their columns are. */

export interface ReadRows {
  readonly rows: readonly ListRow[];
  readonly notes: readonly SheetNote[];
}

/** The sheets of a file that may hold a list: of a file of this program's own the one with all issues. */
export function sheetsToRead(names: readonly string[]): readonly string[] {
  const isOwn = names.some((name) => OWN_LIST.test(name));
  return isOwn ? names.filter((name) => !OWN_SHEETS.test(name)) : names;
}

/** `fileName`: what a year may stand in. */
export function readRows(sheets: readonly FilledSheet[], fileName: string): ReadRows {
  const notes: SheetNote[] = [];
  const rows = sheets.flatMap((sheet) => rowsOf(sheet, fileName, notes));
  return { rows, notes };
}

/** A title may stand above the head. */
const HIGHEST = 20;
const NEEDED = ["company", "text"] as const;

function rowsOf(sheet: FilledSheet, fileName: string, notes: SheetNote[]): readonly ListRow[] {
  const { name, rows } = sheet;
  const found = headIn(rows);
  if (found === null) {
    if (rows.some((row) => row.some((value) => textOf(value) !== ""))) notes.push({ kind: "no-list", sheet: name });
    return [];
  }
  const { place, columns } = found;
  const missing = NEEDED.filter((field) => !columns.has(field));
  if (missing.length > 0) {
    notes.push({ kind: "no-columns", sheet: name, missing });
    return [];
  }
  const headings = rows[place] ?? [];
  notes.push(...leftColumns(sheet, place, columns));
  const above = rows.slice(0, place).map((row) => row.map(textOf).find((text) => text !== "") ?? "");
  const title = above.find((text) => text !== "") ?? "";
  const year = [...above, name, fileName].map(yearIn).find((one) => one !== null) ?? null;
  return below(sheet, { place, columns, head: { sheet: name, title, headings, year } });
}

function yearIn(text: string): number | null {
  const year = YEAR_OF_LIST.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

interface Found {
  readonly place: number;
  readonly columns: ReadonlyMap<Field, number>;
}

/** The first row with all columns that are needed, else the one that has most of them. */
function headIn(rows: FilledSheet["rows"]): Found | null {
  let best: Found | null = null;
  for (const [place, row] of rows.slice(0, HIGHEST).entries()) {
    const columns = columnsIn(row);
    if (NEEDED.every((field) => columns.has(field))) return { place, columns };
    if (columns.size > Math.max(2, best?.columns.size ?? 0)) best = { place, columns };
  }
  return best;
}

/** Of two columns of one field the first counts. */
function columnsIn(row: readonly Value[]): ReadonlyMap<Field, number> {
  const columns = new Map<Field, number>();
  for (const [column, value] of row.entries()) {
    const field = fieldOf(textOf(value));
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** What makes two spellings of a heading the same: width, case, spaces, marks, and what is added in brackets. */
function keyOf(heading: string): string {
  return normaliseName(heading)
    .replace(/\(.*$/u, "")
    .replace(/[*:：、·\-_/]/gu, "");
}

const BY_HEADING = new Map(
  FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [keyOf(heading), field] as const)),
);

function fieldOf(heading: string): Field | undefined {
  return BY_HEADING.get(keyOf(heading));
}

function leftColumns({ name, rows }: FilledSheet, place: number, columns: Found["columns"]): readonly SheetNote[] {
  const taken = new Set(columns.values());
  return (rows[place] ?? []).flatMap((value, column): readonly SheetNote[] => {
    const said = textOf(value);
    if (said === "" || taken.has(column) || IGNORED.includes(said)) return [];
    const isFilled = rows.slice(place + 1).some((row) => textOf(row[column]) !== "");
    return isFilled ? [{ kind: "column-left", sheet: name, cell: `${columnLetter(column)}${place + 1}`, said }] : [];
  });
}

function below(sheet: FilledSheet, { place, columns, head }: Found & { readonly head: ListHead }): readonly ListRow[] {
  const joined = new Joined(sheet);
  const [company, text] = NEEDED.map((field) => columns.get(field) ?? 0);
  return sheet.rows.flatMap((whole, index): readonly ListRow[] => {
    if (index <= place || isHeadAgain(whole, columns)) return [];
    // A title between the rows, and what stands below them.
    if (joined.isTitle(index, company ?? 0) && joined.isTitle(index, text ?? 0)) return [];
    if (BELOW.test(whole.map(textOf).find((one) => one !== "") ?? "") && textOf(whole[text ?? 0]) === "") return [];
    const isBroken = (column: number) => sheet.isBroken(index, column);
    // A value that was joined over several rows fills none of them by itself.
    const isFilled = ([field, column]: readonly [Field, number]) =>
      field !== "place" && (textOf(whole[column]) !== "" || isBroken(column));
    if (![...columns].some(isFilled)) return [];
    const values = [...columns].flatMap(([field, column]) => {
      const value = joined.valueAt(index, column);
      return value === null || value === undefined || textOf(value) === "" ? [] : [[field, value] as const];
    });
    const line = index + 1;
    return [
      {
        sheet: sheet.name,
        line,
        cells: new Map(values),
        broken: [...columns].flatMap(([field, column]) => (isBroken(column) ? [field] : [])),
        cellOf: (field) => `${columnLetter(columns.get(field) ?? company ?? 0)}${line}`,
        headingOf: (field) => textOf(head.headings[columns.get(field) ?? -1]),
        whole,
        head,
      },
    ];
  });
}

/** A list that is printed on several pages may have its head on each. */
function isHeadAgain(row: readonly Value[], columns: Found["columns"]): boolean {
  return [...columns].every(([field, column]) => fieldOf(textOf(row[column])) === field);
}
