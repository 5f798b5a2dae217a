import type { Org } from "../../domain/park/org.ts";
import { describeChanges } from "../changes.ts";
import type { OrgError } from "../document.ts";
import { loadOrg } from "../load.ts";
import type { FileProblem } from "./archive.ts";
import type { Origin, Placed, Row } from "./columns.ts";
import { entriesOf } from "./entries.ts";
import { intoFile } from "./into-file.ts";
import { headOf, lineOf } from "./problems.ts";
import { readList } from "./table.ts";
import { headingOf, sheetOf } from "./values.ts";
import { readWorkbook } from "./workbook.ts";
import type { OfCheck } from "./zh-cn-problems.ts";

/** An Excel list becomes the text of an org file, or a list of what is to be mended in which cell. */

export type Imported =
  | {
      readonly text: string;
      readonly org: Org;
      /** What is different from the file before, and what the list left out. */
      readonly changes: readonly string[];
      readonly notes: readonly string[];
      readonly warnings: readonly string[];
    }
  | { readonly problem: FileProblem }
  /** Lines for the one who filled the list in. */
  | { readonly mistakes: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

/** In what language the lines are. */
export interface Lines {
  /** Whatever the language of the list; else they are in Chinese where the list is. */
  readonly inChinese: boolean;
  readonly ofCheck: OfCheck;
}

const AS_THE_LIST: Lines = { inChinese: false, ofCheck: (english) => english };

/** `before`: the text of the org file that the list goes into, which has no mistakes; null for a new one. */
export async function importList(
  bytes: Buffer,
  before: { text: string; org: Org } | null,
  env: Env,
  { inChinese, ofCheck }: Lines = AS_THE_LIST,
): Promise<Imported> {
  const workbook = await readWorkbook(bytes);
  if ("problem" in workbook) return workbook;
  const list = readList(workbook.sheets);
  const isChinese = inChinese || list.isChinese;
  const made = entriesOf(list.rows, before?.org ?? null);
  const errors = [...list.errors, ...made.errors, ...(before === null ? parkMissing(list.rows, isChinese) : [])];
  const say = (placed: readonly Placed[]) => inOrder(placed).map((one) => lineOf(one, isChinese, ofCheck));
  const { text, origins } = intoFile(made.entries, before);
  const loaded = loadOrg(text, env);
  if (errors.length > 0 || "errors" in loaded) {
    const found = "errors" in loaded ? loaded.errors.map((one) => inList(one, origins)) : [];
    const lines = say([...errors, ...found.filter((one) => isNews(one, errors))]);
    return { mistakes: [headOf(lines.length, isChinese), ...lines] };
  }
  return {
    text,
    org: loaded.org,
    changes: describeChanges(before?.org ?? null, loaded.org),
    notes: say([...list.notes, ...made.notes]),
    warnings: loaded.warnings,
  };
}

/** A new org file needs the name of the park, for which the list has a sheet. */
function parkMissing(rows: readonly Row[], isChinese: boolean): readonly Placed[] {
  if (rows.some((row) => row.section === "park")) return [];
  const { zh, en } = sheetOf("park");
  return [{ sheet: isChinese ? zh : en, cell: "A2", problem: { kind: "missing", column: headingOf("park", "name") } }];
}

/** What the check of the org file says, at the cell that it comes from. */
function inList({ path, message }: OrgError, origins: readonly Origin[]): Placed {
  for (const { path: start, row } of origins) {
    const [section, place] = start;
    const prefix = place === undefined ? String(section) : `${String(section)}[${place}]`;
    if (path !== prefix && !path.startsWith(`${prefix}.`)) continue;
    const [field = ""] = path.slice(prefix.length + 1).split(/[.[]/u);
    const cell = row.cellOf(UNIT_FIELDS.includes(field) && !row.cells.has(field) ? "unit" : field);
    return { sheet: row.sheet, cell, problem: { kind: "check", field, message } };
  }
  return { sheet: path, problem: { kind: "check", field: "", message } };
}

/** Beside mistakes that were found cell by cell: not what only follows from them. */
function isNews({ sheet, cell }: Placed, errors: readonly Placed[]): boolean {
  if (errors.length === 0) return true;
  const line = (of: string | undefined) => of?.replace(/\D/gu, "");
  const isSaid = errors.some((one) => one.sheet === sheet && line(one.cell) === line(cell));
  return cell !== undefined && !isSaid && !errors.some((one) => one.cell === undefined);
}

const UNIT_FIELDS: readonly string[] = ["enterprise", "department"];

/** By sheet as they were found, then from the top. */
function inOrder(placed: readonly Placed[]): readonly Placed[] {
  const sheets = [...new Set(placed.map((one) => one.sheet))];
  const line = ({ cell = "" }: Placed) => Number(cell.replace(/\D/gu, ""));
  return placed.toSorted(
    (one, other) => sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) || line(one) - line(other),
  );
}
