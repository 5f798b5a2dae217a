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
  const { columns } = found;
  const missing = NEEDED.filter((field) => !columns.has(field));
  if (missing.length > 0) {
    notes.push({ kind: "no-columns", sheet: name, missing });
    return [];
  }
  notes.push(...columnNotes(sheet, found));
  const above = rows.slice(0, found.first).map((row) => row.map(textOf).find((text) => text !== "") ?? "");
  const title = above.find((text) => text !== "") ?? "";
  const year = [...above, name, fileName].map(yearIn).find((one) => one !== null) ?? null;
  const list = below(sheet, { ...found, head: { sheet: name, title, headings: found.headings, year } });
  const count = list.filter(({ line }) => sheet.isHidden(line - 1)).length;
  if (count > 0) notes.push({ kind: "hidden-rows", sheet: name, count });
  return list;
}

function yearIn(text: string): number | null {
  const year = YEAR_OF_LIST.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** A head: of one row, or of two, where the upper one groups what the lower one names. */
interface Found extends Columns {
  /** The rows that it takes. */
  readonly first: number;
  readonly last: number;
  readonly headings: readonly Value[];
}

interface Columns {
  readonly columns: ReadonlyMap<Field, number>;
  /** Further columns of a field: where the first is empty they count. */
  readonly more: ReadonlyMap<Field, readonly number[]>;
}

/** The first head with all columns that are needed, else the one that has most of them. */
function headIn(rows: FilledSheet["rows"]): Found | null {
  let best: Found | null = null;
  for (const place of rows.slice(0, HIGHEST).keys()) {
    const found = headAt(rows, place);
    if (NEEDED.every((field) => found.columns.has(field))) return found;
    if (found.columns.size > Math.max(2, best?.columns.size ?? 0)) best = found;
  }
  return best;
}

function headAt(rows: FilledSheet["rows"], place: number): Found {
  const [above = [], own = [], under = []] = [rows[place - 1], rows[place], rows[place + 1]];
  const isDouble = isSubHead(under, columnsIn(own).columns);
  const width = Math.max(own.length, isDouble ? under.length : 0, above.length);
  const headings = Array.from({ length: width }, (_, column): Value => {
    const lower = isDouble ? textOf(under[column]) : "";
    if (lower !== "") return lower;
    // What is joined with the row above stands there.
    const upper = textOf(above[column]);
    return textOf(own[column]) !== "" ? (own[column] ?? null) : fieldOf(upper) === undefined ? null : upper;
  });
  return { first: place, last: isDouble ? place + 1 : place, headings, ...columnsIn(headings) };
}

const LONGEST_HEADING = 15;

/** Whether a row names the columns below some groups: what the row above has named already is empty in it. */
function isSubHead(row: readonly Value[], named: Columns["columns"]): boolean {
  const filled = row.flatMap((value, column) => (textOf(value) === "" ? [] : [{ value, column }]));
  const isNamed = NEEDED.some((field) => named.has(field));
  const isTaken = NEEDED.some((field) => filled.some(({ column }) => column === named.get(field)));
  const areWords = filled.every(({ value }) => typeof value === "string" && value.length <= LONGEST_HEADING);
  return isNamed && !isTaken && areWords && filled.some(({ value }) => fieldOf(textOf(value)) !== undefined);
}

function columnsIn(row: readonly Value[]): Columns {
  const columns = new Map<Field, number>();
  const more = new Map<Field, readonly number[]>();
  for (const [column, value] of row.entries()) {
    const field = fieldOf(textOf(value));
    if (field === undefined) continue;
    if (columns.has(field)) more.set(field, [...(more.get(field) ?? []), column]);
    else columns.set(field, column);
  }
  return { columns, more };
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

/** So many unknown columns are named. */
const MOST_NAMED = 10;

/** Columns with something in them that are not read, and those that tell what another one does. */
function columnNotes({ name, rows }: FilledSheet, { last, headings, columns, more }: Found): readonly SheetNote[] {
  const first = new Set(columns.values());
  const further = new Set([...more.values()].flat());
  const filled = headings.flatMap((value, column) => {
    const said = textOf(value);
    if (said === "" || first.has(column) || IGNORED.includes(said)) return [];
    const isFilled = rows.slice(last + 1).some((row) => textOf(row[column]) !== "");
    const kind = further.has(column) ? ("column-twice" as const) : ("column-left" as const);
    return isFilled ? [{ kind, sheet: name, cell: `${columnLetter(column)}${last + 1}`, said }] : [];
  });
  const left = filled.filter(({ kind }) => kind === "column-left");
  const count = left.length - MOST_NAMED;
  const named = filled.filter((one) => !left.slice(MOST_NAMED).includes(one));
  return count > 0 ? [...named, { kind: "more-columns", sheet: name, count }] : named;
}

/** A day in a cell that is no date is a number of days: of those since 1904 as many more. */
const DAYS: ReadonlySet<Field> = new Set(["submitted", "promised", "due", "closed"]);
const SINCE_1904 = 1_462;

function below(sheet: FilledSheet, found: Found & { readonly head: ListHead }): readonly ListRow[] {
  const { last, columns, more, head } = found;
  const joined = new Joined(sheet);
  const [company, text] = NEEDED.map((field) => columns.get(field) ?? 0);
  return sheet.rows.flatMap((whole, index): readonly ListRow[] => {
    if (index <= last || isHeadAgain(whole, columns)) return [];
    // A title between the rows, and what stands below them.
    if (joined.isTitle(index, company ?? 0) && joined.isTitle(index, text ?? 0)) return [];
    if (BELOW.test(whole.map(textOf).find((one) => one !== "") ?? "") && textOf(whole[text ?? 0]) === "") return [];
    const isBroken = (column: number) => sheet.isBroken(index, column);
    // A value that was joined over several rows fills none of them by itself.
    const isFilled = ([field, column]: readonly [Field, number]) =>
      field !== "place" && (textOf(whole[column]) !== "" || isBroken(column));
    if (![...columns].some(isFilled)) return [];
    const columnOf = (field: Field, column: number) =>
      [column, ...(more.get(field) ?? [])].find((one) => textOf(joined.valueAt(index, one)) !== "") ?? column;
    const values = [...columns].flatMap(([field, column]) => {
      const value = joined.valueAt(index, columnOf(field, column));
      if (value === null || value === undefined || textOf(value) === "") return [];
      const isDay = sheet.is1904 && typeof value === "number" && DAYS.has(field);
      return [[field, isDay ? value + SINCE_1904 : value] as const];
    });
    const line = index + 1;
    const placeOf = (field: Field) => columnOf(field, columns.get(field) ?? company ?? 0);
    return [
      {
        sheet: sheet.name,
        line,
        cells: new Map(values),
        broken: [...columns].flatMap(([field, column]) => (isBroken(columnOf(field, column)) ? [field] : [])),
        cellOf: (field) => `${columnLetter(placeOf(field))}${line}`,
        headingOf: (field) => (columns.has(field) ? textOf(head.headings[placeOf(field)]) : ""),
        whole,
        head,
      },
    ];
  });
}

/** A list that is printed on several pages may have its head on each: nothing but headings stands there. */
function isHeadAgain(row: readonly Value[], columns: Columns["columns"]): boolean {
  const filled = [...columns.values()].map((column) => textOf(row[column])).filter((one) => one !== "");
  return filled.length > 1 && filled.every((one) => fieldOf(one) !== undefined);
}
