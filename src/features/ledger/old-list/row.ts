import type { Value } from "../../../org/list/workbook.ts";
import type { Field } from "./zh-cn-headings.ts";

/** A row of a list, before anybody has looked whether it is right. */
export interface ListRow {
  readonly sheet: string;
  /** As Excel counts it. */
  readonly line: number;
  /** What stands in it by the field; a cell with nothing in it is not there. */
  readonly cells: ReadonlyMap<Field, Value>;
  /** Fields whose cell holds an error, or a formula that was never calculated. */
  readonly broken: readonly Field[];
  /** `C7`: where a field stands, or would. */
  readonly cellOf: (field: Field) => string;
  /** What the column of a field is called. */
  readonly headingOf: (field: Field) => string;
  /** The row as it stands, for who gets it back. */
  readonly whole: readonly Value[];
  readonly head: ListHead;
}

/** What stands above the rows of a sheet. */
export interface ListHead {
  readonly sheet: string;
  readonly title: string;
  readonly headings: readonly Value[];
  /** Of dates that have none. */
  readonly year: number | null;
}

/** Why a row is not taken over. */
export type RowProblem =
  | { readonly kind: "no-value" | "carried" | "unit-needed" }
  | { readonly kind: "missing"; readonly field: Field }
  | { readonly kind: "too-long"; readonly most: number }
  | {
      readonly kind: "unknown-name";
      readonly of: "company" | "department";
      readonly said: string;
      readonly likely: readonly string[];
      /** It may be each of the likely ones. */
      readonly several?: true;
    }
  | { readonly kind: "unknown-word"; readonly field: Field; readonly said: string; readonly choices: readonly string[] }
  | { readonly kind: "no-date" | "no-year" | "ahead"; readonly said: string }
  | { readonly kind: "before"; readonly said: string }
  | { readonly kind: "target"; readonly number: number };

/** What is worth knowing of a row that is taken over. */
export type RowNote =
  | { readonly kind: "category"; readonly said: string }
  | { readonly kind: "other-units"; readonly said: string }
  /** The company is none of the org file; `likely`: it may be one of these all the same. */
  | { readonly kind: "unlisted"; readonly said: string; readonly likely: readonly string[] }
  | { readonly kind: "to-be-dispatched" }
  | { readonly kind: "by-the-rest" };

/** Where something is wrong in a row. */
export interface Wrong {
  readonly cell: string;
  readonly problem: RowProblem;
}

/** Worth knowing of a sheet as a whole. */
export type SheetNote =
  | { readonly kind: "no-list" | "hidden-sheet"; readonly sheet: string }
  /** Rows that nobody sees on the sheet, and that are taken over all the same; columns beyond those that are named. */
  | { readonly kind: "hidden-rows" | "more-columns"; readonly sheet: string; readonly count: number }
  | { readonly kind: "no-columns"; readonly sheet: string; readonly missing: readonly Field[] }
  | {
      readonly kind: "column-left" | "column-twice";
      readonly sheet: string;
      readonly cell: string;
      readonly said: string;
    };
