import { normaliseName } from "../../domain/park/directory.ts";
import { likeliest } from "../suggest.ts";
import {
  COLUMNS,
  columnsOf,
  type Kind,
  type Placed,
  type Problem,
  type Row,
  SECTIONS,
  type Section,
  type Word,
} from "./columns.ts";
import { Joined, textOf } from "./joined.ts";
import { headingOf, sheetOf } from "./values.ts";
import { columnLetter, type FilledSheet, type Value } from "./workbook.ts";
import { ABOUT, HEADINGS, isChinese, isExample } from "./zh-cn-sheets.ts";

/** The sheets of a list as rows, whatever the order of sheets and columns, and what is wrong with single cells. */

export interface ReadList {
  readonly rows: readonly Row[];
  readonly errors: readonly Placed[];
  readonly notes: readonly Placed[];
  readonly isChinese: boolean;
}

/** What is found in one sheet, as it is found. */
interface Findings {
  readonly sheet: string;
  readonly errors: Placed[];
  readonly notes: Placed[];
}

export function readList(sheets: readonly FilledSheet[]): ReadList {
  const errors: Placed[] = [];
  const notes: Placed[] = [];
  const rows: Row[] = [];
  let chinese = false;
  const known = SECTIONS.map(sheetOf);
  const sections = sheets.map((sheet) => ({ sheet, section: sectionOf(sheet.name) }));
  if (!sections.some(({ section }) => section !== undefined)) {
    chinese = sheets.some(({ name, rows: cells }) => isChinese(name + cells.flat().join("")));
    errors.push({ sheet: "", problem: { kind: "no-sheet", expected: known } });
  }
  for (const { sheet, section } of sections) {
    if (section !== undefined) {
      const found = { sheet: sheet.name, errors, notes };
      chinese = readSheet(sheet, section, rows, found) || chinese;
    } else if (!isEmpty(sheet) && !isAboutIt(sheet.name)) {
      notes.push({ sheet: sheet.name, problem: { kind: "unknown-sheet", known } });
    }
  }
  return { rows, errors, notes, isChinese: chinese };
}

function sectionOf(name: string): Section | undefined {
  return SECTIONS.find((section) => HEADINGS[section].sheet.some((one) => keyOf(one) === keyOf(name)));
}

/** The sheet that says how the others are filled in. */
function isAboutIt(name: string): boolean {
  return keyOf(name) === keyOf(ABOUT);
}

function isEmpty({ rows }: FilledSheet): boolean {
  return rows.every((row) => row.every((value) => textOf(value) === ""));
}

/** What makes two spellings of one heading the same: width, case, spaces, marks, and what is added in brackets. */
function keyOf(text: string): string {
  return normaliseName(text)
    .replace(/\(.*$/u, "")
    .replace(/[*:\-_/]/gu, "");
}

/** Adds the rows of one sheet. Whether its headings are Chinese. */
function readSheet(sheet: FilledSheet, section: Section, rows: Row[], found: Findings): boolean {
  const expected = columnsOf(section).map(([field]) => headingOf(section, field));
  const place = headingRow(sheet, section);
  if (place === null) {
    if (!isEmpty(sheet)) found.errors.push({ sheet: sheet.name, problem: { kind: "no-headings", expected } });
    return isChinese(sheet.name);
  }
  const headings = sheet.rows[place] ?? [];
  const columns = columnsIn(headings, section, { line: place + 1, expected }, found);
  const missing = columnsOf(section).flatMap(([field, { need }]) =>
    need === true && !columns.has(field) ? [headingOf(section, field)] : [],
  );
  if (missing.length > 0) {
    found.errors.push({ sheet: sheet.name, problem: { kind: "no-column", missing, expected } });
  } else {
    rows.push(...rowsBelow(sheet, section, { place, columns }, found));
  }
  return isChinese(headings.map(textOf).join(""));
}

function headingsOf(section: Section, field: string): readonly string[] {
  return Object.entries<readonly string[]>(HEADINGS[section].columns).find(([name]) => name === field)?.[1] ?? [];
}

function fieldOf(section: Section, heading: string): string | undefined {
  const key = keyOf(heading);
  if (key === "") return undefined;
  return columnsOf(section).find(([field]) => headingsOf(section, field).some((one) => keyOf(one) === key))?.[0];
}

/** A title may stand above the headings. */
const HIGHEST = 20;

/** The row that has the headings: the first one with all columns that are needed, else the one that has most of them. */
function headingRow({ rows }: FilledSheet, section: Section): number | null {
  const needed = columnsOf(section).flatMap(([field, { need }]) => (need === true ? [field] : []));
  let best: { readonly place: number; readonly score: number } | null = null;
  for (const [place, row] of rows.slice(0, HIGHEST).entries()) {
    const fields = new Set(row.flatMap((value) => fieldOf(section, textOf(value)) ?? []));
    if (fields.size > 0 && needed.every((field) => fields.has(field))) return place;
    if (fields.size > (best?.score ?? 1)) best = { place, score: fields.size };
  }
  return best?.place ?? null;
}

function columnsIn(
  headings: readonly Value[],
  section: Section,
  { line, expected }: { readonly line: number; readonly expected: readonly Word[] },
  { sheet, errors, notes }: Findings,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [column, value] of headings.entries()) {
    const said = textOf(value);
    if (said === "") continue;
    const cell = `${columnLetter(column)}${line}`;
    const field = fieldOf(section, said);
    if (field === undefined) {
      const likely = likeliest(
        said,
        expected.flatMap(({ zh, en }) => [zh, en]),
      );
      notes.push({ sheet, cell, problem: { kind: "unknown-column", said, likely, known: expected } });
    } else if (columns.has(field)) errors.push({ sheet, cell, problem: { kind: "column-twice", said } });
    else columns.set(field, column);
  }
  return columns;
}

