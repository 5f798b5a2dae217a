/** A value that has others in it, as the record of changes keeps it, taken apart: only what is different is told. */

export interface Leaf {
  readonly path: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Null: one of the two is plain text, or was cut when it was kept. */
export function leavesOf(from: string | null, to: string | null): readonly Leaf[] | null {
  const [before, after] = [from, to].map((text) => (text === null ? new Map<string, string>() : leavesIn(text)));
  if (before === undefined || after === undefined || before === null || after === null) return null;
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Leaf[] => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    return was === is ? [] : [{ path: key.split("\0"), from: was, to: is }];
  });
}

function leavesIn(text: string): ReadonlyMap<string, string> | null {
  if (!text.startsWith("{")) return null;
  try {
    return new Map(leavesUnder(JSON.parse(text), []));
  } catch {
    return null;
  }
}

function leavesUnder(value: unknown, path: readonly string[]): readonly (readonly [key: string, text: string])[] {
  if (Array.isArray(value)) return [[path.join("\0"), value.map(String).join("、")]];
  if (typeof value !== "object" || value === null) return [[path.join("\0"), String(value)]];
  return Object.entries(value).flatMap(([name, under]) => leavesUnder(under, [...path, name]));
}
