/** Reading values of an unknown shape without ever throwing: what is not of the wanted kind counts as absent. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** A string, or a number as one; else empty. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** A number, or a string of digits as one. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return typeof value === "string" && /^\d{1,16}$/.test(value.trim()) ? Number(value) : undefined;
}

/** The objects of an array. */
export function objectsOf(value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) return [];
  return value.map(fieldsOf).filter((one) => one !== null);
}

/** The strings of an array. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((one) => one !== "") : [];
}

/** A JSON object, or null. */
export function readJson(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return null;
  }
}
