import { isOpen, type State } from "../../../domain/issue/issue.ts";
import { normaliseName } from "../../../domain/park/directory.ts";
import type { Park } from "../../../domain/park/park.ts";
import { unlistedCode, unlistedName } from "../../../domain/park/unlisted.ts";
import type { Carried } from "../carried.ts";
import type { Cells } from "./cells.ts";
import { companyIn, unitsIn } from "./names.ts";
import type { RowNote } from "./row.ts";

/** Whose an issue of a list is, and who handles it: by the org file, or as a file of this program's own carries it. */

/** What becomes of a row whose company the org file does not have: taken over as an unlisted company, as of the form, or refused. */
export type Unlisted = "keep" | "refuse";

/** Longer is no name. */
const MOST = 200;
/** A dash, or a word that says there is none, is no company. */
const IS_NAME = /[\p{L}\p{N}].*[\p{L}\p{N}]/su;

interface Here {
  readonly park: Park;
  readonly unlisted: Unlisted;
  /** Null: a list of somebody else. */
  readonly carried: Carried | null;
}

/** The code of its company. */
export function companyOf(cells: Cells, { park, unlisted, carried }: Here, notes: RowNote[]): string {
  const said = cells.need("company", MOST);
  const own = carried?.enterprise;
  if (own !== undefined && isCalled(said, park.directory.companyName(own))) return own;
  const found = companyIn(said, park);
  if (typeof found === "string") return found;
  if (unlisted === "refuse" || found.kind !== "unknown-name" || found.several || !IS_NAME.test(said)) {
    return cells.refuse("company", found);
  }
  notes.push({ kind: "unlisted", said, likely: found.likely });
  return unlistedCode(said.replace(/\s+/gu, " "));
}

/** The codes of its units, the one that leads first. */
export function unitsOf(cells: Cells, { park, carried }: Here, notes: RowNote[]): readonly string[] {
  const said = cells.text("department", MOST);
  if (said === null) return [];
  const own = carried?.department ?? undefined;
  if (own !== undefined && isCalled(said, park.directory.departmentName(own))) return [own];
  const units = unitsIn(said, park);
  if ("kind" in units) return cells.refuse("department", units);
  if (units.length > 1) notes.push({ kind: "other-units", said });
  return units;
}

/** The code of its category; null: it has none, or one that nobody knows, which is noted. */
export function categoryOf(cells: Cells, { park: { directory }, carried }: Here, notes: RowNote[]): string | null {
  const said = cells.text("category", MOST);
  if (said === null) return null;
  const own = carried?.category ?? undefined;
  if (own !== undefined && isCalled(said, directory.categoryName(own))) return own;
  const found = directory.categoryNamed(said);
  if (found === undefined) notes.push({ kind: "category", said });
  return found?.code ?? null;
}

/** 曾敏（经济发展局）, as the ledger shows one of the unit that tracks another, is 曾敏. */
export function handlerOf(cells: Cells, { park: { directory } }: Here): string | null {
  const said = cells.text("handler", MOST);
  if (said === null) return null;
  const [name = said] = said.split(/[（(]/u);
  const person = directory.person(said) ?? directory.person(name);
  return person === undefined ? said : person.name;
}

/** What the org file has no more may be told of what is over, but nobody is there to go on with it. */
export function refuseGone(
  cells: Cells,
  { directory }: Park,
  of: { readonly state: State; readonly enterprise: string; readonly department: string | null },
): void {
  if (!isOpen(of)) return;
  const isCompany = directory.company(of.enterprise) !== undefined || unlistedName(of.enterprise) !== undefined;
  const refuse = (field: "company" | "department") =>
    cells.refuse(field, { kind: "unknown-name", of: field, said: cells.exactly(field), likely: [] });
  if (!isCompany) refuse("company");
  if (of.department !== null && directory.department(of.department) === undefined) refuse("department");
}

function isCalled(said: string, name: string): boolean {
  return normaliseName(said) === normaliseName(name);
}
