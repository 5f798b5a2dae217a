import type { FilledSheet, Value } from "./workbook.ts";

/** Cells that were made one. Down a column their value holds for each row; across columns they are a title. */
export class Joined {
  readonly #rows: FilledSheet["rows"];
  readonly #down = new Map<string, number>();
  readonly #titles = new Map<number, readonly (readonly [number, number])[]>();

  constructor({ rows, merges }: FilledSheet) {
    this.#rows = rows;
    for (const { startRow, startCol, endRow, endCol } of merges) {
      // A file may say that it joins more than it has.
      for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1) {
        if (startCol === endCol) this.#down.set(`${row},${startCol}`, startRow);
        else this.#titles.set(row, [...(this.#titles.get(row) ?? []), [startCol, endCol]]);
      }
    }
  }

  valueAt(row: number, column: number): Value | undefined {
    return this.#rows[this.#down.get(`${row},${column}`) ?? row]?.[column];
  }

  isTitle(row: number, column: number): boolean {
    return (this.#titles.get(row) ?? []).some(([start, end]) => start <= column && column <= end);
  }
}

/** A cell on one line, without what nobody sees. */
export function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return String(value)
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
