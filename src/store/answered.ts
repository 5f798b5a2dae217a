/** The rows of what `execute` answers: drizzle's common type does not say that there are any; both drivers answer them. */
export function answered<Row extends object>(result: unknown): readonly Row[] {
  const rows = typeof result === "object" && result !== null && "rows" in result ? result.rows : [];
  return Array.isArray(rows) ? rows : [];
}