interface Headings {
  readonly place: number;
  readonly columns: ReadonlyMap<string, number>;
}

function rowsBelow(
  sheet: FilledSheet,
  section: Section,
  { place, columns }: Headings,
  found: Findings,
): readonly Row[] {
  const firstField = Object.keys(COLUMNS[section])[0] ?? "";
  const name = columns.get(firstField) ?? 0;
  const joined = new Joined(sheet);
  return sheet.rows.flatMap((_, index): readonly Row[] => {
    if (index <= place) return [];
    const line = index + 1;
    const cellOf = (field: string) => `${columnLetter(columns.get(field) ?? name)}${line}`;
    if (joined.isTitle(index, name)) {
      const cell = `${columnLetter(name)}${line}`;
      found.notes.push({ sheet: sheet.name, cell, problem: { kind: "merged-row" } });
      return [];
    }
    if (isExample(textOf(joined.valueAt(index, name)))) return [];
    const filled = [...columns].filter(([, column]) => isFilled(sheet, joined, index, column));
    // A value that was joined over several rows fills none of them by itself.
    if (!filled.some(([, column]) => isFilled(sheet, null, index, column))) return [];
    const cells = new Map<string, string>();
    const refused = new Set<string>();
    for (const [field, column] of filled) {
      const kind = columnsOf(section).find(([one]) => one === field)?.[1].kind ?? "text";
      const value = joined.valueAt(index, column);
      const read = sheet.isBroken(index, column) ? ({ kind: "no-value" } as const) : readCell(value, kind);
      const place = { sheet: sheet.name, cell: cellOf(field) };
      if (typeof read === "string") cells.set(field, read);
      else {
        refused.add(field);
        found.errors.push({ ...place, problem: read });
      }
      if (typeof read === "string" && mayLackZero(value, kind)) {
        found.notes.push({ ...place, problem: { kind: "leading-zero" } });
      }
    }
    return [{ section, sheet: sheet.name, line, cells, refused, cellOf }];
  });
}

function isFilled(sheet: FilledSheet, joined: Joined | null, row: number, column: number): boolean {
  const value = joined === null ? sheet.rows[row]?.[column] : joined.valueAt(row, column);
  return textOf(value) !== "" || sheet.isBroken(row, column);
}

const PLAIN: ReadonlySet<Kind> = new Set(["choice", "phone", "code", "days", "hours", "time"]);

function readCell(value: Value | undefined, kind: Kind): string | Problem {
  if (typeof value === "number") {
    if (kind === "id") return { kind: "number-id" };
    return Number.isSafeInteger(value) || kind === "days" ? String(value) : { kind: "not-text" };
  }
  if (typeof value !== "string") return { kind: "not-text" };
  if (kind === "names") return value.replace(/\p{Cf}/gu, "").trim();
  const text = textOf(value);
  return PLAIN.has(kind) ? text.normalize("NFKC").trim() : text;
}

/** A number of the telephone that is not a mobile one: Excel takes the 0 of its area code. */
function mayLackZero(value: Value | undefined, kind: Kind): boolean {
  return kind === "phone" && typeof value === "number" && !/^1\d{10}$/u.test(String(value));
}
