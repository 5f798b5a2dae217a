/** A sheet as offices print it: what stands on it, whatever it is about. */

/** What a cell holds. A text stays a text, whatever it begins with; a moment is the park's wall clock, as a workbook has no zone. */
export type Cell = string | number | Date | null;

export interface SheetColumn {
  readonly heading: string;
  /** In characters of its font. */
  readonly width: number;
  readonly kind: "text" | "number" | "moment" | "share";
  /** It is there for who reads the file again, stands behind the others and is not printed. */
  readonly isHidden?: boolean;
}

export interface OfficialSheet {
  readonly name: string;
  /** Over all columns. */
  readonly title: string;
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  /** How many rows there will be. */
  readonly count: number;
  /** Asked for once, when it is this sheet's turn, and no faster than they are written. */
  readonly rows: () => AsyncIterable<readonly Cell[]>;
}
