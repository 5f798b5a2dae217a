/** Rows that were read newest first, one more than a page holds. */
export interface Older<Row> {
  readonly shown: readonly Row[];
  /** Before which number there are more. Null: there are none. */
  readonly next: number | null;
}

/** What stands on a page of this size. `numberOf`: by what they are ordered. */
export function olderPage<Row>(found: readonly Row[], size: number, numberOf: (row: Row) => number): Older<Row> {
  const shown = found.slice(0, size);
  const last = found.length > size ? shown.at(-1) : undefined;
  return { shown, next: last === undefined ? null : numberOf(last) };
}
