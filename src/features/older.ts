/** Rows that were read newest first, one more than a page holds. */
export interface Older<Row> {
  readonly shown: readonly Row[];
  /** Before which number there are more. Null: there are none. */
  readonly next: number | null;
}

/** What stands on a page of this size. */
export function olderPage<Row extends { readonly id: number }>(found: readonly Row[], size: number): Older<Row> {
  const shown = found.slice(0, size);
  return { shown, next: found.length > size ? (shown.at(-1)?.id ?? null) : null };
}
